import { describe, expect, test } from 'vitest';
import { collectActions } from '../../lib/collect/index.ts';
import { organizationActions } from '../../lib/collect/organization.ts';
import { securityHubActions } from '../../lib/publish/index.ts';
import { storeActions } from '../../lib/store/index.ts';
import { memberPolicy } from '../../scripts/infra-member-role.ts';
import { functionNames, policies } from '../../scripts/infra-policies.ts';
import type { Policy } from '../../scripts/infra-statement.ts';

const regions = 'all' as const;
const member = (name: string) => `arn:aws:secretsmanager:us-east-1:111122223333:secret:chat-AbCdEf#${name}`;
const chat = {
  slack: {
    ...{ signingSecret: 'ssm:/chat/signing-secret', botToken: 'ssm:/chat/bot-token' },
    ...{ workspaces: ['T0123ABCD'], channels: ['C0123ABCD'] },
  },
  teams: {
    ...{ securityToken: member('securityToken'), workflowUrl: member('workflowUrl') },
    ...{ tenants: ['6f1c0d52-2f0f-4a8e-9d43-7a2f4a5c1b90'], channels: ['19:0123@thread.tacv2'] },
  },
};
const organization = policies({ targets: { accounts: { organization: {} }, regions }, memberRoleName: 'Audit', chat });
const own = policies({ targets: { accounts: 'own', regions }, memberRoleName: 'Audit' });

/** Everything that a policy allows, as `<action> <resource>`. */
const grants = ({ Statement }: Policy): readonly string[] =>
  Statement.flatMap(({ Action, Resource }) =>
    Action.flatMap((action) => Resource.map((resource) => `${action} ${written(resource)}`)),
  );

const written = (resource: object | string): string =>
  typeof resource === 'string' ? resource : Object.values(resource).flat().join('.');

const actions = ({ Statement }: Policy, sids: RegExp): readonly string[] =>
  Statement.filter(({ Sid }) => sids.test(Sid))
    .flatMap(({ Action }) => Action)
    .sort();

describe('a resource of *', () => {
  const listing = 'lists what an account has, and IAM knows no narrower resource';
  const tracing = 'X-Ray knows no resource';
  const reasons = {
    'plan ListAccounts': 'AWS Organizations knows no narrower resource for the list of all accounts',
    'plan Trace': tracing,
    'collect Collect': listing,
    'collect Trace': tracing,
    'evaluate Trace': tracing,
    'publish Trace': tracing,
    'digest Trace': tracing,
    'ask Trace': tracing,
    'chat Trace': tracing,
    'deliver Trace': tracing,
    'stateMachine DeliverLogs': 'log delivery is set up for the account as a whole',
    'stateMachine Trace': tracing,
    'chatStateMachine DeliverLogs': 'log delivery is set up for the account as a whole',
    'chatStateMachine Trace': tracing,
    'member Collect': listing,
  };

  test('stands only where there is a reason', () => {
    const found = Object.entries({ ...organization, member: memberPolicy() }).flatMap(([name, { Statement }]) =>
      Statement.filter(({ Resource }) => Resource.includes('*')).map(({ Sid }) => `${name} ${Sid}`),
    );
    expect(found).toEqual(Object.keys(reasons));
  });

  test('no action is a wildcard', () => {
    const all = Object.values({ ...organization, member: memberPolicy() }).flatMap(grants);
    expect(all.filter((grant) => grant.split(' ')[0]?.includes('*'))).toEqual([]);
  });
});

