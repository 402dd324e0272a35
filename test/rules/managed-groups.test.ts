import { describe, expect, it } from 'vitest';
import {
  adConnector,
  controllers,
  controllersGroup,
  custom,
  denied,
  directory,
  directoryId,
  directoryService,
  estate,
  group,
  members,
  membersGroup,
  outcome,
  partial,
  resultOf,
  subnets,
  withCustom,
} from './security-groups-builders.ts';

const readGroups = 'ec2:DescribeSecurityGroups';
const readDirectories = 'workspaces:DescribeWorkspaceDirectories';
const readServices = 'ds:DescribeDirectories';
const both = (verdict: string) => ({ [members]: verdict, [controllers]: verdict });

describe('sg-workspaces-members-exists', () => {
  const rule = 'sg-workspaces-members-exists';
  const missing = estate({ members: null });

  it('accepts a directory whose group is there, and says so even when not all groups were read', async () => {
    expect(await outcome(rule, estate())).toEqual({ [directoryId]: 'COMPLIANT' });
    expect(await outcome(rule, estate(), { coverage: partial(readGroups) })).toEqual({ [directoryId]: 'COMPLIANT' });
  });

  it('reports a group that is not among all groups', async () => {
    const result = await resultOf(rule, directoryId, { lines: missing });
    expect(result).toMatchObject({ status: 'NON_COMPLIANT', severity: 'CRITICAL', missing: [] });
    expect(result.reason).toContain(members);
    expect(result.controls).toEqual(['CM-3', 'CM-5', 'SC-7']);
  });

  it('reports the group that the directory names even when a namesake stands in for it', async () => {
    const namesake = group('sg-0again', { GroupName: `${directoryId}_workspacesMembers` });
    expect(await outcome(rule, [...missing, namesake])).toEqual({ [directoryId]: 'NON_COMPLIANT CRITICAL' });
  });

  it('finds the group in whatever VPC it is', async () => {
    expect(await outcome(rule, estate({ members: { VpcId: 'vpc-0other' } }))).toEqual({ [directoryId]: 'COMPLIANT' });
  });

  it.each(['denied', 'failed', 'skipped', 'partial'] as const)(
    'does not call a group missing when the read was %s',
    async (status) => {
      expect(await outcome(rule, missing, { coverage: { [readGroups]: status } })).toEqual({
        [directoryId]: `INSUFFICIENT_DATA ${readGroups}`,
      });
    },
  );

  it('cannot judge a directory that names no group', async () => {
    const lines = estate({ directory: { WorkspaceSecurityGroupId: undefined } });
    const result = await resultOf(rule, directoryId, { lines });
    expect(result).toMatchObject({ status: 'INSUFFICIENT_DATA', missing: [] });
  });

  it.each([
    [{ State: 'DEREGISTERING' }, 'NOT_APPLICABLE'],
    [{ State: 'DEREGISTERED' }, 'NOT_APPLICABLE'],
    [{ WorkspaceType: 'POOLS' }, 'NOT_APPLICABLE'],
    [{ State: 'REGISTERING' }, 'NON_COMPLIANT CRITICAL'],
    [{ State: 'ERROR' }, 'NON_COMPLIANT CRITICAL'],
    [{ WorkspaceType: undefined }, 'NON_COMPLIANT CRITICAL'],
    [{ State: 'HIBERNATING' }, 'INSUFFICIENT_DATA'],
    [{ WorkspaceType: 'KIOSK' }, 'INSUFFICIENT_DATA'],
    [{ State: undefined }, 'INSUFFICIENT_DATA'],
  ])('decides first whether it applies: %j is %s', async (over, verdict) => {
    expect(await outcome(rule, estate({ directory: over, members: null }))).toEqual({ [directoryId]: verdict });
  });

  it('is not applicable to a deregistered directory whatever was denied', async () => {
    const lines = estate({ directory: { State: 'DEREGISTERED' }, members: null });
    expect(await outcome(rule, lines, { coverage: denied(readGroups) })).toEqual({ [directoryId]: 'NOT_APPLICABLE' });
  });

  it.each([
    { UserIdentityType: 'CUSTOMER_MANAGED' },
    { UserIdentityType: 'AWS_IAM_IDENTITY_CENTER' },
    { MicrosoftEntraConfig: { TenantId: 't' } },
  ])('judges directories that WorkSpaces manages too: %j', async (over) => {
    const lines = [directory({ DirectoryId: 'wsd-abc12345', ...over }), ...subnets()];
    expect(await outcome(rule, lines)).toEqual({ 'wsd-abc12345': 'NON_COMPLIANT CRITICAL' });
  });

  it('answers for the account when directories could not be listed', async () => {
    expect(await outcome(rule, [], { coverage: denied(readDirectories) })).toEqual({
      '111122223333': `INSUFFICIENT_DATA ${readDirectories}`,
    });
    expect(await outcome(rule, [])).toEqual({});
  });
});

