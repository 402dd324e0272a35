import * as z from 'zod';

/**
 * The raw AWS shapes that the facts read, as the AWS SDK v3 returns them (its member names, dates as ISO 8601
 * strings). Members that no fact reads pass through unchecked. Every member may be absent: AWS leaves unset members
 * out, and assembled files may say null instead. Enumerations are open: their values are judged in `facts/`.
 */
const text = z.string().nullish();
const flag = z.boolean().nullish();
const number = z.number().nullish();
const texts = z.array(z.string()).nullish();
const list = <T extends z.ZodType>(item: T) => z.array(item).nullish();
const shape = <T extends z.ZodRawShape>(members: T) => z.looseObject(members);
const part = <T extends z.ZodRawShape>(members: T) => shape(members).nullish();

const accelerator = part({ Mode: text, PreferredProtocol: text });

export const workspaceDirectory = shape({
  DirectoryId: z.string(),
  Alias: text,
  DirectoryName: text,
  DirectoryType: text,
  State: text,
  WorkspaceType: text,
  UserIdentityType: text,
  MicrosoftEntraConfig: part({ TenantId: text, ApplicationConfigSecretArn: text }),
  IDCConfig: part({ InstanceArn: text, ApplicationArn: text }),
  ActiveDirectoryConfig: part({ DomainName: text, ServiceAccountSecretArn: text }),
  CertificateBasedAuthProperties: part({ Status: text, CertificateAuthorityArn: text }),
  RegistrationCode: text,
  CustomerUserName: text,
  IamRoleId: text,
  ErrorMessage: text,
  DnsIpAddresses: texts,
  Tenancy: text,
  SubnetIds: texts,
  ipGroupIds: texts,
  WorkspaceSecurityGroupId: text,
  EndpointEncryptionMode: text,
  WorkspaceAccessProperties: part({
    DeviceTypeWindows: text,
    DeviceTypeOsx: text,
    DeviceTypeWeb: text,
    DeviceTypeIos: text,
    DeviceTypeAndroid: text,
    DeviceTypeChromeOs: text,
    DeviceTypeZeroClient: text,
    DeviceTypeLinux: text,
    DeviceTypeWorkSpacesThinClient: text,
    AccessEndpointConfig: part({
      AccessEndpoints: list(shape({ AccessEndpointType: text, VpcEndpointId: text })),
      InternetFallbackProtocols: texts,
    }),
  }),
  WorkspaceCreationProperties: part({
    CustomSecurityGroupId: text,
    EnableInternetAccess: flag,
    EnableMaintenanceMode: flag,
    DefaultOu: text,
    UserEnabledAsLocalAdministrator: flag,
    InstanceIamRoleArn: text,
  }),
  SelfservicePermissions: part({
    RestartWorkspace: text,
    IncreaseVolumeSize: text,
    ChangeComputeType: text,
    SwitchRunningMode: text,
    RebuildWorkspace: text,
  }),
  SamlProperties: part({ Status: text, UserAccessUrl: text, RelayStateParameterName: text }),
  StreamingProperties: part({ StreamingExperiencePreferredProtocol: text, GlobalAccelerator: accelerator }),
});

export const workspace = shape({
  WorkspaceId: z.string(),
  DirectoryId: text,
  UserName: text,
  IpAddress: text,
  State: text,
  SubnetId: text,
  BundleId: text,
  ComputerName: text,
  ErrorCode: text,
  ErrorMessage: text,
  RelatedWorkspaces: list(shape({ WorkspaceId: text, Region: text, State: text, Type: text })),
  VolumeEncryptionKey: text,
  UserVolumeEncryptionEnabled: flag,
  RootVolumeEncryptionEnabled: flag,
  WorkspaceProperties: part({
    ComputeTypeName: text,
    Protocols: texts,
    OperatingSystemName: text,
    RunningMode: text,
    GlobalAccelerator: accelerator,
  }),
});

export const workspacesIpGroup = shape({
  groupId: z.string(),
  groupName: text,
  userRules: list(shape({ ipRule: text, ruleDesc: text })),
});

const directoryVpc = part({ VpcId: text, SubnetIds: texts, SecurityGroupId: text, AvailabilityZones: texts });

const radiusSettings = part({
  RadiusServers: texts,
  RadiusServersIpv6: texts,
  RadiusPort: number,
  RadiusTimeout: number,
  RadiusRetries: number,
  AuthenticationProtocol: text,
});

