import { Unknown } from '../../model/unknown.ts';
import { type Cidr, covers, toCidr } from '../arithmetic/addresses.ts';
import { both } from '../define.ts';
import type { Estate } from '../estate.ts';

/** What the account's public addresses inside some ranges are. */
export interface ResolvedAddresses {
  /** All that belong to a resource of the account. */
  readonly resolved: string[];
  /** Auto-assigned: held by an interface, but owned by Amazon or one of its services; lost at stop or replacement. */
  readonly autoAssigned: string[];
  /** Elastic IPs that a load balancer or database service manages and may replace. */
  readonly serviceManaged: string[];
  /** Why an address may be missing above. */
  readonly unknown: Unknown | undefined;
}

const replaceable = ['alb', 'nlb', 'rds'];

/** Resolves every public address of the account, in this Region, that lies inside `ranges`. */
export function resolveAddresses(estate: Estate, ranges: readonly Cidr[]): ResolvedAddresses {
  const resolved = new Set<string>();
  const autoAssigned: string[] = [];
  const serviceManaged: string[] = [];
  let unknown: Unknown | undefined = estate.unread('Address');
  const inside = (address: string) => covers(ranges, toCidr(address) ?? '');

  for (const { PublicIp, ServiceManaged } of estate.snapshot.resources.Address.items) {
    if (!PublicIp || !inside(PublicIp)) continue;
    resolved.add(PublicIp);
    if (!ServiceManaged || ServiceManaged === 'rnat') continue;
    if (replaceable.includes(ServiceManaged)) serviceManaged.push(PublicIp);
    else
      unknown = both(
        unknown,
        new Unknown(`Addresses[${PublicIp}].ServiceManaged has the unknown value "${ServiceManaged}"`),
      );
  }
  for (const { PublicIp, IpOwnerId } of estate.index.associations) {
    if (resolved.has(PublicIp) || !inside(PublicIp)) continue;
    resolved.add(PublicIp);
    if (IpOwnerId === undefined) unknown = both(unknown, new Unknown(`the owner (IpOwnerId) of ${PublicIp} is absent`));
    else if (!/^\d{12}$/.test(IpOwnerId)) autoAssigned.push(PublicIp);
  }
  const unread = estate.unread('NetworkInterface');
  if (unread !== undefined) unknown = both(unknown, unread);
  return { resolved: [...resolved], autoAssigned, serviceManaged, unknown };
}
