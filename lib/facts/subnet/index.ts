import { type AtLeast, isUnknown } from '../../model/unknown.ts';
import type { Workspace } from '../../snapshot/index.ts';
import { counted, type FactTable, partition, present } from '../define.ts';
import type { Estate } from '../estate.ts';
import * as op from '../operations.ts';
import { amazonLinuxFacts } from './amazon-linux.ts';
import type { SubnetContext } from './context.ts';
import { internetRouteFacts } from './internet-route.ts';
import { natGatewaySubnetFacts } from './nat-gateway-subnets.ts';
import { natGatewayFacts } from './nat-gateways.ts';
import { networkAclFacts } from './network-acl.ts';
import { placementFacts } from './placement.ts';
import { useFacts } from './use.ts';

/** Each subnet of a directory asks the same of all its WorkSpaces. */
const counts = new WeakMap<readonly Workspace[], number | AtLeast>();

function graphicsAmong(estate: Estate, workspaces: readonly Workspace[]): number | AtLeast {
  let count = counts.get(workspaces);
  if (count === undefined) {
    count = countGraphics(estate, workspaces);
    counts.set(workspaces, count);
  }
  return count;
}

/** Counts WorkSpaces of the GRAPHICS compute type, and says why there may be more. */
function countGraphics(estate: Estate, workspaces: readonly Workspace[]) {
  const { known: types, unknown } = partition(
    workspaces.map((workspace) =>
      present(
        workspace.WorkspaceProperties?.ComputeTypeName,
        `Workspaces[${workspace.WorkspaceId}].WorkspaceProperties.ComputeTypeName`,
      ),
    ),
  );
  const count = types.filter((type) => type === 'GRAPHICS').length;
  return counted(count, unknown ?? estate.unread('Workspace'));
}

/** Everything a rule can read of a subnet. */
export const subnetFacts: FactTable<SubnetContext> = {
  id: { type: 'string', about: 'Subnet id.', from: [op.directories], read: ({ id }) => id },
  directoryId: {
    type: 'string',
    about: 'Directory that uses the subnet.',
    from: [op.directories],
    read: ({ directory }) => directory.DirectoryId,
  },
  autoAssignsIpv6: {
    type: 'boolean',
    about: 'Whether the subnet gives every new interface an IPv6 address.',
    from: [op.subnets],
    read: ({ subnet }) => (isUnknown(subnet) ? subnet : (subnet.AssignIpv6AddressOnCreation ?? false)),
  },
  ipv6Native: {
    type: 'boolean',
    about: 'Whether the subnet has IPv6 only.',
    from: [op.subnets],
    read: ({ subnet }) => (isUnknown(subnet) ? subnet : (subnet.Ipv6Native ?? false)),
  },
  graphicsWorkspaceCount: {
    type: 'number',
    about: 'Live WorkSpaces of the GRAPHICS compute type in the subnet.',
    from: [op.workspaces],
    read: ({ estate, id }) => graphicsAmong(estate, estate.index.liveWorkspacesBySubnet.get(id) ?? []),
  },
  'directory.graphicsWorkspaceCount': {
    type: 'number',
    about: 'Live WorkSpaces of the GRAPHICS compute type in the directory.',
    from: [op.workspaces],
    read: ({ estate, directory }) => graphicsAmong(estate, estate.liveWorkspaces(directory.DirectoryId)),
  },
  ...placementFacts,
  ...useFacts,
  ...internetRouteFacts,
  ...natGatewayFacts,
  ...natGatewaySubnetFacts,
  ...networkAclFacts,
  ...amazonLinuxFacts,
};

export type { SubnetContext } from './context.ts';
