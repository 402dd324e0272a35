import { isUnknown, Unknown } from '../../model/unknown.ts';
import type { NatGateway } from '../../snapshot/index.ts';
import { type Cidr, covers, toCidr } from '../arithmetic/addresses.ts';
import { byCodePoint, combined, known } from '../define.ts';
import type { Estate } from '../estate.ts';

type NatAddress = NonNullable<NatGateway['NatGatewayAddresses']>[number];

/** Deleted, on its way there, or never made. */
export const isEnded = (gateway: NatGateway): boolean => /^(deleting|deleted|failed)$/.test(gateway.State ?? '');

const addressStatuses = ['assigning', 'unassigning', 'associating', 'disassociating', 'succeeded', 'failed'];

/**
 * The state; unknown when it, or the status of one of the addresses, is one that the service did not have when this
 * was written.
 */
export function stateOf({ NatGatewayId, State, NatGatewayAddresses }: NatGateway): string | Unknown {
  const path = `NatGateways[${NatGatewayId}]`;
  const states = (NatGatewayAddresses ?? []).map(({ Status }) =>
    known(Status || 'succeeded', addressStatuses, `${path}.NatGatewayAddresses[].Status`),
  );
  const odd = combined(states.filter(isUnknown));
  return odd ?? known(State, ['pending', 'available', 'deleting', 'deleted', 'failed'], `${path}.State`);
}

/** Gateways that exist, in id order. */
export const liveNatGateways = (estate: Estate): NatGateway[] =>
  estate.snapshot.resources.NatGateway.items
    .filter((gateway) => !isEnded(gateway))
    .toSorted((a, b) => byCodePoint(a.NatGatewayId, b.NatGatewayId));

/** Public addresses that the gateway has: those being assigned or taken away do not count. */
export function publicAddressesOf(gateway: NatGateway): string[] {
  return allPublicAddresses(gateway)
    .filter(({ Status }) => !Status || Status === 'succeeded')
    .flatMap(({ PublicIp }) => PublicIp ?? []);
}

const allPublicAddresses = (gateway: NatGateway): NatAddress[] =>
  (gateway.NatGatewayAddresses ?? []).filter((address) => Boolean(address.PublicIp));

export const isWithin = (ranges: readonly Cidr[], address: string): boolean => {
  const cidr = toCidr(address);
  return cidr !== undefined && covers(ranges, cidr);
};

/** Gateways that have a public address inside `ranges`, without those whose address has moved on to something else. */
export function natGatewaysWithin(estate: Estate, ranges: readonly Cidr[]): NatGateway[] {
  return estate.snapshot.resources.NatGateway.items
    .filter((gateway) => {
      const inside = allPublicAddresses(gateway).filter(({ PublicIp }) => isWithin(ranges, PublicIp ?? ''));
      return isEnded(gateway) ? inside.some((address) => !hasMovedOn(estate, gateway, address)) : inside.length > 0;
    })
    .toSorted((a, b) => byCodePoint(a.NatGatewayId, b.NatGatewayId));
}

/** An address of a deleted gateway that another gateway or another interface holds now. */
function hasMovedOn(estate: Estate, gateway: NatGateway, address: NatAddress): boolean {
  const taken = estate.snapshot.resources.NatGateway.items.some(
    (other) =>
      other.NatGatewayId !== gateway.NatGatewayId &&
      other.State === 'available' &&
      allPublicAddresses(other).some(({ PublicIp }) => PublicIp === address.PublicIp),
  );
  const elastic = estate.index.addresses.get(address.PublicIp ?? '');
  const own = Boolean(elastic?.NetworkInterfaceId) && elastic?.NetworkInterfaceId === address.NetworkInterfaceId;
  return taken || (Boolean(elastic?.AssociationId) && elastic?.AssociationId !== address.AssociationId && !own);
}

/**
 * Whether AWS adds and removes addresses of the gateway by itself: a regional one with automatic addresses or zones.
 * An answer without AvailabilityMode is of a zonal gateway.
 */
export function scalesAddresses(gateway: NatGateway): boolean | Unknown {
  const path = `NatGateways[${gateway.NatGatewayId}]`;
  const mode = known(gateway.AvailabilityMode ?? 'zonal', ['zonal', 'regional'], `${path}.AvailabilityMode`);
  if (mode instanceof Unknown) return mode;
  if (mode === 'zonal') return false;
  const switches = [
    known(gateway.AutoScalingIps, ['enabled', 'disabled'], `${path}.AutoScalingIps`),
    known(gateway.AutoProvisionZones, ['enabled', 'disabled'], `${path}.AutoProvisionZones`),
  ];
  if (switches.includes('enabled')) return true;
  return switches.find((value) => value instanceof Unknown) ?? false;
}

/** Public addresses of the gateway that are not Elastic IPs of the account's own, and why that may be unknown. */
export function addressesNotOwned(estate: Estate, gateway: NatGateway): { addresses: string[]; unknown?: Unknown } {
  const unread = estate.unread('Address');
  const addresses: string[] = [];
  let unknown: Unknown | undefined;
  for (const { PublicIp, AllocationId } of allPublicAddresses(gateway)) {
    const elastic = AllocationId ? estate.index.allocations.get(AllocationId) : undefined;
    if (elastic !== undefined && elastic.ServiceManaged !== 'rnat') continue;
    if (AllocationId && elastic === undefined && unread !== undefined) unknown = unread;
    else addresses.push(PublicIp ?? '');
  }
  return unknown === undefined ? { addresses } : { addresses, unknown };
}
