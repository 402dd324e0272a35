import { isUnknown, Unknown } from '../model/unknown.ts';
import type { WorkspaceDirectory } from '../snapshot/index.ts';
import { openFamilies } from './addresses.ts';
import { both, type FactTable, known as knownValue, partition, present, seen, sorted } from './define.ts';
import type { DirectoryContext } from './directory.ts';
import type { Estate } from './estate.ts';
import { rangesOfDirectory } from './ip-rules.ts';
import { ipGroupIdsOf } from './joins.ts';
import * as op from './operations.ts';
import { expandPrefixLists, hasPortOpenToAnywhere, rulesOf } from './security-rules.ts';

/** VPC endpoints through which the directory's WorkSpaces are streamed, and why there may be more. */
function streamingEndpoints({ DirectoryId, WorkspaceAccessProperties }: WorkspaceDirectory) {
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

function streamingEndpointIds(directory: WorkspaceDirectory): readonly string[] | Unknown {
  const { known, unknown } = streamingEndpoints(directory);
  return seen(known, unknown);
}

/** What `look` says of each streaming endpoint. */
function ofEndpoints<T>(directory: WorkspaceDirectory, look: (id: string) => T | Unknown) {
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
function endpointState(estate: Estate, id: string): { id: string; state: string } | Unknown {
  const endpoint = estate.index.vpcEndpoints.get(id);
  if (endpoint === undefined) {
    const unread = estate.unread('VpcEndpoint');
    return unread ?? new Unknown(`${op.vpcEndpoints} did not return ${id}: deleted, or owned by another account`);
  }
  const state = knownValue(endpoint.State?.toLowerCase(), endpointStates, `VpcEndpoints[${id}].State`);
  return isUnknown(state) ? state : { id, state };
}

/** Whether the groups of an endpoint, together, admit every address on some port. */
function isOpen(estate: Estate, id: string): { id: string; open: boolean } | Unknown {
  const endpoint = estate.index.vpcEndpoints.get(id);
  if (endpoint === undefined) return endpointUnknown(estate, id);
  if (!endpoint.Groups) return new Unknown(`VpcEndpoints[${id}].Groups is absent`);
  const groupIds = endpoint.Groups.flatMap((group) => group.GroupId ?? []);
  const groups = groupIds.map((groupId) => estate.index.securityGroups.get(groupId));
  const all = groups.flatMap((group) => rulesOf(group?.IpPermissions));
  const { rules, unread } = expandPrefixLists(all, (listId) => entriesOf(estate, listId));
  if (hasPortOpenToAnywhere(rules)) return { id, open: true };
  const absent = groupIds.find((groupId) => !estate.index.securityGroups.has(groupId));
  if (absent !== undefined) return estate.notReturned('SecurityGroup', absent);
  const bare = groups.find((group) => !group?.IpPermissions);
  if (bare !== undefined) return new Unknown(`SecurityGroups[${bare.GroupId}].IpPermissions is absent`);
  const [list] = unread;
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

export const accessFacts: FactTable<DirectoryContext> = {
  ipGroupIds: {
    type: 'list',
    about: "The customer's IP access control groups; the service's default group counts as none.",
    from: [op.directories],
    read: ({ estate, directory }) => ipGroupIdsOf(estate, directory),
  },
  ipGroupCount: {
    type: 'number',
    about: "How many of the customer's IP access control groups are associated.",
    from: [op.directories],
    read: ({ estate, directory }) => ipGroupIdsOf(estate, directory).length,
  },
  'ipGroups.openFamilies': {
    type: 'list',
    about: 'IP families of which the rules of all associated groups together admit every public address.',
    from: [op.directories, op.ipGroups],
    read: ({ estate, directory }) => {
      const { cidrs, unknown } = rangesOfDirectory(estate, directory);
      return seen(openFamilies(cidrs), unknown);
    },
  },
  'ipGroups.ranges': {
    type: 'list',
    about: 'The networks that the associated groups admit, as far as they could be read.',
    from: [op.directories, op.ipGroups],
    read: ({ estate, directory }) => sorted(rangesOfDirectory(estate, directory).cidrs),
  },
  streamingEndpointIds: {
    type: 'list',
    about: 'VPC endpoints that the directory names for streaming; none when it has no access properties.',
    from: [op.directories],
    read: ({ directory }) => streamingEndpointIds(directory),
  },
  'accessProperties.streamingEndpointIds': {
    type: 'list',
    about: 'The same, but unknown when the access properties are absent.',
    from: [op.directories],
    read: ({ directory }) => {
      const path = `Directories[${directory.DirectoryId}].WorkspaceAccessProperties`;
      const access = present(directory.WorkspaceAccessProperties, path);
      return isUnknown(access) ? access : streamingEndpointIds(directory);
    },
  },
  internetFallbackProtocols: {
    type: 'list',
    about: 'Protocols that stream over the internet when the VPC endpoint cannot carry them.',
    from: [op.directories],
    read: ({ directory }) => {
      const path = `Directories[${directory.DirectoryId}].WorkspaceAccessProperties.AccessEndpointConfig.InternetFallbackProtocols`;
      const protocols = directory.WorkspaceAccessProperties?.AccessEndpointConfig?.InternetFallbackProtocols ?? [];
      const { known, unknown } = partition(protocols.map((name) => knownValue(name, ['PCOIP'], path)));
      return seen(known, unknown);
    },
  },
  'streamingEndpoints.notAvailable': {
    type: 'list',
    about: 'Streaming endpoints that are in another state than available, with the state.',
    from: [op.directories, op.vpcEndpoints],
    read: ({ estate, directory }) => {
      const { known, unknown } = ofEndpoints(directory, (id) => endpointState(estate, id));
      return seen(
        known.filter(({ state }) => state !== 'available').map(({ id, state }) => `${id} (${state})`),
        unknown,
      );
    },
  },
  'streamingEndpoints.openToAnywhere': {
    type: 'list',
    about: 'Streaming endpoints whose security groups together admit every IPv4 or every IPv6 address on some port.',
    from: [op.directories, op.vpcEndpoints, op.securityGroups, op.prefixLists],
    read: ({ estate, directory }) => {
      const { known, unknown } = ofEndpoints(directory, (id) => isOpen(estate, id));
      const open = known.filter((endpoint) => endpoint.open).map(({ id }) => id);
      return seen(open, unknown);
    },
  },
  enableInternetAccess: {
    type: 'boolean',
    about: 'Whether WorkSpaces of the directory get a public address at launch; false when never set.',
    from: [op.directories],
    read: ({ directory }) => directory.WorkspaceCreationProperties?.EnableInternetAccess ?? false,
  },
};
