import { isRegionCode, knownRegions, regionsWithWorkspaces } from '../clients/regions.ts';
import { InputError } from '../model/errors.ts';

/**
 * What `--all-regions` covers.
 *
 * @throws InputError for a partition of which no Regions are known
 */
export function allRegions(partition: string): readonly string[] {
  const codes = regionsWithWorkspaces(partition);
  if (codes.length > 0) return codes;
  throw new InputError('usage', {
    place: '--all-regions',
    found: `no Regions are known for the partition "${partition}"`,
    mend: 'Name the Regions with --region.',
  });
}

/**
 * @returns the Regions, each once
 * @throws InputError naming those that are no Region codes
 */
export function checkRegions(codes: readonly string[]): readonly string[] {
  const odd = codes.filter((code) => !isRegionCode(code));
  if (odd.length === 0) return [...new Set(codes)];
  throw new InputError(
    'usage',
    odd.map((code) => ({
      place: '--region',
      found: `"${code}"`,
      expected: 'a Region code such as us-east-1',
      mend: `Regions with WorkSpaces: ${knownRegions.join(', ')}.`,
    })),
  );
}
