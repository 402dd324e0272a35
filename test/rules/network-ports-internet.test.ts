import { describe, expect, it } from 'vitest';
import type { Case, Line } from './harness.ts';
import {
  allow,
  allowAll,
  anywhere,
  anywhere6,
  custom,
  denied,
  desktop,
  directory,
  directoryId,
  estate,
  group,
  type Members,
  members,
  outcome,
  partial,
  resultOf,
  tcp,
  vpc,
  vpcCidr,
  withCustom,
  workspace,
} from './security-groups-builders.ts';

const readGroups = 'ec2:DescribeSecurityGroups';
const readInterfaces = 'ec2:DescribeNetworkInterfaces';
const readLists = 'ec2:GetManagedPrefixListEntries';
const readWorkspaces = 'workspaces:DescribeWorkspaces';
const readVpcs = 'ec2:DescribeVpcs';
const readDirectories = 'workspaces:DescribeWorkspaceDirectories';

const web = [tcp(80, anywhere), tcp(443, anywhere)];
const prefixList = (PrefixListId: string, ...cidrs: string[]): Line => ({
  type: 'ManagedPrefixListEntries',
  resource: { PrefixListId, Entries: cidrs.map((Cidr) => ({ Cidr })) },
});

describe('internet-egress-security-group', () => {
  const rule = 'internet-egress-security-group';
  /** The directory's verdict when its members group has this egress. */
  const judgeEgress = async (
    IpPermissionsEgress: object[] | undefined,
    lines: readonly Line[] = [],
    rest: Omit<Case, 'lines'> = {},
  ) => (await outcome(rule, estate({ members: { IpPermissionsEgress } }, ...lines), rest))[directoryId];

  it.each([
    ['all traffic', [allowAll(anywhere)]],
    ['the two ports', web],
    ['a range around them', [allow('tcp', 1, 1000, anywhere)]],
    ['two halves of IPv4', [tcp(80, '0.0.0.0/1'), tcp(80, '128.0.0.0/1'), tcp(443, anywhere)]],
    ['ports that meet', [allow('tcp', 0, 80, anywhere), allow('tcp', 81, 443, anywhere)]],
  ])('accepts %s to everywhere', async (_, egress) => {
    expect(await judgeEgress(egress, desktop(1, [members]))).toBe('COMPLIANT');
  });

  it.each([
    ['nothing', []],
    ['HTTPS only', [tcp(443, anywhere)]],
    ['HTTP only', [tcp(80, anywhere)]],
    ['IPv6 only', [allowAll(anywhere6)]],
    ['half of IPv4', [allowAll('0.0.0.0/1')]],
    ['UDP only', [allow('udp', 0, 65535, anywhere)]],
    ['the VPC only', [allowAll(vpcCidr)]],
    ['other groups only', [allowAll(members)]],
  ])('reports %s', async (_, egress) => {
    expect(await judgeEgress(egress, desktop(1, [members]))).toBe('NON_COMPLIANT MEDIUM');
  });

  it('takes the groups of an interface together', async () => {
    const lines = estate(
      { members: { IpPermissionsEgress: [tcp(80, anywhere)] } },
      group(custom, { IpPermissionsEgress: [tcp(443, anywhere)] }),
    );
    expect(await outcome(rule, [...lines, ...desktop(1, [members, custom])])).toEqual({ [directoryId]: 'COMPLIANT' });
    expect(await outcome(rule, [...lines, ...desktop(1, [members])])).toEqual({
      [directoryId]: 'NON_COMPLIANT MEDIUM',
    });
  });

  it('counts prefix list entries', async () => {
    const egress = [tcp(80, 'pl-a', '128.0.0.0/1'), tcp(443, anywhere)];
    expect(await judgeEgress(egress, [prefixList('pl-a', '0.0.0.0/2', '64.0.0.0/2')])).toBe('COMPLIANT');
    expect(await judgeEgress(egress, [prefixList('pl-a', '0.0.0.0/2')])).toBe('NON_COMPLIANT MEDIUM');
    expect(await judgeEgress(egress, [], { coverage: denied(readLists) })).toBe(`INSUFFICIENT_DATA ${readLists}`);
    expect(await judgeEgress(egress)).toBe('INSUFFICIENT_DATA');
  });

  it('does not wait for a prefix list that cannot change the answer', async () => {
    const coverage = denied(readLists);
    expect(await judgeEgress([...web, tcp(22, 'pl-a')], [], { coverage })).toBe('COMPLIANT');
    expect(await judgeEgress([tcp(443, anywhere), tcp(22, 'pl-a')], [], { coverage })).toBe('NON_COMPLIANT MEDIUM');
  });

  it('names the groups, and who carries them', async () => {
    const lines = estate(
      { members: { IpPermissionsEgress: [tcp(443, anywhere)] } },
      group(custom, { IpPermissionsEgress: web }),
      ...desktop(1, [members]),
      ...desktop(2, [members, custom]),
      ...desktop(3, [members]),
    );
    const result = await resultOf(rule, directoryId, { lines });
    expect(result.reason).toBe('TCP 80 is not open to every IPv4 address from sg-0members (ws-1 and 1 more).');
    expect(result.evidence).toEqual({
      'config.internetAccess': 'required',
      'config.proxyCidrs': [],
      'egress.withoutHttpToAnywhere': ['sg-0members (ws-1 and 1 more)'],
      'egress.withoutHttpsToAnywhere': [],
      kind: 'DIRECTORY_SERVICE',
      state: 'REGISTERED',
    });
  });

  it('judges what a new WorkSpace would get while there is none', async () => {
    const lines = (egress: object[]) =>
      estate(
        { directory: withCustom, members: { IpPermissionsEgress: [] } },
        group(custom, { IpPermissionsEgress: egress }),
      );
    expect(await outcome(rule, lines(web))).toEqual({ [directoryId]: 'COMPLIANT' });
    expect((await resultOf(rule, directoryId, { lines: lines([tcp(80, anywhere)]) })).reason).toBe(
      'TCP 443 is not open to every IPv4 address from sg-0custom + sg-0members (new WorkSpaces).',
    );
    // Those on their way out, and one that has no interface yet, count as none.
    const others = [workspace(1, { State: 'TERMINATED' }), workspace(2, { State: 'PENDING', IpAddress: undefined })];
    expect(await outcome(rule, [...lines(web), ...others])).toEqual({ [directoryId]: 'COMPLIANT' });
    expect(await outcome(rule, [...lines([]), ...others])).toEqual({ [directoryId]: 'NON_COMPLIANT MEDIUM' });
    expect(await outcome(rule, lines(web), { coverage: denied(readInterfaces) })).toEqual({
      [directoryId]: 'COMPLIANT',
    });
  });

  it('is graded higher where users sign in over the internet', async () => {
    const judgeOf = (over: Members) =>
      outcome(
        rule,
        estate({ directory: { DirectoryId: 'wsd-1', ...over }, service: null, members: { IpPermissionsEgress: [] } }),
      );
    expect(await judgeOf({ MicrosoftEntraConfig: { TenantId: 't' } })).toEqual({ 'wsd-1': 'NON_COMPLIANT HIGH' });
    expect(await judgeOf({ UserIdentityType: 'CUSTOMER_MANAGED' })).toEqual({ 'wsd-1': 'NON_COMPLIANT HIGH' });
    expect(await judgeOf({ UserIdentityType: 'AWS_IAM_IDENTITY_CENTER' })).toEqual({ 'wsd-1': 'NON_COMPLIANT MEDIUM' });
  });

  it('does not apply to isolated fleets, behind proxies, to Pools and to directories that leave', async () => {
    const judgeWith = async (rest: Omit<Case, 'lines'>, over: Members = {}) =>
      (await outcome(rule, estate({ directory: over, members: { IpPermissionsEgress: [] } }), rest))[directoryId];
    expect(await judgeWith({ parameters: { internetAccess: 'none' } })).toBe('NOT_APPLICABLE');
    expect(await judgeWith({ parameters: { proxyCidrs: ['10.0.0.8/32'] } })).toBe('NOT_APPLICABLE');
    expect(await judgeWith({}, { WorkspaceType: 'POOLS' })).toBe('NOT_APPLICABLE');
    expect(await judgeWith({}, { State: 'DEREGISTERING' })).toBe('NOT_APPLICABLE');
    expect(await judgeWith({}, { State: 'MOVING' })).toBe('INSUFFICIENT_DATA');
  });

  it('says what could not be read', async () => {
    const fleet = estate({}, ...desktop(1, [members]));
    const judgeWithout = async (...operations: string[]) =>
      (await outcome(rule, fleet, { coverage: partial(...operations) }))[directoryId];
    expect(await judgeWithout(readInterfaces)).toBe(`INSUFFICIENT_DATA ${readInterfaces}`);
    expect(await judgeWithout(readWorkspaces)).toBe(`INSUFFICIENT_DATA ${readWorkspaces}`);
    expect(await outcome(rule, [directory(), ...desktop(1, [members])], { coverage: denied(readGroups) })).toEqual({
      [directoryId]: `INSUFFICIENT_DATA ${readGroups}`,
    });
    expect(await outcome(rule, [], { coverage: denied(readDirectories) })).toEqual({
      '111122223333': `INSUFFICIENT_DATA ${readDirectories}`,
    });
  });

  it('tells what is closed in what it saw, whatever else there is', async () => {
    const fleet = estate({ members: { IpPermissionsEgress: [] } }, ...desktop(1, [members]));
    expect(await outcome(rule, fleet, { coverage: partial(readInterfaces, readWorkspaces) })).toEqual({
      [directoryId]: 'NON_COMPLIANT MEDIUM',
    });
  });

  it('does not guess at absent members', async () => {
    expect(await judgeEgress(undefined)).toBe('INSUFFICIENT_DATA');
    expect(await outcome(rule, estate({ directory: { WorkspaceSecurityGroupId: undefined } }))).toEqual({
      [directoryId]: 'INSUFFICIENT_DATA',
    });
    expect(await outcome(rule, estate({}, ...desktop(1, [members], {}, { Groups: undefined })))).toEqual({
      [directoryId]: 'INSUFFICIENT_DATA',
    });
    // A group of another account's VPC is on the interface, but cannot be described.
    expect(
      await outcome(rule, estate({ members: { IpPermissionsEgress: [] } }, ...desktop(1, [members, 'sg-shared']))),
    ).toEqual({ [directoryId]: 'INSUFFICIENT_DATA' });
  });
});

