import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { OperationCoverage } from '../../lib/model/coverage.ts';
import { operationOf, type ResourceType, SnapshotWriter } from '../../lib/snapshot/index.ts';
import { isOptional } from '../../lib/snapshot/optional.ts';
import { furtherTypes } from './further.ts';
import type { Place } from './place.ts';

/** Writes a place as `<account>-<region>.ndjson`; refused operations leave their resources out. */
export async function writeSnapshot(place: Place, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const { accountId, region } = place.origin;
  const writer = await SnapshotWriter.create(join(folder, `${accountId}-${region}.ndjson`), place.origin);
  const coverage = new Map<string, OperationCoverage>(place.refused.map((entry) => [entry.operation, entry]));
  for (const [type, resources] of resourcesOf(place)) {
    const operation = operationOf(type);
    // Nothing that optional operations say is compared with a baseline.
    if (place.era === 'baseline' && isOptional(operation)) continue;
    const entry = coverage.get(operation) ?? { operation, status: 'complete' as const, count: 0 };
    const readable = entry.status === 'complete' ? resources : [];
    for (const resource of readable) await writer.add(type, resource);
    coverage.set(operation, { ...entry, count: entry.count + readable.length });
  }
  // Only finds out which certificates to ask for.
  coverage.set('ds:ListCertificates', { operation: 'ds:ListCertificates', status: 'complete', count: 0 });
  await writer.finish([...coverage.values()]);
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
  ...furtherTypes.map((type) => [type, place.further.of(type)] as const),
];
