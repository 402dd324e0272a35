import type { CoverageStatus } from '../../lib/model/coverage.ts';
import type { Result } from '../../lib/model/report.ts';
import { type Case, judge, type Line, verdicts } from './harness.ts';

/** Members of a raw AWS shape; `undefined` leaves one out. */
export type Members = Readonly<Record<string, unknown>>;

export const directoryId = 'd-906712ab34';
export const vpcId = 'vpc-0main';
export const subnetIds = ['subnet-0a', 'subnet-0b'];
export const members = 'sg-0members';
export const controllers = 'sg-0controllers';
export const custom = 'sg-0custom';
export const anywhere = '0.0.0.0/0';
export const anywhere6 = '::/0';
export const office = '198.51.100.0/24';
export const vpcCidr = '10.0.0.0/16';

/** One permission for the peers named: CIDRs, `pl-…` or `sg-…`. */
export function allow(protocol: string, from: number | undefined, to: number | undefined, ...peers: string[]) {
  const ipv4 = peers.filter((peer) => peer.includes('/') && !peer.includes(':'));
  const ipv6 = peers.filter((peer) => peer.includes(':'));
  return {
    IpProtocol: protocol,
    FromPort: from,
    ToPort: to,
    IpRanges: ipv4.map((CidrIp) => ({ CidrIp })),
    Ipv6Ranges: ipv6.map((CidrIpv6) => ({ CidrIpv6 })),
    PrefixListIds: peers.filter((peer) => peer.startsWith('pl-')).map((PrefixListId) => ({ PrefixListId })),
    UserIdGroupPairs: peers
      .filter((peer) => peer.startsWith('sg-'))
      .map((GroupId) => ({ GroupId, UserId: '111122223333' })),
  };
}
export const allowAll = (...peers: string[]) => allow('-1', undefined, undefined, ...peers);
export const tcp = (port: number, ...peers: string[]) => allow('tcp', port, port, ...peers);
export const udp = (port: number, ...peers: string[]) => allow('udp', port, port, ...peers);

/** The ingress of a new controllers group of an AWS Managed Microsoft AD. */
export const managedAdIngress = (source = vpcCidr) => [
  ...[53, 88, 389, 445, 464].flatMap((port) => [tcp(port, source), udp(port, source)]),
  tcp(135, source),
  tcp(636, source),
  allow('tcp', 1024, 65535, source),
  udp(123, source),
  udp(138, source),
  allow('icmp', -1, -1, source),
  allowAll(controllers),
];

/** The ingress of a new controllers group of a Simple AD. */
export const simpleAdIngress = (source = vpcCidr) => [
  ...[53, 88, 389, 445, 636].flatMap((port) => [tcp(port, source), udp(port, source)]),
  udp(123, source),
  tcp(135, source),
  allow('udp', 137, 138, source),
  tcp(139, source),
  allow('tcp', 1024, 65535, source),
];

export const group = (GroupId: string, over: Members = {}): Line => ({
  type: 'SecurityGroup',
  resource: {
    GroupId,
    GroupName: GroupId,
    Description: 'local rules',
    VpcId: vpcId,
    OwnerId: '111122223333',
    IpPermissions: [],
    IpPermissionsEgress: [allowAll(anywhere)],
    ...over,
  },
});

export const membersGroup = (over: Members = {}): Line =>
  group(members, {
    GroupName: `${directoryId}_workspacesMembers`,
    Description: 'Amazon WorkSpaces Security Group',
    ...over,
  });

export const controllersGroup = (over: Members = {}): Line =>
  group(controllers, {
    GroupName: `${directoryId}_controllers`,
    Description: `AWS created security group for ${directoryId} directory controllers`,
    IpPermissions: managedAdIngress(),
    IpPermissionsEgress: [allowAll(controllers)],
    ...over,
  });

export const directory = (over: Members = {}): Line => ({
  type: 'WorkspaceDirectory',
  resource: {
    DirectoryId: directoryId,
    DirectoryType: 'SIMPLE_AD',
    State: 'REGISTERED',
    WorkspaceType: 'PERSONAL',
    UserIdentityType: 'AWS_DIRECTORY_SERVICE',
    SubnetIds: subnetIds,
    WorkspaceSecurityGroupId: members,
    ...over,
  },
});

export const directoryService = (over: Members = {}): Line => ({
  type: 'DirectoryDescription',
  resource: {
    DirectoryId: directoryId,
    Type: 'MicrosoftAD',
    Stage: 'Active',
    DnsIpAddrs: ['10.0.1.10', '10.0.2.10'],
    VpcSettings: { VpcId: vpcId, SubnetIds: subnetIds, SecurityGroupId: controllers },
    ...over,
  },
});

