import zones from '../../../rules/reference/availability-zones.json' with { type: 'json' };
import fips from '../../../rules/reference/fips.json' with { type: 'json' };
import table from '../../../rules/reference/regions.json' with { type: 'json' };

const regions: Readonly<Record<string, { readonly partition: string }>> = table.regions;

/** Regions for which there is something to list. */
export const allowListRegions: readonly string[] = Object.keys(regions);

/** Regions whose service endpoints include FIPS ones. */
export const fipsRegions: readonly string[] = fips.endpointRegions;

export const partitionOf = (region: string): string | undefined => regions[region]?.partition;

/** US East (Ohio) has streaming gateways, but no row in any other table. */
export const offersWorkspaces = (region: string): boolean => Object.hasOwn(zones.supportedZoneIds, region);

/** The row of a Region in a table, if it has one. */
export const rowOf = <Row>(rows: Readonly<Record<string, Row>>, region: string): Row | undefined => rows[region];
