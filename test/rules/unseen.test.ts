import { describe, expect, test } from 'vitest';
import { evaluateRule, judge, type Line, type Scene, verdicts } from './harness.ts';

/** What was not seen must not pass for what is not there. */
const directory = (over: object = {}): Line => ({
  type: 'WorkspaceDirectory',
  resource: {
    DirectoryId: 'd-1000000001',
    State: 'REGISTERED',
    SubnetIds: ['subnet-a'],
    WorkspaceSecurityGroupId: 'sg-members',
    ...over,
  },
});
const description: Line = {
  type: 'DirectoryDescription',
  resource: {
    DirectoryId: 'd-1000000001',
    Type: 'MicrosoftAD',
    VpcSettings: { VpcId: 'vpc-1', SecurityGroupId: 'sg-controllers' },
  },
};
const subnet: Line = { type: 'Subnet', resource: { SubnetId: 'subnet-a', VpcId: 'vpc-1' } };
const group = (GroupId: string, GroupName: string, ...ports: number[]): Line => ({
  type: 'SecurityGroup',
  resource: {
    GroupId,
    GroupName,
    VpcId: 'vpc-1',
    IpPermissions: ports.map((port) => ({
      IpProtocol: 'tcp',
      FromPort: port,
      ToPort: port,
      IpRanges: [{ CidrIp: '0.0.0.0/0' }],
    })),
    IpPermissionsEgress: [{ IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }],
  },
});
const workspace = (over: object = {}): Line => ({
  type: 'Workspace',
  resource: {
    WorkspaceId: 'ws-1',
    DirectoryId: 'd-1000000001',
    State: 'AVAILABLE',
    IpAddress: '10.0.0.5',
    SubnetId: 'subnet-a',
    ...over,
  },
});
const eni = (...groupIds: string[]): Line => ({
  type: 'NetworkInterface',
  resource: {
    NetworkInterfaceId: 'eni-1',
    PrivateIpAddress: '10.0.0.5',
    SubnetId: 'subnet-a',
    Groups: groupIds.map((GroupId) => ({ GroupId })),
  },
});
const groups = [
  group('sg-members', 'd-1000000001_workspacesMembers'),
  group('sg-controllers', 'd-1000000001_controllers'),
  group('sg-open', 'open', 22),
];
const estate = (...lines: Line[]): Scene => ({ lines: [description, subnet, ...groups, ...lines] });

describe('groups on interfaces that were not read', () => {
  test('are told as unlisted, so that clean is not claimed', async () => {
    const whole = estate(directory(), workspace(), eni('sg-members', 'sg-open'));
    expect(verdicts(await judge('sg-ssh-source-restricted', whole))).toMatchObject({ 'sg-open': 'NON_COMPLIANT HIGH' });
    const { unlisted } = await evaluateRule('sg-ssh-source-restricted', {
      ...estate(directory(), workspace()),
      coverage: { 'ec2:DescribeNetworkInterfaces': 'denied' },
    });
    expect(unlisted).toEqual(['ec2:DescribeNetworkInterfaces']);
  });

  const rule = 'sg-controllers-not-on-workspaces';
  test.each([
    ['the address of the WorkSpace is absent', workspace({ IpAddress: undefined }), eni('sg-members')],
    ['its subnet is absent', workspace({ SubnetId: undefined }), eni('sg-members')],
    [
      'the groups of the interface are absent',
      workspace(),
      { type: 'NetworkInterface' as const, resource: { ...eni().resource, Groups: undefined } },
    ],
  ])('are not known to lack the controllers group while %s', async (_, ...lines) => {
    expect(verdicts(await judge(rule, estate(directory(), ...lines)))).toEqual({ 'd-1000000001': 'INSUFFICIENT_DATA' });
  });

  test('a WorkSpace that is being made has none yet', async () => {
    const pending = workspace({ State: 'PENDING', IpAddress: undefined });
    expect(verdicts(await judge(rule, estate(directory(), pending)))).toEqual({ 'd-1000000001': 'COMPLIANT' });
  });
});

