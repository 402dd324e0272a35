import * as z from 'zod';
import { flag, list, part, shape, text, texts } from './members.ts';

/* The raw shapes of Amazon WorkSpaces; see members.ts. */

const accelerator = part({ Mode: text, PreferredProtocol: text });

export const workspaceDirectory = shape({
  DirectoryId: z.string(),
  Alias: text,
  DirectoryName: text,
  WorkspaceDirectoryName: text,
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

export type WorkspaceDirectory = z.infer<typeof workspaceDirectory>;
export type Workspace = z.infer<typeof workspace>;
export type WorkspacesIpGroup = z.infer<typeof workspacesIpGroup>;
export type WorkspaceConnectionStatus = z.infer<typeof workspaceConnectionStatus>;
export type WorkspaceBundle = z.infer<typeof workspaceBundle>;
export type WorkspaceImage = z.infer<typeof workspaceImage>;
export type ConnectionAlias = z.infer<typeof connectionAlias>;
export type AccountLink = z.infer<typeof accountLink>;
export type ClientProperties = z.infer<typeof clientProperties>;
export type WorkspacesAccount = z.infer<typeof workspacesAccount>;