describe('internet-ports-inbound-from-vpc', () => {
  const rule = 'internet-ports-inbound-from-vpc';
  const strict = { parameters: { strictPrimaryPorts: true } };
  const judgeIngress = async (
    IpPermissions: object[] | undefined,
    lines: readonly Line[] = [],
    rest: Omit<Case, 'lines'> = strict,
  ) =>
    (await outcome(rule, estate({ members: { IpPermissions } }, ...desktop(1, [members]), ...lines), rest))[
      directoryId
    ];
  const twoRanges = vpc(undefined, {
    CidrBlockAssociationSet: [
      { CidrBlock: vpcCidr, CidrBlockState: { State: 'associated' } },
      { CidrBlock: '100.64.0.0/16', CidrBlockState: { State: 'associated' } },
      { CidrBlock: '100.65.0.0/16', CidrBlockState: { State: 'disassociated' } },
    ],
  });
  const inTwoRanges = (IpPermissions: object[]) => [
    ...estate({ members: { IpPermissions } }, ...desktop(1, [members])).filter(({ type }) => type !== 'Vpc'),
    twoRanges,
  ];

  it('accepts the two ports from the VPC, and reports what is missing', async () => {
    expect(await judgeIngress([tcp(80, vpcCidr), tcp(443, vpcCidr)])).toBe('COMPLIANT');
    expect(await judgeIngress([tcp(80, '10.0.0.0/17', '10.0.128.0/17'), tcp(443, '10.0.0.0/8')])).toBe('COMPLIANT');
    expect(await judgeIngress([tcp(443, vpcCidr)])).toBe('NON_COMPLIANT INFORMATIONAL');
    expect(await judgeIngress([tcp(80, '10.0.0.0/17'), tcp(443, vpcCidr)])).toBe('NON_COMPLIANT INFORMATIONAL');
    expect(await judgeIngress([allowAll(members)])).toBe('NON_COMPLIANT INFORMATIONAL');
    expect(await judgeIngress([])).toBe('NON_COMPLIANT INFORMATIONAL');
  });

  it('asks for every range that the VPC has today', async () => {
    expect(await outcome(rule, inTwoRanges([allowAll(vpcCidr)]), strict)).toEqual({
      [directoryId]: 'NON_COMPLIANT INFORMATIONAL',
    });
    expect(await outcome(rule, inTwoRanges([allowAll(vpcCidr, '100.64.0.0/16')]), strict)).toEqual({
      [directoryId]: 'COMPLIANT',
    });
  });

  it('asks nothing of IPv6', async () => {
    const ipv6 = { Ipv6CidrBlockAssociationSet: [{ Ipv6CidrBlock: '2600:1f18::/56' }] };
    const lines = inTwoRanges([allowAll(vpcCidr)]).filter(({ type }) => type !== 'Vpc');
    expect(await outcome(rule, [...lines, vpc(undefined, ipv6)], strict)).toEqual({ [directoryId]: 'COMPLIANT' });
  });

  it('does not apply unless it is asked for, nor where there is to be no internet access', async () => {
    expect(await judgeIngress([], [], {})).toBe('NOT_APPLICABLE');
    expect(await judgeIngress([], [], { parameters: { strictPrimaryPorts: true, internetAccess: 'none' } })).toBe(
      'NOT_APPLICABLE',
    );
  });

  it('says what could not be read', async () => {
    const lines = estate({}, ...desktop(1, [members]));
    const without = (type: string) => lines.filter((line) => line.type !== type);
    expect(await outcome(rule, without('SecurityGroup'), { ...strict, coverage: denied(readGroups) })).toEqual({
      [directoryId]: `INSUFFICIENT_DATA ${readGroups}`,
    });
    expect(await outcome(rule, without('Vpc'), { ...strict, coverage: denied(readVpcs) })).toEqual({
      [directoryId]: `INSUFFICIENT_DATA ${readVpcs}`,
    });
    expect(await judgeIngress(undefined)).toBe('INSUFFICIENT_DATA');
  });

  it('tells the groups', async () => {
    const lines = estate({}, ...desktop(1, [members]));
    const result = await resultOf(rule, directoryId, { lines, ...strict });
    expect(result.reason).toBe(
      'TCP 80 is not open from the whole VPC to sg-0members (ws-1); TCP 443 is not open from the whole VPC to sg-0members (ws-1).',
    );
  });
});
