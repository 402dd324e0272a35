import { describe, expect, it } from 'vitest';
import type { Case, Line } from './harness.ts';
import {
  adConnector,
  allow,
  allowAll,
  anywhere,
  anywhere6,
  controllers,
  custom,
  denied,
  desktop,
  directory,
  eni,
  estate,
  group,
  type Members,
  members,
  office,
  onWindows,
  outcome,
  partial,
  resultOf,
  tcp,
  udp,
  vpcCidr,
  withCustom,
  workspace,
} from './security-groups-builders.ts';

const readGroups = 'ec2:DescribeSecurityGroups';
const readInterfaces = 'ec2:DescribeNetworkInterfaces';
const readPrefixes = 'ec2:GetManagedPrefixListEntries';
const readWorkspaces = 'workspaces:DescribeWorkspaces';
const readDirectories = 'workspaces:DescribeWorkspaceDirectories';
const holding = (id: string, ...IpPermissions: object[]) => group(id, { IpPermissions });
const prefixes = (PrefixListId: string, ...cidrs: string[]): Line => ({
  type: 'ManagedPrefixListEntries',
  resource: { PrefixListId, Entries: cidrs.map((Cidr) => ({ Cidr })) },
});

describe('sg-ssh-source-restricted', () => {
  const rule = 'sg-ssh-source-restricted';
  /** A group `sg-a` with these rules on `ws-1`. */
  const attached = (ingress: object[], interfaceOver: Members = {}, ...more: Line[]) =>
    estate({}, holding('sg-a', ...ingress), ...desktop(1, [members, 'sg-a'], {}, interfaceOver), ...more);
  const judgeRules = async (ingress: object[], more: Line[] = [], rest: Omit<Case, 'lines'> = {}) =>
    (await outcome(rule, attached(ingress, {}, ...more), rest))['sg-a'];

  it('judges groups on WorkSpaces and the custom group, and no other', async () => {
    const open = [tcp(22, anywhere)];
    const lines = estate(
      { directory: withCustom, members: { IpPermissions: open }, controllers: { IpPermissions: open } },
      holding(custom, ...open),
      holding('sg-a', tcp(22, office)),
      holding('sg-unused', ...open),
      ...desktop(1, [members, 'sg-a']),
    );
    const found = await outcome(rule, lines);
    expect(found).toMatchObject({
      [members]: 'NON_COMPLIANT HIGH',
      [custom]: 'NON_COMPLIANT HIGH',
      'sg-a': 'COMPLIANT',
      [controllers]: 'NOT_APPLICABLE',
    });
    expect(found['sg-unused'] ?? 'NOT_APPLICABLE').toBe('NOT_APPLICABLE');
  });

  it.each([
    ['SSH from everywhere', [tcp(22, anywhere)], 'NON_COMPLIANT HIGH'],
    ['SSH from every IPv6 address', [tcp(22, anywhere6)], 'NON_COMPLIANT HIGH'],
    ['RDP from everywhere', [tcp(3389, anywhere)], 'NON_COMPLIANT HIGH'],
    ['everything from everywhere', [allowAll(anywhere)], 'NON_COMPLIANT HIGH'],
    ['a range that begins at SSH', [allow('tcp', 22, 100, anywhere)], 'NON_COMPLIANT HIGH'],
    ['a range that ends at SSH', [allow('tcp', 0, 22, anywhere)], 'NON_COMPLIANT HIGH'],
    ['a range that contains RDP', [allow('tcp', 3000, 4000, anywhere)], 'NON_COMPLIANT HIGH'],
    ['TCP by its number', [allow('6', 22, 22, anywhere)], 'NON_COMPLIANT HIGH'],
    ['two halves', [tcp(22, '0.0.0.0/1', '128.0.0.0/1')], 'NON_COMPLIANT HIGH'],
    ['two halves in two rules', [tcp(22, '0.0.0.0/1'), allowAll('128.0.0.0/1')], 'NON_COMPLIANT HIGH'],
    ['two halves of IPv6', [tcp(22, '::/1', '8000::/1')], 'NON_COMPLIANT HIGH'],
    ['halves of different versions', [tcp(22, '0.0.0.0/1', '8000::/1')], 'COMPLIANT'],
    ['halves of different ports', [tcp(22, '0.0.0.0/1'), tcp(3389, '128.0.0.0/1')], 'COMPLIANT'],
    ['the same half twice', [tcp(22, '0.0.0.0/1'), allowAll('0.0.0.0/1')], 'COMPLIANT'],
    ['all but one address in a /24', [tcp(22, '0.0.0.0/1', '128.0.0.0/2')], 'COMPLIANT'],
    ['a corporate range', [tcp(22, office)], 'COMPLIANT'],
    ['everything from the VPC', [allowAll(vpcCidr)], 'COMPLIANT'],
    ['another group', [tcp(22, 'sg-x')], 'COMPLIANT'],
    ['RDP from a range and HTTPS from everywhere', [tcp(3389, office), tcp(443, anywhere)], 'COMPLIANT'],
    ['nothing', [], 'NOT_APPLICABLE'],
    ['HTTPS from everywhere', [tcp(443, anywhere)], 'NOT_APPLICABLE'],
    ['UDP 22 and 3389 from everywhere', [udp(22, anywhere), udp(3389, anywhere)], 'NOT_APPLICABLE'],
    [
      'all but SSH and RDP',
      [allow('tcp', 0, 21, anywhere), allow('tcp', 23, 3388, anywhere), allow('tcp', 3390, 65535, anywhere)],
      'NOT_APPLICABLE',
    ],
    ['ICMP from everywhere', [allow('icmp', -1, -1, anywhere)], 'NOT_APPLICABLE'],
  ])('judges %s', async (_, ingress, verdict) => {
    expect(await judgeRules(ingress)).toBe(verdict);
  });

  it('reads prefix lists', async () => {
    const lists = [prefixes('pl-office', office), prefixes('pl-world', '0.0.0.0/1', '128.0.0.0/1')];
    expect(await judgeRules([tcp(22, 'pl-office')], lists)).toBe('COMPLIANT');
    expect(await judgeRules([tcp(22, 'pl-world')], lists)).toBe('NON_COMPLIANT HIGH');
    const half = [tcp(22, 'pl-half', '128.0.0.0/1')];
    expect(await judgeRules(half, [prefixes('pl-half', '0.0.0.0/1')])).toBe('NON_COMPLIANT HIGH');
  });

  it('cannot judge an unread prefix list that matters', async () => {
    const unread = { coverage: denied(readPrefixes) };
    const lacking = `INSUFFICIENT_DATA ${readPrefixes}`;
    expect(await judgeRules([tcp(22, 'pl-x')], [], unread)).toBe(lacking);
    expect(await judgeRules([allowAll('pl-x')], [], unread)).toBe(lacking);
    expect(await judgeRules([tcp(22, 'pl-x')], [], { coverage: partial(readPrefixes) })).toBe(lacking);
    expect(await judgeRules([tcp(22, 'pl-x', anywhere)], [], unread)).toBe('NON_COMPLIANT HIGH');
    expect(await judgeRules([tcp(443, 'pl-x')], [], unread)).toBe('NOT_APPLICABLE');
    expect(await judgeRules([tcp(443, 'pl-x'), tcp(22, office)], [], unread)).toBe('COMPLIANT');
    expect(await judgeRules([tcp(22, 'pl-x')])).toMatch(/^INSUFFICIENT_DATA/);
  });

  it.each<[string, Members]>([
    ['its primary', { Association: { PublicIp: '203.0.113.7', IpOwnerId: 'amazon' } }],
    [
      'a secondary',
      {
        PrivateIpAddresses: [
          { PrivateIpAddress: '10.0.1.101', Primary: true },
          { PrivateIpAddress: '10.0.1.201', Primary: false, Association: { PublicIp: '203.0.113.7' } },
        ],
      },
    ],
  ])('is critical when a WorkSpace with the group has a public address on %s private one', async (_, over) => {
    const lines = attached([tcp(22, anywhere)], over);
    const result = await resultOf(rule, 'sg-a', { lines });
    expect(result).toMatchObject({ status: 'NON_COMPLIANT', severity: 'CRITICAL', missing: [] });
    expect(JSON.stringify(result)).toContain('ws-1');
    expect(await outcome(rule, attached([tcp(22, office)], over))).toMatchObject({ 'sg-a': 'COMPLIANT' });
  });

  it('is not critical for the public address of a WorkSpace without the group, or of another interface', async () => {
    const publicIp = { Association: { PublicIp: '203.0.113.7' } };
    const more = [...desktop(2, [members], {}, publicIp), eni('eni-9', '10.0.1.250', ['sg-a'], publicIp)];
    expect(await judgeRules([tcp(22, anywhere)], more)).toBe('NON_COMPLIANT HIGH');
    const unaddressed = { Association: { IpOwnerId: 'amazon' } };
    expect(await outcome(rule, attached([tcp(22, anywhere)], unaddressed))).toMatchObject({
      'sg-a': 'NON_COMPLIANT HIGH',
    });
  });

  it('lists at most twenty WorkSpaces, and counts all', async () => {
    const fleet = Array.from({ length: 25 }, (_, n) =>
      desktop(n + 10, ['sg-a'], {}, { Association: { PublicIp: `203.0.113.${n}` } }),
    );
    const result = await resultOf(rule, 'sg-a', {
      lines: estate({}, holding('sg-a', tcp(22, anywhere)), ...fleet.flat()),
    });
    const listed = new Set(JSON.stringify(result).match(/ws-\d+/g));
    expect(listed.size).toBe(20);
    expect(JSON.stringify(result)).toContain('25');
  });

  it('names the groups that were not read', async () => {
    const lines = estate({ members: null, controllers: null }, ...desktop(1, [members, 'sg-a']));
    const found = await outcome(rule, lines, { coverage: denied(readGroups) });
    expect(found).toMatchObject({
      [members]: `INSUFFICIENT_DATA ${readGroups}`,
      'sg-a': `INSUFFICIENT_DATA ${readGroups}`,
    });
  });

  it('judges the custom group when interfaces or WorkSpaces were not read', async () => {
    const lines = estate({ directory: withCustom }, holding(custom, tcp(22, anywhere)), workspace(1));
    expect(await outcome(rule, lines, { coverage: denied(readInterfaces) })).toMatchObject({
      [custom]: 'NON_COMPLIANT HIGH',
    });
    expect(await outcome(rule, lines, { coverage: denied(readInterfaces) })).not.toMatchObject({
      [members]: 'COMPLIANT',
    });
    expect(await outcome(rule, [], { coverage: denied(readDirectories, readWorkspaces) })).toMatchObject({
      '111122223333': expect.stringContaining('INSUFFICIENT_DATA'),
    });
  });

  it('cannot say whether a members group that opens SSH is attached when interfaces were not read', async () => {
    const lines = estate({ members: { IpPermissions: [tcp(22, anywhere)] } }, workspace(1));
    expect(await outcome(rule, lines, { coverage: denied(readInterfaces) })).toMatchObject({
      [members]: `INSUFFICIENT_DATA ${readInterfaces}`,
    });
  });

  it('judges a group that two directories share once', async () => {
    const second = directory({ DirectoryId: 'd-9067222222', WorkspaceSecurityGroupId: 'sg-b', ...withCustom });
    const lines = estate({ directory: withCustom }, second, holding(custom, tcp(3389, anywhere)));
    expect(await outcome(rule, lines)).toMatchObject({ [custom]: 'NON_COMPLIANT HIGH' });
  });
});

