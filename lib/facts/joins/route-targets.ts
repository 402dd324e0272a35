import type { RouteTable } from '../../snapshot/index.ts';

type RawRoute = NonNullable<RouteTable['Routes']>[number];

/** What a route can lead to. A blackhole leads nowhere; OTHER is a target or state that is not known here. */
export const targetKinds = [
  'LOCAL',
  'NAT_GATEWAY',
  'INTERNET_GATEWAY',
  'EGRESS_ONLY_INTERNET_GATEWAY',
  'VIRTUAL_PRIVATE_GATEWAY',
  'TRANSIT_GATEWAY',
  'CORE_NETWORK',
  'PEERING',
  'VPC_ENDPOINT',
  'NETWORK_INTERFACE',
  'INSTANCE',
  'LOCAL_GATEWAY',
  'CARRIER_GATEWAY',
  'BLACKHOLE',
  'OTHER',
] as const;

export type TargetKind = (typeof targetKinds)[number];

/** Where a route leads. */
export interface RouteTarget {
  readonly kind: TargetKind;
  /** The id or ARN as the route has it; empty when it names none. */
  readonly id: string;
}

/** GatewayId is one member for several kinds, told apart by the prefix of the id. */
const gateways: Readonly<Record<string, TargetKind>> = {
  local: 'LOCAL',
  igw: 'INTERNET_GATEWAY',
  eigw: 'EGRESS_ONLY_INTERNET_GATEWAY',
  vgw: 'VIRTUAL_PRIVATE_GATEWAY',
  vpce: 'VPC_ENDPOINT',
  lgw: 'LOCAL_GATEWAY',
  cagw: 'CARRIER_GATEWAY',
};

/** An instance comes with its interface, so it is asked for first. */
const members: readonly (readonly [member: keyof RawRoute, kind: TargetKind])[] = [
  ['NatGatewayId', 'NAT_GATEWAY'],
  ['TransitGatewayId', 'TRANSIT_GATEWAY'],
  ['VpcPeeringConnectionId', 'PEERING'],
  ['CoreNetworkArn', 'CORE_NETWORK'],
  ['EgressOnlyInternetGatewayId', 'EGRESS_ONLY_INTERNET_GATEWAY'],
  ['LocalGatewayId', 'LOCAL_GATEWAY'],
  ['CarrierGatewayId', 'CARRIER_GATEWAY'],
  ['InstanceId', 'INSTANCE'],
  ['NetworkInterfaceId', 'NETWORK_INTERFACE'],
];

/** What a route leads to. EC2 leaves out the State of a route only in answers put together by hand: it is in force. */
export function targetOf(route: RawRoute): RouteTarget {
  const target = namedTarget(route);
  if (route.State === 'blackhole') return { kind: 'BLACKHOLE', id: target.id };
  return !route.State || route.State === 'active' ? target : { kind: 'OTHER', id: target.id };
}

function namedTarget(route: RawRoute): RouteTarget {
  for (const [member, kind] of members) {
    const id = route[member];
    if (typeof id === 'string' && id !== '') return { kind, id };
  }
  const id = route.GatewayId ?? '';
  return { kind: gateways[id.split('-', 1)[0] ?? ''] ?? 'OTHER', id };
}

/**
 * Targets behind which traffic goes on in a way that a snapshot does not hold: hubs of several networks, and
 * appliances.
 */
const unseen: readonly TargetKind[] = [
  'TRANSIT_GATEWAY',
  'CORE_NETWORK',
  'VIRTUAL_PRIVATE_GATEWAY',
  'PEERING',
  'VPC_ENDPOINT',
  'NETWORK_INTERFACE',
  'INSTANCE',
  'LOCAL_GATEWAY',
  'CARRIER_GATEWAY',
  'OTHER',
];

export const goesOnUnseen = ({ kind }: RouteTarget): boolean => unseen.includes(kind);
