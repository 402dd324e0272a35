import * as directoryService from '@aws-sdk/client-directory-service';
import * as ec2 from '@aws-sdk/client-ec2';
import * as workspaces from '@aws-sdk/client-workspaces';
import { mockClient } from 'aws-sdk-client-mock';
import { type CollectOptions, collect } from '../../lib/collect/collect.ts';
import type { Progress } from '../../lib/collect/index.ts';
import type { OperationCoverage } from '../../lib/model/coverage.ts';

/** An error as the SDK throws it: the service's code is its name. */
export function awsError(code: string, message = `${code} happened`, attempts = 1): Error {
  return Object.assign(new Error(message), { name: code, $metadata: { attempts } });
}

/**
 * One directory in two subnets of a VPC, a Managed Microsoft AD; one WorkSpace in a third subnet, an IP group that names
 * one address, a streaming endpoint, a security group that refers to a prefix list, a route to another, and one of
 * everything else. A test changes what it is about.
 */
export function mockEstate() {
  const ws = mockClient(workspaces.WorkSpacesClient);
  const ds = mockClient(directoryService.DirectoryServiceClient);
  const vpc = mockClient(ec2.EC2Client);
  ws.on(workspaces.DescribeWorkspaceDirectoriesCommand).resolves({
    Directories: [
      {
        DirectoryId: 'd-906700000a',
        SubnetIds: ['subnet-b', 'subnet-a'],
        WorkspaceSecurityGroupId: 'sg-members',
        WorkspaceCreationProperties: { CustomSecurityGroupId: 'sg-custom' },
        WorkspaceAccessProperties: {
          AccessEndpointConfig: { AccessEndpoints: [{ AccessEndpointType: 'STREAMING_WSP', VpcEndpointId: 'vpce-1' }] },
        },
      },
    ],
  });
  ws.on(workspaces.DescribeWorkspacesCommand).resolves({
    Workspaces: [{ WorkspaceId: 'ws-1', DirectoryId: 'd-906700000a', SubnetId: 'subnet-c', BundleId: 'wsb-1' }],
  });
  ws.on(workspaces.DescribeWorkspacesConnectionStatusCommand).resolves({
    WorkspacesConnectionStatus: [{ WorkspaceId: 'ws-1', ConnectionState: 'DISCONNECTED' }],
  });
  ws.on(workspaces.DescribeWorkspaceBundlesCommand).resolves({ Bundles: [{ BundleId: 'wsb-1', Owner: 'AMAZON' }] });
  ws.on(workspaces.DescribeWorkspaceImagesCommand).resolves({ Images: [{ ImageId: 'wsi-1' }] });
  ws.on(workspaces.DescribeConnectionAliasesCommand).resolves({ ConnectionAliases: [{ AliasId: 'wsca-1' }] });
  ws.on(workspaces.DescribeClientPropertiesCommand).resolves({
    ClientPropertiesList: [{ ResourceId: 'd-906700000a', ClientProperties: { ReconnectEnabled: 'ENABLED' } }],
  });
  ws.on(workspaces.DescribeAccountCommand).resolves({ $metadata: {}, DedicatedTenancySupport: 'DISABLED' });
  ws.on(workspaces.ListAccountLinksCommand).resolves({ AccountLinks: [{ AccountLinkId: 'link-1' }] });
  ws.on(workspaces.DescribeIpGroupsCommand).resolves({
    Result: [{ groupId: 'wsipg-1', userRules: [{ ipRule: '203.0.113.7/32' }, { ipRule: '203.0.113.9' }] }],
  });
  ds.on(directoryService.DescribeDirectoriesCommand).resolves({
    DirectoryDescriptions: [
      {
        DirectoryId: 'd-906700000a',
        Type: 'MicrosoftAD',
        LaunchTime: new Date('2026-01-02T03:04:05.000Z'),
        VpcSettings: { VpcId: 'vpc-1', SubnetIds: ['subnet-a'], SecurityGroupId: 'sg-controllers' },
      },
    ],
  });
  ds.on(directoryService.DescribeDomainControllersCommand).resolves({
    DomainControllers: [{ DirectoryId: 'd-906700000a', DomainControllerId: 'dc-1' }],
  });
  ds.on(directoryService.DescribeTrustsCommand).resolves({
    Trusts: [{ DirectoryId: 'd-906700000a', TrustId: 't-1' }],
  });
  ds.on(directoryService.DescribeClientAuthenticationSettingsCommand).resolves({
    ClientAuthenticationSettingsInfo: [{ Type: 'SmartCard', Status: 'Disabled' }],
  });
  ds.on(directoryService.ListCertificatesCommand).resolves({ CertificatesInfo: [{ CertificateId: 'c-1' }] });
  ds.on(directoryService.DescribeCertificateCommand).resolves({
    Certificate: { CertificateId: 'c-1', State: 'Registered' },
  });
  vpc
    .on(ec2.DescribeAddressesCommand)
    .resolves({ Addresses: [{ AllocationId: 'eipalloc-1', PublicIp: '203.0.113.7' }] });
  vpc.on(ec2.DescribeNatGatewaysCommand).resolves({ NatGateways: [{ NatGatewayId: 'nat-1' }] });
  vpc.on(ec2.DescribeVpcEndpointsCommand).resolves({
    VpcEndpoints: [{ VpcEndpointId: 'vpce-1', Groups: [{ GroupId: 'sg-endpoint' }] }],
  });
  vpc.on(ec2.DescribeSubnetsCommand).resolves({
    Subnets: ['subnet-a', 'subnet-b', 'subnet-c'].map((SubnetId) => ({ SubnetId, VpcId: 'vpc-1' })),
  });
  vpc.on(ec2.DescribeVpcsCommand).resolves({ Vpcs: [{ VpcId: 'vpc-1' }] });
  vpc.on(ec2.DescribeRouteTablesCommand).resolves({
    RouteTables: [{ RouteTableId: 'rtb-1', VpcId: 'vpc-1', Routes: [{ DestinationPrefixListId: 'pl-2' }] }],
  });
  vpc.on(ec2.DescribeNetworkAclsCommand).resolves({ NetworkAcls: [{ NetworkAclId: 'acl-1', VpcId: 'vpc-1' }] });
  vpc.on(ec2.DescribeSecurityGroupsCommand).resolves({
    SecurityGroups: [
      { GroupId: 'sg-members', IpPermissions: [{ IpProtocol: 'tcp', PrefixListIds: [{ PrefixListId: 'pl-1' }] }] },
      { GroupId: 'sg-controllers' },
    ],
  });
  vpc.on(ec2.DescribeNetworkInterfacesCommand).resolves({
    NetworkInterfaces: [{ NetworkInterfaceId: 'eni-1', Groups: [{ GroupId: 'sg-shared' }] }],
  });
  vpc.on(ec2.GetManagedPrefixListEntriesCommand).resolves({ Entries: [{ Cidr: '192.0.2.0/24' }] });
  return { ws, ds, vpc };
}

