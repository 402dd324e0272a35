import { isUnknown, Unknown } from '../../model/unknown.ts';
import { type FactTable, partition, seen, sorted } from '../define.ts';
import { primaryInterfaces, publicIpsOf } from '../joins/interfaces.ts';
import { goesOnFrom, internetTargets, textOf } from '../joins/internet-path.ts';
import { internetRoutesOf } from '../joins/routes-to-internet.ts';
import * as op from '../operations.ts';
import type { SubnetContext } from './context.ts';

const routes = [op.subnets, op.routeTables, op.prefixLists];

function ipv6Targets({ estate, id }: SubnetContext): string[] | Unknown {
  const found = internetRoutesOf(estate, id, 'IPv6');
  return isUnknown(found) ? found : sorted(found.routes.map(({ target }) => target.kind));
}

/**
 * Live WorkSpaces in the subnet whose primary interface was found and has no public address. One that is being made,
 * or whose interface is missing, says nothing of the subnet.
 */
function withoutPublicAddress({ estate, id }: SubnetContext): readonly string[] | Unknown {
  const bare = (estate.index.liveWorkspacesBySubnet.get(id) ?? []).flatMap((workspace): (string | Unknown)[] => {
    const interfaces = primaryInterfaces(estate, workspace);
    if (isUnknown(interfaces)) return interfaces.operations.length > 0 ? [interfaces] : [];
    const [eni, ...others] = interfaces;
    return eni === undefined || others.length > 0 || publicIpsOf(eni).length > 0 ? [] : [workspace.WorkspaceId];
  });
  const { known, unknown } = partition(bare);
  return seen(known, estate.unread('Workspace') ?? unknown);
}

/** How a subnet's traffic reaches the internet. */
export const internetRouteFacts: FactTable<SubnetContext> = {
  'internetRoute.routes': {
    type: 'list',
    about:
      'Routes that carry IPv4 traffic to the internet: the default route, or those that cover the internet together; prefix lists expanded.',
    from: routes,
    read: ({ estate, id }) => {
      const found = internetRoutesOf(estate, id);
      return isUnknown(found) ? found : sorted(found.routes.map(textOf));
    },
  },
  'internetRoute.targets': {
    type: 'list',
    about:
      'What these lead to, such as NAT_GATEWAY or TRANSIT_GATEWAY; BLACKHOLE where the target is gone, NONE where some or all of the internet has no route.',
    from: routes,
    read: ({ estate, id }) => internetTargets(estate, id),
  },
  'internetRoute.goesOnBeyondHub': {
    type: 'boolean',
    about:
      'Whether traffic that is handed to a hub or an appliance goes on to the internet: true when none is, else unknown.',
    from: routes,
    read: ({ estate, id }) => goesOnFrom(estate, id),
  },
  'internetRoute.ipv6Targets': {
    type: 'list',
    about: 'What the routes that carry IPv6 traffic to the internet lead to.',
    from: routes,
    read: ipv6Targets,
  },
  'internetRoute.ipv6InPlaceOfIpv4': {
    type: 'boolean',
    about:
      'Whether IPv6 stands in for a missing IPv4 route: false without an IPv6 route to an internet gateway, else unknown.',
    from: routes,
    read: (context) => {
      const targets = ipv6Targets(context);
      if (isUnknown(targets)) return targets;
      const gateways = ['INTERNET_GATEWAY', 'EGRESS_ONLY_INTERNET_GATEWAY'];
      return (
        targets.some((kind) => gateways.includes(kind)) &&
        new Unknown(`${context.id} has a route to the internet for IPv6 alone, and whether that is enough is not seen`)
      );
    },
  },
  workspacesWithoutPublicAddress: {
    type: 'list',
    about: 'Live WorkSpaces in the subnet whose primary interface was found and has no public IPv4 address.',
    from: [op.workspaces, op.interfaces],
    read: withoutPublicAddress,
  },
};
