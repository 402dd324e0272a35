import { describe, expect, it } from 'vitest';
import type { Line } from './harness.ts';
import {
  adConnector,
  controllers,
  custom,
  denied,
  desktop,
  directory,
  directoryId,
  eni,
  estate,
  group,
  type Members,
  members,
  membersGroup,
  outcome,
  partial,
  resultOf,
  subnets,
  vpc,
  withCustom,
  workspace,
} from './security-groups-builders.ts';

const readInterfaces = 'ec2:DescribeNetworkInterfaces';
const readServices = 'ds:DescribeDirectories';
const readWorkspaces = 'workspaces:DescribeWorkspaces';
const readDirectories = 'workspaces:DescribeWorkspaceDirectories';

describe('sg-members-attached-to-workspace', () => {
  const rule = 'sg-members-attached-to-workspace';
  const one = (over: Members = {}, groups = [custom]) => estate({}, ...desktop(1, groups, over));

  it('wants the members group among those of the primary interface', async () => {
    const lines = estate({}, ...desktop(1, [members, custom]), ...desktop(2, [custom]), ...desktop(3, []));
    expect(await outcome(rule, lines)).toEqual({
      'ws-1': 'COMPLIANT',
      'ws-2': 'NON_COMPLIANT HIGH',
      'ws-3': 'NON_COMPLIANT HIGH',
    });
    const result = await resultOf(rule, 'ws-2', { lines });
    expect(result.reason).toContain(members);
    expect(result).toMatchObject({ missing: [], subject: { type: 'workspace', id: 'ws-2' } });
  });

  it.each([
    ['PENDING', 'NOT_APPLICABLE'],
    ['TERMINATING', 'NOT_APPLICABLE'],
    ['TERMINATED', 'NOT_APPLICABLE'],
    ['ERROR', 'NOT_APPLICABLE'],
    ['STOPPED', 'NON_COMPLIANT HIGH'],
    ['IMPAIRED', 'NON_COMPLIANT HIGH'],
    ['SUSPENDED', 'NON_COMPLIANT HIGH'],
    ['REBUILDING', 'NON_COMPLIANT HIGH'],
    ['ADMIN_MAINTENANCE', 'NON_COMPLIANT HIGH'],
    ['DREAMING', 'INSUFFICIENT_DATA'],
    [undefined, 'INSUFFICIENT_DATA'],
  ])('judges a detached WorkSpace in state %s as %s', async (State, verdict) => {
    expect(await outcome(rule, one({ State }))).toEqual({ 'ws-1': verdict });
  });

  it.each([
    { UserIdentityType: 'CUSTOMER_MANAGED' },
    { UserIdentityType: 'AWS_IAM_IDENTITY_CENTER' },
    { MicrosoftEntraConfig: { TenantId: 't' } },
  ])('judges WorkSpaces of directories that WorkSpaces manages too: %j', async (over) => {
    const DirectoryId = 'wsd-abc12345';
    const lines = estate({ directory: { DirectoryId, ...over }, service: null }, ...desktop(1, [], { DirectoryId }));
    expect(await outcome(rule, lines)).toEqual({ 'ws-1': 'NON_COMPLIANT HIGH' });
  });

  it('does not apply to pools', async () => {
    const lines = estate({ directory: { WorkspaceType: 'POOLS' } }, ...desktop(1, []));
    expect(await outcome(rule, lines)).toEqual({ 'ws-1': 'NOT_APPLICABLE' });
  });

  it('knows the interface by address and subnet', async () => {
    const astray = eni('eni-9', '10.0.1.101', [custom], { SubnetId: 'subnet-0b' });
    expect(await outcome(rule, estate({}, astray, ...desktop(1, [members])))).toEqual({ 'ws-1': 'COMPLIANT' });
    expect(await outcome(rule, estate({}, workspace(1), astray))).toEqual({ 'ws-1': 'INSUFFICIENT_DATA' });
  });

  it('cannot judge a WorkSpace without an interface, an address or a named group', async () => {
    expect(await outcome(rule, estate({}, workspace(1)))).toEqual({ 'ws-1': 'INSUFFICIENT_DATA' });
    expect(await outcome(rule, one({ IpAddress: undefined }))).toEqual({ 'ws-1': 'INSUFFICIENT_DATA' });
    expect(await outcome(rule, one({ SubnetId: undefined }))).toEqual({ 'ws-1': 'INSUFFICIENT_DATA' });
    const unnamed = estate({ directory: { WorkspaceSecurityGroupId: undefined } }, ...desktop(1, [custom]));
    expect(await outcome(rule, unnamed)).toEqual({ 'ws-1': 'INSUFFICIENT_DATA' });
    const groupless = estate({}, ...desktop(1, [], {}, { Groups: undefined }));
    expect(await outcome(rule, groupless)).toEqual({ 'ws-1': 'INSUFFICIENT_DATA' });
  });

  it('names the reads that were denied, and uses what was read in part', async () => {
    expect(await outcome(rule, estate({}, workspace(1)), { coverage: denied(readInterfaces) })).toEqual({
      'ws-1': `INSUFFICIENT_DATA ${readInterfaces}`,
    });
    expect(await outcome(rule, estate({}, workspace(1)), { coverage: partial(readInterfaces) })).toEqual({
      'ws-1': `INSUFFICIENT_DATA ${readInterfaces}`,
    });
    expect(await outcome(rule, one(), { coverage: partial(readInterfaces) })).toEqual({ 'ws-1': 'NON_COMPLIANT HIGH' });
    expect(
      await outcome(rule, estate({ directory: null }, ...desktop(1, [])), { coverage: denied(readDirectories) }),
    ).toEqual({
      'ws-1': `INSUFFICIENT_DATA ${readDirectories}`,
    });
    expect(await outcome(rule, estate(), { coverage: denied(readWorkspaces) })).toEqual({
      '111122223333': `INSUFFICIENT_DATA ${readWorkspaces}`,
    });
  });

  it('needs no security group to be read', async () => {
    const lines = estate({ members: null, controllers: null }, ...desktop(1, [members]));
    expect(await outcome(rule, lines, { coverage: denied('ec2:DescribeSecurityGroups') })).toEqual({
      'ws-1': 'COMPLIANT',
    });
  });
});

