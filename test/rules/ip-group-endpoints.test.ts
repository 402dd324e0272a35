import { describe, expect, it } from 'vitest';
import type { Line } from './harness.ts';
import { access, account, directory, judged, streaming } from './ip-group-builders.ts';

const directories = 'workspaces:DescribeWorkspaceDirectories';
const endpoints = 'ec2:DescribeVpcEndpoints';
const securityGroups = 'ec2:DescribeSecurityGroups';
const prefixLists = 'ec2:GetManagedPrefixListEntries';

const oneEndpoint = (AccessEndpointType: string | undefined, VpcEndpointId: string | undefined) =>
  access({
    AccessEndpointConfig: { AccessEndpoints: [{ AccessEndpointType, VpcEndpointId }], InternetFallbackProtocols: [] },
  });

describe('ip-group-ineffective-with-vpc-endpoint', () => {
  const rule = 'ip-group-ineffective-with-vpc-endpoint';

  it.each([
    ['an endpoint, no groups and no fallback', [], streaming(['vpce-1'], []), 'COMPLIANT'],
    ['an endpoint and no word of groups', undefined, streaming(['vpce-1'], []), 'COMPLIANT'],
    ['an endpoint and a group', ['wsipg-1'], streaming(['vpce-1'], []), 'NON_COMPLIANT MEDIUM'],
    ['an endpoint and PCoIP that falls back', [], streaming(['vpce-1'], ['PCOIP']), 'NON_COMPLIANT MEDIUM'],
    [
      'an endpoint, a group and PCoIP that falls back',
      ['wsipg-1'],
      streaming(['vpce-1'], ['PCOIP']),
      'NON_COMPLIANT MEDIUM',
    ],
    ['an endpoint and a fallback nobody knows', [], streaming(['vpce-1'], ['CARRIER_PIGEON']), 'INSUFFICIENT_DATA'],
    [
      'an endpoint, a group and a fallback nobody knows',
      ['wsipg-1'],
      streaming(['vpce-1'], ['CARRIER_PIGEON']),
      'NON_COMPLIANT MEDIUM',
    ],
    ['no endpoint configuration', ['wsipg-1'], access(), 'NOT_APPLICABLE'],
    ['an empty list of endpoints', ['wsipg-1'], streaming([], ['PCOIP']), 'NOT_APPLICABLE'],
    ['no list of endpoints', ['wsipg-1'], access({ AccessEndpointConfig: {} }), 'NOT_APPLICABLE'],
    [
      'an endpoint of a type nobody knows beside one for streaming',
      ['wsipg-1'],
      access({
        AccessEndpointConfig: {
          AccessEndpoints: [
            { AccessEndpointType: 'STREAMING_NEXT', VpcEndpointId: 'vpce-2' },
            { AccessEndpointType: 'STREAMING_WSP', VpcEndpointId: 'vpce-1' },
          ],
        },
      }),
      'NON_COMPLIANT MEDIUM',
    ],
    ['an endpoint without id', ['wsipg-1'], oneEndpoint('STREAMING_WSP', undefined), 'NOT_APPLICABLE'],
    ['an endpoint of a type nobody knows', ['wsipg-1'], oneEndpoint('STREAMING_NEXT', 'vpce-1'), 'INSUFFICIENT_DATA'],
    ['no access properties', ['wsipg-1'], undefined, 'INSUFFICIENT_DATA'],
  ])('%s', async (_, ids, WorkspaceAccessProperties, expected) => {
    expect(await judged(rule, { lines: [directory('d-1', ids, { WorkspaceAccessProperties })] })).toEqual({
      'd-1': expected,
    });
  });
});

type Permission = Readonly<Record<string, unknown>>;
const https = { IpProtocol: 'tcp', FromPort: 443, ToPort: 443 };
const from = (...ranges: readonly string[]): Permission => ({
  ...https,
  IpRanges: ranges.map((CidrIp) => ({ CidrIp })),
});
const fromIpv6 = (...ranges: readonly string[]): Permission => ({
  ...https,
  Ipv6Ranges: ranges.map((CidrIpv6) => ({ CidrIpv6 })),
});
const fromList = (PrefixListId: string): Permission => ({ ...https, PrefixListIds: [{ PrefixListId }] });

const endpoint = (
  VpcEndpointId: string,
  groups: readonly string[] | undefined,
  State: string | undefined = 'available',
): Line => ({
  type: 'VpcEndpoint',
  resource: { VpcEndpointId, State, Groups: groups?.map((GroupId) => ({ GroupId })) },
});
const securityGroup = (GroupId: string, IpPermissions: readonly Permission[] | undefined, more: object = {}): Line => ({
  type: 'SecurityGroup',
  resource: { GroupId, IpPermissions, ...more },
});
const prefixList = (PrefixListId: string, cidrs: readonly string[]): Line => ({
  type: 'ManagedPrefixListEntries',
  resource: { PrefixListId, Entries: cidrs.map((Cidr) => ({ Cidr })) },
});
const streams = (...ids: readonly string[]) => directory('d-1', [], { WorkspaceAccessProperties: streaming(ids, []) });

