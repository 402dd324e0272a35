import { overlapCidr, parseCidr } from 'cidr-tools';
import table from '../../../rules/reference/management-interface.json' with { type: 'json' };
import { isUnknown, Unknown } from '../../model/unknown.ts';
import { type Cidr, familyOf } from '../arithmetic/addresses.ts';
import { combined } from '../define.ts';
import type { Estate } from '../estate.ts';
import { routesOf } from './routes.ts';
import { networksOfVpc } from './vpc-networks.ts';

interface Ranges {
  /** For every streaming protocol: the service picks one that conflicts with nothing. */
  readonly common: readonly Cidr[];
  /** Used for DCV besides. */
  readonly dcv: readonly Cidr[];
}

const byRegion: { readonly [region: string]: Ranges | undefined } = table.ranges;

/** Ranges from which the management interfaces of a Region get their addresses. */
export const rangesOfRegion = (region: string): Ranges | Unknown =>
  byRegion[region] ?? new Unknown(`the management ranges of ${region} are not known`);

/** A range of a VPC, or the destination of a route in it, and the resource that has it. */
export interface Taker {
  readonly cidr: Cidr;
  readonly of: string;
}

/** What a management range can conflict with in a VPC, and why there may be more. */
export interface Takers {
  readonly list: readonly Taker[];
  readonly unknown: Unknown | undefined;
}

/** IPv4 ranges of a VPC and destinations of all its routes, but for default routes, their halves and gateway endpoints. */
export function takersOf(estate: Estate, vpcId: string): Takers {
  const networks = networksOfVpc(estate, vpcId);
  const routes = routeTakersOf(estate, vpcId);
  const own = isUnknown(networks) ? [] : networks.map((cidr) => ({ cidr, of: vpcId }));
  const unread = isUnknown(networks) ? networks : undefined;
  const bare = own.length === 0 ? new Unknown(`Vpcs[${vpcId}].CidrBlockAssociationSet is absent`) : undefined;
  // The VPC's own routes say nothing more.
  const further = routes.list.filter((route) => !own.some(({ cidr }) => cidr === route.cidr));
  const list = [...own, ...further].filter(({ cidr }) => familyOf(cidr) === 'IPv4');
  return { list, unknown: combined([unread ?? bare, routes.unknown].filter(isUnknown)) };
}

function routeTakersOf(estate: Estate, vpcId: string): Takers {
  const tables = estate.snapshot.resources.RouteTable.items.filter(({ VpcId }) => VpcId === vpcId);
  const unknowns = [estate.unread('RouteTable')];
  // Every VPC has a route table, but an account that shares it may not see it.
  if (tables.length === 0) unknowns.push(new Unknown(`no route table of ${vpcId} was returned`));
  const list = tables.flatMap((one) => {
    const found = routesOf(estate, one);
    if (isUnknown(found)) {
      unknowns.push(found);
      return [];
    }
    unknowns.push(...found.unread.map(({ listId }) => estate.notReturned('ManagedPrefixListEntries', listId)));
    const destinations = found.routes.map(({ destination }) => destination).filter((cidr) => !isDefault(cidr));
    return destinations.map((cidr) => ({ cidr, of: one.RouteTableId }));
  });
  return { list, unknown: combined(unknowns.filter(isUnknown)) };
}

const isDefault = (cidr: Cidr): boolean => Number(parseCidr(cidr).prefix) <= 1;

/** What of a VPC overlaps a range. */
export const takersOfRange = ({ list }: Takers, range: Cidr): Taker[] =>
  list.filter(({ cidr }) => overlapCidr(cidr, range));
