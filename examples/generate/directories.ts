import { identityCenterConfig } from './account/identity-center.ts';
import { addDirectoryDescription } from './directory-service.ts';
import type { Place } from './place.ts';
import { addControllersGroup, addMembersGroup } from './security-groups.ts';
import { alphanumeric } from './seeds.ts';
import type { Directory, Subnet, Vpc } from './shapes.ts';

export type Kind = 'MicrosoftAD' | 'ADConnector' | 'SimpleAD' | 'IdentityCenter' | 'Entra' | 'Custom' | 'Pools';
export type ServiceKind = Extract<Kind, 'MicrosoftAD' | 'ADConnector' | 'SimpleAD'>;

export interface DirectorySpec {
  /** What the examples call it. */
  readonly alias: string;
  readonly kind: Kind;
  readonly encryption: 'FIPS_VALIDATED' | 'STANDARD_TLS';
  readonly vpc: Vpc;
  readonly subnets: readonly [Subnet, Subnet];
  readonly ipGroups?: readonly string[];
  /** Hardware of one's own, as Windows for desktops needs it; shared when not said. */
  readonly dedicated?: true;
}

/** Adds a registered directory as a careful administrator sets it up, with its groups and controllers. */
export function addDirectory(place: Place, spec: DirectorySpec): Directory {
  const { alias, kind } = spec;
  const id =
    serviceKind(kind) === undefined ? `wsd-${alphanumeric(`directory ${alias}`, 9)}` : place.directoryId(alias);
  const members = addMembersGroup(place, spec.vpc, id);
  const directory: Directory = {
    DirectoryId: id,
    Alias: alias,
    DirectoryName: `${alias}.corp.example.com`,
    RegistrationCode: `WSexa+${alphanumeric(`registration ${id}`, 6).toUpperCase()}`,
    SubnetIds: spec.subnets.map(({ SubnetId }) => SubnetId),
    DirectoryType: directoryTypes[kind],
    WorkspaceSecurityGroupId: members.GroupId,
    State: 'REGISTERED',
    WorkspaceCreationProperties: {
      EnableInternetAccess: false,
      UserEnabledAsLocalAdministrator: false,
      EnableMaintenanceMode: true,
      ...(serviceKind(kind) !== undefined && { DefaultOu: `OU=WorkSpaces,DC=${alias},DC=corp,DC=example,DC=com` }),
    },
    WorkspaceAccessProperties: {
      DeviceTypeWindows: 'ALLOW',
      DeviceTypeOsx: 'ALLOW',
      DeviceTypeWeb: 'DENY',
      DeviceTypeIos: 'DENY',
      DeviceTypeAndroid: 'DENY',
      DeviceTypeChromeOs: 'DENY',
      DeviceTypeZeroClient: 'DENY',
      DeviceTypeLinux: 'DENY',
      DeviceTypeWorkSpacesThinClient: 'DENY',
    },
    Tenancy: spec.dedicated ? 'DEDICATED' : 'SHARED',
    SelfservicePermissions: {
      RestartWorkspace: 'DISABLED',
      IncreaseVolumeSize: 'DISABLED',
      ChangeComputeType: 'DISABLED',
      SwitchRunningMode: 'DISABLED',
      RebuildWorkspace: 'DISABLED',
    },
    SamlProperties: { Status: 'DISABLED', RelayStateParameterName: 'RelayState' },
    CertificateBasedAuthProperties: { Status: 'DISABLED' },
    EndpointEncryptionMode: spec.encryption,
    WorkspaceType: kind === 'Pools' ? 'POOLS' : 'PERSONAL',
    ...identity(place, spec),
  };
  // AWS leaves the member out when no group is associated.
  if (spec.ipGroups !== undefined) directory.ipGroupIds = spec.ipGroups.map((name) => place.ipGroup(name).groupId);
  place.directories.push(directory);
  addControllers(place, spec, directory);
  place.further.of('ClientProperties').push({
    ResourceId: id,
    ClientProperties: { ReconnectEnabled: 'DISABLED', LogUploadEnabled: 'DISABLED' },
  });
  return directory;
}

/** Directory Service knows the directories that it runs or connects to; the `wsd-` ones are WorkSpaces' own. */
export const serviceKind = (kind: Kind): ServiceKind | undefined =>
  kind === 'MicrosoftAD' || kind === 'ADConnector' || kind === 'SimpleAD' ? kind : undefined;

const directoryTypes: Record<Kind, string> = {
  MicrosoftAD: 'MicrosoftAD',
  ADConnector: 'AD_CONNECTOR',
  SimpleAD: 'SIMPLE_AD',
  IdentityCenter: 'AWS_IAM_IDENTITY_CENTER',
  Entra: 'AWS_IAM_IDENTITY_CENTER',
  Custom: 'CUSTOMER_MANAGED',
  Pools: 'CUSTOMER_MANAGED',
};

function addControllers(place: Place, spec: DirectorySpec, directory: Directory): void {
  const kind = serviceKind(spec.kind);
  if (kind === undefined) return;
  const group = addControllersGroup(place, spec.vpc, directory.DirectoryId, kind === 'MicrosoftAD');
  addDirectoryDescription(place, { ...spec, kind, group, directory });
}

function identity(place: Place, { alias, kind }: DirectorySpec): Partial<Directory> {
  const { partition, accountId } = place.origin;
  if (serviceKind(kind) !== undefined) {
    return {
      UserIdentityType: 'AWS_DIRECTORY_SERVICE',
      IamRoleId: `arn:${partition}:iam::${accountId}:role/workspaces_DefaultRole`,
      ...(kind === 'ADConnector' && { CustomerUserName: 'svc-workspaces' }),
    };
  }
  const named = { WorkspaceDirectoryName: alias, WorkspaceDirectoryDescription: `Desktops of ${alias}` };
  if (kind === 'Pools') return { ...named, UserIdentityType: 'CUSTOMER_MANAGED' };
  if (kind === 'Custom') {
    const ServiceAccountSecretArn = place.arn('secretsmanager', `secret:${alias}-service-account`);
    return {
      ...named,
      UserIdentityType: 'CUSTOMER_MANAGED',
      ActiveDirectoryConfig: { DomainName: `${alias}.corp.example.com`, ServiceAccountSecretArn },
    };
  }
  return {
    ...named,
    UserIdentityType: 'AWS_IAM_IDENTITY_CENTER',
    IDCConfig: identityCenterConfig(place, alias),
    ...(kind === 'Entra' && {
      MicrosoftEntraConfig: {
        TenantId: '00000000-0000-4000-8000-000000000000',
        ApplicationConfigSecretArn: place.arn('secretsmanager', `secret:${alias}-entra-application`),
      },
    }),
  };
}
