import { addDefaultNetworkAcl, guardByDefault } from './network-acls.ts';
import type { Place } from './place.ts';
import { addSecurityGroup, allFromGroup, allOut } from './security-groups.ts';
import { hex } from './seeds.ts';
import type { RouteTable, Subnet, Vpc } from './shapes.ts';

/** The two zones of each Region in which the examples' subnets lie. */
const zones: Record<string, readonly [string, string]> = {
  'us-east-1': ['use1-az2', 'use1-az4'],
  'eu-west-3': ['euw3-az1', 'euw3-az2'],
  'af-south-1': ['afs1-az1', 'afs1-az2'],
  'us-west-2': ['usw2-az1', 'usw2-az2'],
  'us-gov-west-1': ['usgw1-az1', 'usgw1-az2'],
};

export type Zone = 0 | 1;

/** Adds a VPC with its main route table and its default security group. @param network first two octets of its /16 */
export function addVpc(place: Place, name: string, network: string): Vpc {
  const { accountId } = place.origin;
  const VpcId = place.ec2Id('vpc', name);
  const cidr = `${network}.0.0/16`;
  const ipv6 = `2001:db8:${hex(VpcId, 3)}0::/56`;
  const vpc: Vpc = {
    OwnerId: accountId,
    InstanceTenancy: 'default',
    Ipv6CidrBlockAssociationSet: [
      {
        AssociationId: place.ec2Id('vpc-cidr-assoc', `${name} ipv6`),
        Ipv6CidrBlock: ipv6,
        Ipv6CidrBlockState: { State: 'associated' },
        NetworkBorderGroup: place.origin.region,
        Ipv6Pool: 'Amazon',
      },
    ],
    CidrBlockAssociationSet: [
      {
        AssociationId: place.ec2Id('vpc-cidr-assoc', name),
        CidrBlock: cidr,
        CidrBlockState: { State: 'associated' },
      },
    ],
    IsDefault: false,
    Tags: [{ Key: 'Name', Value: name }],
    VpcId,
    State: 'available',
    CidrBlock: cidr,
    DhcpOptionsId: place.ec2Id('dopt', 'shared'),
  };
  place.vpcs.push(vpc);
  addDefaultNetworkAcl(place, vpc);
  const main = addRouteTable(place, vpc, 'main');
  main.Associations = [
    {
      Main: true,
      RouteTableAssociationId: place.ec2Id('rtbassoc', `${name} main`),
      RouteTableId: main.RouteTableId,
      AssociationState: { State: 'associated' },
    },
  ];
  const group = addSecurityGroup(place, vpc, { name: 'default', description: 'default VPC security group' });
  group.IpPermissions = [allFromGroup(group)];
  group.IpPermissionsEgress = [allOut];
  return vpc;
}

/** Adds a route table that reaches the VPC, and everything else through `target`. */
export function addRouteTable(
  place: Place,
  vpc: Vpc,
  name: string,
  target?: { readonly GatewayId: string } | { readonly NatGatewayId: string },
): RouteTable {
  const table: RouteTable = {
    Associations: [],
    PropagatingVgws: [],
    RouteTableId: place.ec2Id('rtb', `${vpc.VpcId} ${name}`),
    Routes: [{ DestinationCidrBlock: vpc.CidrBlock, GatewayId: 'local', Origin: 'CreateRouteTable', State: 'active' }],
    Tags: [{ Key: 'Name', Value: name }],
    VpcId: vpc.VpcId,
    OwnerId: place.origin.accountId,
  };
  if (target !== undefined) {
    table.Routes.push({ DestinationCidrBlock: '0.0.0.0/0', ...target, Origin: 'CreateRoute', State: 'active' });
  }
  place.routeTables.push(table);
  return table;
}

/** Adds a /24 subnet. @param third its third octet */
export function addSubnet(
  place: Place,
  vpc: Vpc,
  spec: { readonly name: string; readonly third: number; readonly zone: Zone; readonly table: RouteTable },
): Subnet {
  const { accountId, region } = place.origin;
  const SubnetId = place.ec2Id('subnet', `${vpc.VpcId} ${spec.name}`);
  const subnet: Subnet = {
    AvailabilityZoneId: zones[region]?.[spec.zone],
    MapCustomerOwnedIpOnLaunch: false,
    OwnerId: accountId,
    AssignIpv6AddressOnCreation: false,
    Ipv6CidrBlockAssociationSet: [],
    Tags: [{ Key: 'Name', Value: spec.name }],
    SubnetArn: place.arn('ec2', `subnet/${SubnetId}`),
    EnableDns64: false,
    Ipv6Native: false,
    SubnetId,
    State: 'available',
    VpcId: vpc.VpcId,
    CidrBlock: vpc.CidrBlock.replace('.0.0/16', `.${spec.third}.0/24`),
    AvailableIpAddressCount: 251,
    AvailabilityZone: `${region}${spec.zone === 0 ? 'a' : 'b'}`,
    DefaultForAz: false,
    MapPublicIpOnLaunch: false,
  };
  place.subnets.push(subnet);
  guardByDefault(place, subnet);
  spec.table.Associations?.push({
    Main: false,
    RouteTableAssociationId: place.ec2Id('rtbassoc', SubnetId),
    RouteTableId: spec.table.RouteTableId,
    SubnetId,
    AssociationState: { State: 'associated' },
  });
  return subnet;
}

/** Gives a subnet an IPv6 range and has it assign addresses to new interfaces; those it has keep what they have. */
export function assignIpv6OnCreation(place: Place, subnet: Subnet): void {
  const range = place.vpcs.find(({ VpcId }) => VpcId === subnet.VpcId)?.Ipv6CidrBlockAssociationSet?.[0];
  const third = Number(subnet.CidrBlock.split('.')[2]);
  const prefix = range?.Ipv6CidrBlock?.replace(/0::\/56$/, `0${third.toString(16).padStart(2, '0')}::/64`);
  subnet.Ipv6CidrBlockAssociationSet = [
    {
      AssociationId: place.ec2Id('subnet-cidr-assoc', subnet.SubnetId),
      Ipv6CidrBlock: prefix,
      Ipv6CidrBlockState: { State: 'associated' },
    },
  ];
  subnet.AssignIpv6AddressOnCreation = true;
}
