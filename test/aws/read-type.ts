import * as ds from '@aws-sdk/client-directory-service';
import * as ec2 from '@aws-sdk/client-ec2';
import * as workspaces from '@aws-sdk/client-workspaces';
import type { ResourceType } from '../../lib/snapshot/index.ts';
import type { Clients } from './clients.ts';

type Reader = (clients: Clients) => Promise<unknown>;

/** One plain SDK call for each resource type that the double serves, and the member of its answer that holds them. */
export const readType: Readonly<Partial<Record<ResourceType, Reader>>> = {
  WorkspaceDirectory: async (c) =>
    (await c.workspaces.send(new workspaces.DescribeWorkspaceDirectoriesCommand({}))).Directories,
  Workspace: async (c) => (await c.workspaces.send(new workspaces.DescribeWorkspacesCommand({}))).Workspaces,
  WorkspaceConnectionStatus: async (c) =>
    (await c.workspaces.send(new workspaces.DescribeWorkspacesConnectionStatusCommand({}))).WorkspacesConnectionStatus,
  WorkspacesIpGroup: async (c) => (await c.workspaces.send(new workspaces.DescribeIpGroupsCommand({}))).Result,
  WorkspaceBundle: async (c) =>
    (await c.workspaces.send(new workspaces.DescribeWorkspaceBundlesCommand({ Owner: 'AMAZON' }))).Bundles,
  WorkspaceImage: async (c) => (await c.workspaces.send(new workspaces.DescribeWorkspaceImagesCommand({}))).Images,
  ConnectionAlias: async (c) =>
    (await c.workspaces.send(new workspaces.DescribeConnectionAliasesCommand({}))).ConnectionAliases,
  WorkspacesPool: async (c) =>
    (await c.workspaces.send(new workspaces.DescribeWorkspacesPoolsCommand({}))).WorkspacesPools,
  AccountLink: async (c) => (await c.workspaces.send(new workspaces.ListAccountLinksCommand({}))).AccountLinks,
  ClientProperties: async (c) =>
    (await c.workspaces.send(new workspaces.DescribeClientPropertiesCommand({ ResourceIds: ['d-1234567890'] })))
      .ClientPropertiesList,
  WorkspacesAccount: async (c) => {
    const { $metadata: _, ...account } = await c.workspaces.send(new workspaces.DescribeAccountCommand({}));
    return [account];
  },
  DirectoryDescription: async (c) => (await c.ds.send(new ds.DescribeDirectoriesCommand({}))).DirectoryDescriptions,
  DomainController: async (c) =>
    (await c.ds.send(new ds.DescribeDomainControllersCommand({ DirectoryId: 'd-1234567890' }))).DomainControllers,
  Trust: async (c) => (await c.ds.send(new ds.DescribeTrustsCommand({ DirectoryId: 'd-1234567890' }))).Trusts,
  ClientAuthenticationSetting: async (c) =>
    (await c.ds.send(new ds.DescribeClientAuthenticationSettingsCommand({ DirectoryId: 'd-1234567890' })))
      .ClientAuthenticationSettingsInfo,
  DirectoryCertificate: async (c) => {
    const input = { DirectoryId: 'd-1234567890', CertificateId: 'c-1234567890' };
    return [(await c.ds.send(new ds.DescribeCertificateCommand(input))).Certificate];
  },
  SecurityGroup: async (c) => (await c.ec2.send(new ec2.DescribeSecurityGroupsCommand({}))).SecurityGroups,
  NetworkInterface: async (c) => (await c.ec2.send(new ec2.DescribeNetworkInterfacesCommand({}))).NetworkInterfaces,
  Subnet: async (c) => (await c.ec2.send(new ec2.DescribeSubnetsCommand({}))).Subnets,
  Vpc: async (c) => (await c.ec2.send(new ec2.DescribeVpcsCommand({}))).Vpcs,
  RouteTable: async (c) => (await c.ec2.send(new ec2.DescribeRouteTablesCommand({}))).RouteTables,
  NatGateway: async (c) => (await c.ec2.send(new ec2.DescribeNatGatewaysCommand({}))).NatGateways,
  Address: async (c) => (await c.ec2.send(new ec2.DescribeAddressesCommand({}))).Addresses,
  InternetGateway: async (c) => (await c.ec2.send(new ec2.DescribeInternetGatewaysCommand({}))).InternetGateways,
  NetworkAcl: async (c) => (await c.ec2.send(new ec2.DescribeNetworkAclsCommand({}))).NetworkAcls,
  VpcEndpoint: async (c) => (await c.ec2.send(new ec2.DescribeVpcEndpointsCommand({}))).VpcEndpoints,
  ManagedPrefixListEntries: async (c) =>
    (await c.ec2.send(new ec2.GetManagedPrefixListEntriesCommand({ PrefixListId: 'pl-12345678' }))).Entries,
};
