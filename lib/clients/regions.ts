import table from '../../rules/reference/regions.json' with { type: 'json' };

/** The services that are called, by their endpoint prefixes. */
export type Service =
  | 'workspaces'
  | 'ds'
  | 'ec2'
  | 'sts'
  | 's3'
  | 'sns'
  | 'securityhub'
  | 'organizations'
  | 'acm-pca'
  | 'cloudtrail'
  | 'iam'
  | 'kms'
  | 'ram'
  | 'secretsmanager'
  | 'sso'
  | 'lambda'
  | 'ssm'
  | 'states';

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

/** The Regions that the table knows. */
export const knownRegions: readonly string[] = Object.keys(regions);

/**
 * The Regions of a partition in which WorkSpaces has Availability Zones; none for a partition that the table does not
 * cover. US East (Ohio) is in the table for its streaming gateways only; auditing it would report a service that is not
 * there as lost coverage on every run. It can still be named.
 */
export const regionsWithWorkspaces = (partition: string): readonly string[] =>
  knownRegions.filter((code) => regions[code]?.partition === partition && regions[code].offersWorkspaces);

/** The spelling only: AWS opens Regions faster than a table can follow. */
export const isRegionCode = (text: string): boolean => /^[a-z]{2}(-[a-z]+)+-\d+$/.test(text);
