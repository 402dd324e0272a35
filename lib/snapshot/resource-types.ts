import type * as z from 'zod';
import * as directories from './directory-service-resources.ts';
import * as ec2 from './ec2-resources.ts';
import * as evidence from './evidence-resources.ts';
import * as identity from './identity-resources.ts';
import * as workspaces from './workspaces-resources.ts';

/** The resources of one type, taken one by one; knows who reads them and what makes two lines the same resource. */
export interface Bucket<R> {
  /** The operation whose coverage speaks for these lines. */
  readonly operation: string;
  readonly items: readonly R[];
  /** Keeps `raw` when it has the type's shape. @returns its id, unique within the type, or what is wrong with it */
  take(raw: unknown): { readonly id: string } | { readonly issues: readonly z.core.$ZodIssue[] };
}

function bucket<R>(operation: string, schema: z.ZodType<R>, idOf: (resource: R) => string): Bucket<R> {
  const items: R[] = [];
  const take: Bucket<R>['take'] = (raw) => {
    const parsed = schema.safeParse(raw);
    if (!parsed.success) return { issues: parsed.error.issues };
    items.push(parsed.data);
    return { id: idOf(parsed.data) };
  };
  return { operation, items, take };
}

/** A fresh, empty bucket for every resource type of snapshot format version 1. */
export function emptyResources() {
  return {
    WorkspaceDirectory: bucket(
      'workspaces:DescribeWorkspaceDirectories',
      workspaces.workspaceDirectory,
      (r) => r.DirectoryId,
    ),
    Workspace: bucket('workspaces:DescribeWorkspaces', workspaces.workspace, (r) => r.WorkspaceId),
    WorkspaceConnectionStatus: bucket(
      'workspaces:DescribeWorkspacesConnectionStatus',
      workspaces.workspaceConnectionStatus,
      (r) => r.WorkspaceId,
    ),
    WorkspacesIpGroup: bucket('workspaces:DescribeIpGroups', workspaces.workspacesIpGroup, (r) => r.groupId),
    WorkspaceBundle: bucket('workspaces:DescribeWorkspaceBundles', workspaces.workspaceBundle, (r) => r.BundleId),
    WorkspaceImage: bucket('workspaces:DescribeWorkspaceImages', workspaces.workspaceImage, (r) => r.ImageId),
    ConnectionAlias: bucket('workspaces:DescribeConnectionAliases', workspaces.connectionAlias, (r) => r.AliasId),
    WorkspacesPool: bucket('workspaces:DescribeWorkspacesPools', workspaces.workspacesPool, (r) => r.PoolId),
    AccountLink: bucket('workspaces:ListAccountLinks', workspaces.accountLink, (r) => r.AccountLinkId),
    ClientProperties: bucket('workspaces:DescribeClientProperties', workspaces.clientProperties, (r) => r.ResourceId),
    WorkspacesAccount: bucket('workspaces:DescribeAccount', workspaces.workspacesAccount, () => 'account'),
    DirectoryDescription: bucket('ds:DescribeDirectories', directories.directoryDescription, (r) => r.DirectoryId),
    DomainController: bucket('ds:DescribeDomainControllers', directories.domainController, (r) => r.DomainControllerId),
    Trust: bucket('ds:DescribeTrusts', directories.trust, (r) => r.TrustId),
    ClientAuthenticationSetting: bucket(
      'ds:DescribeClientAuthenticationSettings',
      directories.clientAuthenticationSetting,
      (r) => `${r.DirectoryId} ${r.Type}`,
    ),
    DirectoryCertificate: bucket(
      'ds:DescribeCertificate',
      directories.directoryCertificate,
      (r) => `${r.DirectoryId} ${r.CertificateId}`,
    ),
    SecurityGroup: bucket('ec2:DescribeSecurityGroups', ec2.securityGroup, (r) => r.GroupId),
    NetworkInterface: bucket('ec2:DescribeNetworkInterfaces', ec2.networkInterface, (r) => r.NetworkInterfaceId),
    Subnet: bucket('ec2:DescribeSubnets', ec2.subnet, (r) => r.SubnetId),
    Vpc: bucket('ec2:DescribeVpcs', ec2.vpc, (r) => r.VpcId),
    RouteTable: bucket('ec2:DescribeRouteTables', ec2.routeTable, (r) => r.RouteTableId),
    NatGateway: bucket('ec2:DescribeNatGateways', ec2.natGateway, (r) => r.NatGatewayId),
    Address: bucket('ec2:DescribeAddresses', ec2.address, (r) => r.AllocationId ?? r.PublicIp ?? ''),
    InternetGateway: bucket('ec2:DescribeInternetGateways', ec2.internetGateway, (r) => r.InternetGatewayId),
    NetworkAcl: bucket('ec2:DescribeNetworkAcls', ec2.networkAcl, (r) => r.NetworkAclId),
    VpcEndpoint: bucket('ec2:DescribeVpcEndpoints', ec2.vpcEndpoint, (r) => r.VpcEndpointId),
    ManagedPrefixListEntries: bucket(
      'ec2:GetManagedPrefixListEntries',
      ec2.managedPrefixListEntries,
      (r) => r.PrefixListId,
    ),
    Role: bucket('iam:ListRoles', identity.role, (r) => r.RoleName),
    WorkspacesDefaultRole: bucket('iam:GetRole', identity.role, (r) => r.RoleName),
    RolePolicyNames: bucket('iam:ListRolePolicies', identity.rolePolicyNames, (r) => r.RoleName),
    RolePolicy: bucket('iam:GetRolePolicy', identity.rolePolicy, (r) => `${r.RoleName} ${r.PolicyName}`),
    AttachedRolePolicies: bucket('iam:ListAttachedRolePolicies', identity.attachedRolePolicies, (r) => r.RoleName),
    Policy: bucket('iam:GetPolicy', identity.policy, (r) => r.Arn),
    PolicyVersion: bucket('iam:GetPolicyVersion', identity.policyVersion, (r) => `${r.PolicyArn} ${r.VersionId}`),
    SAMLProviderListEntry: bucket('iam:ListSAMLProviders', identity.samlProviderListEntry, (r) => r.Arn),
    CertificateAuthority: bucket('acm-pca:DescribeCertificateAuthority', identity.certificateAuthority, (r) => r.Arn),
    CertificateAuthorityTags: bucket(
      'acm-pca:ListTags',
      identity.certificateAuthorityTags,
      (r) => r.CertificateAuthorityArn,
    ),
    SharedResource: bucket('ram:ListResources', identity.sharedResource, (r) => `${r.arn} ${r.resourceShareArn}`),
    ResourceSharePermissions: bucket(
      'ram:ListResourceSharePermissions',
      identity.resourceSharePermissions,
      (r) => r.resourceShareArn,
    ),
    Secret: bucket('secretsmanager:DescribeSecret', identity.secret, (r) => r.ARN),
    SecretResourcePolicy: bucket('secretsmanager:GetResourcePolicy', identity.secretResourcePolicy, (r) => r.ARN),
    CloudTrailEvent: bucket('cloudtrail:LookupEvents', evidence.cloudTrailEvent, (r) => r.EventId),
    CloudTrailLookup: bucket('cloudtrail:LookupEvents', evidence.cloudTrailLookup, ({ LookupAttributes }) =>
      LookupAttributes.map(({ AttributeKey, AttributeValue }) => `${AttributeKey}=${AttributeValue}`).join(' '),
    ),
    KeyMetadata: bucket('kms:DescribeKey', evidence.keyMetadata, (r) => r.KeyId),
    Organization: bucket('organizations:DescribeOrganization', evidence.organization, (r) => r.Id),
    OrganizationAccount: bucket('organizations:ListAccounts', evidence.organizationAccount, (r) => r.Id),
    KeyPolicy: bucket('kms:GetKeyPolicy', identity.keyPolicy, (r) => r.KeyId),
    InstanceMetadata: bucket('sso:ListInstances', identity.instanceMetadata, (r) => r.InstanceArn),
    ApplicationAssignmentConfiguration: bucket(
      'sso:GetApplicationAssignmentConfiguration',
      identity.applicationAssignmentConfiguration,
      (r) => r.ApplicationArn,
    ),
  };
}

/** All resources of a snapshot, by type, in file order. */
export type Resources = ReturnType<typeof emptyResources>;
export type ResourceType = keyof Resources;

const known = emptyResources();

/** The operation that reads a resource type. */
export const operationOf = (type: ResourceType): string => known[type].operation;

export const isResourceType = (type: string): type is ResourceType => Object.hasOwn(known, type);