describe('what is called is allowed, and nothing else', () => {
  test('collecting, in the own account and in members', () => {
    expect({ collect: actions(organization.collect, /^Collect/), member: actions(memberPolicy(), /^Collect/) }).toEqual(
      { collect: collectActions, member: collectActions },
    );
  });

  test('the member role collects and imports findings', () => {
    expect(actions(memberPolicy(), /^/)).toEqual([...collectActions, ...securityHubActions].sort());
  });

  test('listing accounts', () => {
    expect(actions(organization.plan, /^ListAccounts/)).toEqual([...organizationActions].sort());
  });

  test('members are entered by their role only', () => {
    const entering = Object.entries(organization).flatMap(([name, policy]) =>
      grants(policy)
        .filter((grant) => grant.startsWith('sts:'))
        .map((grant) => `${name}: ${grant}`),
    );
    const grant = `sts:AssumeRole arn:\${AWS::Partition}:iam::*:role/Audit`;
    expect(entering).toEqual([`collect: ${grant}`, `publish: ${grant}`]);
  });

  test('an auditor of its own account enters no other, and lists them only to judge what it collects', () => {
    const all = Object.entries(own).flatMap(([name, policy]) => grants(policy).map((grant) => `${name}: ${grant}`));
    expect(all.filter((grant) => /: (sts|organizations):/.test(grant))).toEqual([
      'collect: organizations:DescribeOrganization *',
      'collect: organizations:ListAccounts *',
    ]);
  });

  test('whatever the store does, some function may do', () => {
    const all = functionNames.flatMap((name) => grants(organization[name]));
    const needed = storeActions.flatMap(({ resource, actions: called }) =>
      called.map((action) => {
        if (resource === 'bucket') return `${action} EvidenceBucket.Arn`;
        if (resource === 'encryptionKey') return `${action} EncryptionKey.Arn`;
        return `${action} \${EvidenceBucket.Arn}/${resource.replace('*', '')}`;
      }),
    );
    expect(needed.filter((grant) => !all.some((given) => given.startsWith(grant)))).toEqual([]);
  });
});

test('each function touches only the evidence that it uses', () => {
  const touched = functionNames.map((name) => {
    const objects = grants(organization[name]).filter((grant) => grant.includes('EvidenceBucket.Arn}/'));
    return [name, objects.map((grant) => grant.replace(`\${EvidenceBucket.Arn}/`, '').replace('s3:', '')).sort()];
  });
  expect(Object.fromEntries(touched)).toEqual({
    plan: [
      'GetObject configuration/packs/*',
      'GetObject configuration/wsaudit.yaml',
      'GetObject directories/*/*.json',
      'GetObject runs/*/targets.json',
      'PutObject runs/*/targets.json',
    ],
    collect: [
      'DeleteObject checkpoints/*/*-*/*',
      'GetObject checkpoints/*/*-*/*',
      'GetObject configuration/packs/*',
      'GetObject configuration/wsaudit.yaml',
      'GetObject snapshots/*/*/*.ndjson.gz',
      'PutObject checkpoints/*/*-*/*',
      'PutObject snapshots/*/*/*.ndjson.gz',
    ],
    evaluate: [
      'GetObject baselines/*/*/*.ndjson.gz',
      'GetObject baselines/*/*/record.json',
      'GetObject configuration/packs/*',
      'GetObject configuration/wsaudit.yaml',
      'GetObject directories/*/*.json',
      'GetObject ledgers/*/*.json',
      'GetObject reports/*/*/*.json.gz',
      'GetObject runs/*/news/*-*.json',
      'GetObject snapshots/*/*/*.ndjson.gz',
      'PutObject baselines/*/*/*.ndjson.gz',
      'PutObject baselines/*/*/record.json',
      'PutObject directories/*/*.json',
      'PutObject ledgers/*/*.json',
      'PutObject reports/*/*/*.json.gz',
      'PutObject runs/*/news/*-*.json',
    ],
    publish: ['GetObject ledgers/*/*.json', 'PutObject ledgers/*/*.json'],
    digest: [
      'GetObject runs/*/news/*-*.json',
      'GetObject runs/*/results/*',
      'GetObject runs/*/summary.json',
      'GetObject runs/*/targets.json',
      'GetObject runs/last.json',
      'PutObject runs/*/summary.json',
      'PutObject runs/last.json',
    ],
    ask: [
      'GetObject baselines/*/*/*.ndjson.gz',
      'GetObject baselines/*/*/record.json',
      'GetObject configuration/packs/*',
      'GetObject configuration/wsaudit.yaml',
      'GetObject directories/*/*.json',
      'GetObject ledgers/*/*.json',
      'GetObject reports/*/*/*.json.gz',
      'GetObject runs/*/news/*-*.json',
      'GetObject runs/*/summary.json',
      'GetObject runs/last.json',
      'GetObject snapshots/*/*/*.ndjson.gz',
    ],
    chat: ['PutObject chat/marks/*'],
    deliver: [],
  });
});

