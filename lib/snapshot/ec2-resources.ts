import * as z from 'zod';
import { flag, list, number, part, shape, text, texts } from './members.ts';

/* The raw shapes of Amazon EC2; see members.ts. */

export const ipPermission = shape({
  IpProtocol: text,
  FromPort: number,
  ToPort: number,
  IpRanges: list(shape({ CidrIp: text, Description: text })),
  Ipv6Ranges: list(shape({ CidrIpv6: text, Description: text })),
  PrefixListIds: list(shape({ PrefixListId: text, Description: text })),
  UserIdGroupPairs: list(shape({ GroupId: text, UserId: text, Description: text })),
});

export const securityGroup = shape({
  GroupId: z.string(),
  GroupName: text,
  Description: text,
  VpcId: text,
  OwnerId: text,
  IpPermissions: list(ipPermission),
  IpPermissionsEgress: list(ipPermission),
});

const association = part({ PublicIp: text, IpOwnerId: text, AllocationId: text, AssociationId: text });

export const networkInterface = shape({
  NetworkInterfaceId: z.string(),
  Description: text,
  MacAddress: text,
  PrivateIpAddress: text,
  SubnetId: text,
  VpcId: text,
  Status: text,
  SourceDestCheck: flag,
  Groups: list(shape({ GroupId: text })),
  Attachment: part({ Status: text, DeviceIndex: number }),
  Association: association,
  PrivateIpAddresses: list(shape({ PrivateIpAddress: text, Primary: flag, Association: association })),
});

export const subnet = shape({
  SubnetId: z.string(),
  VpcId: text,
  CidrBlock: text,
  AvailabilityZone: text,
  AvailabilityZoneId: text,
  AvailableIpAddressCount: number,
  OwnerId: text,
  State: text,
  Ipv6CidrBlockAssociationSet: list(shape({ Ipv6CidrBlock: text, Ipv6CidrBlockState: part({ State: text }) })),
  AssignIpv6AddressOnCreation: flag,
  Ipv6Native: flag,
});

export const vpc = shape({
  VpcId: z.string(),
  CidrBlock: text,
  CidrBlockAssociationSet: list(shape({ CidrBlock: text, CidrBlockState: part({ State: text }) })),
  Ipv6CidrBlockAssociationSet: list(shape({ Ipv6CidrBlock: text, Ipv6CidrBlockState: part({ State: text }) })),
});

export const routeTable = shape({
  RouteTableId: z.string(),
  VpcId: text,
  Associations: list(shape({ Main: flag, SubnetId: text, GatewayId: text, AssociationState: part({ State: text }) })),
  Routes: list(
    shape({
      DestinationCidrBlock: text,
      DestinationIpv6CidrBlock: text,
      DestinationPrefixListId: text,
      GatewayId: text,
      EgressOnlyInternetGatewayId: text,
      InstanceId: text,
      CarrierGatewayId: text,
      LocalGatewayId: text,
      CoreNetworkArn: text,
      Origin: text,
      NatGatewayId: text,
      TransitGatewayId: text,
      NetworkInterfaceId: text,
      VpcPeeringConnectionId: text,
      State: text,
    }),
  ),
});

export const natGateway = shape({
  NatGatewayId: z.string(),
  VpcId: text,
  SubnetId: text,
  State: text,
  ConnectivityType: text,
  AvailabilityMode: text,
  AutoScalingIps: text,
  AutoProvisionZones: text,
  NatGatewayAddresses: list(
    shape({
      AllocationId: text,
      AssociationId: text,
      NetworkInterfaceId: text,
      PublicIp: text,
      PrivateIp: text,
      Status: text,
    }),
  ),
});

export const address = shape({
  PublicIp: text,
  AllocationId: text,
  AssociationId: text,
  NetworkInterfaceId: text,
  ServiceManaged: text,
});

export const vpcEndpoint = shape({
  VpcEndpointId: z.string(),
  VpcEndpointType: text,
  RouteTableIds: texts,
  SubnetIds: texts,
  PrivateDnsEnabled: flag,
  DnsOptions: part({ PrivateDnsOnlyForInboundResolverEndpoint: flag }),
  PolicyDocument: text,
  State: text,
  VpcId: text,
  ServiceName: text,
  Groups: list(shape({ GroupId: text, GroupName: text })),
});

export const managedPrefixListEntries = shape({
  PrefixListId: z.string(),
  Entries: list(shape({ Cidr: text, Description: text })),
});

export const internetGateway = shape({
  InternetGatewayId: z.string(),
  Attachments: list(shape({ VpcId: text, State: text })),
});

export const networkAcl = shape({
  NetworkAclId: z.string(),
  VpcId: text,
  IsDefault: flag,
  Associations: list(shape({ NetworkAclAssociationId: text, SubnetId: text })),
  Entries: list(
    shape({
      RuleNumber: number,
      Protocol: text,
      RuleAction: text,
      Egress: flag,
      CidrBlock: text,
      Ipv6CidrBlock: text,
      PortRange: part({ From: number, To: number }),
    }),
  ),
});

export type IpPermission = z.infer<typeof ipPermission>;
export type SecurityGroup = z.infer<typeof securityGroup>;
export type NetworkInterface = z.infer<typeof networkInterface>;
export type Subnet = z.infer<typeof subnet>;
export type Vpc = z.infer<typeof vpc>;
export type RouteTable = z.infer<typeof routeTable>;
export type NatGateway = z.infer<typeof natGateway>;
export type Address = z.infer<typeof address>;
export type VpcEndpoint = z.infer<typeof vpcEndpoint>;
export type ManagedPrefixListEntries = z.infer<typeof managedPrefixListEntries>;
export type NetworkAcl = z.infer<typeof networkAcl>;
