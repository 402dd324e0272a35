import { describe, expect, it } from 'vitest';
import type { Line } from './harness.ts';
import {
  allow,
  allowAll,
  anywhere,
  anywhere6,
  custom,
  denied,
  desktop,
  directoryId,
  eni,
  estate,
  group,
  type Members,
  members,
  office,
  outcome,
  partial,
  resultOf,
  tcp,
  udp,
  withCustom,
  workspace,
} from './security-groups-builders.ts';

const readGroups = 'ec2:DescribeSecurityGroups';
const readInterfaces = 'ec2:DescribeNetworkInterfaces';
const readWorkspaces = 'workspaces:DescribeWorkspaces';
const readDirectories = 'workspaces:DescribeWorkspaceDirectories';

describe('sg-custom-group-on-existing-workspaces', () => {
  const rule = 'sg-custom-group-on-existing-workspaces';
  const own = group(custom);
  const with1 = (groups: readonly string[], over: Members = {}, ...more: readonly Line[]) =>
    estate({ directory: withCustom }, ...desktop(1, groups, over), ...more);

  it('wants the custom group on each WorkSpace', async () => {
    const lines = estate({ directory: withCustom }, own, ...desktop(1, [members, custom]), ...desktop(2, [members]));
    expect(await outcome(rule, lines)).toEqual({ 'ws-1': 'COMPLIANT', 'ws-2': 'NON_COMPLIANT MEDIUM' });
    const result = await resultOf(rule, 'ws-2', { lines });
    expect(result.reason).toContain(custom);
    expect(result).toMatchObject({ missing: [], controls: ['CM-2', 'CM-6', 'SC-7'] });
  });

  it('reports a custom group that cannot be attached, even where it seems to be', async () => {
    expect(await outcome(rule, with1([members, custom]))).toEqual({ 'ws-1': 'NON_COMPLIANT MEDIUM' });
    const elsewhere = group(custom, { VpcId: 'vpc-0other' });
    expect(await outcome(rule, with1([members, custom], {}, elsewhere))).toEqual({ 'ws-1': 'NON_COMPLIANT MEDIUM' });
    const noInterface = estate({ directory: withCustom }, workspace(1));
    expect(await outcome(rule, noInterface, { coverage: denied(readInterfaces) })).toEqual({
      'ws-1': 'NON_COMPLIANT MEDIUM',
    });
  });

  it.each([
    ['PENDING', 'NOT_APPLICABLE'],
    ['TERMINATING', 'NOT_APPLICABLE'],
    ['TERMINATED', 'NOT_APPLICABLE'],
    ['ERROR', 'NOT_APPLICABLE'],
    ['STOPPED', 'NON_COMPLIANT MEDIUM'],
    ['DREAMING', 'INSUFFICIENT_DATA'],
  ])('judges a WorkSpace in state %s that lacks it as %s', async (State, verdict) => {
    expect(await outcome(rule, with1([members], { State }, own))).toEqual({ 'ws-1': verdict });
  });

  it('does not apply without a custom group, whatever was denied', async () => {
    expect(await outcome(rule, estate({}, workspace(1)), { coverage: denied(readInterfaces, readGroups) })).toEqual({
      'ws-1': 'NOT_APPLICABLE',
    });
    const unset = estate({ directory: { WorkspaceCreationProperties: { EnableInternetAccess: true } } }, workspace(1));
    expect(await outcome(rule, unset)).toEqual({ 'ws-1': 'NOT_APPLICABLE' });
  });

  it('cannot judge what was not read', async () => {
    const unread = { coverage: denied(readGroups) };
    expect(await outcome(rule, with1([members, custom]), unread)).toEqual({
      'ws-1': `INSUFFICIENT_DATA ${readGroups}`,
    });
    expect(await outcome(rule, with1([members, custom]), { coverage: partial(readGroups) })).toEqual({
      'ws-1': `INSUFFICIENT_DATA ${readGroups}`,
    });
    const noInterface = estate({ directory: withCustom }, own, workspace(1));
    expect(await outcome(rule, noInterface)).toEqual({ 'ws-1': 'INSUFFICIENT_DATA' });
    expect(await outcome(rule, noInterface, { coverage: denied(readInterfaces) })).toEqual({
      'ws-1': `INSUFFICIENT_DATA ${readInterfaces}`,
    });
    expect(
      await outcome(rule, estate({ directory: null }, ...desktop(1, [])), { coverage: denied(readDirectories) }),
    ).toEqual({
      'ws-1': `INSUFFICIENT_DATA ${readDirectories}`,
    });
    expect(await outcome(rule, estate({ directory: withCustom }), { coverage: denied(readWorkspaces) })).toEqual({
      '111122223333': `INSUFFICIENT_DATA ${readWorkspaces}`,
    });
  });

  it('reports a WorkSpace that lacks the group although groups were not read', async () => {
    expect(await outcome(rule, with1([members]), { coverage: denied(readGroups) })).toEqual({
      'ws-1': 'NON_COMPLIANT MEDIUM',
    });
  });
});

