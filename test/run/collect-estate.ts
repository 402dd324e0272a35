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

const managed = { DirectoryId: 'd-90670000a' };

/** Two directories in one VPC, whose operations take several pages of two items each: every operation is asked. */
export const estate: EstateSnapshot = {
  header: { accountId: '111122223333', region: 'us-east-1', partition: 'aws' },
  resources: [
    ...['a', 'b'].map((id) => ({
      type: 'WorkspaceDirectory' as const,
      resource: { DirectoryId: `d-90670000${id}`, SubnetIds: [`subnet-${id}`], WorkspaceSecurityGroupId: 'sg-1' },
    })),
    ...numbered(7).map((n) => ({
      type: 'Workspace' as const,
      resource: {
        WorkspaceId: `ws-${n}`,
        DirectoryId: `d-90670000${Number(n) % 2 ? 'a' : 'b'}`,
        SubnetId: 'subnet-c',
        BundleId: `wsb-${n}`,
      },
    })),
    ...numbered(3).map((n) => ({
      type: 'WorkspaceConnectionStatus' as const,
      resource: { WorkspaceId: `ws-${n}`, LastKnownUserConnectionTimestamp: '2026-11-20T03:04:05.000Z' },
    })),
    ...numbered(3).map((n) => ({ type: 'WorkspaceBundle' as const, resource: { BundleId: `wsb-${n}` } })),
    ...numbered(3).map((n) => ({ type: 'WorkspaceImage' as const, resource: { ImageId: `wsi-${n}` } })),
    ...numbered(3).map((n) => ({ type: 'ConnectionAlias' as const, resource: { AliasId: `wsca-${n}` } })),
    ...numbered(3).map((n) => ({ type: 'AccountLink' as const, resource: { AccountLinkId: `link-${n}` } })),
    { type: 'WorkspacesAccount', resource: { DedicatedTenancySupport: 'ENABLED' } },
    ...['a', 'b'].map((id) => ({
      type: 'ClientProperties' as const,
      resource: { ResourceId: `d-90670000${id}`, ClientProperties: { ReconnectEnabled: 'DISABLED' } },
    })),
    ...numbered(3).map((n) => ({
      type: 'DomainController' as const,
      resource: { ...managed, DomainControllerId: `dc-${n}` },
    })),
    ...numbered(3).map((n) => ({ type: 'Trust' as const, resource: { ...managed, TrustId: `t-${n}` } })),
    { type: 'ClientAuthenticationSetting', resource: { ...managed, Type: 'SmartCard', Status: 'Enabled' } },
    ...numbered(3).map((n) => ({
      type: 'DirectoryCertificate' as const,
      resource: { ...managed, CertificateId: `c-${n}`, ExpiryDateTime: '2027-01-02T03:04:05.000Z' },
    })),
    ...numbered(3).map((n) => ({
      type: 'WorkspacesIpGroup' as const,
      resource: { groupId: `wsipg-${n}`, userRules: [{ ipRule: `203.0.113.${n}` }] },
    })),
    ...['a', 'b', 'c'].map((id) => ({
      type: 'DirectoryDescription' as const,
      resource: {
        ...{ DirectoryId: `d-90670000${id}`, LaunchTime: '2026-01-02T03:04:05.000Z' },
        Type: id === 'b' ? 'ADConnector' : 'MicrosoftAD',
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
    ...numbered(3).map((n) => ({
      type: 'NetworkAcl' as const,
      resource: { NetworkAclId: `acl-${n}`, VpcId: 'vpc-1' },
    })),
    ...numbered(3).map((n) => ({
      type: 'VpcEndpoint' as const,
      resource: { VpcEndpointId: `vpce-${n}`, VpcId: 'vpc-1' },
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
  { kind: 'repeatToken', action: 'ec2:DescribeNetworkAcls' },
];
