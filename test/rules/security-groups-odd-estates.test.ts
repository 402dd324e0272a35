import { describe, expect, it } from 'vitest';
import type { Line } from './harness.ts';
import {
  adConnector,
  allow,
  allowAll,
  anywhere,
  controllers,
  custom,
  desktop,
  directory,
  directoryId,
  directoryService,
  eni,
  estate,
  group,
  managedAdIngress,
  members,
  office,
  onWindows,
  outcome,
  resultOf,
  subnets,
  tcp,
  vpc,
  vpcCidr,
  withCustom,
} from './security-groups-builders.ts';

const sibling = 'd-906712ab3456';

describe('odd estates', () => {
  it('a directory whose id begins like another: the interfaces of the longer id are not its own', async () => {
    const named = (id: string, address: string, groups: string[]) =>
      eni(`eni-${id}`, address, groups, { Description: `AWS created network interface for directory ${id}.` });
    const lines = estate({}, named(directoryId, '10.0.1.10', [controllers]), named(sibling, '10.0.1.77', ['sg-other']));
    expect(await outcome('sg-controllers-attached-to-directory-eni', lines)).toEqual({ [directoryId]: 'COMPLIANT' });
  });

  it('a customer who made the lost group again by hand: the namesake is found out, the loss is reported too', async () => {
    const byHand = group('sg-0byhand', { GroupName: `${directoryId}_workspacesMembers` });
    const lines = estate({ members: null }, byHand, ...desktop(1, ['sg-0byhand']));
    expect(await outcome('sg-workspaces-members-exists', lines)).toEqual({ [directoryId]: 'NON_COMPLIANT CRITICAL' });
    expect(await outcome('sg-managed-group-identity', lines)).toEqual({
      'sg-0byhand': 'NON_COMPLIANT HIGH',
      [controllers]: 'COMPLIANT',
    });
    expect(await outcome('sg-members-attached-to-workspace', lines)).toEqual({ 'ws-1': 'NON_COMPLIANT HIGH' });
  });

  it('a test VPC with a copy of the groups, names and all, is nobody’s business', async () => {
    const copies = ['_workspacesMembers', '_controllers'].map((suffix) =>
      group(`sg-copy${suffix}`, {
        GroupName: `${directoryId}${suffix}`,
        VpcId: 'vpc-0test',
        IpPermissions: [tcp(22, anywhere)],
      }),
    );
    const lines = estate({}, ...copies);
    for (const rule of ['sg-managed-group-identity', 'sg-managed-baseline-drift'] as const) {
      const baseline = rule === 'sg-managed-baseline-drift' ? { baseline: { lines } } : {};
      expect(await outcome(rule, lines, baseline)).toEqual({ [members]: 'COMPLIANT', [controllers]: 'COMPLIANT' });
    }
    const lost = estate({ members: null }, ...copies);
    expect(await outcome('sg-managed-group-identity', lost)).toEqual({ [controllers]: 'COMPLIANT' });
    expect(await outcome('sg-ssh-rule-in-separate-group', lost)).toEqual({ [controllers]: 'NOT_APPLICABLE' });
  });

  it('two directories that share the members group of the first: it is the original', async () => {
    const second = directory({ DirectoryId: 'd-9067222222' });
    const lines = estate(
      {},
      second,
      directoryService({ DirectoryId: 'd-9067222222', Type: 'SharedMicrosoftAD', VpcSettings: undefined }),
    );
    expect(await outcome('sg-managed-group-identity', lines)).toEqual({
      [members]: 'COMPLIANT',
      [controllers]: 'COMPLIANT',
    });
    const renamed = [
      ...lines.filter((line) => !('GroupId' in line.resource && line.resource.GroupId === members)),
      group(members),
    ];
    expect(await outcome('sg-managed-group-identity', renamed)).toMatchObject({ [members]: 'NON_COMPLIANT HIGH' });
  });

  it('one members group with SSH for two directories is one finding', async () => {
    const second = directory({ DirectoryId: 'wsd-second123', UserIdentityType: 'CUSTOMER_MANAGED' });
    const lines = estate({ members: { IpPermissions: [tcp(22, office)] } }, second);
    expect(await outcome('sg-ssh-rule-in-separate-group', lines)).toEqual({
      [members]: 'NON_COMPLIANT MEDIUM',
      [controllers]: 'NOT_APPLICABLE',
    });
  });

  it('an AD Connector whose customer opened everything between the VPC and the world has no default to drift from', async () => {
    const over = { service: adConnector(), controllers: { IpPermissions: [allowAll(anywhere)] } };
    const lines = estate(over);
    expect(await outcome('sg-controllers-default-rules', lines)).toMatchObject({ [controllers]: 'NOT_APPLICABLE' });
    expect(await outcome('sg-ssh-rule-in-separate-group', lines)).toMatchObject({
      [controllers]: 'NON_COMPLIANT MEDIUM',
    });
    const before = estate({ service: adConnector(), controllers: { IpPermissions: managedAdIngress() } });
    const drifted = { [members]: 'COMPLIANT', [controllers]: 'NON_COMPLIANT HIGH' };
    expect(await outcome('sg-managed-baseline-drift', lines, { baseline: { lines: before } })).toEqual(drifted);
  });

  it('AddIpRoutes with updated groups: the directory ports from a peered network are no drift from the defaults', async () => {
    const IpPermissions = [...managedAdIngress(), ...managedAdIngress('172.20.0.0/16')];
    expect(await outcome('sg-controllers-default-rules', estate({ controllers: { IpPermissions } }))).toMatchObject({
      [controllers]: 'COMPLIANT',
    });
  });

  it('a members group opened for the web as the ports table asks, over two rules and three ranges, is a small matter', async () => {
    const addresses = ['10.0.0.0/17', '10.0.128.0/17', '10.0.3.0/24'];
    const IpPermissions = [tcp(80, ...addresses), tcp(443, ...addresses)];
    expect(await outcome('sg-members-default-rules', estate({ members: { IpPermissions } }))).toMatchObject({
      [members]: 'NON_COMPLIANT LOW',
    });
  });

  it('a bastion group that is custom, shut to the world by day, and opened by a range of four quarters', async () => {
    const quarters = ['0.0.0.0/2', '64.0.0.0/2', '128.0.0.0/2', '192.0.0.0/2'];
    const lines = (sources: string[]) =>
      estate(
        { directory: withCustom },
        group(custom, { IpPermissions: [tcp(22, ...sources)] }),
        ...desktop(1, [members, custom]),
      );
    expect(await outcome('sg-ssh-source-restricted', lines(quarters))).toMatchObject({
      [custom]: 'NON_COMPLIANT HIGH',
    });
    expect(await outcome('sg-ssh-source-restricted', lines(quarters.slice(1)))).toMatchObject({
      [custom]: 'COMPLIANT',
    });
  });

  it('a stopped Linux WorkSpace with an Elastic IP still makes open SSH critical', async () => {
    const reachable = { Association: { PublicIp: '203.0.113.9', IpOwnerId: '111122223333' } };
    const lines = estate(
      {},
      group('sg-a', { IpPermissions: [tcp(22, anywhere)] }),
      ...desktop(1, ['sg-a'], { State: 'STOPPED' }, reachable),
    );
    expect(await outcome('sg-ssh-source-restricted', lines)).toMatchObject({ 'sg-a': 'NON_COMPLIANT CRITICAL' });
  });

  it('a mixed fleet: the SSH group on one Windows WorkSpace among Linux ones is named', async () => {
    const lines = estate(
      {},
      group('sg-a', { IpPermissions: [tcp(22, office)] }),
      ...desktop(1, [members, 'sg-a']),
      ...desktop(2, [members, 'sg-a'], onWindows),
      ...desktop(3, [members], onWindows),
    );
    const result = await resultOf('sg-ssh-rule-in-separate-group', 'sg-a', { lines });
    expect(result).toMatchObject({ status: 'NON_COMPLIANT', severity: 'LOW', missing: [] });
    expect(result.reason).toContain('ws-2');
    expect(result.reason).not.toContain('ws-3');
  });

  it('the custom group of one directory is the members group of another: separate enough, yet judged as managed', async () => {
    const other = directory({
      DirectoryId: 'wsd-second123',
      UserIdentityType: 'AWS_IAM_IDENTITY_CENTER',
      WorkspaceSecurityGroupId: 'sg-0second',
      WorkspaceCreationProperties: { CustomSecurityGroupId: members },
    });
    const lines = estate({}, other, group('sg-0second', { GroupName: 'wsd-second123_workspacesMembers' }));
    expect(await outcome('sg-controllers-not-on-workspaces', lines)).toEqual({
      [directoryId]: 'NOT_APPLICABLE',
      'wsd-second123': 'COMPLIANT',
    });
    expect(await outcome('sg-managed-group-identity', lines)).toMatchObject({
      [members]: 'COMPLIANT',
      'sg-0second': 'COMPLIANT',
    });
  });

  it('a directory moved to new subnets in another VPC leaves its groups behind', async () => {
    const moved: Line[] = [...subnets('vpc-0new', ['subnet-0new']), vpc('vpc-0new')];
    const lines = estate({ directory: { SubnetIds: ['subnet-0new'] } }, ...moved);
    expect(await outcome('sg-managed-group-identity', lines)).toEqual({
      [members]: 'NON_COMPLIANT HIGH',
      [controllers]: 'COMPLIANT',
    });
  });

  it('a group opened to the VPC with more ports than it has traffic for is covered by the rule for all', async () => {
    const rules = [allow('tcp', 0, 65535, vpcCidr), allow('icmp', 8, -1, vpcCidr), allowAll('10.0.0.0/8')];
    const lines = estate({}, group('sg-a', { IpPermissions: rules }), ...desktop(1, [members, 'sg-a']));
    const result = await resultOf('sg-rules-condensed', directoryId, { lines });
    expect(result).toMatchObject({ status: 'NON_COMPLIANT', severity: 'INFORMATIONAL' });
    expect(result.reason).toContain('icmp type 8 10.0.0.0/16');
    expect(result.reason).not.toContain('all 10.0.0.0/8');
  });
});