describe('sg-rules-condensed', () => {
  const rule = 'sg-rules-condensed';
  const holding = (id: string, ...IpPermissions: object[]) => group(id, { IpPermissions });
  const crowd = (...ids: string[]) => estate({}, ...ids.map((id) => group(id)), ...desktop(1, [members, ...ids]));
  const judgeRules = (a: object[], b: object[], ...more: Line[]) =>
    outcome(
      rule,
      estate({}, holding('sg-a', ...a), holding('sg-b', ...b), ...desktop(1, [members, 'sg-a', 'sg-b']), ...more),
    );

  it('accepts as many groups as allowed, and no more', async () => {
    expect(await outcome(rule, crowd('sg-a', 'sg-b'))).toEqual({ [directoryId]: 'COMPLIANT' });
    const lines = crowd('sg-a', 'sg-b', 'sg-c');
    const result = await resultOf(rule, directoryId, { lines });
    expect(result).toMatchObject({ status: 'NON_COMPLIANT', severity: 'INFORMATIONAL', missing: [] });
    expect(JSON.stringify(result)).toContain('ws-1');
    expect(await outcome(rule, lines, { parameters: { maxGroups: 4 } })).toEqual({ [directoryId]: 'COMPLIANT' });
    expect(await outcome(rule, crowd('sg-a', 'sg-b'), { parameters: { maxGroups: 2 } })).toEqual({
      [directoryId]: 'NON_COMPLIANT INFORMATIONAL',
    });
  });

  it.each([
    ['an equal rule', [tcp(443, office)], [tcp(443, office)], 'NON_COMPLIANT INFORMATIONAL'],
    ['a wider source', [tcp(443, office)], [tcp(443, '198.51.0.0/16')], 'NON_COMPLIANT INFORMATIONAL'],
    ['a wider port range', [tcp(443, office)], [allow('tcp', 440, 450, office)], 'NON_COMPLIANT INFORMATIONAL'],
    ['all protocols', [udp(53, office)], [allowAll(anywhere)], 'NON_COMPLIANT INFORMATIONAL'],
    ['all protocols of the other IP version', [udp(53, office)], [allowAll(anywhere6)], 'COMPLIANT'],
    ['another protocol', [tcp(53, office)], [udp(53, office)], 'COMPLIANT'],
    ['another source', [tcp(443, office)], [tcp(443, '203.0.113.0/24')], 'COMPLIANT'],
    ['an overlap only', [allow('tcp', 1, 10, office)], [allow('tcp', 5, 15, office)], 'COMPLIANT'],
    ['a narrower source but wider ports', [tcp(443, office)], [allow('tcp', 1, 999, '198.51.100.0/25')], 'COMPLIANT'],
    ['another group as the source', [tcp(443, 'sg-x')], [tcp(443, 'sg-y')], 'COMPLIANT'],
    ['the same group as the source', [tcp(443, 'sg-x')], [tcp(443, 'sg-x')], 'NON_COMPLIANT INFORMATIONAL'],
  ])('judges a rule beside %s', async (_, a, b, verdict) => {
    expect(await judgeRules(a, b)).toEqual({ [directoryId]: verdict });
    expect(await judgeRules(b, a)).toEqual({ [directoryId]: verdict });
  });

  it('lists one of two equal rules, with its group', async () => {
    const equal = [tcp(443, office)];
    const lines = estate({}, holding('sg-a', ...equal), holding('sg-b', ...equal), ...desktop(1, ['sg-a', 'sg-b']));
    const result = await resultOf(rule, directoryId, { lines });
    expect(result.evidence['interfaces.redundantIngress']).toEqual(['sg-b: tcp 443 198.51.100.0/24']);
    expect(result.reason).toContain('sg-b: tcp 443 198.51.100.0/24');
  });

  it('counts no rule of the managed groups as the redundant one', async () => {
    const wide = holding('sg-a', tcp(443, anywhere));
    const inMembers = { members: { IpPermissions: [tcp(443, office)] } };
    expect(await outcome(rule, estate(inMembers, wide, ...desktop(1, [members, 'sg-a'])))).toEqual({
      [directoryId]: 'COMPLIANT',
    });
    const wideMembers = { members: { IpPermissions: [tcp(443, anywhere)] } };
    const narrow = holding('sg-a', tcp(443, office));
    expect(await outcome(rule, estate(wideMembers, narrow, ...desktop(1, [members, 'sg-a'])))).toEqual({
      [directoryId]: 'NON_COMPLIANT INFORMATIONAL',
    });
  });

  it('does not judge egress, which every new group leaves open', async () => {
    expect(await outcome(rule, crowd('sg-a'))).toEqual({ [directoryId]: 'COMPLIANT' });
  });

  it('adds up the rules of one interface, not of the directory', async () => {
    const lines = estate(
      {},
      holding('sg-a', tcp(443, office)),
      holding('sg-b', tcp(443, anywhere)),
      ...desktop(1, [members, 'sg-a']),
      ...desktop(2, [members, 'sg-b']),
    );
    expect(await outcome(rule, lines)).toEqual({ [directoryId]: 'COMPLIANT' });
  });

  it('does not apply where there is nothing to condense', async () => {
    expect(await outcome(rule, estate())).toEqual({ [directoryId]: 'NOT_APPLICABLE' });
    expect(await outcome(rule, estate({}, ...desktop(1, [members]), ...desktop(2, [members])))).toEqual({
      [directoryId]: 'NOT_APPLICABLE',
    });
    const leaving = estate({}, ...desktop(1, [members, 'sg-a', 'sg-b', 'sg-c'], { State: 'TERMINATED' }));
    expect(await outcome(rule, leaving)).toEqual({ [directoryId]: 'NOT_APPLICABLE' });
    const deregistering = { directory: { State: 'DEREGISTERING' } };
    expect(await outcome(rule, estate(deregistering, ...desktop(1, [members, 'sg-a', 'sg-b', 'sg-c'])))).toEqual({
      [directoryId]: 'NOT_APPLICABLE',
    });
  });

  it('finds redundant rules within a single group', async () => {
    const lines = estate({}, holding('sg-a', tcp(443, office), tcp(443, anywhere)), ...desktop(1, ['sg-a']));
    expect(await outcome(rule, lines)).toEqual({ [directoryId]: 'NON_COMPLIANT INFORMATIONAL' });
  });

  it('cannot judge what was not read, but counts the groups it sees', async () => {
    const two = [members, 'sg-a'];
    expect(await outcome(rule, estate({}, workspace(1)), { coverage: denied(readInterfaces) })).toEqual({
      [directoryId]: `INSUFFICIENT_DATA ${readInterfaces}`,
    });
    const unread = { members: null, controllers: null };
    expect(await outcome(rule, estate(unread, ...desktop(1, two)), { coverage: denied(readGroups) })).toEqual({
      [directoryId]: `INSUFFICIENT_DATA ${readGroups}`,
    });
    const four = [...two, 'sg-b', 'sg-c'];
    expect(await outcome(rule, estate(unread, ...desktop(1, four)), { coverage: denied(readGroups) })).toEqual({
      [directoryId]: 'NON_COMPLIANT INFORMATIONAL',
    });
    expect(await outcome(rule, estate(), { coverage: denied(readWorkspaces) })).toEqual({
      [directoryId]: `INSUFFICIENT_DATA ${readWorkspaces}`,
    });
    expect(await outcome(rule, [], { coverage: denied(readDirectories) })).toEqual({
      '111122223333': `INSUFFICIENT_DATA ${readDirectories}`,
    });
  });

  it('counts the groups of the primary interface only', async () => {
    const second = eni('eni-9', '172.31.0.9', ['sg-a', 'sg-b', 'sg-c', 'sg-d'], { SubnetId: 'subnet-0aws' });
    expect(await outcome(rule, estate({}, group('sg-a'), ...desktop(1, [members, 'sg-a']), second))).toEqual({
      [directoryId]: 'COMPLIANT',
    });
  });
});