describe('sg-controllers-attached-to-directory-eni', () => {
  const rule = 'sg-controllers-attached-to-directory-eni';
  const described = (groups: readonly string[], over: Members = {}) =>
    eni('eni-dc1', '10.0.1.30', groups, {
      Description: `AWS created network interface for directory ${directoryId}`,
      ...over,
    });
  const at = (address: string, groups: readonly string[], over: Members = {}) =>
    eni(`eni-${address}`, address, groups, { Description: '', ...over });

  it('accepts interfaces that all carry the group', async () => {
    const lines = estate({}, described([controllers, custom]), at('10.0.1.10', [controllers]));
    expect(await outcome(rule, lines)).toEqual({ [directoryId]: 'COMPLIANT' });
  });

  it.each<[string, Line]>([
    ['described for the directory', described([custom])],
    ['at a DNS address of the directory', at('10.0.2.10', [])],
  ])('reports one interface without it that is %s', async (_, broken) => {
    const lines = estate({}, at('10.0.1.10', [controllers]), broken);
    const result = await resultOf(rule, directoryId, { lines });
    expect(result).toMatchObject({ status: 'NON_COMPLIANT', severity: 'HIGH', missing: [] });
    expect(result.reason).toMatch(/eni-/);
  });

  it('finds the interfaces of a connector by its own addresses, never at the DNS servers of the customer', async () => {
    const service = adConnector();
    const good = at('10.0.1.20', [controllers]);
    expect(await outcome(rule, estate({ service }, good, at('10.0.9.53', [])))).toEqual({ [directoryId]: 'COMPLIANT' });
    expect(await outcome(rule, estate({ service }, good, at('10.0.2.20', [])))).toEqual({
      [directoryId]: 'NON_COMPLIANT HIGH',
    });
    expect(await outcome(rule, estate({ service }, at('10.0.9.53', [controllers])))).toEqual({
      [directoryId]: 'INSUFFICIENT_DATA',
    });
  });

  it('judges a Simple AD as a Microsoft AD', async () => {
    const service = { Type: 'SimpleAD' };
    expect(await outcome(rule, estate({ service }, at('10.0.1.10', [members])))).toEqual({
      [directoryId]: 'NON_COMPLIANT HIGH',
    });
  });

  it.each([
    ['address', at('10.0.2.10', [], { VpcId: 'vpc-0other' })],
    ['description', described([], { VpcId: 'vpc-0other' })],
  ])('leaves out interfaces of other VPCs with the same %s', async (_, elsewhere) => {
    expect(await outcome(rule, estate({}, at('10.0.1.10', [controllers]), elsewhere))).toEqual({
      [directoryId]: 'COMPLIANT',
    });
    expect(await outcome(rule, estate({}, elsewhere))).toEqual({ [directoryId]: 'INSUFFICIENT_DATA' });
  });

  it('has nothing to judge without interfaces, and names a read that failed', async () => {
    expect(await outcome(rule, estate())).toEqual({ [directoryId]: 'INSUFFICIENT_DATA' });
    expect(await outcome(rule, estate({}, ...desktop(1, [members])))).toEqual({ [directoryId]: 'INSUFFICIENT_DATA' });
    expect(await outcome(rule, estate(), { coverage: denied(readInterfaces) })).toEqual({
      [directoryId]: `INSUFFICIENT_DATA ${readInterfaces}`,
    });
  });

  it('cannot accept all interfaces when some were not read, but reports the one it saw', async () => {
    const rest = { coverage: partial(readInterfaces) };
    expect(await outcome(rule, estate({}, at('10.0.1.10', [controllers])), rest)).toEqual({
      [directoryId]: `INSUFFICIENT_DATA ${readInterfaces}`,
    });
    expect(await outcome(rule, estate({}, at('10.0.1.10', [])), rest)).toEqual({ [directoryId]: 'NON_COMPLIANT HIGH' });
  });

  it('depends on what Directory Service says of the directory', async () => {
    const lines = estate({ service: null }, at('10.0.1.10', []));
    expect(await outcome(rule, lines)).toEqual({ [directoryId]: 'INSUFFICIENT_DATA' });
    expect(await outcome(rule, lines, { coverage: denied(readServices) })).toEqual({
      [directoryId]: `INSUFFICIENT_DATA ${readServices}`,
    });
    expect(await outcome(rule, estate({ service: { Type: 'QuantumAD' } }, at('10.0.1.10', [])))).toEqual({
      [directoryId]: 'INSUFFICIENT_DATA',
    });
  });

  it('does not apply where this account has no controllers', async () => {
    const shared = { Type: 'SharedMicrosoftAD', VpcSettings: undefined };
    expect(await outcome(rule, estate({ service: shared }, described([])))).toEqual({
      [directoryId]: 'NOT_APPLICABLE',
    });
    expect(await outcome(rule, estate({ directory: { State: 'DEREGISTERED' } }, described([])))).toEqual({
      [directoryId]: 'NOT_APPLICABLE',
    });
    const managed = [directory({ DirectoryId: 'wsd-abc12345', UserIdentityType: 'AWS_IAM_IDENTITY_CENTER' })];
    expect(await outcome(rule, managed, { coverage: denied(readServices, readInterfaces) })).toEqual({
      'wsd-abc12345': 'NOT_APPLICABLE',
    });
  });
});

