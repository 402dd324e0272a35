import { describe, expect, it } from 'vitest';
import type { Line } from './harness.ts';
import { access, account, directory, group, judged, onlyResult, streaming } from './ip-group-builders.ts';
import { publicRanges } from './public-ranges.ts';

const groups = 'workspaces:DescribeIpGroups';
const directories = 'workspaces:DescribeWorkspaceDirectories';
const ids = (n: number) => Array.from({ length: n }, (_, index) => `wsipg-${index}`);

describe.each([
  'ip-group-associated',
  'ip-group-no-allow-all',
  'ip-group-ineffective-with-vpc-endpoint',
  'ip-group-quota-per-directory',
  'ip-group-unsupported-client-types',
  'ip-group-self-service-outside-boundary',
])('%s, as all rules on directories,', (rule) => {
  it.each(['DEREGISTERING', 'DEREGISTERED'])('leaves a directory that is %s alone', async (State) => {
    const lines = [directory('d-1', undefined, { State, WorkspaceAccessProperties: undefined })];
    expect(await judged(rule, { lines })).toEqual({ 'd-1': 'NOT_APPLICABLE' });
  });

  it.each(['denied', 'partial', 'failed', 'skipped'] as const)(
    'says on the account that directories were %s',
    async (status) => {
      expect(await judged(rule, { lines: [], coverage: { [directories]: status } })).toEqual({
        [account]: `INSUFFICIENT_DATA ${directories}`,
      });
    },
  );

  it('has no result where there is no directory', async () => {
    expect(await judged(rule, { lines: [group('wsipg-1', ['0.0.0.0/0'])] })).toEqual({});
  });
});

describe('ip-group-associated', () => {
  const rule = 'ip-group-associated';

  it.each([
    ['a group', directory('d-1', ['wsipg-1']), 'COMPLIANT'],
    ['no groups', directory('d-1', []), 'NON_COMPLIANT MEDIUM'],
    ['no word of groups', directory('d-1', undefined), 'NON_COMPLIANT MEDIUM'],
    [
      'a streaming endpoint and no groups',
      directory('d-1', [], { WorkspaceAccessProperties: streaming(['vpce-1']) }),
      'NOT_APPLICABLE',
    ],
    [
      'a streaming endpoint and a group',
      directory('d-1', ['wsipg-1'], { WorkspaceAccessProperties: streaming(['vpce-1']) }),
      'NOT_APPLICABLE',
    ],
    [
      'an endpoint of a type nobody knows',
      directory('d-1', [], {
        WorkspaceAccessProperties: access({
          AccessEndpointConfig: {
            AccessEndpoints: [{ AccessEndpointType: 'STREAMING_NEXT', VpcEndpointId: 'vpce-1' }],
          },
        }),
      }),
      'INSUFFICIENT_DATA',
    ],
    [
      'an endpoint without id',
      directory('d-1', [], {
        WorkspaceAccessProperties: access({
          AccessEndpointConfig: { AccessEndpoints: [{ AccessEndpointType: 'STREAMING_WSP' }] },
        }),
      }),
      'NON_COMPLIANT MEDIUM',
    ],
    [
      'no access properties and no groups',
      directory('d-1', [], { WorkspaceAccessProperties: undefined }),
      'NON_COMPLIANT MEDIUM',
    ],
    [
      'an empty list of endpoints',
      directory('d-1', [], { WorkspaceAccessProperties: streaming([]) }),
      'NON_COMPLIANT MEDIUM',
    ],
    ['a state nobody knows', directory('d-1', ['wsipg-1'], { State: 'SLEEPING' }), 'INSUFFICIENT_DATA'],
    ['an error state', directory('d-1', [], { State: 'ERROR' }), 'NON_COMPLIANT MEDIUM'],
  ])('a directory with %s', async (_, line, expected) => {
    expect(await judged(rule, { lines: [line, group('wsipg-1', [])] })).toEqual({ 'd-1': expected });
  });

  it('counts a group that AWS does not return, and needs no groups read', async () => {
    const lines = [directory('d-1', ['wsipg-9'])];
    expect(await judged(rule, { lines })).toEqual({ 'd-1': 'COMPLIANT' });
    expect(await judged(rule, { lines, coverage: { [groups]: 'denied' } })).toEqual({ 'd-1': 'COMPLIANT' });
  });

  it('judges the directories that were read, when not all were', async () => {
    const lines = [directory('d-1', []), directory('d-2', ['wsipg-1'])];
    expect(await judged(rule, { lines, coverage: { [directories]: 'partial' } })).toEqual({
      'd-1': 'NON_COMPLIANT MEDIUM',
      'd-2': 'COMPLIANT',
    });
  });
});