describe('asking', () => {
  const states = (resource: string) => `arn:\${AWS::Partition}:states:\${AWS::Region}:\${AWS::AccountId}:${resource}`;
  const parameter = (name: string) =>
    `ssm:GetParameter arn:\${AWS::Partition}:ssm:\${AWS::Region}:\${AWS::AccountId}:parameter/chat/${name}`;
  const secret = 'secretsmanager:GetSecretValue arn:aws:secretsmanager:us-east-1:111122223333:secret:chat-AbCdEf';
  /** All but the evidence itself, the logs of functions and traces, which are looked at above. */
  const others = (policy: Policy) =>
    grants(policy).filter((grant) => !/EvidenceBucket\.Arn\}|^logs:|^xray:/.test(grant));

  test('ask reads, and starts and follows audits', () => {
    expect(others(organization.ask)).toEqual([
      `states:StartExecution ${states(`stateMachine:\${self:custom.name}`)}`,
      `states:DescribeExecution ${states(`execution:\${self:custom.name}:*`)}`,
      's3:ListBucket EvidenceBucket.Arn',
      'kms:Decrypt EncryptionKey.Arn',
    ]);
  });

  test('the front door reads what requests are signed with, and nothing that it could post with', () => {
    expect(others(organization.chat)).toEqual([
      'lambda:InvokeFunction AskLambdaFunction.Arn',
      `states:StartExecution ${states(`stateMachine:\${self:custom.name}-chat`)}`,
      parameter('signing-secret'),
      secret,
      'kms:Decrypt EncryptionKey.Arn',
      'kms:GenerateDataKey EncryptionKey.Arn',
    ]);
  });

  test('the front door calls a function only for Teams, whose questions it answers itself', () => {
    const { chat: door } = policies({
      ...{ targets: { accounts: 'own', regions }, memberRoleName: 'Audit' },
      chat: { slack: chat.slack },
    });
    expect(grants(door).filter((grant) => grant.startsWith('lambda:'))).toEqual([]);
  });

  test('what posts reads what it posts with, and its own environment', () => {
    expect(others(organization.deliver)).toEqual([parameter('bot-token'), secret, 'kms:Decrypt EncryptionKey.Arn']);
  });

  test('without secrets in the settings, none can be read', () => {
    const reads = [...grants(own.chat), ...grants(own.deliver)].filter((grant) => /^(ssm|secretsmanager):/.test(grant));
    expect(reads).toEqual([]);
  });

  test('the state machine of questions calls two functions and runs an audit to its end', () => {
    const rule = 'rule/StepFunctionsGetEventsForStepFunctionsExecutionRule';
    const events = `arn:\${AWS::Partition}:events:\${AWS::Region}:\${AWS::AccountId}:${rule}`;
    expect(others(organization.chatStateMachine)).toEqual([
      'lambda:InvokeFunction AskLambdaFunction.Arn',
      'lambda:InvokeFunction DeliverLambdaFunction.Arn',
      `states:StartExecution ${states(`stateMachine:\${self:custom.name}`)}`,
      `states:DescribeExecution ${states(`execution:\${self:custom.name}:*`)}`,
      `states:StopExecution ${states(`execution:\${self:custom.name}:*`)}`,
      `events:DescribeRule ${events}`,
      `events:PutRule ${events}`,
      `events:PutTargets ${events}`,
    ]);
  });
});
