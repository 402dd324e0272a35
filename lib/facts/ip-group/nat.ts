import { isUnknown } from '../../model/unknown.ts';
import { both, type FactTable, seen } from '../define.ts';
import { holdsNoIpv4, rangesOfGroup } from '../joins/ip-rules.ts';
import {
  addressesNotOwned,
  isEnded,
  natGatewaysWithin,
  publicAddressesOf,
  scalesAddresses,
  stateOf,
} from '../joins/nat-gateways.ts';
import * as op from '../operations.ts';
import type { IpGroupContext } from './context.ts';

const gatewaysOf = ({ estate, group }: IpGroupContext) => {
  const ranges = rangesOfGroup(group);
  const unread = holdsNoIpv4(ranges) ? undefined : estate.unread('NatGateway');
  return {
    gateways: natGatewaysWithin(estate, ranges.cidrs),
    unknown: unread === undefined ? ranges.unknown : both(ranges.unknown, unread),
  };
};

/** NAT gateways in the rules. */
export const natFacts: FactTable<IpGroupContext> = {
  'natGateways.ids': {
    type: 'list',
    about: 'NAT gateways with a public address inside the rules; deleted ones while nothing else holds the address.',
    from: [op.ipGroups, op.natGateways, op.addresses],
    read: (context) => {
      const { gateways, unknown } = gatewaysOf(context);
      return seen(
        gateways.map((gateway) => gateway.NatGatewayId),
        unknown,
      );
    },
  },
  'natGateways.ended': {
    type: 'list',
    about: 'Those that are deleted, being deleted or failed.',
    from: [op.ipGroups, op.natGateways, op.addresses],
    read: (context) => {
      const { gateways, unknown } = gatewaysOf(context);
      // Whether a deleted gateway's address has moved on stands in the addresses.
      const unread = gateways.some(isEnded) ? context.estate.unread('Address') : undefined;
      const ended = gateways.filter(isEnded).map((gateway) => gateway.NatGatewayId);
      return unread ?? seen(ended, gateways.map(stateOf).find(isUnknown) ?? unknown);
    },
  },
  'natGateways.scaling': {
    type: 'list',
    about: 'Regional ones to which AWS adds addresses by itself.',
    from: [op.ipGroups, op.natGateways],
    read: (context) => {
      const { gateways, unknown } = gatewaysOf(context);
      const verdicts = gateways.map((gateway) => ({ id: gateway.NatGatewayId, scales: scalesAddresses(gateway) }));
      const odd = verdicts.map(({ scales }) => scales).find(isUnknown);
      return seen(
        verdicts.filter(({ scales }) => scales === true).map(({ id }) => id),
        odd ?? unknown,
      );
    },
  },
  'natGateways.addressesNotOwned': {
    type: 'list',
    about: "Their public addresses that are not Elastic IPs of the account's own.",
    from: [op.ipGroups, op.natGateways, op.addresses],
    read: (context) => {
      const { gateways, unknown } = gatewaysOf(context);
      const checks = gateways.filter((gateway) => !isEnded(gateway)).map((g) => addressesNotOwned(context.estate, g));
      const odd = checks.map((check) => check.unknown).find(isUnknown);
      return seen(
        checks.flatMap((check) => check.addresses),
        odd ?? unknown,
      );
    },
  },
  'natGateways.withSeveralAddresses': {
    type: 'list',
    about: 'Those in service that have more than one public address, with the number.',
    from: [op.ipGroups, op.natGateways],
    read: (context) => {
      const { gateways, unknown } = gatewaysOf(context);
      const several = gateways.filter((gateway) => !isEnded(gateway) && publicAddressesOf(gateway).length > 1);
      return seen(
        several.map((gateway) => `${gateway.NatGatewayId} (${publicAddressesOf(gateway).length} addresses)`),
        gateways.map(stateOf).find(isUnknown) ?? unknown,
      );
    },
  },
  'natGateways.inService': {
    type: 'list',
    about: 'Those that are not deleted, being deleted or failed.',
    from: [op.ipGroups, op.natGateways],
    read: (context) => {
      const { gateways, unknown } = gatewaysOf(context);
      return seen(
        gateways.filter((gateway) => !isEnded(gateway)).map((gateway) => gateway.NatGatewayId),
        unknown,
      );
    },
  },
};
