import { isUnknown } from '../../model/unknown.ts';
import { openFamilies } from '../arithmetic/addresses.ts';
import { type FactTable, known as knownValue, partition, present, seen, sorted } from '../define.ts';
import { rangesOfDirectory } from '../joins/ip-rules.ts';
import { ipGroupIdsOf } from '../joins/resources.ts';
import { endpointState, isOpen, ofEndpoints, streamingEndpointIds } from '../joins/streaming-endpoints.ts';
import * as op from '../operations.ts';
import type { DirectoryContext } from './context.ts';
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
