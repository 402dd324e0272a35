import type { EstateSnapshot } from './estate.ts';

const place = { accountId: '111122223333', region: 'us-east-1', partition: 'aws' };

type Line = EstateSnapshot['resources'][number];

const hex = (number: number): string => number.toString(16).padStart(8, '0');

export const fleetDirectoryId = (number: number): string => `d-90${hex(number)}`;

/**
 * A Region of Microsoft AD directories with equally many WorkSpaces. Each directory has a VPC of its own with two private
 * subnets behind a NAT gateway, an IP group and encrypted volumes, and each WorkSpace its interface.
 */
export const fleetRegion = (directories: number, workspacesEach: number): EstateSnapshot => ({
  header: place,
  resources: [
    { type: 'WorkspacesAccount', resource: { DedicatedTenancySupport: 'DISABLED' } },
    ...numbers(directories).flatMap((directory) => [
      ...directoryLines(directory),
      ...numbers(workspacesEach).flatMap((workspace) => workspaceLines(directory, workspace)),
    ]),
  ],
});

const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

function directoryLines(number: number): Line[] {
  const DirectoryId = fleetDirectoryId(number);
  const name = hex(number);
  const VpcId = `vpc-${name}`;
  const subnets = ['a', 'b'].map((zone) => `subnet-${zone}${name}`);
  const groups = { members: `sg-a${name}`, controllers: `sg-b${name}` };
  return [
    {
      type: 'WorkspaceDirectory',
      resource: {
        ...{ DirectoryId, State: 'REGISTERED', DirectoryType: 'SIMPLE_AD', WorkspaceType: 'PERSONAL' },
        ...{ SubnetIds: subnets, WorkspaceSecurityGroupId: groups.members, ipGroupIds: [`wsipg-${name}`] },
        IamRoleId: `arn:aws:iam::${place.accountId}:role/workspaces_DefaultRole`,
      },
    },
    {
      type: 'DirectoryDescription',
      resource: {
        ...{ DirectoryId, Type: 'MicrosoftAD', Stage: 'Active', Edition: 'Standard' },
        VpcSettings: { VpcId, SubnetIds: subnets, SecurityGroupId: groups.controllers },
      },
    },
    ...['a', 'b'].map((zone): Line => {
      return { type: 'DomainController', resource: { DirectoryId, DomainControllerId: `dc-${zone}${name}` } };
    }),
    { type: 'WorkspacesIpGroup', resource: { groupId: `wsipg-${name}`, userRules: [{ ipRule: '203.0.113.7' }] } },
    {
      type: 'ClientProperties',
      resource: { ResourceId: DirectoryId, ClientProperties: { ReconnectEnabled: 'DISABLED' } },
    },
    { type: 'WorkspaceBundle', resource: { BundleId: `wsb-${name}`, Owner: place.accountId } },
    { type: 'Vpc', resource: { VpcId, CidrBlock: `10.${number}.0.0/16` } },
    ...subnets.map((SubnetId): Line => ({ type: 'Subnet', resource: { SubnetId, VpcId } })),
    ...Object.entries(groups).map(([role, GroupId]): Line => {
      return { type: 'SecurityGroup', resource: { GroupId, VpcId, GroupName: `${DirectoryId}_${role}` } };
    }),
    {
      type: 'RouteTable',
      resource: { RouteTableId: `rtb-${name}`, VpcId, Associations: [{ Main: true }], Routes: [] },
    },
    { type: 'NetworkAcl', resource: { NetworkAclId: `acl-${name}`, VpcId, IsDefault: true } },
    { type: 'NatGateway', resource: { NatGatewayId: `nat-${name}`, VpcId, State: 'available' } },
  ];
}

function workspaceLines(directory: number, number: number): Line[] {
  const name = `${hex(directory)}${hex(number)}`;
  const SubnetId = `subnet-${number % 2 === 0 ? 'a' : 'b'}${hex(directory)}`;
  const PrivateIpAddress = `10.${directory}.${Math.floor(number / 250)}.${(number % 250) + 4}`;
  const WorkspaceId = `ws-${name}`;
  return [
    {
      type: 'Workspace',
      resource: {
        ...{ WorkspaceId, DirectoryId: fleetDirectoryId(directory), BundleId: `wsb-${hex(directory)}`, SubnetId },
        ...{ State: 'AVAILABLE', IpAddress: PrivateIpAddress, UserVolumeEncryptionEnabled: true },
        VolumeEncryptionKey: `arn:aws:kms:${place.region}:${place.accountId}:key/${hex(directory)}`,
      },
    },
    { type: 'WorkspaceConnectionStatus', resource: { WorkspaceId, ConnectionState: 'DISCONNECTED' } },
    {
      type: 'NetworkInterface',
      resource: {
        ...{ NetworkInterfaceId: `eni-${name}`, SubnetId, VpcId: `vpc-${hex(directory)}`, PrivateIpAddress },
        Groups: [{ GroupId: `sg-a${hex(directory)}` }],
      },
    },
  ];
}
