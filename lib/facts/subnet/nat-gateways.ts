import { isUnknown, type Unknown } from '../../model/unknown.ts';
import type { NatGateway } from '../../snapshot/index.ts';
import { combined, type FactTable, known, partition, seen, sorted } from '../define.ts';
import { natGatewaysOf } from '../joins/internet-path.ts';
import { internetRoutesOf } from '../joins/routes-to-internet.ts';
import * as op from '../operations.ts';
import type { SubnetContext } from './context.ts';

const from = [op.subnets, op.routeTables, op.prefixLists, op.natGateways];
const states = ['pending', 'available', 'deleting', 'deleted', 'failed'];

/** What `look` says of each gateway that was returned, and why there may be more. */
export function ofGateways<T>({ estate, id }: SubnetContext, look: (gateway: NatGateway) => T | Unknown) {
  const gateways = natGatewaysOf(estate, id);
  if (isUnknown(gateways)) return { known: [], unknown: gateways };
  const looked = partition(gateways.list.map(look));
  return { known: looked.known, unknown: combined([gateways.unknown, looked.unknown].filter(isUnknown)) };
}

/** The NAT gateways that carry a subnet's traffic to the internet. */
export const natGatewayFacts: FactTable<SubnetContext> = {
  'natGateways.ids': {
    type: 'list',
    about: "NAT gateways that the subnet's routes to the internet lead to.",
    from: [op.subnets, op.routeTables, op.prefixLists],
    read: ({ estate, id }) => {
      const found = internetRoutesOf(estate, id);
      if (isUnknown(found)) return found;
      const targets = found.routes.map(({ target }) => target);
      return sorted(targets.filter(({ kind }) => kind === 'NAT_GATEWAY').map((target) => target.id));
    },
  },
  'natGateways.gone': {
    type: 'list',
    about: 'Those that do not exist; unknown for a shared subnet, whose NAT gateways only its owner can read.',
    from,
    read: ({ estate, id }) => {
      const gateways = natGatewaysOf(estate, id);
      return isUnknown(gateways) ? gateways : seen(gateways.gone, gateways.unknown);
    },
  },
  'natGateways.notAvailable': {
    type: 'list',
    about: 'Those that are in another state than available, with the state.',
    from,
    read: (context) => {
      const found = ofGateways(context, ({ NatGatewayId, State }) => {
        const state = known(State, states, `NatGateways[${NatGatewayId}].State`);
        return isUnknown(state) ? state : { NatGatewayId, state };
      });
      const others = found.known.filter(({ state }) => state !== 'available');
      return seen(
        others.map(({ NatGatewayId, state }) => `${NatGatewayId} (${state})`),
        found.unknown,
      );
    },
  },
};
