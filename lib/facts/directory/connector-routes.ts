import { isUnknown, Unknown } from '../../model/unknown.ts';
import { toCidr } from '../arithmetic/addresses.ts';
import { type FactDefinition, type FactTable, partition, seen, sorted } from '../define.ts';
import { findDescription } from '../joins/resources.ts';
import type { RouteTarget } from '../joins/route-targets.ts';
import { routesTo } from '../joins/routes.ts';
import * as op from '../operations.ts';
import type { DirectoryContext } from './context.ts';
import { controllerSubnetIds } from './subnet-routes.ts';

const from = [op.directories, op.descriptions, op.subnets, op.routeTables, op.prefixLists];

/** Where traffic from one connector subnet to one DNS server goes. */
interface Way {
  readonly subnetId: string;
  readonly dns: string;
  /** Undefined where no route fits. */
  readonly target: RouteTarget | undefined;
}

/** DNS servers of the domain that an AD Connector connects to: the customer's own. */
function dnsAddresses({ estate, directory }: DirectoryContext): readonly string[] | Unknown {
  const description = findDescription(estate, directory.DirectoryId);
  if (isUnknown(description)) return description;
  const addresses = description.DnsIpAddrs ?? [];
  const path = `DirectoryDescriptions[${directory.DirectoryId}].DnsIpAddrs`;
  return addresses.length === 0 ? new Unknown(`${path} is absent`) : sorted(addresses);
}

/** The ways of all pairs of a subnet and a DNS server, and why there may be more. */
function waysOf(context: DirectoryContext): { known: Way[]; unknown: Unknown | undefined } {
  const subnetIds = controllerSubnetIds(context);
  const addresses = dnsAddresses(context);
  if (isUnknown(subnetIds)) return { known: [], unknown: subnetIds };
  if (isUnknown(addresses)) return { known: [], unknown: addresses };
  return partition(subnetIds.flatMap((subnetId) => addresses.flatMap((dns) => ways(context, subnetId, dns))));
}

function ways({ estate, directory }: DirectoryContext, subnetId: string, dns: string): (Way | Unknown)[] {
  const address = toCidr(dns);
  const path = `DirectoryDescriptions[${directory.DirectoryId}].DnsIpAddrs`;
  if (address === undefined) return [new Unknown(`${path}[] has the unknown value "${dns}"`)];
  const routes = routesTo(estate, subnetId, address);
  if (isUnknown(routes)) return [routes];
  const targets = routes.length === 0 ? [undefined] : routes.map(({ target }) => target);
  return targets.map((target) => ({ subnetId, dns, target }));
}

const textOf = ({ subnetId, dns, target }: Way): string =>
  `${dns} from ${subnetId}${target === undefined ? '' : ` by ${target.id || 'an unknown target'}`}`;

const leadingTo = (kind: RouteTarget['kind'] | undefined, how: string): FactDefinition<DirectoryContext> => ({
  type: 'list',
  about: `DNS servers of an AD Connector's domain, with the connector's subnet, ${how}.`,
  from,
  read: (context) => {
    const { known, unknown } = waysOf(context);
    return seen(known.filter(({ target }) => target?.kind === kind).map(textOf), unknown);
  },
});

/** Targets that carry traffic inside AWS or to a site of the organization, and no further than that. */
const decided = [
  ...['LOCAL', 'VIRTUAL_PRIVATE_GATEWAY', 'TRANSIT_GATEWAY', 'PEERING', 'CORE_NETWORK'],
  ...['INTERNET_GATEWAY', 'NAT_GATEWAY', 'BLACKHOLE'],
];

/** How an AD Connector reaches the DNS servers of its domain; the longest matching prefix of each route table counts. */
export const connectorRouteFacts: FactTable<DirectoryContext> = {
  'connector.dnsRoutes': {
    type: 'list',
    about: "DNS servers of an AD Connector's domain, with the connector's subnet and what the route leads to.",
    from,
    read: (context) => {
      const { known, unknown } = waysOf(context);
      return seen(known.map(textOf), unknown);
    },
  },
  'connector.dnsByInternetGateway': leadingTo('INTERNET_GATEWAY', 'that are routed to an internet gateway'),
  'connector.dnsByNatGateway': leadingTo('NAT_GATEWAY', 'that are routed to a NAT gateway'),
  'connector.dnsBlackholed': leadingTo('BLACKHOLE', 'of which the target of the route is gone'),
  'connector.dnsUnrouted': leadingTo(undefined, 'that have no route'),
  'connector.goesOnBeyondAppliance': {
    type: 'boolean',
    about:
      'Whether an appliance, endpoint or other gateway passes traffic on to these servers: true when none is in between, else unknown.',
    from,
    read: (context) => {
      const { known, unknown } = waysOf(context);
      const between = known.filter(({ target }) => target !== undefined && !decided.includes(target.kind)).map(textOf);
      if (between.length === 0) return unknown ?? true;
      return new Unknown(`what becomes of traffic to ${sorted(between).join(', ')} is not seen`);
    },
  },
};