export const directoryDescription = shape({
  DirectoryId: z.string(),
  Name: text,
  ShortName: text,
  Type: text,
  Stage: text,
  StageReason: text,
  Edition: text,
  LaunchTime: text,
  SsoEnabled: flag,
  DnsIpAddrs: texts,
  RadiusStatus: text,
  RadiusSettings: radiusSettings,
  RegionsInfo: part({ PrimaryRegion: text, AdditionalRegions: texts }),
  OwnerDirectoryDescription: part({
    DirectoryId: text,
    AccountId: text,
    RadiusStatus: text,
    RadiusSettings: radiusSettings,
    VpcSettings: part({ VpcId: text }),
  }),
  VpcSettings: directoryVpc,
  ConnectSettings: part({
    VpcId: text,
    SubnetIds: texts,
    SecurityGroupId: text,
    ConnectIps: texts,
    CustomerUserName: text,
    AvailabilityZones: texts,
  }),
});

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

export const workspaceConnectionStatus = shape({
  WorkspaceId: z.string(),
  ConnectionState: text,
  ConnectionStateCheckTimestamp: text,
  LastKnownUserConnectionTimestamp: text,
});

export const workspaceBundle = shape({
  BundleId: z.string(),
  Name: text,
  Owner: text,
  BundleType: text,
  ImageId: text,
  ComputeType: part({ Name: text }),
  State: text,
});

export const workspaceImage = shape({
  ImageId: z.string(),
  Name: text,
  OperatingSystem: part({ Type: text }),
  State: text,
  RequiredTenancy: text,
  OwnerAccountId: text,
  ErrorCode: text,
  ErrorDetails: list(shape({ ErrorCode: text, ErrorMessage: text })),
});

export const connectionAlias = shape({
  AliasId: z.string(),
  ConnectionString: text,
  State: text,
  OwnerAccountId: text,
  Associations: list(
    shape({ AssociationStatus: text, AssociatedAccountId: text, ResourceId: text, ConnectionIdentifier: text }),
  ),
});

export const workspacesPool = shape({ PoolId: z.string(), DirectoryId: text, State: text });

export const accountLink = shape({
  AccountLinkId: z.string(),
  AccountLinkStatus: text,
  SourceAccountId: text,
  TargetAccountId: text,
});

export const clientProperties = shape({
  ResourceId: z.string(),
  ClientProperties: part({ ReconnectEnabled: text, LogUploadEnabled: text }),
});

export const workspacesAccount = shape({
  DedicatedTenancySupport: text,
  DedicatedTenancyManagementCidrRange: text,
  DedicatedTenancyAccountType: text,
});

export const domainController = shape({
  DirectoryId: z.string(),
  DomainControllerId: z.string(),
  DnsIpAddr: text,
  SubnetId: text,
  AvailabilityZone: text,
  Status: text,
});

export const trust = shape({
  DirectoryId: z.string(),
  TrustId: z.string(),
  RemoteDomainName: text,
  TrustType: text,
  TrustDirection: text,
  TrustState: text,
});

export const clientAuthenticationSetting = shape({ DirectoryId: z.string(), Type: z.string(), Status: text });

export const directoryCertificate = shape({
  DirectoryId: z.string(),
  CertificateId: z.string(),
  Type: text,
  State: text,
  CommonName: text,
  ExpiryDateTime: text,
  ClientCertAuthSettings: part({ OCSPUrl: text }),
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

export type WorkspaceDirectory = z.infer<typeof workspaceDirectory>;
export type Workspace = z.infer<typeof workspace>;
export type WorkspacesIpGroup = z.infer<typeof workspacesIpGroup>;
export type DirectoryDescription = z.infer<typeof directoryDescription>;
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
export type WorkspaceConnectionStatus = z.infer<typeof workspaceConnectionStatus>;
export type WorkspaceBundle = z.infer<typeof workspaceBundle>;
export type WorkspaceImage = z.infer<typeof workspaceImage>;
export type ConnectionAlias = z.infer<typeof connectionAlias>;
export type AccountLink = z.infer<typeof accountLink>;
export type ClientProperties = z.infer<typeof clientProperties>;
export type WorkspacesAccount = z.infer<typeof workspacesAccount>;
export type DomainController = z.infer<typeof domainController>;
export type Trust = z.infer<typeof trust>;
export type ClientAuthenticationSetting = z.infer<typeof clientAuthenticationSetting>;
export type DirectoryCertificate = z.infer<typeof directoryCertificate>;
export type NetworkAcl = z.infer<typeof networkAcl>;
