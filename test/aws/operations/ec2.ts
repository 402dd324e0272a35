import { AwsError } from '../errors.ts';
import type { Listing } from './listing.ts';

const missing = (code: string, what: string) => (id: string) =>
  new AwsError(code, `The ${what} '${id}' does not exist`);

/** EC2's describe operations. Filters that no collector needs yet are added here, with the path that they look at. */
export const ec2Listings: Readonly<Record<string, Listing>> = {
  DescribeAddresses: {
    type: 'Address',
    output: 'Addresses',
    ids: { AllocationIds: 'AllocationId', PublicIps: 'PublicIp' },
    missing: (id) =>
      id.startsWith('eipalloc-')
        ? missing('InvalidAllocationID.NotFound', 'allocation ID')(id)
        : missing('InvalidAddress.NotFound', 'address')(id),
    filters: {
      'allocation-id': 'AllocationId',
      'association-id': 'AssociationId',
      'network-interface-id': 'NetworkInterfaceId',
      'private-ip-address': 'PrivateIpAddress',
      'public-ip': 'PublicIp',
    },
  },
  DescribeInternetGateways: {
    type: 'InternetGateway',
    output: 'InternetGateways',
    ids: { InternetGatewayIds: 'InternetGatewayId' },
    missing: missing('InvalidInternetGatewayID.NotFound', 'internetGateway ID'),
    filters: {
      'attachment.state': 'Attachments.State',
      'attachment.vpc-id': 'Attachments.VpcId',
      'internet-gateway-id': 'InternetGatewayId',
    },
  },
  DescribeNatGateways: {
    type: 'NatGateway',
    output: 'NatGateways',
    ids: { NatGatewayIds: 'NatGatewayId' },
    missing: missing('NatGatewayNotFound', 'Nat Gateway'),
    filters: {
      'nat-gateway-id': 'NatGatewayId',
      state: 'State',
      'subnet-id': 'SubnetId',
      'vpc-id': 'VpcId',
    },
  },
  DescribeNetworkAcls: {
    type: 'NetworkAcl',
    output: 'NetworkAcls',
    ids: { NetworkAclIds: 'NetworkAclId' },
    missing: missing('InvalidNetworkAclID.NotFound', 'networkAcl ID'),
    filters: {
      'association.subnet-id': 'Associations.SubnetId',
      default: 'IsDefault',
      'network-acl-id': 'NetworkAclId',
      'vpc-id': 'VpcId',
    },
  },
  DescribeNetworkInterfaces: {
    type: 'NetworkInterface',
    output: 'NetworkInterfaces',
    ids: { NetworkInterfaceIds: 'NetworkInterfaceId' },
    missing: missing('InvalidNetworkInterfaceID.NotFound', 'networkInterface ID'),
    filters: {
      'addresses.association.public-ip': 'PrivateIpAddresses.Association.PublicIp',
      'addresses.private-ip-address': 'PrivateIpAddresses.PrivateIpAddress',
      'association.allocation-id': 'Association.AllocationId',
      'association.ip-owner-id': 'Association.IpOwnerId',
      'association.public-ip': 'Association.PublicIp',
      description: 'Description',
      'group-id': 'Groups.GroupId',
      'interface-type': 'InterfaceType',
      'network-interface-id': 'NetworkInterfaceId',
      'private-ip-address': 'PrivateIpAddress',
      status: 'Status',
      'subnet-id': 'SubnetId',
      'vpc-id': 'VpcId',
    },
  },
  DescribeRouteTables: {
    type: 'RouteTable',
    output: 'RouteTables',
    ids: { RouteTableIds: 'RouteTableId' },
    missing: missing('InvalidRouteTableID.NotFound', 'routeTable ID'),
    filters: {
      'association.main': 'Associations.Main',
      'association.subnet-id': 'Associations.SubnetId',
      'route-table-id': 'RouteTableId',
      'route.nat-gateway-id': 'Routes.NatGatewayId',
      'vpc-id': 'VpcId',
    },
  },
  DescribeSecurityGroups: {
    type: 'SecurityGroup',
    output: 'SecurityGroups',
    ids: { GroupIds: 'GroupId', GroupNames: 'GroupName' },
    missing: missing('InvalidGroup.NotFound', 'security group'),
    filters: {
      description: 'Description',
      'group-id': 'GroupId',
      'group-name': 'GroupName',
      'ip-permission.group-id': 'IpPermissions.UserIdGroupPairs.GroupId',
      'egress.ip-permission.group-id': 'IpPermissionsEgress.UserIdGroupPairs.GroupId',
      'vpc-id': 'VpcId',
    },
  },
  DescribeSubnets: {
    type: 'Subnet',
    output: 'Subnets',
    ids: { SubnetIds: 'SubnetId' },
    missing: missing('InvalidSubnetID.NotFound', 'subnet ID'),
    filters: {
      'availability-zone': 'AvailabilityZone',
      'availability-zone-id': 'AvailabilityZoneId',
      'cidr-block': 'CidrBlock',
      state: 'State',
      'subnet-id': 'SubnetId',
      'vpc-id': 'VpcId',
    },
  },
  DescribeVpcEndpoints: {
    type: 'VpcEndpoint',
    output: 'VpcEndpoints',
    ids: { VpcEndpointIds: 'VpcEndpointId' },
    missing: missing('InvalidVpcEndpointId.NotFound', 'Vpc Endpoint Id'),
    filters: {
      'service-name': 'ServiceName',
      'vpc-endpoint-id': 'VpcEndpointId',
      'vpc-endpoint-state': 'State',
      'vpc-endpoint-type': 'VpcEndpointType',
      'vpc-id': 'VpcId',
    },
  },
  DescribeVpcs: {
    type: 'Vpc',
    output: 'Vpcs',
    ids: { VpcIds: 'VpcId' },
    missing: missing('InvalidVpcID.NotFound', 'vpc ID'),
    filters: {
      cidr: 'CidrBlock',
      'cidr-block-association.cidr-block': 'CidrBlockAssociationSet.CidrBlock',
      'is-default': 'IsDefault',
      state: 'State',
      'vpc-id': 'VpcId',
    },
  },
};
