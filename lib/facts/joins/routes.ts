import { isUnknown, Unknown } from '../../model/unknown.ts';
import type { RouteTable } from '../../snapshot/index.ts';
import type { Estate } from '../estate.ts';
import { findSubnet } from './resources.ts';

export const routeTargets = ['NAT_GATEWAY', 'INTERNET_GATEWAY', 'OTHER', 'NONE'];
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

/** What the IPv4 default route of a subnet leads to, one of {@link routeTargets}. A blackhole leads nowhere. */
export function defaultRouteOf(estate: Estate, subnetId: string | null | undefined): string | Unknown {
  const table = routeTableOf(estate, subnetId);
  if (isUnknown(table)) return table;
  const route = (table.Routes ?? []).find((r) => r.DestinationCidrBlock === '0.0.0.0/0' && r.State !== 'blackhole');
  if (route === undefined) return 'NONE';
  if (route.NatGatewayId) return 'NAT_GATEWAY';
  return route.GatewayId?.startsWith('igw-') ? 'INTERNET_GATEWAY' : 'OTHER';
}
