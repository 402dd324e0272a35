import { describe, expect, it } from 'vitest';
import { operationsOf } from '../../lib/findings/index.ts';
import { callers, cut, event, refused, trail, unasked, withEvents } from './events-builders.ts';
import { directory, fips, networkInterface, tls, workspace } from './fleet-builders.ts';
import { type Case, judge, packs, type Scene } from './harness.ts';
import { itJudges, onlyResult } from './verdict-table.ts';

const rule = 'sg-managed-change-events';
const group = (GroupId: string, GroupName: string) => ({
  type: 'SecurityGroup' as const,
  resource: { GroupId, GroupName, VpcId: 'vpc-0a', IpPermissions: [], IpPermissionsEgress: [] },
});
const scene: Scene = {
  lines: [
    directory({ DirectoryType: 'SIMPLE_AD' }),
    {
      type: 'DirectoryDescription',
      resource: {
        DirectoryId: 'd-90670000a1',
        Type: 'SimpleAD',
        VpcSettings: { VpcId: 'vpc-0a', SecurityGroupId: 'sg-dcs' },
      },
    },
    ...[
      group('sg-members', 'd-90670000a1_workspacesMembers'),
      group('sg-dcs', 'd-90670000a1_controllers'),
      group('sg-other', 'other'),
    ],
    workspace('ws-1'),
    networkInterface({ Groups: [{ GroupId: 'sg-members' }, { GroupId: 'sg-other' }] }),
    {
      type: 'NetworkInterface',
      resource: {
        NetworkInterfaceId: 'eni-dc',
        Description: 'AWS created network interface for directory d-90670000a1',
        VpcId: 'vpc-0a',
      },
    },
  ],
};
const of = (members: string, controllers = 'COMPLIANT') => ({
  'sg-members': members,
  'sg-dcs': controllers,
  'sg-other': 'NOT_APPLICABLE',
});
const passes = of('COMPLIANT');
const fails = of('NON_COMPLIANT HIGH');
const authorize = (by: object, groupId = 'sg-members') =>
  event('AuthorizeSecurityGroupIngress', { by, request: { groupId } });
const setGroups = (networkInterfaceId: string, ...ids: readonly string[]) =>
  event('ModifyNetworkInterfaceAttribute', {
    request: { networkInterfaceId, groupSet: { items: ids.map((groupId) => ({ groupId })) } },
  });

describe(rule, () => {
  itJudges(rule, {
    'passes groups that nobody touched': [withEvents(scene), passes],
    'fails a rule that somebody added': [withEvents(scene, authorize(callers.alice)), fails],
    'fails the controllers group, too': [
      withEvents(scene, authorize(callers.alice, 'sg-dcs')),
      of('COMPLIANT', 'NON_COMPLIANT HIGH'),
    ],
    'does not ask who touched a group that is not managed': [
      withEvents(scene, authorize(callers.alice, 'sg-other')),
      passes,
    ],
    'fails a rule that somebody modified, whose request is wrapped': [
      withEvents(
        scene,
        event('ModifySecurityGroupRules', { request: { ModifySecurityGroupRulesRequest: { GroupId: 'sg-members' } } }),
      ),
      fails,
    ],
    'fails a deletion that CloudTrail tells by its list of resources only': [
      withEvents(scene, event('DeleteSecurityGroup', { resources: ['sg-members'] })),
      fails,
    ],
    'fails what another AWS service did': [withEvents(scene, authorize(callers.firewallManager)), fails],
    'passes what WorkSpaces did': [withEvents(scene, authorize(callers.workspaces)), passes],
    'passes what Directory Service did': [withEvents(scene, authorize(callers.directoryService)), passes],
    'passes what WorkSpaces did with the role that it has': [withEvents(scene, authorize(callers.defaultRole)), passes],
    'passes what Directory Service did with its own role': [
      withEvents(scene, authorize(callers.serviceLinked)),
      passes,
    ],
    'fails what somebody did through CloudFormation': [
      withEvents(scene, authorize({ ...callers.alice, invokedBy: 'cloudformation.amazonaws.com' })),
      fails,
    ],
    'passes what was refused': [
      withEvents(
        scene,
        event('DeleteSecurityGroup', {
          request: { groupId: 'sg-members' },
          body: { errorCode: 'DependencyViolation' },
        }),
      ),
      passes,
    ],
    'fails a list of groups without the members group': [withEvents(scene, setGroups('eni-0a', 'sg-other')), fails],
    'fails one without the controllers group': [
      withEvents(scene, setGroups('eni-dc', 'sg-other')),
      of('COMPLIANT', 'NON_COMPLIANT HIGH'),
    ],
    'passes a list of groups with it': [withEvents(scene, setGroups('eni-0a', 'sg-other', 'sg-members')), passes],
    'passes a list of groups of an interface that is no WorkSpace': [
      withEvents(scene, setGroups('eni-lambda', 'sg-other')),
      passes,
    ],
    'passes another attribute of an interface': [
      withEvents(scene, event('ModifyNetworkInterfaceAttribute', { request: { networkInterfaceId: 'eni-0a' } })),
      passes,
    ],
    'cannot tell where CloudTrail refuses': [
      refused(scene),
      of(`INSUFFICIENT_DATA ${trail}`, `INSUFFICIENT_DATA ${trail}`),
    ],
    'cannot tell where nobody asked CloudTrail': [
      unasked(scene),
      of(`INSUFFICIENT_DATA ${trail}`, `INSUFFICIENT_DATA ${trail}`),
    ],
    'cannot tell where events were read in part': [
      cut(scene, '2026-11-01T00:00:00Z', ['DeleteSecurityGroup']),
      of(`INSUFFICIENT_DATA ${trail}`, `INSUFFICIENT_DATA ${trail}`),
    ],
    'does not care that other events were': [cut(scene, '2026-11-01T00:00:00Z', ['CreateRoute']), passes],
    'fails what was seen, whatever was not': [
      cut(scene, '2026-11-01T00:00:00Z', ['DeleteSecurityGroup'], authorize(callers.alice)),
      of('NON_COMPLIANT HIGH', `INSUFFICIENT_DATA ${trail}`),
    ],
    'cannot tell who it was without a body': [
      withEvents(scene, {
        type: 'CloudTrailEvent',
        resource: {
          ...{ EventId: 'x', EventName: 'DeleteSecurityGroup', EventTime: '2026-11-20T10:00:00Z' },
          Resources: [{ ResourceName: 'sg-members' }],
        },
      }),
      of('INSUFFICIENT_DATA'),
    ],
  });

  it('tells who, from where and when, and what was tried', async () => {
    const refusal = event('DeleteSecurityGroup', {
      ...{ request: { groupId: 'sg-members' }, body: { errorCode: 'DependencyViolation' } },
    });
    const only = { ...scene, lines: scene.lines.filter(({ type }) => type !== 'DirectoryDescription') };
    const lines = [...only.lines.filter(({ resource }) => !JSON.stringify(resource).includes('"sg-dcs"'))].filter(
      ({ resource }) => !JSON.stringify(resource).includes('"GroupName":"other"'),
    );
    const without = lines.map((line) =>
      line.type === 'NetworkInterface'
        ? { ...line, resource: { ...line.resource, Groups: [{ GroupId: 'sg-members' }] } }
        : line,
    );
    const found = await onlyResult(rule, withEvents({ lines: without }, authorize(callers.alice), refusal));
    const what =
      'AuthorizeSecurityGroupIngress by arn:aws:iam::111122223333:user/alice from 203.0.113.9 at 2026-11-20T10:00:00.000Z';
    expect(found).toMatchObject({
      reason: `Changed by others than the service: ${what}. CloudTrail was read back to 2026-08-24T03:00:00.000Z.`,
      evidence: {
        'changes.byOthers': [what],
        'changes.readSince': '2026-08-24T03:00:00.000Z',
        notes: [
          'Tried and refused: DeleteSecurityGroup by arn:aws:iam::111122223333:user/alice from 203.0.113.9 at 2026-11-20T10:00:00.000Z, refused with DependencyViolation.',
        ],
      },
    });
  });
});

