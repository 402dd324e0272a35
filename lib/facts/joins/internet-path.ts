import { isUnknown, Unknown } from '../../model/unknown.ts';
import type { NatGateway } from '../../snapshot/index.ts';
import { combined, known, sorted } from '../define.ts';
import type { Estate } from '../estate.ts';
import { findSubnet } from './resources.ts';
import { goesOnUnseen } from './route-targets.ts';
import type { Route } from './routes.ts';
import { internetRoutesOf } from './routes-to-internet.ts';

/** Kinds of targets that a subnet's IPv4 traffic to the internet is handed to; NONE for what has no route. */
export function internetTargets(estate: Estate, subnetId: string | null | undefined): string[] | Unknown {
  const found = internetRoutesOf(estate, subnetId);
  if (isUnknown(found)) return found;
  return sorted([...found.routes.map(({ target }) => target.kind), ...(found.whole ? [] : ['NONE'])]);
}

/**
 * Whether traffic that a subnet hands to a hub or an appliance goes on to the internet: true when it hands over none,
 * else unknown, because a snapshot holds nothing of what happens there.
 */
export function goesOnFrom(estate: Estate, subnetId: string | null | undefined): boolean | Unknown {
  const found = internetRoutesOf(estate, subnetId);
  if (isUnknown(found)) return found;
  const unseen = found.routes.filter(({ target }) => goesOnUnseen(target)).map(textOf);
  return unseen.length === 0 || new Unknown(`what becomes of traffic behind ${sorted(unseen).join(', ')} is not seen`);
}

/** A route as people write it. */
export const textOf = ({ destination, target }: Route): string =>
  `${destination} to ${target.id || 'an unknown target'}${target.kind === 'BLACKHOLE' ? ' (blackhole)' : ''}`;

/** The NAT gateways that a subnet's traffic to the internet is handed to. */
export interface NatGateways {
  readonly list: readonly NatGateway[];
  /** Ids of those that a complete read did not return, in a subnet of the account's own: they are gone. */
  readonly gone: readonly string[];
  /** Why one may be neither. */
  readonly unknown: Unknown | undefined;
}

export function natGatewaysOf(estate: Estate, subnetId: string): NatGateways | Unknown {
  const found = internetRoutesOf(estate, subnetId);
  if (isUnknown(found)) return found;
  const targets = found.routes.filter(({ target }) => target.kind === 'NAT_GATEWAY');
  const ids = sorted(targets.map(({ target }) => target.id));
  const list = estate.snapshot.resources.NatGateway.items.filter(({ NatGatewayId }) => ids.includes(NatGatewayId));
  const absent = ids.filter((id) => !list.some(({ NatGatewayId }) => NatGatewayId === id));
  const unknowns = absent.map((id) => whyAbsent(estate, subnetId, id));
  return {
    list,
    gone: absent.filter((_, index) => unknowns[index] === undefined),
    unknown: combined(unknowns.filter(isUnknown)),
  };
}

/** An account that a subnet is shared with cannot describe the owner's NAT gateways. */
function whyAbsent(estate: Estate, subnetId: string, id: string): Unknown | undefined {
  const unread = estate.unread('NatGateway');
  if (unread !== undefined) return unread;
  const subnet = findSubnet(estate, subnetId);
  if (isUnknown(subnet)) return subnet;
  if (!subnet.OwnerId) return new Unknown(`Subnets[${subnetId}].OwnerId is absent, and ${id} was not returned`);
  return subnet.OwnerId === estate.accountId
    ? undefined
    : new Unknown(`${subnetId} is shared by ${subnet.OwnerId}, where alone ${id} can be read`);
}

/** Whether a NAT gateway translates to public addresses; the default when the answer does not say. */
export const connectivityOf = ({ NatGatewayId, ConnectivityType }: NatGateway): string | Unknown =>
  known(ConnectivityType ?? 'public', ['public', 'private'], `NatGateways[${NatGatewayId}].ConnectivityType`);

/** Whether a NAT gateway is in one subnet, as it is when the answer does not say, or spans the VPC. */
export const availabilityOf = ({ NatGatewayId, AvailabilityMode }: NatGateway): string | Unknown =>
  known(AvailabilityMode ?? 'zonal', ['zonal', 'regional'], `NatGateways[${NatGatewayId}].AvailabilityMode`);
