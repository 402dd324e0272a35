import {
  ConnectDirectoryCommand,
  CreateDirectoryCommand,
  CreateMicrosoftADCommand,
  CreateTrustCommand,
  DescribeDirectoriesCommand,
} from '@aws-sdk/client-directory-service';
import { AuthorizeSecurityGroupIngressCommand, DeleteSecurityGroupCommand } from '@aws-sdk/client-ec2';
import {
  CreateWorkspacesCommand,
  DescribeWorkspaceDirectoriesCommand,
  ModifyClientPropertiesCommand,
  RegisterWorkspaceDirectoryCommand,
  type WorkspaceRequest,
} from '@aws-sdk/client-workspaces';
import type { Clients } from './clients.ts';
import { buildNetwork, type Network } from './network.ts';
import { required } from './required.ts';

/**
 * What the suite builds through the AWS SDK.
 *
 * moto 5.2.5 differs from AWS in ways that the verdicts show:
 *
 * - It has no DescribeIpGroups and answers with a page of HTML, so that the operation is `failed`
 *   (`UnreadableResponse`), and with it DescribeNetworkInterfaces `partial`.
 * - Nor does it have these, which end the same: connection status, bundles, connection aliases, account and account links
 *   of WorkSpaces; domain controllers, client authentication settings and certificates of Directory Service.
 * - Directories never have EndpointEncryptionMode, StreamingProperties, WorkspaceType or ipGroupIds; WorkSpaces never
 *   have IpAddress, SubnetId or Protocols, and no interface in EC2.
 * - Unset texts come as empty strings where AWS leaves the member out: CustomSecurityGroupId, UserAccessUrl, and the
 *   NetworkInterfaceId of an address that nothing uses.
 * - `_controllers` and `_workspacesMembers` start with no ingress, and egress to 0.0.0.0/0 and ::/0. AWS opens the
 *   ports of the directory in the first, and IPv4 alone for egress.
 * - Interfaces of directories are `available`, without an attachment.
 * - NAT gateways have no ConnectivityType, and the addresses that it allocates are out of 127.0.0.0/8.
 * - A subnet's IPv6 block has the state `{'State': 'associated'}`, as text.
 * - EC2 answers with everything at once, whatever MaxResults says.
 * - It has no LookupEvents of CloudTrail, and makes no key of AWS's own for volumes that `alias/aws/workspaces` encrypts.
 * - AD Connectors deny Windows and zero clients.
 */
export interface Account {
  readonly network: Network;
  /** SimpleAD; its `_workspacesMembers` was deleted. */
  readonly simple: Directory;
  /** MicrosoftAD with a trust to another forest; SSH from anywhere was added to its `_controllers`. */
  readonly managed: Directory;
  /** Its clients do not remember their users. */
  readonly connector: Directory;
  readonly workspaceIds: {
    /** In `managed`, both volumes. */
    readonly encrypted: string;
    /** In `simple`, neither volume, GRAPHICS. */
    readonly plain: string;
    /** In `connector`, the root volume only. */
    readonly rootOnly: string;
  };
}

export interface Directory {
  readonly id: string;
  readonly controllersGroupId: string;
  readonly membersGroupId: string;
}

const Password = 'Passw0rd-of-no-use';

export async function buildAccount(clients: Clients): Promise<Account> {
  const network = await buildNetwork(clients.ec2);
  const VpcSettings = { VpcId: network.vpcId, SubnetIds: [...network.subnetIds] };
  const { directoryService } = clients;
  const simple = await directoryService.send(
    new CreateDirectoryCommand({ Name: 'simple.example.com', Password, Size: 'Small', VpcSettings }),
  );
  const managed = await directoryService.send(
    new CreateMicrosoftADCommand({ Name: 'managed.example.com', Password, Edition: 'Standard', VpcSettings }),
  );
  const connector = await directoryService.send(
    new ConnectDirectoryCommand({
      Name: 'connector.example.com',
      Password,
      Size: 'Small',
      ConnectSettings: { ...VpcSettings, CustomerDnsIps: ['10.90.0.10'], CustomerUserName: 'connect' },
    }),
  );
  const directories = {
    simple: await register(clients, required(simple.DirectoryId, 'DirectoryId')),
    managed: await register(clients, required(managed.DirectoryId, 'DirectoryId')),
    connector: await register(clients, required(connector.DirectoryId, 'DirectoryId')),
  };
  await directoryService.send(
    new CreateTrustCommand({
      DirectoryId: directories.managed.id,
      RemoteDomainName: 'forest.example.com',
      TrustPassword: Password,
      TrustDirection: 'Two-Way',
      TrustType: 'Forest',
    }),
  );
  await clients.workspaces.send(
    new ModifyClientPropertiesCommand({
      ResourceId: directories.connector.id,
      ClientProperties: { ReconnectEnabled: 'DISABLED' },
    }),
  );
  await clients.ec2.send(new DeleteSecurityGroupCommand({ GroupId: directories.simple.membersGroupId }));
  await clients.ec2.send(
    new AuthorizeSecurityGroupIngressCommand({
      GroupId: directories.managed.controllersGroupId,
      IpPermissions: [{ IpProtocol: 'tcp', FromPort: 22, ToPort: 22, IpRanges: [{ CidrIp: '0.0.0.0/0' }] }],
    }),
  );
  const encryption = { VolumeEncryptionKey: 'alias/aws/workspaces', RootVolumeEncryptionEnabled: true };
  const workspaceIds = {
    encrypted: await launch(clients, directories.managed, {
      ...encryption,
      UserVolumeEncryptionEnabled: true,
      WorkspaceProperties: { RunningMode: 'AUTO_STOP', ComputeTypeName: 'STANDARD' },
    }),
    plain: await launch(clients, directories.simple, { WorkspaceProperties: { ComputeTypeName: 'GRAPHICS' } }),
    rootOnly: await launch(clients, directories.connector, encryption),
  };
  return { network, ...directories, workspaceIds };
}

async function register({ workspaces, directoryService }: Clients, id: string): Promise<Directory> {
  await workspaces.send(new RegisterWorkspaceDirectoryCommand({ DirectoryId: id }));
  const { Directories } = await workspaces.send(new DescribeWorkspaceDirectoriesCommand({ DirectoryIds: [id] }));
  const described = await directoryService.send(new DescribeDirectoriesCommand({ DirectoryIds: [id] }));
  const [description] = described.DirectoryDescriptions ?? [];
  const controllers = description?.VpcSettings?.SecurityGroupId ?? description?.ConnectSettings?.SecurityGroupId;
  return {
    id,
    controllersGroupId: required(controllers, 'SecurityGroupId'),
    membersGroupId: required(Directories?.[0]?.WorkspaceSecurityGroupId, 'WorkspaceSecurityGroupId'),
  };
}

async function launch(
  { workspaces }: Clients,
  directory: Directory,
  more: Omit<WorkspaceRequest, 'DirectoryId' | 'UserName' | 'BundleId'>,
): Promise<string> {
  const request = { DirectoryId: directory.id, UserName: 'someone', BundleId: 'wsb-12345678', ...more };
  const { PendingRequests } = await workspaces.send(new CreateWorkspacesCommand({ Workspaces: [request] }));
  return required(PendingRequests?.[0]?.WorkspaceId, 'WorkspaceId');
}
