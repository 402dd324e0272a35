import { CreateMicrosoftADCommand, DescribeDirectoriesCommand } from '@aws-sdk/client-directory-service';
import {
  AuthorizeSecurityGroupIngressCommand,
  CreateSubnetCommand,
  CreateVpcCommand,
  type EC2Client,
} from '@aws-sdk/client-ec2';
import { EnableSecurityHubCommand } from '@aws-sdk/client-securityhub';
import {
  CreateWorkspacesCommand,
  RegisterWorkspaceDirectoryCommand,
  TerminateWorkspacesCommand,
} from '@aws-sdk/client-workspaces';
import ports from '../../../rules/reference/directory-ports.json' with { type: 'json' };
import { required } from '../../moto/required.ts';
import type { BuilderClients } from './clients.ts';

/** What an account has in a Region: a directory and WorkSpaces in it. */
export interface Site {
  readonly accountId: string;
  readonly region: string;
  readonly clients: BuilderClients;
  readonly directoryId: string;
  readonly subnetIds: readonly string[];
  readonly controllersGroupId: string;
  /** Neither volume is encrypted. */
  readonly plainId: string;
  /** Both volumes are. */
  readonly encryptedId: string;
}

export async function buildSite(accountId: string, clients: BuilderClients): Promise<Site> {
  const { ec2, directoryService, workspaces, region, securityHub } = clients;
  await securityHub.send(new EnableSecurityHubCommand({}));
  const { Vpc } = await ec2.send(new CreateVpcCommand({ CidrBlock: '10.40.0.0/16' }));
  const VpcId = required(Vpc?.VpcId, 'VpcId');
  // As wide as can be: moto draws addresses at random and may give one twice.
  const SubnetIds = [
    await buildSubnet(ec2, VpcId, '10.40.0.0/17', `${region}a`),
    await buildSubnet(ec2, VpcId, '10.40.128.0/17', `${region}b`),
  ];
  const { DirectoryId } = await directoryService.send(
    new CreateMicrosoftADCommand({
      ...{ Name: 'corp.example.com', Password: 'Passw0rd-of-no-use', Edition: 'Standard' },
      VpcSettings: { VpcId, SubnetIds },
    }),
  );
  const directoryId = required(DirectoryId, 'DirectoryId');
  await workspaces.send(new RegisterWorkspaceDirectoryCommand({ DirectoryId: directoryId }));
  const described = await directoryService.send(new DescribeDirectoriesCommand({ DirectoryIds: [directoryId] }));
  const group = described.DirectoryDescriptions?.[0]?.VpcSettings?.SecurityGroupId;
  const [plainId, encryptedId] = [await launch(clients, directoryId, false), await launch(clients, directoryId, true)];
  const controllersGroupId = required(group, 'SecurityGroupId');
  const site = {
    accountId,
    region,
    clients,
    directoryId,
    subnetIds: SubnetIds,
    controllersGroupId,
    plainId,
    encryptedId,
  };
  await openDirectoryPorts(site);
  return site;
}

async function buildSubnet(ec2: EC2Client, VpcId: string, CidrBlock: string, zone: string): Promise<string> {
  const { Subnet } = await ec2.send(new CreateSubnetCommand({ VpcId, CidrBlock, AvailabilityZone: zone }));
  return required(Subnet?.SubnetId, 'SubnetId');
}

let users = 0;

/** For a user who has no other: two WorkSpaces of one user in a directory are a finding. @returns the WorkSpace's id */
export async function launch({ workspaces }: BuilderClients, DirectoryId: string, encrypted: boolean): Promise<string> {
  const volumes = {
    VolumeEncryptionKey: 'alias/aws/workspaces',
    RootVolumeEncryptionEnabled: true,
    UserVolumeEncryptionEnabled: true,
  };
  users += 1;
  const request = {
    ...{ DirectoryId, UserName: `user-${users}`, BundleId: 'wsb-12345678' },
    WorkspaceProperties: { ComputeTypeName: 'STANDARD' as const },
    ...(encrypted ? volumes : {}),
  };
  const { PendingRequests } = await workspaces.send(new CreateWorkspacesCommand({ Workspaces: [request] }));
  return required(PendingRequests?.[0]?.WorkspaceId, 'WorkspaceId');
}

/** As AWS does for a new directory, and moto does not. */
async function openDirectoryPorts({ clients: { ec2 }, controllersGroupId: GroupId }: Site): Promise<void> {
  const IpPermissions = ports.defaultIngress.MicrosoftAD.map(([protocol, from, to]) => ({
    ...{ IpProtocol: String(protocol), FromPort: Number(from), ToPort: Number(to) },
    IpRanges: [{ CidrIp: '0.0.0.0/0' }],
  }));
  await ec2.send(new AuthorizeSecurityGroupIngressCommand({ GroupId, IpPermissions }));
}

export async function terminate({ workspaces }: BuilderClients, WorkspaceId: string): Promise<void> {
  await workspaces.send(new TerminateWorkspacesCommand({ TerminateWorkspaceRequests: [{ WorkspaceId }] }));
}