describe('sg-controllers-exists', () => {
  const rule = 'sg-controllers-exists';
  const unnamed = { VpcSettings: { VpcId: 'vpc-0main', SubnetIds: ['subnet-0a'] } };

  it.each([
    ['AWS Managed Microsoft AD', {}],
    ['Simple AD', { Type: 'SimpleAD' }],
    ['AD Connector', adConnector()],
  ])('looks up the group of an %s', async (_, service) => {
    expect(await outcome(rule, estate({ service }))).toEqual({ [directoryId]: 'COMPLIANT' });
    expect(await outcome(rule, estate({ service, controllers: null }))).toEqual({
      [directoryId]: 'NON_COMPLIANT CRITICAL',
    });
  });

  it('names the group that is missing', async () => {
    const result = await resultOf(rule, directoryId, { lines: estate({ controllers: null }) });
    expect(result).toMatchObject({ status: 'NON_COMPLIANT', severity: 'CRITICAL', missing: [] });
    expect(result.reason).toContain(controllers);
  });

  it('reads the connector settings of a connector only', async () => {
    const service = { ...adConnector(), VpcSettings: { VpcId: 'vpc-0main', SecurityGroupId: 'sg-0gone' } };
    expect(await outcome(rule, estate({ service }))).toEqual({ [directoryId]: 'COMPLIANT' });
  });

  it('searches the VPC by name when the directory names no group', async () => {
    expect(await outcome(rule, estate({ service: unnamed }))).toEqual({ [directoryId]: 'COMPLIANT' });
    expect(await outcome(rule, estate({ service: unnamed, controllers: null }))).toEqual({
      [directoryId]: 'NON_COMPLIANT CRITICAL',
    });
    expect(await outcome(rule, estate({ service: unnamed, controllers: { VpcId: 'vpc-0other' } }))).toEqual({
      [directoryId]: 'NON_COMPLIANT CRITICAL',
    });
  });

  it('does not let a namesake stand in for the group that the directory names', async () => {
    const namesake = group('sg-0again', { GroupName: `${directoryId}_controllers` });
    expect(await outcome(rule, estate({ controllers: null }, namesake))).toEqual({
      [directoryId]: 'NON_COMPLIANT CRITICAL',
    });
  });

  it.each(['denied', 'partial'] as const)('does not call a group missing when groups were read %s', async (status) => {
    const rest = { coverage: { [readGroups]: status } };
    const verdict = { [directoryId]: `INSUFFICIENT_DATA ${readGroups}` };
    expect(await outcome(rule, estate({ controllers: null }), rest)).toEqual(verdict);
    expect(await outcome(rule, estate({ service: unnamed, controllers: null }), rest)).toEqual(verdict);
  });

  it('takes a group that was read for there, however much was not', async () => {
    expect(await outcome(rule, estate(), { coverage: partial(readGroups, readServices) })).toEqual({
      [directoryId]: 'COMPLIANT',
    });
  });

  it('cannot judge a directory that Directory Service did not return', async () => {
    const lines = estate({ service: null });
    expect(await outcome(rule, lines)).toEqual({ [directoryId]: 'INSUFFICIENT_DATA' });
    expect(await outcome(rule, lines, { coverage: denied(readServices) })).toEqual({
      [directoryId]: `INSUFFICIENT_DATA ${readServices}`,
    });
  });

  it.each([undefined, 'QuantumAD'])('cannot judge a directory of type %s', async (Type) => {
    expect(await outcome(rule, estate({ service: { Type }, controllers: null }))).toEqual({
      [directoryId]: 'INSUFFICIENT_DATA',
    });
  });

  it.each([
    ['an Entra ID directory', { MicrosoftEntraConfig: { TenantId: 't' } }],
    ['an Identity Center directory', { UserIdentityType: 'AWS_IAM_IDENTITY_CENTER' }],
    ['a custom directory', { UserIdentityType: 'CUSTOMER_MANAGED' }],
    ['a directory with the id of one', {}],
  ])('does not apply to %s, whatever Directory Service says', async (_, over) => {
    const lines = [directory({ DirectoryId: 'wsd-abc12345', ...over }), membersGroup()];
    expect(await outcome(rule, lines, { coverage: denied(readServices, readGroups) })).toEqual({
      'wsd-abc12345': 'NOT_APPLICABLE',
    });
  });

  it('does not apply to a shared directory or to one that was deregistered', async () => {
    const shared = { Type: 'SharedMicrosoftAD', VpcSettings: undefined };
    expect(await outcome(rule, estate({ service: shared, controllers: null }))).toEqual({
      [directoryId]: 'NOT_APPLICABLE',
    });
    const deregistered = estate({ directory: { State: 'DEREGISTERING' }, controllers: null });
    expect(await outcome(rule, deregistered)).toEqual({ [directoryId]: 'NOT_APPLICABLE' });
  });

  it('answers for the account when directories could not be listed', async () => {
    expect(await outcome(rule, [], { coverage: denied(readDirectories) })).toEqual({
      '111122223333': `INSUFFICIENT_DATA ${readDirectories}`,
    });
  });
});

