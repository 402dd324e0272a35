import { isUnknown, type Unknown } from '../../model/unknown.ts';
import type { NatGateway } from '../../snapshot/index.ts';
import { combined, type FactDefinition, type FactTable, partition, present, seen, sorted } from '../define.ts';
import { availabilityOf, connectivityOf, goesOnFrom, internetTargets } from '../joins/internet-path.ts';
import * as op from '../operations.ts';
import type { SubnetContext } from './context.ts';
import { ofGateways } from './nat-gateways.ts';

const from = [op.subnets, op.routeTables, op.prefixLists, op.natGateways];

/** Public gateways that are in one subnet, or private ones, which always are; a regional one has no subnet. */
const kinds = { public: 'public zonal', private: 'private' } as const;
type Kind = keyof typeof kinds;

function gatewaysOf(context: SubnetContext, wanted: Kind) {
  const { known: all, unknown } = ofGateways(context, (gateway) => {
    const type = connectivityOf(gateway);
    if (isUnknown(type) || type === 'private') return isUnknown(type) ? type : { gateway, kind: 'private' };
    const mode = availabilityOf(gateway);
    return isUnknown(mode) ? mode : { gateway, kind: mode === 'zonal' ? 'public' : mode };
  });
  return { gateways: all.filter(({ kind }) => kind === wanted).map(({ gateway }) => gateway), unknown };
}

const subnetOf = ({ NatGatewayId, SubnetId }: NatGateway) => present(SubnetId, `NatGateways[${NatGatewayId}].SubnetId`);

/** What `look` says of the subnet of each of these gateways; unknown unless it is known of all. */
function ofSubnets<T>(context: SubnetContext, wanted: Kind, look: (subnetId: string) => T | Unknown): T[] | Unknown {
  const { gateways, unknown } = gatewaysOf(context, wanted);
  const looked = partition(
    gateways.map((gateway) => {
      const subnetId = subnetOf(gateway);
      return isUnknown(subnetId) ? subnetId : look(subnetId);
    }),
  );
  return combined([unknown, looked.unknown].filter(isUnknown)) ?? looked.known;
}

const ids = (wanted: Kind): FactDefinition<SubnetContext> => ({
  type: 'list',
  about: `NAT gateways of the subnet's routes to the internet that are ${kinds[wanted]} ones.`,
  from,
  read: (context) => {
    const { gateways, unknown } = gatewaysOf(context, wanted);
    return seen(
      gateways.map(({ NatGatewayId }) => NatGatewayId),
      unknown,
    );
  },
});

const onward = (wanted: Kind): FactDefinition<SubnetContext> => ({
  type: 'list',
  about: `What the default routes of the subnets of the ${kinds[wanted]} NAT gateways lead to; as internetRoute.targets.`,
  from,
  read: ({ estate, ...context }) => {
    const targets = ofSubnets({ estate, ...context }, wanted, (subnetId) => internetTargets(estate, subnetId));
    return isUnknown(targets) ? targets : sorted(targets.flat());
  },
});

const goesOn = (wanted: Kind): FactDefinition<SubnetContext> => ({
  type: 'boolean',
  about: `Whether what these subnets hand to a hub or an appliance goes on to the internet: true when they hand over none, else unknown.`,
  from,
  read: ({ estate, ...context }) => {
    const unseen = ofSubnets({ estate, ...context }, wanted, (subnetId) => goesOnFrom(estate, subnetId));
    return isUnknown(unseen) ? unseen : true;
  },
});

/** The subnets that the NAT gateways stand in. */
export const natGatewaySubnetFacts: FactTable<SubnetContext> = {
  'natGateways.publicZonal.ids': ids('public'),
  'natGateways.publicZonal.subnetIds': {
    type: 'list',
    about: 'Subnets that these are in.',
    from,
    read: (context) => {
      const found = ofSubnets(context, 'public', (subnetId) => subnetId);
      return isUnknown(found) ? found : sorted(found);
    },
  },
  'natGateways.publicZonal.targets': onward('public'),
  'natGateways.publicZonal.goesOnBeyondHub': goesOn('public'),
  'natGateways.private.ids': ids('private'),
  'natGateways.private.targets': onward('private'),
  'natGateways.private.goesOnBeyondHub': goesOn('private'),
};