describe('a group that nobody names as managed', () => {
  const lines = [workspace(), eni('sg-members', 'sg-open')];
  test('may be one while directories were not read', async () => {
    const scene = { ...estate(...lines), coverage: { 'workspaces:DescribeWorkspaceDirectories': 'denied' as const } };
    const unread = 'INSUFFICIENT_DATA workspaces:DescribeWorkspaceDirectories';
    expect(verdicts(await judge('sg-managed-group-identity', scene))).toEqual({
      'sg-members': unread,
      'sg-open': unread,
    });
  });

  test('may be one while a directory does not say which its group is', async () => {
    const scene = estate(directory({ WorkspaceSecurityGroupId: undefined }), ...lines);
    expect(verdicts(await judge('sg-members-default-rules', scene))).toEqual({
      'sg-members': 'INSUFFICIENT_DATA',
      'sg-controllers': 'NOT_APPLICABLE',
      'sg-open': 'INSUFFICIENT_DATA',
    });
  });
});

test('a Pools directory, which has no managed groups, leaves the other groups known', async () => {
  const pool = directory({ DirectoryId: 'wsd-pool00001', WorkspaceType: 'POOLS', WorkspaceSecurityGroupId: undefined });
  const scene = estate(directory(), pool, workspace(), eni('sg-members', 'sg-open'));
  expect(verdicts(await judge('sg-managed-group-identity', scene))).toEqual({
    'sg-members': 'COMPLIANT',
    'sg-controllers': 'COMPLIANT',
    'sg-open': 'NOT_APPLICABLE',
  });
});

test('subnets that a directory does not name share one result on the account', async () => {
  const other = directory({ DirectoryId: 'd-1000000002', SubnetIds: undefined });
  expect(verdicts(await judge('ipv6-autoassign-directory-graphics-bundles', estate(directory(), other)))).toEqual({
    '111122223333': 'INSUFFICIENT_DATA',
    'subnet-a': 'NOT_APPLICABLE',
  });
});

test('a baseline in which groups were not read does not say that it has no group', async () => {
  const scene = { ...estate(directory(), workspace(), eni('sg-members')) };
  const baseline = { lines: [], coverage: { 'ec2:DescribeSecurityGroups': 'denied' as const } };
  expect(verdicts(await judge('sg-members-default-rules', { ...scene, baseline }))).toMatchObject({
    'sg-members': 'INSUFFICIENT_DATA',
  });
});

test('the status of a NAT address that nobody knows yet may be one that counts', async () => {
  const lines: Line[] = [
    { type: 'WorkspacesIpGroup', resource: { groupId: 'wsipg-1', userRules: [{ ipRule: '52.0.2.10/32' }] } },
    {
      type: 'NatGateway',
      resource: {
        NatGatewayId: 'nat-1',
        State: 'available',
        NatGatewayAddresses: [
          { PublicIp: '52.0.2.10', AllocationId: 'eipalloc-1', Status: 'succeeded' },
          { PublicIp: '52.0.2.11', AllocationId: 'eipalloc-2', Status: 'FUTURE' },
        ],
      },
    },
  ];
  expect(verdicts(await judge('ip-group-nat-single-udp-egress', { lines }))).toEqual({
    'wsipg-1': 'INSUFFICIENT_DATA',
  });
});

test('the order of lines does not change a word', async () => {
  const odd = ['ws-2', 'ws-1'].map((WorkspaceId, index) => ({
    type: 'Workspace' as const,
    resource: { ...workspace().resource, WorkspaceId, IpAddress: `10.0.0.${index + 5}` },
  }));
  const interfaces = odd.map(({ resource }, index) => ({
    type: 'NetworkInterface' as const,
    resource: { ...eni('sg-ssh').resource, NetworkInterfaceId: `eni-${index}`, PrivateIpAddress: resource.IpAddress },
  }));
  const lines = [directory(), group('sg-ssh', 'ssh', 22), ...odd, ...interfaces];
  const rule = 'sg-ssh-rule-in-separate-group';
  expect(await judge(rule, estate(...lines.toReversed()))).toEqual(await judge(rule, estate(...lines)));
});
