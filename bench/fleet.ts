import { createHash } from 'node:crypto';
import { SnapshotWriter } from '../lib/snapshot/index.ts';

const subnets = 40;

const digest = (label: string): string => createHash('sha256').update(label).digest('hex');
const mac = (label: string): string =>
  digest(label)
    .slice(0, 12)
    .replace(/..(?=.)/g, '$&:');

/** Writes a snapshot of one directory with many WorkSpaces, each with its own interface; most are sound. */
export async function writeFleet(file: string, workspaces: number): Promise<void> {
  const writer = await SnapshotWriter.create(file, {
    partition: 'aws',
    accountId: '111122223333',
    region: 'us-east-1',
    capturedAt: '2026-11-22T03:00:00.000Z',
  });
  const subnetIds = Array.from({ length: subnets }, (_, index) => `subnet-${digest(`subnet ${index}`).slice(0, 17)}`);
  await writer.add('WorkspaceDirectory', {
    DirectoryId: 'd-9067000001',
    State: 'REGISTERED',
    WorkspaceType: 'PERSONAL',
    DirectoryType: 'SIMPLE_AD',
    SubnetIds: subnetIds,
    WorkspaceSecurityGroupId: 'sg-0members',
    EndpointEncryptionMode: 'FIPS_VALIDATED',
    ipGroupIds: [],
    WorkspaceCreationProperties: { EnableInternetAccess: false },
  });
  for (const [index, SubnetId] of subnetIds.entries()) {
    await writer.add('Subnet', {
      SubnetId,
      VpcId: 'vpc-1',
      CidrBlock: `10.${index}.0.0/16`,
      AssignIpv6AddressOnCreation: false,
    });
  }
  await writer.add('SecurityGroup', {
    GroupId: 'sg-0members',
    GroupName: 'd-9067000001_workspacesMembers',
    VpcId: 'vpc-1',
    IpPermissions: [],
    IpPermissionsEgress: [{ IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }],
  });
  for (let index = 0; index < workspaces; index += 1) {
    const SubnetId = subnetIds[index % subnets] ?? '';
    const at = Math.floor(index / subnets);
    const IpAddress = `10.${index % subnets}.${Math.floor(at / 250)}.${(at % 250) + 4}`;
    await writer.add('Workspace', {
      WorkspaceId: `ws-${digest(`workspace ${index}`).slice(0, 9)}`,
      DirectoryId: 'd-9067000001',
      UserName: `analyst-${index}`,
      State: index % 7 === 0 ? 'STOPPED' : 'AVAILABLE',
      IpAddress,
      SubnetId,
      BundleId: 'wsb-1',
      RootVolumeEncryptionEnabled: index % 500 !== 0,
      UserVolumeEncryptionEnabled: true,
      WorkspaceProperties: {
        ComputeTypeName: 'STANDARD',
        Protocols: ['WSP'],
        OperatingSystemName: 'WINDOWS_SERVER_2022',
      },
    });
    await writer.add('NetworkInterface', {
      NetworkInterfaceId: `eni-${digest(`interface ${index}`).slice(0, 17)}`,
      Description: 'Created By Amazon Workspaces for AWS Account ID 111122223333',
      MacAddress: mac(`interface ${index}`),
      PrivateIpAddress: IpAddress,
      PrivateIpAddresses: [{ PrivateIpAddress: IpAddress, Primary: true }],
      SubnetId,
      VpcId: 'vpc-1',
      Status: 'in-use',
      SourceDestCheck: true,
      Groups: [{ GroupId: 'sg-0members', GroupName: 'd-9067000001_workspacesMembers' }],
      Attachment: { Status: 'attached', DeviceIndex: 1 },
    });
  }
  const counts = {
    'workspaces:DescribeWorkspaceDirectories': 1,
    'workspaces:DescribeWorkspaces': workspaces,
    'workspaces:DescribeIpGroups': 0,
    'ds:DescribeDirectories': 0,
    'ec2:DescribeSubnets': subnets,
    'ec2:DescribeVpcs': 0,
    'ec2:DescribeRouteTables': 0,
    'ec2:DescribeSecurityGroups': 1,
    'ec2:DescribeNetworkInterfaces': workspaces,
    'ec2:DescribeNatGateways': 0,
    'ec2:DescribeAddresses': 0,
    'ec2:DescribeVpcEndpoints': 0,
    'ec2:GetManagedPrefixListEntries': 0,
  };
  await writer.finish(Object.entries(counts).map(([operation, count]) => ({ operation, status: 'complete', count })));
}
