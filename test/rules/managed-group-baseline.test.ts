import { describe, expect, it } from 'vitest';
import {
  allow,
  allowAll,
  anywhere,
  controllers,
  custom,
  denied,
  estate,
  group,
  managedAdIngress,
  members,
  office,
  outcome,
  partial,
  resultOf,
  tcp,
  udp,
  withCustom,
} from './security-groups-builders.ts';

const readGroups = 'ec2:DescribeSecurityGroups';
const readDirectories = 'workspaces:DescribeWorkspaceDirectories';
const both = (verdict: string) => ({ [members]: verdict, [controllers]: verdict });

describe('sg-managed-baseline-drift', () => {
  const rule = 'sg-managed-baseline-drift';
  const withIngress = (IpPermissions: object[]) => ({ lines: estate({ members: { IpPermissions } }) });
  const withEgress = (IpPermissionsEgress: object[]) => ({ lines: estate({ members: { IpPermissionsEgress } }) });
  const drift = async (before: object[], now: object[], side = withIngress) =>
    (await outcome(rule, side(now).lines, { baseline: side(before) }))[members];

  it('accepts groups as they were recorded, and judges no other', async () => {
    const lines = estate({ directory: withCustom }, group(custom));
    const before = estate({ directory: withCustom }, group(custom, { IpPermissions: [tcp(22, anywhere)] }));
    expect(await outcome(rule, lines, { baseline: { lines: before } })).toEqual({
      ...both('COMPLIANT'),
      [custom]: 'NOT_APPLICABLE',
    });
  });

  it('accepts whatever was recorded', async () => {
    expect(await drift([tcp(22, anywhere)], [tcp(22, anywhere)])).toBe('COMPLIANT');
  });

  it.each([
    ['halves of a range', [tcp(22, '10.0.0.0/8')], [tcp(22, '10.0.0.0/9', '10.128.0.0/9')]],
    ['halves in permissions of their own', [tcp(22, '10.0.0.0/9'), tcp(22, '10.128.0.0/9')], [tcp(22, '10.0.0.0/8')]],
    ['a range that was inside another', [tcp(22, '10.0.0.0/8', '10.1.0.0/16')], [tcp(22, '10.0.0.0/8')]],
    ['ports that touch', [allow('tcp', 1, 10, office)], [allow('tcp', 1, 5, office), allow('tcp', 6, 10, office)]],
    ['another order', [tcp(22, office), udp(53, office)], [udp(53, office), tcp(22, office)]],
    ['another notation', [tcp(22, '2001:db8:0:0::/64')], [tcp(22, '2001:0db8::/64')]],
    ['the number of a protocol', [tcp(22, office)], [allow('6', 22, 22, office)]],
  ])('takes %s for the same', async (_, before, now) => {
    expect(await drift(before, now)).toBe('COMPLIANT');
    expect(await drift(now, before)).toBe('COMPLIANT');
    expect(await drift(before, now, withEgress)).toBe('COMPLIANT');
  });

  it.each([
    ['a rule more', [], [tcp(3389, '10.0.0.0/8')]],
    ['a rule less', [tcp(88, office)], []],
    ['a wider source', [tcp(22, '10.0.0.0/9')], [tcp(22, '10.0.0.0/8')]],
    ['a port more', [tcp(22, office)], [allow('tcp', 22, 23, office)]],
    ['another protocol', [tcp(53, office)], [udp(53, office)]],
    ['all protocols', [allow('tcp', 0, 65535, office)], [allowAll(office)]],
    ['the other IP version', [tcp(22, '0.0.0.0/0')], [tcp(22, '0.0.0.0/0', '::/0')]],
    ['another group', [tcp(22, 'sg-x')], [tcp(22, 'sg-y')]],
    ['another prefix list', [tcp(22, 'pl-x')], [tcp(22, 'pl-y')]],
    ['another type of ICMP', [allow('icmp', 8, -1, office)], [allow('icmp', 0, -1, office)]],
    ['another code of ICMP', [allow('icmp', 3, 4, office)], [allow('icmp', 3, 3, office)]],
  ])('reports %s, coming and going', async (_, before, now) => {
    expect(await drift(before, now)).toMatch(/^NON_COMPLIANT/);
    expect(await drift(now, before)).toMatch(/^NON_COMPLIANT/);
  });

  it('weighs wider ingress and lost directory or egress ports high', async () => {
    expect(await drift([], [tcp(3389, '10.0.0.0/8')])).toBe('NON_COMPLIANT HIGH');
    expect(await drift([allowAll(anywhere)], [tcp(443, anywhere)], withEgress)).toBe('NON_COMPLIANT HIGH');
    const now = estate({ controllers: { IpPermissions: managedAdIngress().slice(1) } });
    expect(await outcome(rule, now, { baseline: { lines: estate() } })).toEqual({
      [members]: 'COMPLIANT',
      [controllers]: 'NON_COMPLIANT HIGH',
    });
  });

  it('tells ingress from egress', async () => {
    const before = { IpPermissions: [tcp(22, office)], IpPermissionsEgress: [tcp(23, office)] };
    const now = { IpPermissions: [tcp(23, office)], IpPermissionsEgress: [tcp(22, office)] };
    expect(
      await outcome(rule, estate({ members: now }), { baseline: { lines: estate({ members: before }) } }),
    ).toMatchObject({
      [members]: 'NON_COMPLIANT HIGH',
    });
  });

  it('names what was added and removed', async () => {
    const result = await resultOf(rule, members, {
      ...withIngress([tcp(3389, '10.0.0.0/8')]),
      baseline: withIngress([udp(137, office)]),
    });
    expect(result).toMatchObject({ status: 'NON_COMPLIANT', severity: 'HIGH', missing: [] });
    expect(JSON.stringify(result)).toContain('tcp 3389 10.0.0.0/8');
    expect(JSON.stringify(result)).toContain('udp 137 198.51.100.0/24');
    expect(result.reason).toContain('3389');
  });

  it('ignores descriptions of rules', async () => {
    const described = (Description: string) => [
      { IpProtocol: 'tcp', FromPort: 22, ToPort: 22, IpRanges: [{ CidrIp: office, Description }] },
    ];
    expect(await drift(described('a'), described('b'))).toBe('COMPLIANT');
    const notes = async (before: string) =>
      (await resultOf(rule, members, { ...withIngress(described('b')), baseline: withIngress(described(before)) }))
        .evidence.notes;
    expect(await notes('a')).toEqual([expect.stringContaining('escription')]);
    expect((await notes('b')) ?? []).toEqual([]);
  });

  it('cannot judge without a baseline, and proposes the rules as one', async () => {
    const { lines } = withIngress([tcp(3389, office)]);
    expect(await outcome(rule, lines)).toEqual(both('INSUFFICIENT_DATA'));
    const result = await resultOf(rule, members, { lines });
    expect(result.missing).toEqual([]);
    expect(result.reason).toMatch(/baseline/);
    expect(JSON.stringify(result.evidence)).toContain('tcp 3389 198.51.100.0/24');
  });

  it('cannot tell a new group from an unread one in a baseline with gaps', async () => {
    const gap = estate({ members: null });
    for (const coverage of [denied(readGroups), partial(readGroups)]) {
      expect(await outcome(rule, estate(), { baseline: { lines: gap, coverage } })).toMatchObject({
        [members]: 'INSUFFICIENT_DATA',
      });
    }
    const found = { lines: estate(), coverage: partial(readGroups) };
    expect(await outcome(rule, withIngress([tcp(22, office)]).lines, { baseline: found })).toMatchObject({
      [members]: 'NON_COMPLIANT HIGH',
    });
  });

  it('does not apply to a group that is newer than the baseline', async () => {
    expect(await outcome(rule, estate(), { baseline: { lines: estate({ members: null }) } })).toEqual({
      [members]: 'NOT_APPLICABLE',
      [controllers]: 'COMPLIANT',
    });
  });

  it('names the reads of today that are missing', async () => {
    const unread = { members: null, controllers: null };
    const rest = { coverage: denied(readGroups) };
    expect(await outcome(rule, estate(unread), { ...rest, baseline: { lines: estate() } })).toEqual(
      both(`INSUFFICIENT_DATA ${readGroups}`),
    );
    expect(await outcome(rule, estate(unread), { ...rest, baseline: { lines: estate(unread) } })).toEqual(
      both('NOT_APPLICABLE'),
    );
    expect(await outcome(rule, [], { coverage: denied(readDirectories), baseline: { lines: estate() } })).toMatchObject(
      {
        '111122223333': expect.stringContaining(readDirectories),
      },
    );
  });

  it('has nothing to say about a recorded group that is gone', async () => {
    expect(await outcome(rule, estate({ members: null }), { baseline: { lines: estate() } })).toEqual({
      [controllers]: 'COMPLIANT',
    });
  });
});
