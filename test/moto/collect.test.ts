import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { collectSnapshot } from '../../lib/collect/index.ts';
import { readSnapshot, type Snapshot } from '../../lib/snapshot/index.ts';
import { type Account, buildAccount } from './account.ts';
import { clientsOf, otherAccount, otherKeys, ownAccount, ownKeys, region, resetMoto } from './clients.ts';

let directory: string;
let account: Account;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'wsaudit-test-'));
  await resetMoto();
  account = await buildAccount(clientsOf(ownKeys));
});

afterAll(() => rm(directory, { recursive: true }));

async function collect(accountId: string, keys: typeof ownKeys): Promise<Snapshot> {
  const file = join(directory, `${accountId}.ndjson`);
  const clock = () => new Date();
  await collectSnapshot({ file, partition: 'aws', accountId, region, clients: clientsOf(keys), clock });
  return await readSnapshot(file);
}

/** Status and number of lines of each operation. */
const coverageOf = ({ coverage }: Snapshot) =>
  Object.fromEntries([...coverage.values()].map(({ operation, status, count }) => [operation, `${status} ${count}`]));

describe('the collectors, against a server that we did not write', () => {
  test('read the built account', async () => {
    const snapshot = await collect(ownAccount, ownKeys);
    expect(coverageOf(snapshot)).toStrictEqual({
      'ds:DescribeCertificate': 'failed 0',
      'ds:DescribeClientAuthenticationSettings': 'failed 0',
      'ds:DescribeDirectories': 'complete 3',
      'ds:DescribeDomainControllers': 'failed 0',
      'ds:DescribeTrusts': 'complete 1',
      'ds:ListCertificates': 'failed 0',
      'ec2:DescribeAddresses': 'complete 2',
      'ec2:DescribeNatGateways': 'complete 1',
      // The VPC's default one.
      'ec2:DescribeNetworkAcls': 'complete 1',
      // Without the IP groups it is not known whose public addresses to ask for.
      'ec2:DescribeNetworkInterfaces': 'partial 6',
      'ec2:DescribeRouteTables': 'complete 3',
      // default, three of controllers, two of members
      'ec2:DescribeSecurityGroups': 'complete 6',
      'ec2:DescribeSubnets': 'complete 3',
      'ec2:DescribeVpcEndpoints': 'complete 1',
      'ec2:DescribeVpcs': 'complete 1',
      // That of S3, to which a route leads.
      'ec2:GetManagedPrefixListEntries': 'complete 1',
      'workspaces:DescribeAccount': 'failed 0',
      'workspaces:DescribeClientProperties': 'complete 3',
      'workspaces:DescribeConnectionAliases': 'failed 0',
      'workspaces:DescribeIpGroups': 'failed 0',
      'workspaces:DescribeWorkspaceBundles': 'failed 0',
      'workspaces:DescribeWorkspaceDirectories': 'complete 3',
      'workspaces:DescribeWorkspaceImages': 'complete 0',
      'workspaces:DescribeWorkspaces': 'complete 3',
      'workspaces:DescribeWorkspacesConnectionStatus': 'failed 0',
      'workspaces:ListAccountLinks': 'failed 0',
    });
    const failed = [...snapshot.coverage.values()].filter(({ status }) => status === 'failed');
    expect([...new Set(failed.map(({ errorCode }) => errorCode))]).toStrictEqual(['UnreadableResponse']);
  });

  test('bring back what was built', async () => {
    const { resources } = await collect(ownAccount, ownKeys);
    const { simple, managed, connector, network, workspaceIds } = account;
    const directories = [simple, managed, connector];
    expect(
      resources.WorkspaceDirectory.items.map(({ DirectoryId, DirectoryType, WorkspaceSecurityGroupId, SubnetIds }) => {
        return { DirectoryId, DirectoryType, WorkspaceSecurityGroupId, SubnetIds };
      }),
    ).toStrictEqual(
      directories.map(({ id, membersGroupId }, index) => ({
        DirectoryId: id,
        DirectoryType: ['SIMPLE_AD', 'MicrosoftAD', 'AD_CONNECTOR'][index],
        WorkspaceSecurityGroupId: membersGroupId,
        SubnetIds: [...network.subnetIds],
      })),
    );
    expect(resources.Workspace.items.map(({ WorkspaceId }) => WorkspaceId)).toStrictEqual(Object.values(workspaceIds));
    expect(resources.SecurityGroup.items.map(({ GroupId }) => GroupId)).not.toContain(simple.membersGroupId);
    const tampered = resources.SecurityGroup.items.find(({ GroupId }) => GroupId === managed.controllersGroupId);
    expect(tampered?.IpPermissions).toMatchObject([{ FromPort: 22, IpRanges: [{ CidrIp: '0.0.0.0/0' }] }]);
    expect(
      resources.Subnet.items.map(({ SubnetId, AssignIpv6AddressOnCreation }) => [
        SubnetId,
        AssignIpv6AddressOnCreation,
      ]),
    ).toStrictEqual([
      [network.subnetIds[0], false],
      [network.subnetIds[1], true],
      [expect.any(String), false],
    ]);
    expect(resources.ClientProperties.items).toMatchObject(
      directories
        .map(({ id }) => ({
          ResourceId: id,
          ClientProperties: { ReconnectEnabled: id === connector.id ? 'DISABLED' : 'ENABLED' },
        }))
        .toSorted((a, b) => (a.ResourceId < b.ResourceId ? -1 : 1)),
    );
    expect(resources.Trust.items).toMatchObject([
      { DirectoryId: managed.id, RemoteDomainName: 'forest.example.com', TrustType: 'Forest' },
    ]);
    expect(resources.VpcEndpoint.items).toMatchObject([
      {
        VpcEndpointId: network.gatewayEndpointId,
        VpcEndpointType: 'Gateway',
        ServiceName: `com.amazonaws.${region}.s3`,
      },
    ]);
    expect(resources.NetworkAcl.items).toMatchObject([{ IsDefault: true, VpcId: network.vpcId }]);
    expect(resources.NatGateway.items[0]?.NatGatewayAddresses?.[0]?.PublicIp).toBe(network.natPublicIp);
    expect(resources.Address.items.map(({ AllocationId }) => AllocationId)).toContain(network.spareAllocationId);
  });

  test("find nothing in another account, through a role's keys", async () => {
    const { coverage } = await collect(otherAccount, await otherKeys());
    expect([...coverage.values()].filter(({ count }) => count > 0)).toStrictEqual([]);
  });
});