describe('ip-group-no-allow-all', () => {
  const rule = 'ip-group-no-allow-all';
  const all = publicRanges();

  it.each([
    ['a range', ['52.0.2.0/24'], 'COMPLIANT'],
    ['anywhere', ['0.0.0.0/0'], 'NON_COMPLIANT HIGH'],
    ['anywhere, with host bits', ['52.0.2.10/0'], 'NON_COMPLIANT HIGH'],
    ['anywhere beside a range', ['52.0.2.0/24', '0.0.0.0/0'], 'NON_COMPLIANT HIGH'],
    ['two halves of everywhere', ['0.0.0.0/1', '128.0.0.0/1'], 'NON_COMPLIANT HIGH'],
    ['three quarters of everywhere', ['0.0.0.0/1', '128.0.0.0/2'], 'COMPLIANT'],
    ['one half of everywhere', ['128.0.0.0/1'], 'COMPLIANT'],
    ['all that can be a source', all, 'NON_COMPLIANT HIGH'],
    ['all that can be a source but one range', all.slice(1), 'COMPLIANT'],
    ['all but the private ranges, in halves', ['0.0.0.0/1', '128.0.0.0/2', '192.0.0.0/3'], 'NON_COMPLIANT HIGH'],
    ['every IPv6 address', ['::/0'], 'NON_COMPLIANT HIGH'],
    ['every IPv6 address, written out', ['0:0:0:0:0:0:0:0/0'], 'NON_COMPLIANT HIGH'],
    ['an IPv6 range', ['2001:db8::/32'], 'COMPLIANT'],
    ['no rules at all', [], 'COMPLIANT'],
    ['a rule that is no range', ['52.0.2.0/24', 'the office'], 'INSUFFICIENT_DATA'],
    ['a rule with leading zeroes', ['052.0.2.0/24'], 'INSUFFICIENT_DATA'],
    ['a rule with too long a mask', ['0.0.0.0/33'], 'INSUFFICIENT_DATA'],
    ['a rule that lacks its range', [undefined], 'INSUFFICIENT_DATA'],
    ['anywhere beside a rule that is no range', ['the office', '0.0.0.0/0'], 'NON_COMPLIANT HIGH'],
    ['no known rules', undefined, 'INSUFFICIENT_DATA'],
  ])('a group with %s', async (_, rules, expected) => {
    expect(await judged(rule, { lines: [directory('d-1', ['wsipg-1']), group('wsipg-1', rules)] })).toEqual({
      'd-1': expected,
    });
  });

  it('adds up the groups of one directory, not those of others', async () => {
    const lines = [
      directory('d-1', ['wsipg-1', 'wsipg-2']),
      directory('d-2', ['wsipg-1']),
      group('wsipg-1', ['0.0.0.0/1']),
      group('wsipg-2', ['128.0.0.0/1']),
    ];
    expect(await judged(rule, { lines })).toEqual({ 'd-1': 'NON_COMPLIANT HIGH', 'd-2': 'COMPLIANT' });
  });

  const both = directory('d-1', ['wsipg-1', 'wsipg-2']);
  const open = group('wsipg-1', ['0.0.0.0/0']);
  const narrow = group('wsipg-1', ['52.0.2.0/24']);
  const bare: Readonly<Record<string, 'denied' | 'partial'>> = {};

  it.each<[string, readonly Line[], typeof bare, string]>([
    ['no group is associated', [directory('d-1', []), open], bare, 'NOT_APPLICABLE'],
    [
      'none is associated and groups were denied',
      [directory('d-1', undefined)],
      { [groups]: 'denied' },
      'NOT_APPLICABLE',
    ],
    ['groups were denied', [both], { [groups]: 'denied' }, `INSUFFICIENT_DATA ${groups}`],
    ['one of two groups is missing', [both, narrow], bare, 'INSUFFICIENT_DATA'],
    ['one of two groups was not read', [both, narrow], { [groups]: 'partial' }, `INSUFFICIENT_DATA ${groups}`],
    [
      'all groups of the directory were read, though not all',
      [directory('d-1', ['wsipg-1']), narrow],
      { [groups]: 'partial' },
      'COMPLIANT',
    ],
    ['one group is missing and the other open', [both, open], bare, 'NON_COMPLIANT HIGH'],
    ['one group was not read and the other is open', [both, open], { [groups]: 'partial' }, 'NON_COMPLIANT HIGH'],
    ['one group lacks its rules and the other is open', [both, open, group('wsipg-2')], bare, 'NON_COMPLIANT HIGH'],
    ['one group lacks its rules', [both, narrow, group('wsipg-2')], bare, 'INSUFFICIENT_DATA'],
  ])('when %s', async (_, lines, coverage, expected) => {
    expect(await judged(rule, { lines, coverage })).toEqual({ 'd-1': expected });
  });
});