/** What a collection left behind. */
export interface Run {
  readonly coverage: readonly OperationCoverage[];
  readonly lines: readonly { readonly type: string; readonly resource: object }[];
  readonly progress: readonly Progress[];
}

/** Collects with clients that a mock answers for. */
export async function runCollect(options: Partial<CollectOptions> = {}, region = 'us-east-1'): Promise<Run> {
  const lines: { type: string; resource: object }[] = [];
  const progress: Progress[] = [];
  const fixed = { region, credentials: { accessKeyId: 'test', secretAccessKey: 'test' } };
  const coverage = await collect({
    clients: {
      workspaces: new workspaces.WorkSpacesClient(fixed),
      directoryService: new directoryService.DirectoryServiceClient(fixed),
      ec2: new ec2.EC2Client(fixed),
    },
    add: async (type, resource) => {
      lines.push({ type, resource });
    },
    onProgress: (step) => progress.push(step),
    ...options,
  });
  return { coverage, lines, progress };
}

/** The coverage of the whole estate when nothing goes wrong. */
export const complete: readonly OperationCoverage[] = [
  { operation: 'ds:DescribeCertificate', status: 'complete', count: 1 },
  { operation: 'ds:DescribeClientAuthenticationSettings', status: 'complete', count: 1 },
  { operation: 'ds:DescribeDirectories', status: 'complete', count: 1 },
  { operation: 'ds:DescribeDomainControllers', status: 'complete', count: 1 },
  { operation: 'ds:DescribeTrusts', status: 'complete', count: 1 },
  { operation: 'ds:ListCertificates', status: 'complete', count: 0 },
  { operation: 'ec2:DescribeAddresses', status: 'complete', count: 1 },
  { operation: 'ec2:DescribeNatGateways', status: 'complete', count: 1 },
  { operation: 'ec2:DescribeNetworkAcls', status: 'complete', count: 1 },
  { operation: 'ec2:DescribeNetworkInterfaces', status: 'complete', count: 1 },
  { operation: 'ec2:DescribeRouteTables', status: 'complete', count: 1 },
  { operation: 'ec2:DescribeSecurityGroups', status: 'complete', count: 2 },
  { operation: 'ec2:DescribeSubnets', status: 'complete', count: 3 },
  { operation: 'ec2:DescribeVpcEndpoints', status: 'complete', count: 1 },
  { operation: 'ec2:DescribeVpcs', status: 'complete', count: 1 },
  { operation: 'ec2:GetManagedPrefixListEntries', status: 'complete', count: 2 },
  { operation: 'workspaces:DescribeAccount', status: 'complete', count: 1 },
  { operation: 'workspaces:DescribeClientProperties', status: 'complete', count: 1 },
  { operation: 'workspaces:DescribeConnectionAliases', status: 'complete', count: 1 },
  { operation: 'workspaces:DescribeIpGroups', status: 'complete', count: 1 },
  { operation: 'workspaces:DescribeWorkspaceBundles', status: 'complete', count: 1 },
  { operation: 'workspaces:DescribeWorkspaceDirectories', status: 'complete', count: 1 },
  { operation: 'workspaces:DescribeWorkspaceImages', status: 'complete', count: 1 },
  { operation: 'workspaces:DescribeWorkspaces', status: 'complete', count: 1 },
  { operation: 'workspaces:DescribeWorkspacesConnectionStatus', status: 'complete', count: 1 },
  { operation: 'workspaces:ListAccountLinks', status: 'complete', count: 1 },
];

/** {@link complete}, with other entries for some operations. */
export const completeExcept = (...changed: readonly OperationCoverage[]): OperationCoverage[] =>
  complete.map((entry) => changed.find(({ operation }) => operation === entry.operation) ?? entry);