describe('sg-controllers-not-on-workspaces', () => {
  const rule = 'sg-controllers-not-on-workspaces';
  const using = (CustomSecurityGroupId: string) => ({ WorkspaceCreationProperties: { CustomSecurityGroupId } });

  it('accepts a separate group, on the directory and on its WorkSpaces', async () => {
    const lines = estate({ directory: withCustom }, group(custom), ...desktop(1, [members, custom]));
    expect(await outcome(rule, lines)).toEqual({ [directoryId]: 'COMPLIANT' });
    expect(await outcome(rule, estate({}, ...desktop(1, [members])))).toEqual({ [directoryId]: 'COMPLIANT' });
    expect(await outcome(rule, estate({ directory: withCustom }))).toEqual({ [directoryId]: 'COMPLIANT' });
  });

  it.each([members, controllers])('reports %s as the custom group', async (id) => {
    const result = await resultOf(rule, directoryId, { lines: estate({ directory: using(id) }) });
    expect(result).toMatchObject({ status: 'NON_COMPLIANT', severity: 'MEDIUM', missing: [] });
    expect(result.reason).toContain(id);
  });

  it('reports the controllers group on one WorkSpace', async () => {
    const lines = estate({}, ...desktop(1, [members]), ...desktop(2, [members, controllers]));
    const result = await resultOf(rule, directoryId, { lines });
    expect(result).toMatchObject({ status: 'NON_COMPLIANT', severity: 'MEDIUM' });
    expect(JSON.stringify(result)).toContain('ws-2');
    const service = adConnector();
    expect(await outcome(rule, estate({ service }, ...desktop(1, [controllers])))).toEqual({
      [directoryId]: 'NON_COMPLIANT MEDIUM',
    });
  });

  it('does not apply without a custom group and without WorkSpaces', async () => {
    expect(await outcome(rule, estate())).toEqual({ [directoryId]: 'NOT_APPLICABLE' });
    const leaving = estate({}, ...desktop(1, [controllers], { State: 'TERMINATING' }));
    expect(await outcome(rule, leaving)).toEqual({ [directoryId]: 'NOT_APPLICABLE' });
    expect(await outcome(rule, estate(), { coverage: denied(readWorkspaces) })).toEqual({
      [directoryId]: `INSUFFICIENT_DATA ${readWorkspaces}`,
    });
    expect(await outcome(rule, estate({ directory: { State: 'DEREGISTERING', ...using(members) } }))).toEqual({
      [directoryId]: 'NOT_APPLICABLE',
    });
  });

  it('compares with the groups that it knows when others were not read', async () => {
    const rest = { coverage: denied(readServices) };
    expect(await outcome(rule, estate({ service: null, directory: using(custom) }), rest)).toEqual({
      [directoryId]: `INSUFFICIENT_DATA ${readServices}`,
    });
    expect(await outcome(rule, estate({ service: null, directory: using(members) }), rest)).toEqual({
      [directoryId]: 'NON_COMPLIANT MEDIUM',
    });
    const blind = { coverage: denied(readInterfaces, readWorkspaces) };
    expect(await outcome(rule, estate({ directory: using(controllers) }), blind)).toEqual({
      [directoryId]: 'NON_COMPLIANT MEDIUM',
    });
    expect(await outcome(rule, estate({}, workspace(1)), { coverage: denied(readInterfaces) })).toEqual({
      [directoryId]: `INSUFFICIENT_DATA ${readInterfaces}`,
    });
    const unnamed = { directory: { ...using(custom), WorkspaceSecurityGroupId: undefined } };
    expect(await outcome(rule, estate(unnamed))).toEqual({ [directoryId]: 'INSUFFICIENT_DATA' });
  });

  it('has no controllers group to confuse with where none exists, and cannot know while groups were not read', async () => {
    const nameless = { service: { VpcSettings: { VpcId: 'vpc-0main' } }, controllers: null, directory: using(custom) };
    expect(await outcome(rule, estate(nameless))).toEqual({ [directoryId]: 'COMPLIANT' });
    expect(await outcome(rule, estate(nameless), { coverage: partial('ec2:DescribeSecurityGroups') })).toEqual({
      [directoryId]: 'INSUFFICIENT_DATA ec2:DescribeSecurityGroups',
    });
  });

  it('asks nothing of Directory Service for a directory that WorkSpaces manages', async () => {
    const lines = [
      directory({ DirectoryId: 'wsd-abc12345', UserIdentityType: 'CUSTOMER_MANAGED', ...using(custom) }),
      membersGroup(),
      vpc(),
      ...subnets(),
    ];
    expect(await outcome(rule, lines, { coverage: denied(readServices) })).toEqual({ 'wsd-abc12345': 'COMPLIANT' });
  });
});
