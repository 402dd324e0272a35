import { isUnknown, Unknown } from '../../model/unknown.ts';
import type { WorkspaceDirectory } from '../../snapshot/index.ts';
import { expandPrefixLists, hasPortOpenToAnywhere, rulesOf } from '../arithmetic/security-rules.ts';
import { both, known as knownValue, partition, seen, sorted } from '../define.ts';
import type { Estate } from '../estate.ts';
import * as op from '../operations.ts';
/** VPC endpoints through which the directory's WorkSpaces are streamed, and why there may be more. */
export function streamingEndpoints({ DirectoryId, WorkspaceAccessProperties }: WorkspaceDirectory) {
  const path = `Directories[${DirectoryId}].WorkspaceAccessProperties.AccessEndpointConfig.AccessEndpoints[].AccessEndpointType`;
  const endpoints = WorkspaceAccessProperties?.AccessEndpointConfig?.AccessEndpoints ?? [];
  return partition(
    endpoints.flatMap(({ AccessEndpointType, VpcEndpointId }) => {
      if (!VpcEndpointId) return [];
      const type = knownValue(AccessEndpointType, ['STREAMING_WSP'], path);
      return isUnknown(type) ? type : VpcEndpointId;
    }),
  );
}

export function streamingEndpointIds(directory: WorkspaceDirectory): readonly string[] | Unknown {
  const { known, unknown } = streamingEndpoints(directory);
  return seen(known, unknown);
}

/** What `look` says of each streaming endpoint. */
export function ofEndpoints<T>(directory: WorkspaceDirectory, look: (id: string) => T | Unknown) {
  const endpoints = streamingEndpoints(directory);
  const { known, unknown } = partition(sorted(endpoints.known).map(look));
  return { known, unknown: endpoints.unknown === undefined ? unknown : both(unknown, endpoints.unknown) };
}

const endpointStates = [
  'available',
  'pending',
  'pendingacceptance',
  'deleting',
  'deleted',
  'rejected',
  'failed',
  'expired',
  'partial',
];

/** The state of a VPC endpoint, lower case: the SDK's enumeration and real answers differ in it. */
export function endpointState(estate: Estate, id: string): { id: string; state: string } | Unknown {
  const endpoint = estate.index.vpcEndpoints.get(id);
  if (endpoint === undefined) {
    const unread = estate.unread('VpcEndpoint');
    return unread ?? new Unknown(`${op.vpcEndpoints} did not return ${id}: deleted, or owned by another account`);
  }
  const state = knownValue(endpoint.State?.toLowerCase(), endpointStates, `VpcEndpoints[${id}].State`);
  return isUnknown(state) ? state : { id, state };
}

/** Whether the groups of an endpoint, together, admit every address on some port. */
export function isOpen(estate: Estate, id: string): { id: string; open: boolean } | Unknown {
  const endpoint = estate.index.vpcEndpoints.get(id);
  if (endpoint === undefined) return endpointUnknown(estate, id);
  if (!endpoint.Groups) return new Unknown(`VpcEndpoints[${id}].Groups is absent`);
  if (endpoint.Groups.some((group) => !group.GroupId))
    return new Unknown(`VpcEndpoints[${id}].Groups[].GroupId is absent`);
  const groupIds = sorted(endpoint.Groups.flatMap((group) => group.GroupId ?? []));
  const groups = groupIds.map((groupId) => estate.index.securityGroups.get(groupId));
  const all = groups.flatMap((group) => rulesOf(group?.IpPermissions));
  const { rules, unread } = expandPrefixLists(all, (listId) => entriesOf(estate, listId));
  if (hasPortOpenToAnywhere(rules)) return { id, open: true };
  const absent = groupIds.find((groupId) => !estate.index.securityGroups.has(groupId));
  if (absent !== undefined) return estate.notReturned('SecurityGroup', absent);
  const bare = groups.find((group) => !group?.IpPermissions);
  if (bare !== undefined) return new Unknown(`SecurityGroups[${bare.GroupId}].IpPermissions is absent`);
  const [list] = sorted(unread);
  return list === undefined ? { id, open: false } : estate.notReturned('ManagedPrefixListEntries', list);
}

const endpointUnknown = (estate: Estate, id: string): Unknown => {
  const state = endpointState(estate, id);
  return isUnknown(state) ? state : estate.notReturned('VpcEndpoint', id);
};

/** @returns the networks of a prefix list, or undefined when it was not read */
export function entriesOf(estate: Estate, listId: string): string[] | undefined {
  return estate.index.prefixLists.get(listId)?.Entries?.flatMap((entry) => entry.Cidr ?? []);
}