describe('sg-ssh-rule-in-separate-group', () => {
  const rule = 'sg-ssh-rule-in-separate-group';
  const onDesktop = (ingress: object[], over: Members = {}, ...more: Line[]) =>
    estate({}, holding('sg-a', ...ingress), ...desktop(1, [members, 'sg-a'], over), ...more);
  const system = (OperatingSystemName: string | undefined) => ({ WorkspaceProperties: { OperatingSystemName } });
  const quiet = { [members]: 'NOT_APPLICABLE', [controllers]: 'NOT_APPLICABLE' };

  it('accepts a group of its own on Linux', async () => {
    expect(await outcome(rule, onDesktop([tcp(22, office)]))).toEqual({ ...quiet, 'sg-a': 'COMPLIANT' });
    expect(await outcome(rule, onDesktop([tcp(443, office)]))).toEqual({ ...quiet, 'sg-a': 'NOT_APPLICABLE' });
  });

  it.each([
    ['SSH from a range', [tcp(22, office)]],
    ['SSH from everywhere', [tcp(22, anywhere)]],
    ['ports around SSH', [allow('tcp', 20, 23, office)]],
    ['everything', [allowAll('10.0.0.0/8')]],
    ['SSH from another group', [tcp(22, 'sg-x')]],
    ['SSH from a prefix list', [tcp(22, 'pl-x')]],
    ['SSH from itself and from a range', [tcp(22, members, controllers, office)]],
  ])('reports %s in either managed group', async (_, IpPermissions) => {
    expect(await outcome(rule, estate({ members: { IpPermissions } }))).toEqual({
      [members]: 'NON_COMPLIANT MEDIUM',
      [controllers]: 'NOT_APPLICABLE',
    });
    expect(await outcome(rule, estate({ controllers: { IpPermissions } }))).toEqual({
      [members]: 'NOT_APPLICABLE',
      [controllers]: 'NON_COMPLIANT MEDIUM',
    });
    const service = adConnector();
    expect(await outcome(rule, estate({ service, controllers: { IpPermissions } }))).toMatchObject({
      [controllers]: 'NON_COMPLIANT MEDIUM',
    });
  });

  it('does not count what a managed group admits from itself', async () => {
    expect(await outcome(rule, estate({ members: { IpPermissions: [allowAll(members), tcp(22, members)] } }))).toEqual(
      quiet,
    );
    expect(await outcome(rule, estate({ members: { IpPermissions: [udp(22, anywhere), tcp(23, anywhere)] } }))).toEqual(
      quiet,
    );
  });

  it('says where the rule is and what it is', async () => {
    const result = await resultOf(rule, members, { lines: estate({ members: { IpPermissions: [tcp(22, office)] } }) });
    expect(result).toMatchObject({ status: 'NON_COMPLIANT', severity: 'MEDIUM', missing: [] });
    expect(result.controls).toEqual(['CM-7', 'SC-7', 'CM-3']);
    expect(JSON.stringify(result)).toContain('tcp 22 198.51.100.0/24');
  });

  it.each([
    ['only SSH', [tcp(22, office)], 'NON_COMPLIANT LOW'],
    ['SSH from two ranges', [tcp(22, office), tcp(22, vpcCidr)], 'NON_COMPLIANT LOW'],
    ['SSH and HTTPS', [tcp(22, office), tcp(443, office)], 'COMPLIANT'],
    ['SSH and SSH over UDP', [tcp(22, office), udp(22, office)], 'COMPLIANT'],
    ['a range of ports around SSH', [allow('tcp', 21, 22, office)], 'COMPLIANT'],
    ['everything', [allowAll(office)], 'COMPLIANT'],
    ['no SSH', [tcp(3389, office)], 'NOT_APPLICABLE'],
  ])('judges a group on a Windows WorkSpace with %s', async (_, ingress, verdict) => {
    expect(await outcome(rule, onDesktop(ingress, onWindows))).toEqual({ ...quiet, 'sg-a': verdict });
  });

  it.each([
    ['WINDOWS_10', 'NON_COMPLIANT LOW'],
    ['WINDOWS_11', 'NON_COMPLIANT LOW'],
    ['WINDOWS_SERVER_2025', 'NON_COMPLIANT LOW'],
    ['AMAZON_LINUX_2', 'COMPLIANT'],
    ['RHEL_8', 'COMPLIANT'],
    ['ROCKY_8', 'COMPLIANT'],
    ['UNKNOWN', 'INSUFFICIENT_DATA'],
    [undefined, 'INSUFFICIENT_DATA'],
  ])('judges an SSH group on a WorkSpace with %s as %s', async (name, verdict) => {
    expect(await outcome(rule, onDesktop([tcp(22, office)], system(name)))).toEqual({ ...quiet, 'sg-a': verdict });
  });

  it('needs no operating system where it does not matter', async () => {
    expect(await outcome(rule, onDesktop([tcp(22, office), tcp(443, office)], system(undefined)))).toMatchObject({
      'sg-a': 'COMPLIANT',
    });
    const inMembers = estate(
      { members: { IpPermissions: [tcp(22, office)] } },
      ...desktop(1, [members], system('UNKNOWN')),
    );
    expect(await outcome(rule, inMembers)).toMatchObject({ [members]: 'NON_COMPLIANT MEDIUM' });
    const mixed = onDesktop([tcp(22, office)], system(undefined), ...desktop(2, ['sg-a'], onWindows));
    expect(await outcome(rule, mixed)).toMatchObject({ 'sg-a': 'NON_COMPLIANT LOW' });
  });

  it('leaves out WorkSpaces that are going', async () => {
    const lines = onDesktop([tcp(22, office)], {}, ...desktop(2, ['sg-a'], { ...onWindows, State: 'TERMINATING' }));
    expect(await outcome(rule, lines)).toMatchObject({ 'sg-a': 'COMPLIANT' });
  });

  it('judges no group that is on no WorkSpace', async () => {
    const lines = estate({ directory: withCustom }, holding(custom, tcp(22, office)));
    expect(await outcome(rule, lines)).toEqual({ ...quiet, [custom]: 'NOT_APPLICABLE' });
  });

  it('names the reads that are missing', async () => {
    const unread = estate({ members: null, controllers: null }, ...desktop(1, [members, 'sg-a']));
    expect(await outcome(rule, unread, { coverage: denied(readGroups) })).toEqual({
      [members]: `INSUFFICIENT_DATA ${readGroups}`,
      [controllers]: `INSUFFICIENT_DATA ${readGroups}`,
      'sg-a': `INSUFFICIENT_DATA ${readGroups}`,
    });
    const partly = onDesktop([tcp(22, office)]);
    expect(await outcome(rule, partly, { coverage: partial(readInterfaces) })).toMatchObject({
      'sg-a': `INSUFFICIENT_DATA ${readInterfaces}`,
    });
    expect(await outcome(rule, partly, { coverage: partial(readWorkspaces) })).toMatchObject({
      'sg-a': `INSUFFICIENT_DATA ${readWorkspaces}`,
    });
    expect(
      await outcome(rule, estate({ members: { IpPermissions: [tcp(22, office)] } }), {
        coverage: denied(readInterfaces, readWorkspaces),
      }),
    ).toMatchObject({
      [members]: 'NON_COMPLIANT MEDIUM',
    });
    expect(await outcome(rule, [], { coverage: denied(readDirectories) })).toMatchObject({
      '111122223333': expect.stringContaining('INSUFFICIENT_DATA'),
    });
  });
});
