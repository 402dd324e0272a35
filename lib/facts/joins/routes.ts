import { isUnknown, Unknown } from '../../model/unknown.ts';
import type { RouteTable } from '../../snapshot/index.ts';
import { type Cidr, toCidr } from '../arithmetic/addresses.ts';
import { type Destined, longestMatch } from '../arithmetic/routes.ts';
import type { Estate } from '../estate.ts';
import { findSubnet } from './resources.ts';
import { type RouteTarget, targetOf } from './route-targets.ts';
import { entriesOf } from './streaming-endpoints.ts';

/** A route with one destination: those of a prefix list are one each. */
export interface Route extends Destined {
  readonly target: RouteTarget;
}

/** The routes of a table, and those whose destinations are a prefix list that was not read. */
export interface TableRoutes {
  readonly routes: readonly Route[];
  readonly unread: readonly { readonly listId: string; readonly target: RouteTarget }[];
}

const overStates = ['disassociated', 'failed'];

/** Associations that are in force; EC2 may list one for a while after it was taken away. */
const associationsInForce = (table: RouteTable) =>
  (table.Associations ?? []).filter(({ AssociationState: state }) => !overStates.includes(state?.State ?? ''));

/** The route table of a subnet: the one associated with it, else the main one of its VPC. */
export function routeTableOf(estate: Estate, subnetId: string | null | undefined): RouteTable | Unknown {
  const subnet = findSubnet(estate, subnetId);
  if (isUnknown(subnet)) return subnet;
  const tables = estate.snapshot.resources.RouteTable.items;
  const explicit = tables.find((table) => associationsInForce(table).some((a) => a.SubnetId === subnet.SubnetId));
  if (explicit !== undefined) return explicit;
  // An explicit association that was not read would overrule the main table.
  const unread = estate.unread('RouteTable');
  if (unread !== undefined) return unread;
  const main = tables.find(
    (table) => table.VpcId === subnet.VpcId && associationsInForce(table).some((association) => association.Main),
  );
  return main ?? new Unknown(`no route table of ${subnet.SubnetId} was returned`);
}

/**
 * Of routes with the same destination, the VPC's own comes first, then one made by hand, then one of a prefix list, then
 * a propagated one (Amazon VPC user guide: Route priority).
 */
const ranks = { local: 0, static: 1, prefixList: 2, propagated: 3 } as const;

/** The routes of a table, prefix lists expanded. Routes to gateway endpoints carry AWS services alone: left out. */
export function routesOf(estate: Estate, table: RouteTable): TableRoutes | Unknown {
  const path = `RouteTables[${table.RouteTableId}].Routes`;
  if (!table.Routes) return new Unknown(`${path} is absent`);
  const routes: Route[] = [];
  const unread: { listId: string; target: RouteTarget }[] = [];
  for (const raw of table.Routes) {
    const target = targetOf(raw);
    const listId = raw.DestinationPrefixListId;
    if (listId) {
      if (isGatewayEndpoint(estate, target)) continue;
      const entries = entriesOf(estate, listId);
      if (entries === undefined) unread.push({ listId, target });
      const cidrs = (entries ?? []).flatMap((entry) => toCidr(entry) ?? []);
      routes.push(...cidrs.map((destination) => ({ destination, rank: ranks.prefixList, target })));
      continue;
    }
    const written = raw.DestinationCidrBlock || raw.DestinationIpv6CidrBlock;
    const destination = toCidr(written ?? '');
    if (destination === undefined) return new Unknown(`${path}[] has the unknown destination "${written ?? ''}"`);
    const origin = raw.Origin === 'EnableVgwRoutePropagation' ? ranks.propagated : ranks.static;
    routes.push({ destination, rank: target.kind === 'LOCAL' ? ranks.local : origin, target });
  }
  return { routes, unread };
}

/** Only a Gateway Load Balancer's or firewall's endpoint takes other traffic; one that was not read is neither. */
function isGatewayEndpoint(estate: Estate, { kind, id }: RouteTarget): boolean {
  if (!id.startsWith('vpce-') || (kind !== 'VPC_ENDPOINT' && kind !== 'BLACKHOLE')) return false;
  return (estate.index.vpcEndpoints.get(id)?.VpcEndpointType ?? 'Gateway') === 'Gateway';
}

/** The routes by which a subnet's traffic reaches one address; several only where EC2 chooses at random. */
export function routesTo(estate: Estate, subnetId: string, address: Cidr): readonly Route[] | Unknown {
  return fromSubnet(estate, subnetId, (routes) => longestMatch(routes, address));
}

/** What `choose` takes of a subnet's routes; unknown when an unread prefix list may lead the traffic elsewhere. */
export function fromSubnet(
  estate: Estate,
  subnetId: string | null | undefined,
  choose: (routes: readonly Route[]) => readonly Route[],
): readonly Route[] | Unknown {
  const table = routeTableOf(estate, subnetId);
  if (isUnknown(table)) return table;
  const known = routesOf(estate, table);
  if (isUnknown(known)) return known;
  const chosen = choose(known.routes);
  const elsewhere = known.unread.find(
    ({ target }) => chosen.length === 0 || chosen.some((route) => route.target.id !== target.id),
  );
  return elsewhere === undefined ? chosen : estate.notReturned('ManagedPrefixListEntries', elsewhere.listId);
}