describe('ip-group-streaming-endpoint-restricted', () => {
  const rule = 'ip-group-streaming-endpoint-restricted';
  const closed = securityGroup('sg-1', [from('10.20.0.0/16')]);
  const open = securityGroup('sg-open', [from('0.0.0.0/0')]);

  it.each([
    ['clients of the company only', [from('10.20.0.0/16')], 'COMPLIANT'],
    ['nobody', [], 'COMPLIANT'],
    ['another security group', [{ ...https, UserIdGroupPairs: [{ GroupId: 'sg-2' }] }], 'COMPLIANT'],
    ['anyone', [from('0.0.0.0/0')], 'NON_COMPLIANT MEDIUM'],
    ['anyone, beside clients of the company', [from('10.20.0.0/16', '0.0.0.0/0')], 'NON_COMPLIANT MEDIUM'],
    ['anyone on a later rule', [from('10.20.0.0/16'), from('0.0.0.0/0')], 'NON_COMPLIANT MEDIUM'],
    ['anyone over IPv6', [fromIpv6('::/0')], 'NON_COMPLIANT MEDIUM'],
    ['anyone with any protocol', [{ IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }], 'NON_COMPLIANT MEDIUM'],
    ['two halves of everywhere', [from('0.0.0.0/1', '128.0.0.0/1')], 'NON_COMPLIANT MEDIUM'],
    ['half of everywhere', [from('0.0.0.0/1')], 'COMPLIANT'],
    ['a prefix list that is narrow', [fromList('pl-narrow')], 'COMPLIANT'],
    ['a prefix list that is open', [fromList('pl-open')], 'NON_COMPLIANT MEDIUM'],
    ['a prefix list that AWS does not return', [fromList('pl-gone')], 'INSUFFICIENT_DATA'],
    [
      'a prefix list that AWS does not return, and anyone',
      [fromList('pl-gone'), from('0.0.0.0/0')],
      'NON_COMPLIANT MEDIUM',
    ],
    ['sources that the answer lacks', undefined, 'INSUFFICIENT_DATA'],
  ])('admits %s', async (_, permissions, expected) => {
    const lines = [
      streams('vpce-1'),
      endpoint('vpce-1', ['sg-1']),
      securityGroup('sg-1', permissions),
      prefixList('pl-narrow', ['10.20.0.0/16']),
      prefixList('pl-open', ['10.20.0.0/16', '0.0.0.0/0']),
    ];
    expect(await judged(rule, { lines })).toEqual({ 'd-1': expected });
  });

  it('looks at ingress, not at egress', async () => {
    const lines = [
      streams('vpce-1'),
      endpoint('vpce-1', ['sg-1']),
      securityGroup('sg-1', [], { IpPermissionsEgress: [from('0.0.0.0/0')] }),
    ];
    expect(await judged(rule, { lines })).toEqual({ 'd-1': 'COMPLIANT' });
  });

  it.each([
    ['available', 'COMPLIANT'],
    ['Available', 'COMPLIANT'],
    ['pending', 'NON_COMPLIANT HIGH'],
    ['PendingAcceptance', 'NON_COMPLIANT HIGH'],
    ['pendingAcceptance', 'NON_COMPLIANT HIGH'],
    ['deleting', 'NON_COMPLIANT HIGH'],
    ['Deleted', 'NON_COMPLIANT HIGH'],
    ['rejected', 'NON_COMPLIANT HIGH'],
    ['failed', 'NON_COMPLIANT HIGH'],
    ['expired', 'NON_COMPLIANT HIGH'],
    ['in a state nobody knows', 'INSUFFICIENT_DATA'],
  ])('an endpoint that is %s', async (state, expected) => {
    const lines = [streams('vpce-1'), endpoint('vpce-1', ['sg-1'], state), closed];
    expect(await judged(rule, { lines })).toEqual({ 'd-1': expected });
  });

  it.each([
    ['no streaming endpoint', [directory('d-1', [])], {}, 'NOT_APPLICABLE'],
    [
      'an endpoint for nothing',
      [directory('d-1', [], { WorkspaceAccessProperties: streaming([]) })],
      {},
      'NOT_APPLICABLE',
    ],
    [
      'a directory that leaves',
      [directory('d-1', [], { State: 'DEREGISTERED', WorkspaceAccessProperties: streaming(['vpce-1']) })],
      {},
      'NOT_APPLICABLE',
    ],
    [
      'no access properties, which name no endpoint',
      [directory('d-1', [], { WorkspaceAccessProperties: undefined })],
      {},
      'NOT_APPLICABLE',
    ],
    [
      'an endpoint of a type nobody knows',
      [directory('d-1', [], { WorkspaceAccessProperties: oneEndpoint('STREAMING_NEXT', 'vpce-1') })],
      {},
      'INSUFFICIENT_DATA',
    ],
    [
      'two endpoints, one closed and one of a type nobody knows',
      [
        directory('d-1', [], {
          WorkspaceAccessProperties: access({
            AccessEndpointConfig: {
              AccessEndpoints: [
                { AccessEndpointType: 'STREAMING_WSP', VpcEndpointId: 'vpce-1' },
                { AccessEndpointType: 'STREAMING_NEXT', VpcEndpointId: 'vpce-2' },
              ],
            },
          }),
        }),
        endpoint('vpce-1', ['sg-1']),
        closed,
      ],
      {},
      'INSUFFICIENT_DATA',
    ],
    [
      'an endpoint that AWS does not return',
      [streams('vpce-1'), endpoint('vpce-2', ['sg-1']), closed],
      {},
      'INSUFFICIENT_DATA',
    ],
    ['endpoints that were denied', [streams('vpce-1')], { [endpoints]: 'denied' }, `INSUFFICIENT_DATA ${endpoints}`],
    [
      'endpoints that were denied where none is used',
      [directory('d-1', [])],
      { [endpoints]: 'denied' },
      'NOT_APPLICABLE',
    ],
    [
      'an endpoint that does not say how it is',
      [
        streams('vpce-1'),
        { type: 'VpcEndpoint', resource: { VpcEndpointId: 'vpce-1', Groups: [{ GroupId: 'sg-1' }] } },
        closed,
      ],
      {},
      'INSUFFICIENT_DATA',
    ],
    [
      'an endpoint whose groups are unknown',
      [streams('vpce-1'), endpoint('vpce-1', undefined)],
      {},
      'INSUFFICIENT_DATA',
    ],
    ['a group that AWS does not return', [streams('vpce-1'), endpoint('vpce-1', ['sg-1'])], {}, 'INSUFFICIENT_DATA'],
    [
      'groups that were denied',
      [streams('vpce-1'), endpoint('vpce-1', ['sg-1'])],
      { [securityGroups]: 'denied' },
      `INSUFFICIENT_DATA ${securityGroups}`,
    ],
    [
      'groups that were denied, of an endpoint that is not there yet',
      [streams('vpce-1'), endpoint('vpce-1', ['sg-1'], 'pending')],
      { [securityGroups]: 'denied' },
      'NON_COMPLIANT HIGH',
    ],
    [
      'prefix lists that were denied',
      [streams('vpce-1'), endpoint('vpce-1', ['sg-1']), securityGroup('sg-1', [fromList('pl-1')])],
      { [prefixLists]: 'denied' },
      `INSUFFICIENT_DATA ${prefixLists}`,
    ],
    [
      'prefix lists that were denied and nobody names',
      [streams('vpce-1'), endpoint('vpce-1', ['sg-1']), closed],
      { [prefixLists]: 'denied' },
      'COMPLIANT',
    ],
    [
      'two groups, the second of which is open',
      [streams('vpce-1'), endpoint('vpce-1', ['sg-1', 'sg-open']), closed, open],
      {},
      'NON_COMPLIANT MEDIUM',
    ],
    [
      'two groups, one missing and one open',
      [streams('vpce-1'), endpoint('vpce-1', ['sg-9', 'sg-open']), open],
      {},
      'NON_COMPLIANT MEDIUM',
    ],
    [
      'two endpoints, the second of which is open',
      [streams('vpce-1', 'vpce-2'), endpoint('vpce-1', ['sg-1']), endpoint('vpce-2', ['sg-open']), closed, open],
      {},
      'NON_COMPLIANT MEDIUM',
    ],
    [
      'two endpoints, one missing and one open',
      [streams('vpce-9', 'vpce-2'), endpoint('vpce-2', ['sg-open']), open],
      {},
      'NON_COMPLIANT MEDIUM',
    ],
    [
      'two endpoints, one open and one not available',
      [
        streams('vpce-1', 'vpce-2'),
        endpoint('vpce-1', ['sg-open']),
        endpoint('vpce-2', ['sg-1'], 'failed'),
        closed,
        open,
      ],
      {},
      'NON_COMPLIANT HIGH',
    ],
    [
      'two closed endpoints',
      [streams('vpce-1', 'vpce-2'), endpoint('vpce-1', ['sg-1']), endpoint('vpce-2', ['sg-1']), closed],
      {},
      'COMPLIANT',
    ],
  ] as const)('%s', async (_, lines, coverage, expected) => {
    expect(await judged(rule, { lines, coverage })).toEqual({ 'd-1': expected });
  });

  it('says on the account that directories were denied', async () => {
    expect(await judged(rule, { lines: [], coverage: { [directories]: 'denied' } })).toEqual({
      [account]: `INSUFFICIENT_DATA ${directories}`,
    });
  });
});
