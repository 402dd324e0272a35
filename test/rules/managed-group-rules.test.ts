import { describe, expect, it } from 'vitest';
import {
  adConnector,
  allow,
  allowAll,
  anywhere,
  anywhere6,
  controllers,
  controllersGroup,
  custom,
  denied,
  directory,
  directoryService,
  estate,
  group,
  managedAdIngress,
  members,
  membersGroup,
  office,
  outcome,
  resultOf,
  simpleAdIngress,
  subnets,
  tcp,
  udp,
  vpc,
  vpcCidr,
  withCustom,
} from './security-groups-builders.ts';

const readGroups = 'ec2:DescribeSecurityGroups';
const readDirectories = 'workspaces:DescribeWorkspaceDirectories';
const readServices = 'ds:DescribeDirectories';

describe('sg-members-default-rules', () => {
  const rule = 'sg-members-default-rules';
  const egress = [allowAll(anywhere)];
  const judgeMembers = async (IpPermissions: object[], IpPermissionsEgress: object[] = egress) =>
    (await outcome(rule, estate({ members: { IpPermissions, IpPermissionsEgress } })))[members];

  it('accepts the rules of a new group, and judges no other group', async () => {
    expect(await outcome(rule, estate({ directory: withCustom }, group(custom)))).toEqual({
      [members]: 'COMPLIANT',
      [controllers]: 'NOT_APPLICABLE',
      [custom]: 'NOT_APPLICABLE',
    });
  });

  it.each([
    ['from a private range', [tcp(22, '10.0.0.0/8')], 'MEDIUM'],
    ['from a public range', [tcp(22, office)], 'MEDIUM'],
    ['from the group itself', [allowAll(members)], 'MEDIUM'],
    ['from another group', [tcp(443, 'sg-x')], 'MEDIUM'],
    ['from a prefix list', [tcp(443, 'pl-x')], 'MEDIUM'],
    ['from every IPv4 address', [tcp(22, anywhere)], 'HIGH'],
    ['from every IPv6 address', [tcp(22, anywhere6)], 'HIGH'],
    ['for HTTPS from every address', [tcp(443, anywhere)], 'HIGH'],
    ['for HTTPS from the VPC and SSH from everywhere', [tcp(443, vpcCidr), tcp(22, anywhere)], 'HIGH'],
    ['for HTTPS from the VPC', [tcp(443, vpcCidr)], 'LOW'],
    ['for HTTP and HTTPS from the VPC', [tcp(80, vpcCidr), tcp(443, vpcCidr)], 'LOW'],
    ['for HTTPS from the VPC and SSH from a range', [tcp(443, vpcCidr), tcp(22, '10.0.0.0/8')], 'MEDIUM'],
    ['for all ports between HTTP and HTTPS', [allow('tcp', 80, 443, vpcCidr)], 'MEDIUM'],
    ['for UDP 443 from the VPC', [udp(443, vpcCidr)], 'MEDIUM'],
    ['for everything from the VPC', [allowAll(vpcCidr)], 'MEDIUM'],
    ['for HTTPS from more than the VPC', [tcp(443, '10.0.0.0/15')], 'MEDIUM'],
    ['for HTTPS from the VPC and from elsewhere', [tcp(443, vpcCidr, office)], 'MEDIUM'],
  ])('reports ingress %s', async (_, ingress, severity) => {
    expect(await judgeMembers(ingress)).toBe(`NON_COMPLIANT ${severity}`);
  });

  it('counts each associated range of the VPC', async () => {
    const associated = (State: string) => ({
      CidrBlockAssociationSet: [
        { CidrBlock: vpcCidr, CidrBlockState: { State: 'associated' } },
        { CidrBlock: '100.64.0.0/16', CidrBlockState: { State } },
      ],
    });
    const judgeIn = (State: string) =>
      outcome(rule, [
        directory(),
        directoryService(),
        membersGroup({ IpPermissions: [tcp(443, '100.64.0.0/16')] }),
        controllersGroup(),
        vpc(undefined, associated(State)),
        ...subnets(),
      ]);
    expect(await judgeIn('associated')).toMatchObject({ [members]: 'NON_COMPLIANT LOW' });
    expect(await judgeIn('disassociated')).toMatchObject({ [members]: 'NON_COMPLIANT MEDIUM' });
  });

  it('does not play a change down when the VPC was not read', async () => {
    const lines = [directory(), directoryService(), membersGroup({ IpPermissions: [tcp(443, vpcCidr)] }), ...subnets()];
    expect(await outcome(rule, lines, { coverage: denied('ec2:DescribeVpcs') })).toMatchObject({
      [members]: 'NON_COMPLIANT MEDIUM',
    });
  });

  const tcpAndUdp = (peer: string) => [allow('tcp', 0, 65535, peer), allow('udp', 0, 65535, peer)];
  it.each([
    ['all gone', [], 'NON_COMPLIANT HIGH'],
    ['without ICMP', tcpAndUdp(anywhere), 'NON_COMPLIANT MEDIUM'],
    ['without UDP', [allow('tcp', 0, 65535, anywhere)], 'NON_COMPLIANT HIGH'],
    [
      'without HTTPS',
      [allow('udp', 0, 65535, anywhere), allow('tcp', 0, 442, anywhere), allow('tcp', 444, 65535, anywhere)],
      'NON_COMPLIANT HIGH',
    ],
    [
      'without NTP',
      [allow('tcp', 0, 65535, anywhere), allow('udp', 0, 122, anywhere), allow('udp', 124, 65535, anywhere)],
      'NON_COMPLIANT HIGH',
    ],
    ['HTTPS only', [tcp(443, anywhere)], 'NON_COMPLIANT HIGH'],
    ['to private addresses only, so that the web is lost', [allowAll('10.0.0.0/8')], 'NON_COMPLIANT HIGH'],
    [
      'to private addresses and the web',
      [allowAll('10.0.0.0/8'), tcp(80, anywhere), tcp(443, anywhere)],
      'NON_COMPLIANT MEDIUM',
    ],
    ['all of IPv4, and a port of IPv6', [allowAll(anywhere), tcp(443, anywhere6)], 'NON_COMPLIANT MEDIUM'],
    ['all, and both halves of IPv6', [allowAll(anywhere, '::/1', '8000::/1')], 'COMPLIANT'],
    ['all to both halves of IPv4', [allowAll('0.0.0.0/1', '128.0.0.0/1')], 'COMPLIANT'],
    ['all, and a port of it again', [allowAll(anywhere), tcp(443, office)], 'COMPLIANT'],
    ['all, and all of IPv6', [allowAll(anywhere, anywhere6)], 'COMPLIANT'],
    ['all, and all of IPv6 in a rule of its own', [allowAll(anywhere), allowAll(anywhere6)], 'COMPLIANT'],
  ])('judges egress: %s', async (_, rules, verdict) => {
    expect(await judgeMembers([], rules)).toBe(verdict);
  });

  it('notes that egress was added for IPv6', async () => {
    const note = async (...peers: string[]) =>
      (await resultOf(rule, members, { lines: estate({ members: { IpPermissionsEgress: [allowAll(...peers)] } }) }))
        .evidence.notes;
    expect(await note(anywhere, anywhere6)).toEqual([expect.stringContaining('IPv6')]);
    expect((await note(anywhere)) ?? []).toEqual([]);
  });

  it('says what was added and what was removed', async () => {
    const over = { IpPermissions: [tcp(3389, office)], IpPermissionsEgress: [tcp(443, anywhere)] };
    const result = await resultOf(rule, members, { lines: estate({ members: over }) });
    expect(result).toMatchObject({ status: 'NON_COMPLIANT', severity: 'HIGH', missing: [] });
    expect(JSON.stringify(result)).toContain('tcp 3389 198.51.100.0/24');
    expect(result.reason).not.toBe('');
  });

  it('takes the default rules from the configuration', async () => {
    const parameters = { defaultMembersRules: { ingress: ['tcp 22 10.0.0.0/8'], egress: ['all 0.0.0.0/0'] } };
    const lines = estate({ members: { IpPermissions: [tcp(22, '10.0.0.0/8')] } });
    expect(await outcome(rule, lines, { parameters })).toMatchObject({ [members]: 'COMPLIANT' });
  });

  it('leaves a group with a recorded baseline to the drift rule', async () => {
    const lines = estate({ members: { IpPermissions: [tcp(22, anywhere)] } });
    expect(await outcome(rule, lines, { baseline: { lines: estate() } })).toMatchObject({
      [members]: 'NOT_APPLICABLE',
    });
    expect(await outcome(rule, lines, { baseline: { lines: estate({ members: null }) } })).toMatchObject({
      [members]: 'NON_COMPLIANT HIGH',
    });
  });

  it('cannot judge a group that was not read', async () => {
    const lines = estate({ members: null, controllers: null });
    expect(await outcome(rule, lines, { coverage: denied(readGroups) })).toMatchObject({
      [members]: `INSUFFICIENT_DATA ${readGroups}`,
    });
    const cut = estate({ members: { IpPermissions: undefined, IpPermissionsEgress: undefined } });
    expect(await outcome(rule, cut)).toMatchObject({ [members]: 'INSUFFICIENT_DATA' });
    expect(await outcome(rule, [], { coverage: denied(readDirectories) })).toMatchObject({
      '111122223333': expect.stringContaining(readDirectories),
    });
  });
});

