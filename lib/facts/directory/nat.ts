import { isUnknown, type Unknown } from '../../model/unknown.ts';
import type { NatGateway } from '../../snapshot/index.ts';
import { type FactTable, seen } from '../define.ts';
import { holdsNoIpv4, type Ranges, rangesOfDirectory } from '../joins/ip-rules.ts';
import { isWithin, liveNatGateways, publicAddressesOf, stateOf } from '../joins/nat-gateways.ts';
import * as op from '../operations.ts';
import type { DirectoryContext } from './context.ts';

interface UserEgress {
  readonly gateways: NatGateway[];
  readonly configured: NatGateway[];
  readonly ranges: Ranges;
  /** Why there may be more gateways. */
  readonly unknown: Unknown | undefined;
}

/**
 * NAT gateways through which users may reach the directory: those that the configuration names, and every available
 * one of which an address is already admitted. The egress of the WorkSpaces themselves is no source of clients.
 */
function userEgress({ estate, directory }: DirectoryContext): UserEgress {
  const ranges = rangesOfDirectory(estate, directory);
  const wanted = estate.parameters.userEgressNatGatewayIds;
  const live = liveNatGateways(estate);
  const configured = live.filter((gateway) => wanted.includes(gateway.NatGatewayId));
  const admitted = live.filter(
    (gateway) =>
      gateway.ConnectivityType !== 'private' &&
      publicAddressesOf(gateway).some((address) => isWithin(ranges.cidrs, address)),
  );
  const matched = admitted.filter((gateway) => gateway.State === 'available');
  const odd = admitted.map(stateOf).find(isUnknown);
  // A configured gateway that a complete read did not return is another account's or Region's: one configuration
  // serves a whole fleet.
  const unread = wanted.length === 0 && holdsNoIpv4(ranges) ? undefined : estate.unread('NatGateway');
  const unknown = unread ?? ranges.unknown ?? odd;
  return { gateways: live.filter((g) => configured.includes(g) || matched.includes(g)), configured, ranges, unknown };
}

const notAdmitted = ({ ranges }: UserEgress, gateway: NatGateway): string[] =>
  publicAddressesOf(gateway).filter((address) => !isWithin(ranges.cidrs, address));

export const natFacts: FactTable<DirectoryContext> = {
  'natGateways.userEgress': {
    type: 'list',
    about: 'NAT gateways that users leave through: configured ones, and those with an address inside the rules.',
    from: [op.ipGroups, op.natGateways],
    read: (context) => {
      const egress = userEgress(context);
      return seen(
        egress.gateways.map((gateway) => gateway.NatGatewayId),
        egress.unknown,
      );
    },
  },
  'natGateways.addressesNotAdmitted': {
    type: 'list',
    about: 'Public addresses of those gateways that no associated group admits.',
    from: [op.ipGroups, op.natGateways],
    read: (context) => {
      const egress = userEgress(context);
      const missing = egress.gateways.flatMap((gateway) => notAdmitted(egress, gateway));
      // A rule that could not be read may admit what the readable ones do not.
      return missing.length > 0 && egress.ranges.unknown !== undefined
        ? egress.ranges.unknown
        : seen(missing, egress.unknown);
    },
  },
  'natGateways.configuredWithoutAdmittedAddress': {
    type: 'list',
    about: 'Configured gateways of which no public address is admitted.',
    from: [op.ipGroups, op.natGateways],
    read: (context) => {
      const egress = userEgress(context);
      const shut = egress.configured.filter(
        (gateway) => notAdmitted(egress, gateway).length === publicAddressesOf(gateway).length,
      );
      return seen(
        shut.map((gateway) => gateway.NatGatewayId),
        egress.unknown,
      );
    },
  },
};
