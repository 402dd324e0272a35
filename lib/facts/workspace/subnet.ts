import { isUnknown } from '../../model/unknown.ts';
import { type FactTable, present } from '../define.ts';
import { findSubnet } from '../joins/resources.ts';
import { defaultRouteOf, routeTargets } from '../joins/routes-to-internet.ts';
import * as op from '../operations.ts';
import { pathOf, type WorkspaceContext } from './context.ts';
/** What a WorkSpace has from its subnet. */
export const subnetFacts: FactTable<WorkspaceContext> = {
  subnetId: {
    type: 'string',
    about: 'Subnet of the WorkSpace.',
    from: [op.workspaces],
    read: (context) => present(context.workspace.SubnetId, pathOf(context, 'SubnetId')),
  },
  'subnet.autoAssignsIpv6': {
    type: 'boolean',
    about: 'Whether the subnet gives every new interface an IPv6 address.',
    from: [op.subnets],
    read: ({ estate, workspace }) => {
      const subnet = findSubnet(estate, workspace.SubnetId);
      return isUnknown(subnet) ? subnet : (subnet.AssignIpv6AddressOnCreation ?? false);
    },
  },
  'subnet.ipv6Native': {
    type: 'boolean',
    about: 'Whether the subnet has IPv6 only.',
    from: [op.subnets],
    read: ({ estate, workspace }) => {
      const subnet = findSubnet(estate, workspace.SubnetId);
      return isUnknown(subnet) ? subnet : (subnet.Ipv6Native ?? false);
    },
  },
  'subnet.defaultRoute': {
    type: 'string',
    about: "What the subnet's IPv4 default route leads to.",
    from: [op.subnets, op.routeTables],
    values: routeTargets,
    read: ({ estate, workspace }) => defaultRouteOf(estate, workspace.SubnetId),
  },
};
