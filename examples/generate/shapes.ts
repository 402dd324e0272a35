import type { DirectoryDescription as AwsDirectoryDescription } from '@aws-sdk/client-directory-service';
import type {
  Address as AwsAddress,
  NatGateway as AwsNatGateway,
  NetworkInterface as AwsNetworkInterface,
  RouteTable as AwsRouteTable,
  SecurityGroup as AwsSecurityGroup,
  Subnet as AwsSubnet,
  Vpc as AwsVpc,
  VpcEndpoint as AwsVpcEndpoint,
  GroupIdentifier,
  IpPermission,
  NatGatewayAddress,
  NetworkInterfacePrivateIpAddress,
  PrefixListEntry,
  Route,
} from '@aws-sdk/client-ec2';
import type {
  Workspace as AwsWorkspace,
  WorkspaceDirectory as AwsWorkspaceDirectory,
  WorkspacesIpGroup as AwsWorkspacesIpGroup,
  DefaultWorkspaceCreationProperties,
  IpRuleItem,
  SamlProperties,
  SelfservicePermissions,
  WorkspaceAccessProperties,
  WorkspaceProperties,
} from '@aws-sdk/client-workspaces';

/** `T` with the members of `M` certainly there, as they are in everything that this generator makes. */
type With<T, M> = Omit<T, keyof M> & M;

/** Trusted devices are `TRUST`, which the SDK's enumeration does not know. */
type Access = With<WorkspaceAccessProperties, { DeviceTypeWindows: string; DeviceTypeOsx: string }>;

/** `DirectoryType` is open here: AWS answers `MicrosoftAD`, which the SDK's enumeration does not know. */
export type Directory = With<
  AwsWorkspaceDirectory,
  {
    DirectoryId: string;
    Alias: string;
    DirectoryType: string;
    SubnetIds: string[];
    WorkspaceSecurityGroupId: string;
    WorkspaceCreationProperties: DefaultWorkspaceCreationProperties;
    WorkspaceAccessProperties: Access;
    SelfservicePermissions: SelfservicePermissions;
    SamlProperties: SamlProperties;
  }
>;

export type Workspace = With<
  AwsWorkspace,
  { WorkspaceId: string; DirectoryId: string; UserName: string; WorkspaceProperties: WorkspaceProperties }
>;

export type IpGroup = With<AwsWorkspacesIpGroup, { groupId: string; groupName: string; userRules: IpRuleItem[] }>;

export type DirectoryDescription = With<AwsDirectoryDescription, { DirectoryId: string }>;

export type SecurityGroup = With<
  AwsSecurityGroup,
  {
    GroupId: string;
    GroupName: string;
    VpcId: string;
    IpPermissions: IpPermission[];
    IpPermissionsEgress: IpPermission[];
  }
>;

/** `InterfaceType` is open here: the SDK's enumeration has `natGateway`, yet AWS answers `nat_gateway`. */
export type NetworkInterface = With<
  AwsNetworkInterface,
  {
    NetworkInterfaceId: string;
    InterfaceType: string;
    PrivateIpAddress: string;
    PrivateIpAddresses: NetworkInterfacePrivateIpAddress[];
    SubnetId: string;
    Groups: GroupIdentifier[];
  }
>;

export type Subnet = With<
  AwsSubnet,
  { SubnetId: string; VpcId: string; CidrBlock: string; AvailabilityZone: string; AvailableIpAddressCount: number }
>;

export type Vpc = With<AwsVpc, { VpcId: string; CidrBlock: string }>;

export type RouteTable = With<AwsRouteTable, { RouteTableId: string; VpcId: string; Routes: Route[] }>;

export type NatGateway = With<AwsNatGateway, { NatGatewayId: string; NatGatewayAddresses: NatGatewayAddress[] }>;

export type Address = With<AwsAddress, { AllocationId: string; PublicIp: string }>;

/** `State` is open here: the SDK's enumeration has `Available`, yet AWS answers in lower case. */
export type VpcEndpoint = With<AwsVpcEndpoint, { VpcEndpointId: string; State: string }>;

export interface PrefixList {
  PrefixListId: string;
  Entries: PrefixListEntry[];
}
