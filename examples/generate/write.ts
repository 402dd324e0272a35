import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { operationOf, type ResourceType, SnapshotWriter } from '../../lib/snapshot/index.ts';
import type { Place } from './place.ts';

/** Writes a place as `<account>-<region>.ndjson`; refused operations leave their resources out. */
export async function writeSnapshot(place: Place, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const { accountId, region } = place.origin;
  const writer = await SnapshotWriter.create(join(folder, `${accountId}-${region}.ndjson`), place.origin);
  const refused = new Map(place.refused.map((entry) => [entry.operation, entry]));
  const operations = [];
  for (const [type, resources] of resourcesOf(place)) {
    const operation = operationOf(type);
    const refusal = refused.get(operation);
    for (const resource of refusal === undefined ? resources : []) await writer.add(type, resource);
    operations.push(refusal ?? { operation, status: 'complete' as const, count: resources.length });
  }
  await writer.finish(operations);
}

const resourcesOf = (place: Place): readonly (readonly [ResourceType, readonly object[]])[] => [
  ['WorkspaceDirectory', place.directories],
  ['Workspace', place.workspaces],
  ['WorkspacesIpGroup', place.ipGroups],
  ['DirectoryDescription', place.directoryDescriptions],
  ['Subnet', place.subnets],
  ['Vpc', place.vpcs],
  ['RouteTable', place.routeTables],
  ['SecurityGroup', place.securityGroups],
  ['NetworkInterface', place.interfaces],
  ['NatGateway', place.natGateways],
  ['Address', place.addresses],
  ['VpcEndpoint', place.endpoints],
  ['ManagedPrefixListEntries', place.prefixLists],
];