describe('rules on drift show who it was, where CloudTrail was asked for another', () => {
  const alice = 'by arn:aws:iam::111122223333:user/alice from 203.0.113.9 at 2026-11-20T10:00:00.000Z';
  const evidenceOf = async (id: string, estate: Case) => (await judge(id, estate)).map(({ evidence }) => evidence);

  it('changed the rules of a managed group', async () => {
    const open = {
      ...{ type: 'SecurityGroup' as const },
      resource: {
        ...{ GroupId: 'sg-members', GroupName: 'd-90670000a1_workspacesMembers', VpcId: 'vpc-0a' },
        ...{ IpPermissions: [{ IpProtocol: 'tcp', FromPort: 22, ToPort: 22, IpRanges: [{ CidrIp: '10.0.0.0/8' }] }] },
        IpPermissionsEgress: [],
      },
    };
    const now = scene.lines.map((line) =>
      JSON.stringify(line).includes('"GroupId":"sg-members","GroupName"') ? open : line,
    );
    const seen = `AuthorizeSecurityGroupIngress ${alice}`;
    const cases = {
      'sg-managed-baseline-drift': { lines: now, baseline: scene },
      'sg-members-default-rules': { lines: now },
    };
    for (const [id, drifted] of Object.entries(cases)) {
      expect(await evidenceOf(id, withEvents(drifted, authorize(callers.alice)))).toContainEqual(
        expect.objectContaining({ 'changes.seen': [seen] }),
      );
      expect(await evidenceOf(id, unasked(drifted))).toContainEqual(expect.objectContaining({ 'changes.seen': [] }));
    }
  });

  it('took a directory out of FIPS mode', async () => {
    const request = { directoryId: 'd-90670000a1', endpointEncryptionMode: 'STANDARD_TLS' };
    const reverted = { lines: [directory(tls)], baseline: { lines: [directory(fips)] } };
    expect(
      await evidenceOf(
        'fips-mode-not-reverted',
        withEvents(reverted, event('ModifyEndpointEncryptionMode', { request })),
      ),
    ).toEqual([
      expect.objectContaining({
        'endpointEncryptionMode.changesSeen': [`ModifyEndpointEncryptionMode ${alice}`],
      }),
    ]);
  });

  it('does not make a scan ask CloudTrail', () => {
    const drift = ['sg-managed-baseline-drift', 'sg-members-default-rules', 'eni-unmodified-since-baseline'];
    const rules = packs
      .flatMap((pack) => pack.rules)
      .filter(({ id }) => [...drift, 'fips-mode-not-reverted'].includes(id));
    expect(rules).toHaveLength(4);
    expect(rules.flatMap(operationsOf)).not.toContain(trail);
  });
});
