import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readTemplate, stageNames, stages, templatePath } from './stages.ts';
import { cfnLint, checkov } from './validators.ts';

const memberRole = 'infra/member-role.yml';

/** A copy that somebody has spoilt. */
function spoilt(name: string, content: string): string {
  mkdirSync('dist/template', { recursive: true });
  const path = `dist/template/${name}`;
  writeFileSync(path, content);
  return path;
}

const audit = 'StateMachine/Properties/Definition/States';
const child = `${audit}/Audit/ItemProcessor/States`;
const chat = 'ChatStateMachine/Properties/Definition/States';
const invoke = 'lambda:invoke';
/** cfn-lint takes no partition but `aws` in a state machine, and none that comes by a substitution. */
const partitions = [
  ...['Plan', 'Digest'].map((state) => [`${audit}/${state}`, invoke]),
  ...['Collect', 'Evaluate', 'Publish'].map((state) => [`${child}/${state}`, invoke]),
  ...['Understand', 'Conclude', 'ConcludeFailure', 'Deliver', 'DeliverFailure'].map((state) => [
    `${chat}/${state}`,
    invoke,
  ]),
  [`${chat}/Audit`, 'states:startExecution.sync:2'],
].map(
  ([state, integration]) =>
    `E3601 Resources/${state}/Resource: 'arn:\${Partition}:states:::${integration}' does not match ` +
    "'^arn:aws:([a-z]|-)+:([a-z]|[0-9]|-)*:[0-9]*:([a-z]|-)+:[a-zA-Z0-9-_.]+(:(\\\\$LATEST|[a-zA-Z0-9-_\\\\.]+))?$'",
);
/** Settings decide it when the template is made. */
const condition = {
  off: "W8003 Conditions/HasChat: ['false', 'true'] will always return False",
  on: "W8003 Conditions/HasChat: ['true', 'true'] will always return True or False",
};

const ofRun = ['Collect', 'Digest', 'Evaluate', 'Plan', 'Publish'];
const bounded =
  'The state machine bounds how many targets are audited at once; a reservation would take from the account for the rest of the day.';
const publicAsItIs =
  'Slack and Microsoft Teams know nothing of IAM; they sign each request by HMAC, which the function verifies first of all.';
const outside = 'Calls nothing but public endpoints, by TLS; there is nothing in a VPC to reach.';
const suppressed = [
  ...ofRun.flatMap((name) => [
    `CKV_AWS_115 AWS::Lambda::Function.${name}LambdaFunction: ${bounded}`,
    `CKV_AWS_116 AWS::Lambda::Function.${name}LambdaFunction: Invoked by the state machine only, which waits for the answer, retries and records failures.`,
    `CKV_AWS_117 AWS::Lambda::Function.${name}LambdaFunction: Calls nothing but public endpoints of AWS, by TLS and its own role; there is nothing in a VPC to reach.`,
  ]),
  'CKV_AWS_115 AWS::Lambda::Function.AskLambdaFunction: Whoever may invoke it is known by IAM; a reservation would take from the account for the rest of the day.',
  'CKV_AWS_116 AWS::Lambda::Function.AskLambdaFunction: Whoever invokes it waits for the answer.',
  `CKV_AWS_117 AWS::Lambda::Function.AskLambdaFunction: ${outside}`,
  'CKV_AWS_18 AWS::S3::Bucket.AccessLogBucket: It is where access logs go; a log of the log would never end.',
  'CKV_AWS_18 AWS::S3::Bucket.ServerlessDeploymentBucket: Holds bundles and templates of deployments, no evidence.',
];
const suppressedOfChats = [
  'CKV_AWS_115 AWS::Lambda::Function.DeliverLambdaFunction: The state machine of questions calls it once for each; a reservation would take from the account for the rest of the day.',
  'CKV_AWS_116 AWS::Lambda::Function.ChatLambdaFunction: Invoked by chat platforms only, which wait for the answer.',
  'CKV_AWS_116 AWS::Lambda::Function.DeliverLambdaFunction: Invoked by the state machine of questions only, which waits for the answer, retries, and fails where it fails.',
  `CKV_AWS_117 AWS::Lambda::Function.ChatLambdaFunction: ${outside}`,
  `CKV_AWS_117 AWS::Lambda::Function.DeliverLambdaFunction: ${outside}`,
];

/** What is known of each stage. checkov looks at nothing whose condition is false. */
const known = {
  account: { lint: [...partitions, condition.off], skipped: suppressed },
  chat: {
    lint: [...partitions, condition.on],
    skipped: [
      ...suppressed,
      ...suppressedOfChats,
      `CKV_AWS_258 AWS::Lambda::Url.ChatLambdaFunctionUrl: ${publicAsItIs}`,
    ],
  },
  organization: { lint: [...partitions, condition.on], skipped: [...suppressed, ...suppressedOfChats] },
};

describe.each(stageNames)('the template of the stage %s', (stage) => {
  const { lint, skipped } = known[stage];

  test('cfn-lint says nothing of it but what is known', () => {
    expect([...cfnLint(templatePath(stage), [stages[stage].region])].sort()).toEqual(lint.toSorted());
  });

  test('checkov says nothing of it; what is suppressed has a reason', () => {
    const found = checkov(templatePath(stage));
    expect({ failed: found.failed, skipped: found.skipped, parsingErrors: found.parsingErrors }).toEqual({
      ...{ failed: [], skipped: skipped.toSorted(), parsingErrors: 0 },
    });
  });
});

describe('the template of the member role', () => {
  test('cfn-lint says nothing of it', () => {
    expect(cfnLint(memberRole)).toEqual([]);
  });

  test('checkov says nothing of it and suppresses nothing', () => {
    expect(checkov(memberRole)).toMatchObject({ failed: [], skipped: [], parsingErrors: 0 });
  });
});

describe('what the validators would refuse', () => {
  test('cfn-lint: a reference to nothing', () => {
    const path = spoilt('reference.yml', readFileSync(memberRole, 'utf8').replace('Ref: RoleName', 'Ref: RoleNam'));
    expect(cfnLint(path)).toEqual([
      'W2001 Parameters/RoleName: Parameter RoleName not used.',
      expect.stringContaining("E1020 Resources/MemberRole/Properties/RoleName/Ref: 'RoleNam' is not one of"),
    ]);
  });

  test('checkov: evidence that is not encrypted and can be public', () => {
    const template = readTemplate(templatePath('account'));
    const properties = template.Resources.EvidenceBucket?.Properties ?? {};
    delete properties.PublicAccessBlockConfiguration;
    delete properties.VersioningConfiguration;
    const { failed } = checkov(spoilt('public.json', JSON.stringify(template)));
    const bucket = 'AWS::S3::Bucket.EvidenceBucket';
    expect(failed).toEqual([21, 53, 54, 55, 56].map((id) => `CKV_AWS_${id} ${bucket}`));
  });
});