describe('sg-controllers-default-rules', () => {
  const rule = 'sg-controllers-default-rules';
  const judgeControllers = async (IpPermissions: object[], service = {}, over = {}) =>
    (await outcome(rule, estate({ service, controllers: { IpPermissions, ...over } })))[controllers];
  const without = (ingress: ReturnType<typeof allow>[], protocol: string, port: number) =>
    ingress.filter(({ IpProtocol, FromPort }) => IpProtocol !== protocol || FromPort !== port);

  it.each([[vpcCidr], [anywhere], [anywhere6], ['2001:db8::/56'], ['sg-x'], ['pl-x']])(
    'accepts the default ports from %s',
    async (source) => {
      expect(await judgeControllers(managedAdIngress(source))).toBe('COMPLIANT');
      expect(await judgeControllers(simpleAdIngress(source), { Type: 'SimpleAD' })).toBe('COMPLIANT');
    },
  );

  it('judges no other group', async () => {
    expect(await outcome(rule, estate({ directory: withCustom }, group(custom)))).toEqual({
      [members]: 'NOT_APPLICABLE',
      [controllers]: 'COMPLIANT',
      [custom]: 'NOT_APPLICABLE',
    });
  });

  it.each([
    ['tcp', 53],
    ['udp', 53],
    ['tcp', 88],
    ['udp', 88],
    ['tcp', 389],
    ['udp', 389],
    ['tcp', 445],
    ['udp', 445],
    ['tcp', 464],
    ['udp', 464],
    ['tcp', 135],
    ['tcp', 636],
    ['tcp', 1024],
    ['udp', 123],
    ['udp', 138],
  ])('reports a Microsoft AD without %s %i, although the group admits itself', async (protocol, port) => {
    const missing = without(managedAdIngress(), protocol, port);
    expect(missing).toHaveLength(managedAdIngress().length - 1);
    expect(await judgeControllers(missing)).toBe('NON_COMPLIANT HIGH');
  });

  it.each([
    ['tcp', 53],
    ['udp', 53],
    ['tcp', 88],
    ['udp', 88],
    ['udp', 123],
    ['tcp', 135],
    ['udp', 137],
    ['tcp', 139],
    ['tcp', 389],
    ['udp', 389],
    ['tcp', 445],
    ['udp', 445],
    ['tcp', 636],
    ['udp', 636],
    ['tcp', 1024],
  ])('reports a Simple AD without %s %i', async (protocol, port) => {
    const missing = without(simpleAdIngress(), protocol, port);
    expect(missing).toHaveLength(simpleAdIngress().length - 1);
    expect(await judgeControllers(missing, { Type: 'SimpleAD' })).toBe('NON_COMPLIANT HIGH');
  });

  it('holds each type against its own ports', async () => {
    expect(await judgeControllers(managedAdIngress(), { Type: 'SimpleAD' })).toBe('NON_COMPLIANT HIGH');
    expect(await judgeControllers(simpleAdIngress())).toBe('NON_COMPLIANT HIGH');
  });

  it('accepts default ports that several sources add up to', async () => {
    const split = [
      ...without(managedAdIngress(), 'tcp', 1024),
      allow('tcp', 1024, 30000, '10.0.0.0/8'),
      allow('tcp', 30001, 65535, anywhere),
    ];
    expect(await judgeControllers(split)).toBe('COMPLIANT');
    const gap = [...without(managedAdIngress(), 'tcp', 1024), allow('tcp', 1025, 65535, anywhere)];
    expect(await judgeControllers(gap)).toBe('NON_COMPLIANT HIGH');
  });

  it.each([
    ['tcp 22', [tcp(22, anywhere)], 'NON_COMPLIANT MEDIUM'],
    ['tcp 1023–65535', [allow('tcp', 1023, 65535, vpcCidr)], 'NON_COMPLIANT MEDIUM'],
    ['tcp 53–54', [allow('tcp', 53, 54, vpcCidr)], 'NON_COMPLIANT MEDIUM'],
    ['tcp 135–139', [allow('tcp', 135, 139, vpcCidr)], 'NON_COMPLIANT MEDIUM'],
    ['tcp 137–139', [allow('tcp', 137, 139, vpcCidr)], 'COMPLIANT'],
    ['udp 137', [udp(137, vpcCidr)], 'COMPLIANT'],
    ['udp 636', [udp(636, anywhere)], 'COMPLIANT'],
    ['tcp 3268–3269', [allow('tcp', 3268, 3269, anywhere)], 'COMPLIANT'],
    ['tcp 3268–33269', [allow('tcp', 3268, 33269, anywhere)], 'COMPLIANT'],
    ['ICMPv6', [allow('icmpv6', undefined, undefined, anywhere6)], 'COMPLIANT'],
    ['one type of ICMP', [allow('icmp', 8, -1, anywhere)], 'COMPLIANT'],
    ['everything from the VPC', [allowAll(vpcCidr)], 'NON_COMPLIANT MEDIUM'],
    ['everything from another group', [allowAll('sg-x')], 'NON_COMPLIANT MEDIUM'],
    ['tcp 22 from the group itself', [tcp(22, controllers)], 'COMPLIANT'],
    ['GRE', [allow('47', undefined, undefined, vpcCidr)], 'NON_COMPLIANT MEDIUM'],
    ['tcp 22 from a prefix list', [tcp(22, 'pl-x')], 'NON_COMPLIANT MEDIUM'],
  ])('judges the default rules with %s added', async (_, extra, verdict) => {
    expect(await judgeControllers([...managedAdIngress(), ...extra])).toBe(verdict);
  });

  it('weighs a missing port above an added one, and names both', async () => {
    const IpPermissions = [...without(managedAdIngress(), 'udp', 123), tcp(22, office)];
    const result = await resultOf(rule, controllers, { lines: estate({ controllers: { IpPermissions } }) });
    expect(result).toMatchObject({ status: 'NON_COMPLIANT', severity: 'HIGH', missing: [] });
    expect(JSON.stringify(result)).toContain('tcp 22 198.51.100.0/24');
    expect(JSON.stringify(result)).toContain('udp 123');
    expect(result.reason).not.toBe('');
  });

  it.each([
    ['itself', [allowAll(controllers)], false],
    ['nothing', [], false],
    ['everything', [allowAll(anywhere)], false],
    ['one port', [tcp(443, anywhere)], true],
  ])('notes egress other than the usual: to %s', async (_, IpPermissionsEgress, noted) => {
    const result = await resultOf(rule, controllers, { lines: estate({ controllers: { IpPermissionsEgress } }) });
    expect(result.status).toBe('COMPLIANT');
    expect(result.evidence.notes ?? []).toEqual(noted ? [expect.any(String)] : []);
  });

  it('does not apply to a connector, or where a baseline is recorded', async () => {
    const IpPermissions = [tcp(22, anywhere)];
    expect(await judgeControllers(IpPermissions, adConnector())).toBe('NOT_APPLICABLE');
    const lines = estate({ controllers: { IpPermissions } });
    expect(await outcome(rule, lines, { baseline: { lines: estate() } })).toMatchObject({
      [controllers]: 'NOT_APPLICABLE',
    });
    expect(await outcome(rule, lines, { baseline: { lines: estate({ controllers: null }) } })).toMatchObject({
      [controllers]: 'NON_COMPLIANT HIGH',
    });
  });

  it('cannot judge a group or a type that was not read', async () => {
    const unread = estate({ members: null, controllers: null });
    expect(await outcome(rule, unread, { coverage: denied(readGroups) })).toMatchObject({
      [controllers]: `INSUFFICIENT_DATA ${readGroups}`,
    });
    expect(await judgeControllers(managedAdIngress(), { Type: 'QuantumAD' })).toBe('INSUFFICIENT_DATA');
    expect(await judgeControllers([tcp(22, anywhere)], { Type: undefined })).toBe('INSUFFICIENT_DATA');
    expect(await outcome(rule, [], { coverage: denied(readDirectories, readServices) })).toMatchObject({
      '111122223333': expect.stringContaining(readDirectories),
    });
  });

  it('does not take the self-reference of another group for its own', async () => {
    const IpPermissions = [...managedAdIngress(), allowAll(members)];
    expect(await judgeControllers(IpPermissions)).toBe('NON_COMPLIANT MEDIUM');
  });
});
