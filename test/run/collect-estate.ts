import type { EstateSnapshot, Fault } from '../aws/index.ts';

const group = (id: string, VpcId: string, ...prefixLists: string[]) => ({
  type: 'SecurityGroup' as const,
  resource: {
    ...{ GroupId: id, VpcId },
    IpPermissions: [{ IpProtocol: 'tcp', PrefixListIds: prefixLists.map((PrefixListId) => ({ PrefixListId })) }],
  },
});
const numbered = (count: number): string[] => Array.from({ length: count }, (_, index) => String(index + 1));
const isLaterPage = (input: { readonly NextToken?: unknown }): boolean => input.NextToken !== undefined;

/** Two directories in one VPC, whose operations take several pages of two items each. */
export const estate: EstateSnapshot = {
  header: { accountId: '111122223333', region: 'us-east-1', partition: 'aws' },
  resources: [
    ...['a', 'b'].map((id) => ({
      type: 'WorkspaceDirectory' as const,
      resource: { DirectoryId: `d-90670000${id}`, SubnetIds: [`subnet-${id}`], WorkspaceSecurityGroupId: 'sg-1' },
    })),
    ...numbered(7).map((n) => ({
      type: 'Workspace' as const,
      resource: { WorkspaceId: `ws-${n}`, DirectoryId: `d-90670000${Number(n) % 2 ? 'a' : 'b'}`, SubnetId: 'subnet-c' },
    })),
    ...numbered(3).map((n) => ({
      type: 'WorkspacesIpGroup' as const,
      resource: { groupId: `wsipg-${n}`, userRules: [{ ipRule: `203.0.113.${n}` }] },
    })),
    ...['a', 'b', 'c'].map((id) => ({
      type: 'DirectoryDescription' as const,
      resource: {
        ...{ DirectoryId: `d-90670000${id}`, LaunchTime: '2026-01-02T03:04:05.000Z' },
        VpcSettings: { VpcId: 'vpc-1', SubnetIds: ['subnet-b', 'subnet-a'], SecurityGroupId: 'sg-2' },
      },
    })),
    { type: 'Address', resource: { AllocationId: 'eipalloc-1', PublicIp: '203.0.113.1' } },
    ...numbered(3).map((n) => ({ type: 'NatGateway' as const, resource: { NatGatewayId: `nat-${n}` } })),
    ...['a', 'b', 'c'].map((id) => ({
      type: 'Subnet' as const,
      resource: { SubnetId: `subnet-${id}`, VpcId: 'vpc-1' },
    })),
    { type: 'Vpc', resource: { VpcId: 'vpc-1' } },
    ...numbered(5).map((n) => ({
      type: 'RouteTable' as const,
      resource: { RouteTableId: `rtb-${n}`, VpcId: 'vpc-1' },
    })),
    ...[group('sg-1', 'vpc-1', 'pl-3', 'pl-1'), group('sg-2', 'vpc-1'), group('sg-3', 'vpc-1', 'pl-2')],
    group('sg-elsewhere', 'vpc-2'),
    ...numbered(5).map((n) => ({
      type: 'NetworkInterface' as const,
      resource: {
        ...{ NetworkInterfaceId: `eni-${n}`, SubnetId: 'subnet-c', VpcId: 'vpc-1' },
        Groups: [{ GroupId: n === '5' ? 'sg-elsewhere' : 'sg-1' }],
      },
    })),
    ...numbered(3).map((n) => ({
      type: 'ManagedPrefixListEntries' as const,
      resource: { PrefixListId: `pl-${n}`, Entries: numbered(5).map((k) => ({ Cidr: `192.0.${n}.${k}/32` })) },
    })),
  ],
};

/** One operation that may not be called, two that break on a later page, and one whose tokens go in a circle. */
export const faults: readonly Fault[] = [
  { kind: 'deny', action: 'ec2:DescribeAddresses' },
  { kind: 'fail', action: 'ec2:DescribeNatGateways', when: isLaterPage },
  {
    kind: 'deny',
    action: 'ec2:GetManagedPrefixListEntries',
    when: (input) => input.PrefixListId === 'pl-2' && isLaterPage(input),
  },
  { kind: 'repeatToken', action: 'ec2:DescribeRouteTables' },
];