export const adConnector = (over: Members = {}): Members => ({
  Type: 'ADConnector',
  DnsIpAddrs: ['10.0.9.53'],
  VpcSettings: undefined,
  ConnectSettings: {
    VpcId: vpcId,
    SubnetIds: subnetIds,
    SecurityGroupId: controllers,
    ConnectIps: ['10.0.1.20', '10.0.2.20'],
    ...over,
  },
});

export const vpc = (VpcId = vpcId, over: Members = {}): Line => ({
  type: 'Vpc',
  resource: {
    VpcId,
    CidrBlock: vpcCidr,
    CidrBlockAssociationSet: [{ CidrBlock: vpcCidr, CidrBlockState: { State: 'associated' } }],
    ...over,
  },
});

export const subnets = (VpcId = vpcId, ids = subnetIds): Line[] =>
  ids.map((SubnetId) => ({ type: 'Subnet', resource: { SubnetId, VpcId, CidrBlock: '10.0.1.0/24' } }));

interface Parts {
  readonly directory?: Members | null;
  readonly service?: Members | null;
  readonly members?: Members | null;
  readonly controllers?: Members | null;
}

/** One registered directory of AWS Managed Microsoft AD with its network and its two groups; `null` leaves one out. */
export const estate = (parts: Parts = {}, ...more: readonly Line[]): Line[] => [
  ...(parts.directory === null ? [] : [directory(parts.directory)]),
  ...(parts.service === null ? [] : [directoryService(parts.service)]),
  ...(parts.members === null ? [] : [membersGroup(parts.members)]),
  ...(parts.controllers === null ? [] : [controllersGroup(parts.controllers)]),
  vpc(),
  ...subnets(),
  ...more,
];

export const eni = (
  NetworkInterfaceId: string,
  address: string,
  groups: readonly string[],
  over: Members = {},
): Line => ({
  type: 'NetworkInterface',
  resource: {
    NetworkInterfaceId,
    Description: 'Created By Amazon Workspaces for AWS Account ID 111122223333',
    PrivateIpAddress: address,
    SubnetId: 'subnet-0a',
    VpcId: vpcId,
    Status: 'in-use',
    Groups: groups.map((GroupId) => ({ GroupId })),
    PrivateIpAddresses: [{ PrivateIpAddress: address, Primary: true }],
    ...over,
  },
});

export const workspace = (number: number, over: Members = {}): Line => ({
  type: 'Workspace',
  resource: {
    WorkspaceId: `ws-${number}`,
    DirectoryId: directoryId,
    UserName: `user${number}`,
    IpAddress: `10.0.1.${100 + number}`,
    State: 'AVAILABLE',
    SubnetId: 'subnet-0a',
    WorkspaceProperties: { OperatingSystemName: 'UBUNTU_22_04', Protocols: ['WSP'], RunningMode: 'ALWAYS_ON' },
    ...over,
  },
});

/** WorkSpace `ws-<number>` and its primary interface, which carries `groups`. */
export const desktop = (number: number, groups: readonly string[], over: Members = {}, interfaceOver: Members = {}) => [
  workspace(number, over),
  eni(`eni-${number}`, `10.0.1.${100 + number}`, groups, interfaceOver),
];

export const onWindows = { WorkspaceProperties: { OperatingSystemName: 'WINDOWS_SERVER_2022', Protocols: ['WSP'] } };
export const withCustom = { WorkspaceCreationProperties: { CustomSecurityGroupId: custom } };

export const denied = (...operations: readonly string[]): Record<string, CoverageStatus> =>
  Object.fromEntries(operations.map((operation) => [operation, 'denied']));
export const partial = (...operations: readonly string[]): Record<string, CoverageStatus> =>
  Object.fromEntries(operations.map((operation) => [operation, 'partial']));

/** What {@link verdicts} says of the results of one rule on these lines. */
export const outcome = async (ruleId: string, lines: readonly Line[], rest: Omit<Case, 'lines'> = {}) =>
  verdicts(await judge(ruleId, { lines, ...rest }));

/** The one result about a subject. */
export async function resultOf(ruleId: string, subjectId: string, scene: Case): Promise<Result> {
  const found = (await judge(ruleId, scene)).filter(({ subject }) => subject.id === subjectId);
  const [result] = found;
  if (result === undefined || found.length > 1) throw new Error(`${found.length} results on ${subjectId}`);
  return result;
}
