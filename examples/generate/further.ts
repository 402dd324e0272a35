import type { CertificateAuthority } from '@aws-sdk/client-acm-pca';
import type { Event } from '@aws-sdk/client-cloudtrail';
import type {
  ClientAuthenticationSettingInfo,
  Certificate as DirectoryCertificate,
  DomainController,
  Trust,
} from '@aws-sdk/client-directory-service';
import type { InternetGateway, NetworkAcl } from '@aws-sdk/client-ec2';
import type { Policy, PolicyVersion, Role, SAMLProviderListEntry } from '@aws-sdk/client-iam';
import type { KeyMetadata } from '@aws-sdk/client-kms';
import type { Account, Organization } from '@aws-sdk/client-organizations';
import type { Resource as SharedResource } from '@aws-sdk/client-ram';
import type { DescribeSecretResponse } from '@aws-sdk/client-secrets-manager';
import type { InstanceMetadata } from '@aws-sdk/client-sso-admin';
import type {
  AccountLink,
  ClientPropertiesResult,
  ConnectionAlias,
  DescribeAccountResult,
  WorkspaceBundle,
  WorkspaceConnectionStatus,
  WorkspaceImage,
  WorkspacesPool,
} from '@aws-sdk/client-workspaces';

/** `State` is open here: the SDK's enumeration has no `available`, with which AWS answers. */
type OpenInternetGateway = Omit<InternetGateway, 'Attachments'> & { Attachments: { VpcId: string; State: string }[] };

interface InDirectory {
  readonly DirectoryId: string;
}

/** What a snapshot holds beside the resources that the builders join with each other, by the snapshot's types. */
interface Shapes {
  WorkspaceConnectionStatus: WorkspaceConnectionStatus;
  WorkspaceBundle: WorkspaceBundle;
  WorkspaceImage: WorkspaceImage;
  ConnectionAlias: ConnectionAlias;
  WorkspacesPool: WorkspacesPool;
  AccountLink: AccountLink;
  ClientProperties: ClientPropertiesResult;
  WorkspacesAccount: DescribeAccountResult;
  DomainController: DomainController & InDirectory;
  Trust: Trust & InDirectory;
  ClientAuthenticationSetting: ClientAuthenticationSettingInfo & InDirectory;
  DirectoryCertificate: DirectoryCertificate & InDirectory;
  InternetGateway: OpenInternetGateway;
  NetworkAcl: NetworkAcl;
  Role: Role;
  WorkspacesDefaultRole: Role;
  RolePolicyNames: { RoleName: string; PolicyNames: string[] };
  RolePolicy: { RoleName: string; PolicyName: string; PolicyDocument: string };
  AttachedRolePolicies: { RoleName: string; AttachedPolicies: { PolicyName: string; PolicyArn: string }[] };
  Policy: Policy;
  PolicyVersion: PolicyVersion & { PolicyArn: string };
  SAMLProviderListEntry: SAMLProviderListEntry;
  CertificateAuthority: CertificateAuthority;
  CertificateAuthorityTags: { CertificateAuthorityArn: string; Tags: { Key: string; Value?: string }[] };
  SharedResource: SharedResource;
  ResourceSharePermissions: {
    resourceShareArn: string;
    permissions: { name: string; resourceType: string; status: string }[];
  };
  Secret: DescribeSecretResponse;
  SecretResourcePolicy: { ARN: string; Name: string; ResourcePolicy?: string };
  KeyMetadata: { KeyId: string; KeyMetadata: KeyMetadata };
  KeyPolicy: { KeyId: string; Policy: string };
  InstanceMetadata: InstanceMetadata;
  ApplicationAssignmentConfiguration: { ApplicationArn: string; AssignmentRequired: boolean };
  Organization: Organization;
  OrganizationAccount: Account;
  CloudTrailEvent: Event;
  CloudTrailLookup: { LookupAttributes: { AttributeKey: string; AttributeValue: string }[] };
}

/** In the order of the file. */
export const furtherTypes = [
  'WorkspaceConnectionStatus',
  'WorkspaceBundle',
  'WorkspaceImage',
  'ConnectionAlias',
  'WorkspacesPool',
  'AccountLink',
  'ClientProperties',
  'WorkspacesAccount',
  'DomainController',
  'Trust',
  'ClientAuthenticationSetting',
  'DirectoryCertificate',
  'InternetGateway',
  'NetworkAcl',
  'Role',
  'WorkspacesDefaultRole',
  'RolePolicyNames',
  'RolePolicy',
  'AttachedRolePolicies',
  'Policy',
  'PolicyVersion',
  'SAMLProviderListEntry',
  'CertificateAuthority',
  'CertificateAuthorityTags',
  'SharedResource',
  'ResourceSharePermissions',
  'Secret',
  'SecretResourcePolicy',
  'KeyMetadata',
  'KeyPolicy',
  'InstanceMetadata',
  'ApplicationAssignmentConfiguration',
  'Organization',
  'OrganizationAccount',
  'CloudTrailEvent',
  'CloudTrailLookup',
] as const satisfies readonly (keyof Shapes)[];

type FurtherType = (typeof furtherTypes)[number];

/** Lists by type, empty at first. */
export class Further {
  readonly #lists: { [Type in FurtherType]?: Shapes[Type][] } = {};

  of<Type extends FurtherType>(type: Type): Shapes[Type][] {
    const list = this.#lists[type];
    if (list !== undefined) return list;
    const begun: Shapes[Type][] = [];
    Object.assign(this.#lists, { [type]: begun });
    return begun;
  }

  remove<Type extends FurtherType>(type: Type, which: (resource: Shapes[Type]) => boolean): void {
    const list = this.of(type);
    list.splice(0, list.length, ...list.filter((resource) => !which(resource)));
  }
}
