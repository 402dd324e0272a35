import { account } from './fleet-builders.ts';
import type { Line } from './harness.ts';

/** Raw AWS shapes of the network around a fleet. A member given as undefined is absent from the snapshot. */

export const readRouteTables = 'ec2:DescribeRouteTables';
export const readNatGateways = 'ec2:DescribeNatGateways';
export const readPrefixLists = 'ec2:GetManagedPrefixListEntries';
export const readEndpoints = 'ec2:DescribeVpcEndpoints';
export const readAcls = 'ec2:DescribeNetworkAcls';
export const readVpcs = 'ec2:DescribeVpcs';
export const readSubnets = 'ec2:DescribeSubnets';
export const readDescriptions = 'ds:DescribeDirectories';

/** The account that shares its subnets in estates with a shared VPC. */
export const networkAccount = '999988887777';
export const own = { OwnerId: account };
export const shared = { OwnerId: networkAccount };

/** The member of a route that names its target, told by the prefix of the id. */
function targetMember(to: string): object {
  if (to.startsWith('nat-')) return { NatGatewayId: to };
  if (to.startsWith('tgw-')) return { TransitGatewayId: to };
  if (to.startsWith('pcx-')) return { VpcPeeringConnectionId: to };
  if (to.startsWith('eni-')) return { NetworkInterfaceId: to };
  if (to.startsWith('i-')) return { InstanceId: to, NetworkInterfaceId: `eni-of-${to}` };
  if (to.startsWith('eigw-')) return { EgressOnlyInternetGatewayId: to };
  if (to.startsWith('cagw-')) return { CarrierGatewayId: to };
  if (to.startsWith('lgw-')) return { LocalGatewayId: to };
  if (to.startsWith('arn:')) return { CoreNetworkArn: to };
  return { GatewayId: to };
}

function destinationMember(destination: string): object {
  if (destination.startsWith('pl-')) return { DestinationPrefixListId: destination };
  return destination.includes(':') ? { DestinationIpv6CidrBlock: destination } : { DestinationCidrBlock: destination };
}

/** A route from a network or prefix list to a target, such as `route('0.0.0.0/0', 'nat-0a')`. */
export const route = (destination: string, to: string, members: object = {}) => ({
  ...destinationMember(destination),
  ...targetMember(to),
  State: 'active',
  Origin: 'CreateRoute',
  ...members,
});

export const blackhole = { State: 'blackhole' };
export const propagated = { Origin: 'EnableVgwRoutePropagation' };
export const toInternet = (to: string, members: object = {}) => route('0.0.0.0/0', to, members);
export const halves = (first: string, second = first) => [route('0.0.0.0/1', first), route('128.0.0.0/1', second)];

/** The route table of some subnets, with the VPC's own route ahead. */
export function routeTable(subnetIds: readonly string[], routes: readonly object[], members: object = {}): Line {
  const resource = {
    RouteTableId: `rtb-${subnetIds.join('-') || 'main'}`,
    VpcId: 'vpc-0a',
    Associations: subnetIds.length === 0 ? [{ Main: true }] : subnetIds.map((SubnetId) => ({ SubnetId })),
    Routes: [route('10.0.0.0/16', 'local', { Origin: 'CreateRouteTable' }), ...routes],
    ...members,
  };
  return { type: 'RouteTable', resource };
}

/** The main route table of the VPC. */
export const mainTable = (...routes: readonly object[]): Line => routeTable([], routes);

export const natGateway = (NatGatewayId: string, members: object = {}): Line => ({
  type: 'NatGateway',
  resource: {
    NatGatewayId,
    VpcId: 'vpc-0a',
    SubnetId: 'subnet-public',
    State: 'available',
    ConnectivityType: 'public',
    AvailabilityMode: 'zonal',
    ...members,
  },
});

export const prefixList = (PrefixListId: string, ...cidrs: readonly string[]): Line => ({
  type: 'ManagedPrefixListEntries',
  resource: { PrefixListId, Entries: cidrs.map((Cidr) => ({ Cidr })) },
});

export const endpoint = (VpcEndpointId: string, members: object = {}): Line => ({
  type: 'VpcEndpoint',
  resource: {
    VpcEndpointId,
    VpcId: 'vpc-0a',
    ServiceName: 'com.amazonaws.us-east-1.s3',
    VpcEndpointType: 'Gateway',
    State: 'available',
    ...members,
  },
});
