import { parseCidr } from 'cidr-tools';
import { type Cidr, covers, type Family, familyOf, isReserved, openFamilies } from './addresses.ts';

/** What arithmetic needs of a route: where it leads to is the caller's affair. */
export interface Destined {
  readonly destination: Cidr;
  /** Of routes with the same destination the one with the lowest rank carries the traffic; equal ranks may share it. */
  readonly rank: number;
}

/** The routes that carry a family's traffic to the internet. */
export interface Carriers<R> {
  readonly routes: readonly R[];
  /** Whether they carry all of it; when false, some addresses have no route at all. */
  readonly whole: boolean;
}

/** A route up to this prefix length carries a share of the internet: a default route, or one of its halves. */
const widest = { IPv4: 1, IPv6: 3 } as const;

const lengthOf = ({ destination }: Destined): number => Number(parseCidr(destination).prefix);

/** The routes that carry traffic to one address: the longest prefix, then the lowest rank. */
export function longestMatch<R extends Destined>(routes: readonly R[], address: Cidr): R[] {
  const fitting = routes.filter(({ destination }) => covers([destination], address));
  const length = Math.max(...fitting.map(lengthOf));
  return winners(fitting.filter((route) => lengthOf(route) === length));
}

/**
 * The routes that carry traffic to the internet: the default route, or the routes that cover the internet together,
 * such as 0.0.0.0/1 and 128.0.0.0/1. A route of which longer ones take everything carries nothing; one for a part that
 * is smaller than a half, beside a default route, is a detour and left out.
 */
export function internetCarriers<R extends Destined>(all: readonly R[], family: Family): Carriers<R> {
  const own = all.filter(({ destination }) => familyOf(destination) === family && !isReserved(destination));
  const routes = winners(own);
  const used = routes.filter((route) => !isShadowed(route, routes));
  const upTo = (length: number) => used.filter((route) => lengthOf(route) <= length);
  const lengths = [widest[family], ...used.map(lengthOf)].sort((a, b) => a - b);
  const enough = lengths.find((length) => length >= widest[family] && coversInternet(upTo(length), family));
  return { routes: upTo(enough ?? widest[family]), whole: enough !== undefined };
}

const destinationsOf = (routes: readonly Destined[]): Cidr[] => routes.map(({ destination }) => destination);

const coversInternet = (routes: readonly Destined[], family: Family): boolean =>
  openFamilies(destinationsOf(routes)).includes(family);

function winners<R extends Destined>(routes: readonly R[]): R[] {
  return [...Map.groupBy(routes, ({ destination }) => destination).values()].flatMap((same) => {
    const lowest = Math.min(...same.map(({ rank }) => rank));
    return same.filter(({ rank }) => rank === lowest);
  });
}

function isShadowed(route: Destined, routes: readonly Destined[]): boolean {
  const length = lengthOf(route);
  const longer = destinationsOf(routes.filter((other) => lengthOf(other) > length));
  if (length === 0) return openFamilies(longer).includes(familyOf(route.destination));
  return covers(longer, route.destination);
}
