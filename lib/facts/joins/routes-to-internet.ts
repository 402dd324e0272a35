import { isUnknown, type Unknown } from '../../model/unknown.ts';
import type { Family } from '../arithmetic/addresses.ts';
import { type Carriers, internetCarriers } from '../arithmetic/routes.ts';
import type { Estate } from '../estate.ts';
import { fromSubnet, type Route } from './routes.ts';

const carriers = new WeakMap<Estate, Map<string, Carriers<Route> | Unknown>>();

/** The routes by which a subnet's traffic of one family reaches the internet. */
export function internetRoutesOf(
  estate: Estate,
  subnetId: string | null | undefined,
  family: Family = 'IPv4',
): Carriers<Route> | Unknown {
  const ofEstate = carriers.get(estate) ?? new Map<string, Carriers<Route> | Unknown>();
  carriers.set(estate, ofEstate);
  const key = `${family} ${subnetId}`;
  const known = ofEstate.get(key);
  if (known !== undefined) return known;
  let whole = false;
  const routes = fromSubnet(estate, subnetId, (all) => {
    const found = internetCarriers(all, family);
    whole = found.whole;
    return found.routes;
  });
  const found = isUnknown(routes) ? routes : { routes, whole };
  ofEstate.set(key, found);
  return found;
}

export const routeTargets = ['NAT_GATEWAY', 'INTERNET_GATEWAY', 'OTHER', 'NONE'];

/**
 * What all IPv4 traffic of a subnet to the internet leads to, one of {@link routeTargets}: OTHER also where it is
 * divided, NONE also where some of it has no route. A blackhole leads nowhere.
 */
export function defaultRouteOf(estate: Estate, subnetId: string | null | undefined): string | Unknown {
  const found = internetRoutesOf(estate, subnetId);
  if (isUnknown(found)) return found;
  const kinds = new Set(found.routes.map(({ target }) => target.kind));
  if (!found.whole || kinds.has('BLACKHOLE')) return 'NONE';
  if (kinds.size > 1) return 'OTHER';
  return [...kinds].find((kind) => kind === 'NAT_GATEWAY' || kind === 'INTERNET_GATEWAY') ?? 'OTHER';
}
