import table from '../../rules/reference/regions.json' with { type: 'json' };
import { InputError } from '../model/errors.ts';

/** The services that are called, by their endpoint prefixes. */
export type Service = 'workspaces' | 'ds' | 'ec2' | 'sts';

interface RegionFacts {
  readonly name: string;
  readonly partition: string;
  readonly offersWorkspaces: boolean;
  readonly fips: { readonly [service in Service]: boolean };
}

const regions: Readonly<Record<string, RegionFacts>> = table.regions;

/** Whether the service has a FIPS endpoint there. A host for one that has none is built all the same by the SDK. */
export const hasFipsEndpoint = (region: string, service: Service): boolean =>
  // In GovCloud every endpoint is a FIPS endpoint, in Regions that the table does not know yet, too.
  region.startsWith('us-gov-') || (regions[region]?.fips[service] ?? false);

/**
 * What `--all-regions` covers: the Regions of a partition in which WorkSpaces has Availability Zones. US East (Ohio)
 * is in the table for its streaming gateways only; scanning it would report a service that is not there as lost
 * coverage on every run. It can still be named with `--region`.
 *
 * @throws InputError for a partition that the table does not cover
 */
export function allRegions(partition: string): readonly string[] {
  const codes = Object.keys(regions).filter((code) => {
    const facts = regions[code];
    return facts?.partition === partition && facts.offersWorkspaces;
  });
  if (codes.length > 0) return codes;
  throw new InputError('usage', {
    place: '--all-regions',
    found: `no Regions are known for the partition "${partition}"`,
    mend: 'Name the Regions with --region.',
  });
}

/**
 * Checks the spelling only: AWS opens Regions faster than a table can follow.
 *
 * @returns the Regions, each once
 * @throws InputError naming those that are no Region codes
 */
export function checkRegions(codes: readonly string[]): readonly string[] {
  const odd = codes.filter((code) => !/^[a-z]{2}(-[a-z]+)+-\d+$/.test(code));
  if (odd.length === 0) return [...new Set(codes)];
  throw new InputError(
    'usage',
    odd.map((code) => ({
      place: '--region',
      found: `"${code}"`,
      expected: 'a Region code such as us-east-1',
      mend: `Regions with WorkSpaces: ${Object.keys(regions).join(', ')}.`,
    })),
  );
}
