import {
  AllocateAddressCommand,
  AssociateRouteTableCommand,
  AssociateSubnetCidrBlockCommand,
  AttachInternetGatewayCommand,
  CreateInternetGatewayCommand,
  CreateNatGatewayCommand,
  CreateRouteCommand,
  CreateRouteTableCommand,
  CreateSubnetCommand,
  CreateVpcCommand,
  CreateVpcEndpointCommand,
  type EC2Client,
  ModifySubnetAttributeCommand,
} from '@aws-sdk/client-ec2';
import { region } from './clients.ts';
import { required } from './required.ts';

/** The VPC of the built account. Desktops go out through the NAT gateway. */
export interface Network {
  readonly vpcId: string;
  /** Two subnets in different zones, as directories need; new interfaces in the second get an IPv6 address. */
  readonly subnetIds: readonly [string, string];
  /** S3's, on the route table of the two subnets. */
  readonly gatewayEndpointId: string;
  readonly natGatewayId: string;
  readonly natPublicIp: string;
  /** Allocated and associated with nothing. */
  readonly spareAllocationId: string;
}

export async function buildNetwork(ec2: EC2Client): Promise<Network> {
  const { Vpc } = await ec2.send(
    new CreateVpcCommand({ CidrBlock: '10.40.0.0/16', AmazonProvidedIpv6CidrBlock: true }),
  );
  const vpcId = required(Vpc?.VpcId, 'VpcId');
  const ipv6Block = required(Vpc?.Ipv6CidrBlockAssociationSet?.[0]?.Ipv6CidrBlock, 'Ipv6CidrBlock');
  // moto draws addresses at random and may give one twice, so that one directory's interface passes for another's:
  // subnets as wide as can be keep that from happening.
  const [first, second, outside] = [
    await buildSubnet(ec2, vpcId, '10.40.0.0/18', 'a'),
    await buildSubnet(ec2, vpcId, '10.40.64.0/18', 'b'),
    await buildSubnet(ec2, vpcId, '10.40.128.0/18', 'a'),
  ];
  await autoAssignIpv6(ec2, second, ipv6Block);
  const internetGatewayId = await buildInternetGateway(ec2, vpcId);
  await routeAll(ec2, vpcId, [outside], { GatewayId: internetGatewayId });
  const { AllocationId, PublicIp } = await ec2.send(new AllocateAddressCommand({ Domain: 'vpc' }));
  const { NatGateway } = await ec2.send(new CreateNatGatewayCommand({ SubnetId: outside, AllocationId }));
  const natGatewayId = required(NatGateway?.NatGatewayId, 'NatGatewayId');
  const inside = await routeAll(ec2, vpcId, [first, second], { NatGatewayId: natGatewayId });
  const { VpcEndpoint } = await ec2.send(
    new CreateVpcEndpointCommand({
      VpcId: vpcId,
      ServiceName: `com.amazonaws.${region}.s3`,
      VpcEndpointType: 'Gateway',
      RouteTableIds: [inside],
    }),
  );
  const spare = await ec2.send(new AllocateAddressCommand({ Domain: 'vpc' }));
  return {
    vpcId,
    subnetIds: [first, second],
    gatewayEndpointId: required(VpcEndpoint?.VpcEndpointId, 'VpcEndpointId'),
    natGatewayId,
    natPublicIp: required(PublicIp, 'PublicIp'),
    spareAllocationId: required(spare.AllocationId, 'AllocationId'),
  };
}

async function buildSubnet(ec2: EC2Client, VpcId: string, CidrBlock: string, zone: string): Promise<string> {
  const { Subnet } = await ec2.send(
    new CreateSubnetCommand({ VpcId, CidrBlock, AvailabilityZone: `${region}${zone}` }),
  );
  return required(Subnet?.SubnetId, 'SubnetId');
}

/** @param vpcBlock /56; the subnet gets its first /64 */
async function autoAssignIpv6(ec2: EC2Client, SubnetId: string, vpcBlock: string): Promise<void> {
  const Ipv6CidrBlock = vpcBlock.replace(/\/\d+$/, '/64');
  await ec2.send(new AssociateSubnetCidrBlockCommand({ SubnetId, Ipv6CidrBlock }));
  await ec2.send(new ModifySubnetAttributeCommand({ SubnetId, AssignIpv6AddressOnCreation: { Value: true } }));
}

async function buildInternetGateway(ec2: EC2Client, VpcId: string): Promise<string> {
  const { InternetGateway } = await ec2.send(new CreateInternetGatewayCommand({}));
  const InternetGatewayId = required(InternetGateway?.InternetGatewayId, 'InternetGatewayId');
  await ec2.send(new AttachInternetGatewayCommand({ InternetGatewayId, VpcId }));
  return InternetGatewayId;
}

async function routeAll(
  ec2: EC2Client,
  VpcId: string,
  subnetIds: readonly string[],
  target: { readonly GatewayId: string } | { readonly NatGatewayId: string },
): Promise<string> {
  const { RouteTable } = await ec2.send(new CreateRouteTableCommand({ VpcId }));
  const RouteTableId = required(RouteTable?.RouteTableId, 'RouteTableId');
  await ec2.send(new CreateRouteCommand({ RouteTableId, DestinationCidrBlock: '0.0.0.0/0', ...target }));
  for (const SubnetId of subnetIds) await ec2.send(new AssociateRouteTableCommand({ RouteTableId, SubnetId }));
  return RouteTableId;
}