describe('sg-managed-group-identity', () => {
  const rule = 'sg-managed-group-identity';

  it('accepts the two groups as the service made them, and looks at no other', async () => {
    expect(await outcome(rule, estate())).toEqual(both('COMPLIANT'));
    expect(await outcome(rule, estate({ directory: withCustom }, group(custom)))).toEqual({
      ...both('COMPLIANT'),
      [custom]: 'NOT_APPLICABLE',
    });
  });

  it('reports another name as a replacement', async () => {
    const result = await resultOf(rule, members, { lines: estate({ members: { GroupName: 'my-sg' } }) });
    expect(result).toMatchObject({ status: 'NON_COMPLIANT', severity: 'HIGH', missing: [] });
    expect(result.reason).toContain('my-sg');
    expect(await outcome(rule, estate({ controllers: { GroupName: `${directoryId}_workspacesMembers` } }))).toEqual({
      [members]: 'NON_COMPLIANT HIGH',
      [controllers]: 'NON_COMPLIANT HIGH',
    });
  });

  it('reports the name of another directory', async () => {
    expect(await outcome(rule, estate({ controllers: { GroupName: 'd-9067ffffff_controllers' } }))).toEqual({
      [members]: 'COMPLIANT',
      [controllers]: 'NON_COMPLIANT HIGH',
    });
  });

  it('reports a group in a VPC other than that of the directory subnets', async () => {
    expect(await outcome(rule, estate({ members: { VpcId: 'vpc-0other' } }))).toEqual({
      [members]: 'NON_COMPLIANT HIGH',
      [controllers]: 'COMPLIANT',
    });
    expect(await outcome(rule, estate({ controllers: { VpcId: 'vpc-0other' } }))).toEqual({
      [members]: 'COMPLIANT',
      [controllers]: 'NON_COMPLIANT HIGH',
    });
  });

  it.each([
    ['_workspacesMembers', members, controllers],
    ['_controllers', controllers, members],
  ])('reports a second group named %s in the same VPC, but not in another', async (suffix, subject, other) => {
    const namesake = (VpcId: string) => group('sg-0again', { GroupName: `${directoryId}${suffix}`, VpcId });
    expect(await outcome(rule, estate({}, namesake('vpc-0main')))).toMatchObject({
      [subject]: 'NON_COMPLIANT HIGH',
      [other]: 'COMPLIANT',
    });
    expect(await outcome(rule, estate({}, namesake('vpc-0other')))).toMatchObject(both('COMPLIANT'));
  });

  it('compares the ids with those of the baseline', async () => {
    const renewed = estate(
      { directory: { WorkspaceSecurityGroupId: 'sg-0old' }, members: null },
      group('sg-0old', { GroupName: `${directoryId}_workspacesMembers` }),
    );
    expect(await outcome(rule, estate(), { baseline: { lines: renewed } })).toEqual({
      [members]: 'NON_COMPLIANT HIGH',
      [controllers]: 'COMPLIANT',
    });
    const service = { VpcSettings: { VpcId: 'vpc-0main', SecurityGroupId: 'sg-0old' } };
    const rebuilt = estate(
      { service, controllers: null },
      group('sg-0old', { GroupName: `${directoryId}_controllers` }),
    );
    expect(await outcome(rule, estate(), { baseline: { lines: rebuilt } })).toEqual({
      [members]: 'COMPLIANT',
      [controllers]: 'NON_COMPLIANT HIGH',
    });
    expect(await outcome(rule, estate(), { baseline: { lines: estate() } })).toEqual(both('COMPLIANT'));
  });

  it('does without a baseline that does not know the directory', async () => {
    const unread = { lines: [], coverage: denied(readDirectories, readServices, readGroups) };
    expect(await outcome(rule, estate(), { baseline: { lines: [] } })).toEqual(both('COMPLIANT'));
    expect(await outcome(rule, estate(), { baseline: unread })).toEqual(both('COMPLIANT'));
  });

  it('takes a description for a hint only', async () => {
    const lines = estate({ members: { Description: 'mine' }, controllers: { Description: undefined } });
    expect(await outcome(rule, lines)).toEqual(both('COMPLIANT'));
    const result = await resultOf(rule, members, { lines });
    expect(result.evidence.notes).toEqual([expect.stringContaining('description')]);
    const plain = await resultOf(rule, members, { lines: estate() });
    expect(plain.evidence.notes ?? []).toEqual([]);
  });

  it('has nothing to say about a group that does not exist', async () => {
    expect(await outcome(rule, estate({ members: null }))).toEqual({ [controllers]: 'COMPLIANT' });
    expect(await outcome(rule, estate({ members: null, controllers: null }))).toEqual({});
  });

  it('cannot judge groups that were not read', async () => {
    const lines = estate({ members: null, controllers: null });
    expect(await outcome(rule, lines, { coverage: denied(readGroups) })).toEqual(
      both(`INSUFFICIENT_DATA ${readGroups}`),
    );
  });

  it('cannot rule out a namesake that was not read, but reports what it saw', async () => {
    const rest = { coverage: partial(readGroups) };
    expect(await outcome(rule, estate({ members: { GroupName: 'my-sg' } }), rest)).toEqual({
      [members]: 'NON_COMPLIANT HIGH',
      [controllers]: `INSUFFICIENT_DATA ${readGroups}`,
    });
  });

  it('cannot place a group whose VPC or name is not in the file', async () => {
    expect(
      await outcome(rule, estate({ members: { VpcId: undefined }, controllers: { GroupName: undefined } })),
    ).toEqual(both('INSUFFICIENT_DATA'));
  });

  it('needs the subnets to know the VPC of the members group', async () => {
    const lines = [directory(), directoryService(), membersGroup(), controllersGroup()];
    expect(await outcome(rule, lines, { coverage: denied('ec2:DescribeSubnets') })).toMatchObject({
      [members]: 'INSUFFICIENT_DATA ec2:DescribeSubnets',
    });
    const renamed = [directory(), directoryService(), membersGroup({ GroupName: 'my-sg' })];
    expect(await outcome(rule, renamed, { coverage: denied('ec2:DescribeSubnets') })).toMatchObject({
      [members]: 'NON_COMPLIANT HIGH',
    });
  });

  it('answers for the account when directories could not be listed', async () => {
    expect(await outcome(rule, [], { coverage: denied(readDirectories) })).toMatchObject({
      '111122223333': expect.stringContaining('INSUFFICIENT_DATA'),
    });
  });
});