describe('ip-group-quota-per-directory', () => {
  const rule = 'ip-group-quota-per-directory';

  it.each([
    [0, 'NOT_APPLICABLE'],
    [1, 'COMPLIANT'],
    [24, 'COMPLIANT'],
    [25, 'COMPLIANT'],
    [26, 'NON_COMPLIANT LOW'],
  ])('%i groups', async (n, expected) => {
    const scene = { lines: [directory('d-1', ids(n))], coverage: { [groups]: 'denied' } } as const;
    expect(await judged(rule, scene)).toEqual({ 'd-1': expected });
  });

  it('notes that a directory is at the limit, and not before', async () => {
    const full = await onlyResult(rule, { lines: [directory('d-1', ids(25))] });
    const roomy = await onlyResult(rule, { lines: [directory('d-1', ids(24))] });
    expect(full.evidence.notes).toHaveLength(1);
    expect(roomy.evidence.notes ?? []).toEqual([]);
  });
});

describe('ip-group-unsupported-client-types', () => {
  const rule = 'ip-group-unsupported-client-types';
  const clients = (DeviceTypeLinux?: string, DeviceTypeWorkSpacesThinClient?: string) => ({
    WorkspaceAccessProperties: access({ DeviceTypeLinux, DeviceTypeWorkSpacesThinClient }),
  });
  const every = ['Windows', 'Osx', 'Web', 'Ios', 'Android', 'ChromeOs', 'ZeroClient'].map((type) => [
    `DeviceType${type}`,
    'ALLOW',
  ]);

  it.each([
    ['both denied', clients('DENY', 'DENY'), 'COMPLIANT'],
    ['Linux allowed', clients('ALLOW', 'DENY'), 'NON_COMPLIANT MEDIUM'],
    ['the thin client allowed', clients('DENY', 'ALLOW'), 'NON_COMPLIANT MEDIUM'],
    ['both allowed', clients('ALLOW', 'ALLOW'), 'NON_COMPLIANT MEDIUM'],
    ['Linux allowed and nothing of the thin client', clients('ALLOW'), 'NON_COMPLIANT MEDIUM'],
    ['the thin client allowed and a value nobody knows', clients('MAYBE', 'ALLOW'), 'NON_COMPLIANT MEDIUM'],
    ['nothing of the thin client', clients('DENY'), 'INSUFFICIENT_DATA'],
    ['nothing of Linux', clients(undefined, 'DENY'), 'INSUFFICIENT_DATA'],
    ['a value nobody knows', clients('DENY', 'MAYBE'), 'INSUFFICIENT_DATA'],
    ['no access properties', { WorkspaceAccessProperties: undefined }, 'INSUFFICIENT_DATA'],
    ['all supported types allowed', { WorkspaceAccessProperties: access(Object.fromEntries(every)) }, 'COMPLIANT'],
  ])('%s', async (_, more, expected) => {
    expect(await judged(rule, { lines: [directory('d-1', ['wsipg-1'], more)] })).toEqual({ 'd-1': expected });
  });

  it.each([
    ['a client is allowed', clients('ALLOW', 'ALLOW')],
    ['nothing is known of clients', { WorkspaceAccessProperties: undefined }],
  ])('does not matter without groups when %s', async (_, more) => {
    expect(await judged(rule, { lines: [directory('d-1', undefined, more)] })).toEqual({ 'd-1': 'NOT_APPLICABLE' });
  });
});

describe('ip-group-self-service-outside-boundary', () => {
  const rule = 'ip-group-self-service-outside-boundary';
  const actions = (RestartWorkspace?: string, RebuildWorkspace?: string) => ({
    SelfservicePermissions: {
      RestartWorkspace,
      RebuildWorkspace,
      IncreaseVolumeSize: 'ENABLED',
      SwitchRunningMode: 'ENABLED',
    },
  });

  it.each([
    ['neither', actions('DISABLED', 'DISABLED'), 'COMPLIANT'],
    ['restarting', actions('ENABLED', 'DISABLED'), 'NON_COMPLIANT LOW'],
    ['rebuilding', actions('DISABLED', 'ENABLED'), 'NON_COMPLIANT LOW'],
    ['both', actions('ENABLED', 'ENABLED'), 'NON_COMPLIANT LOW'],
    ['rebuilding, and nothing of restarting', actions(undefined, 'ENABLED'), 'NON_COMPLIANT LOW'],
    ['not rebuilding, and nothing of restarting', actions(undefined, 'DISABLED'), 'INSUFFICIENT_DATA'],
    ['not restarting, and nothing of rebuilding', actions('DISABLED'), 'INSUFFICIENT_DATA'],
    ['a value nobody knows', actions('DISABLED', 'ASK'), 'INSUFFICIENT_DATA'],
    ['nothing known', { SelfservicePermissions: undefined }, 'INSUFFICIENT_DATA'],
  ])('%s', async (_, more, expected) => {
    expect(await judged(rule, { lines: [directory('d-1', ['wsipg-1'], more)] })).toEqual({ 'd-1': expected });
  });

  it.each([
    ['actions are open', actions('ENABLED', 'ENABLED')],
    ['nothing is known of actions', { SelfservicePermissions: undefined }],
  ])('does not matter without groups when %s', async (_, more) => {
    expect(await judged(rule, { lines: [directory('d-1', [], more)] })).toEqual({ 'd-1': 'NOT_APPLICABLE' });
  });
});
