import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readTemplate, stageNames, templatePath } from './stages.ts';
import { cfnLint, checkov } from './validators.ts';

const memberRole = 'infra/member-role.yml';

/** A copy that somebody has spoilt. */
function spoilt(name: string, content: string): string {
  mkdirSync('dist/template', { recursive: true });
  const path = `dist/template/${name}`;
  writeFileSync(path, content);
  return path;
}

const child = 'StateMachine/Properties/Definition/States/Audit/ItemProcessor/States';
/** cfn-lint takes no partition but `aws` in a state machine, and none that comes by a substitution. */
const partitions = ['StateMachine/Properties/Definition/States', child].flatMap((states, depth) =>
  (depth === 0 ? ['Plan', 'Digest'] : ['Collect', 'Evaluate', 'Publish']).map(
    (state) =>
      `E3601 Resources/${states}/${state}/Resource: 'arn:\${Partition}:states:::lambda:invoke' does not match ` +
      "'^arn:aws:([a-z]|-)+:([a-z]|[0-9]|-)*:[0-9]*:([a-z]|-)+:[a-zA-Z0-9-_.]+(:(\\\\$LATEST|[a-zA-Z0-9-_\\\\.]+))?$'",
  ),
);

const functions = ['Collect', 'Digest', 'Evaluate', 'Plan', 'Publish'];
const reasons = {
  CKV_AWS_115:
    'The state machine bounds how many targets are audited at once; a reservation would take from the account for the rest of the day.',
  CKV_AWS_116: 'Invoked by the state machine only, which waits for the answer, retries and records failures.',
  CKV_AWS_117:
    'Calls nothing but public endpoints of AWS, by TLS and its own role; there is nothing in a VPC to reach.',
};
const suppressed = [
  ...Object.entries(reasons).flatMap(([id, reason]) =>
    functions.map((name) => `${id} AWS::Lambda::Function.${name}LambdaFunction: ${reason}`),
  ),
  'CKV_AWS_18 AWS::S3::Bucket.AccessLogBucket: It is where access logs go; a log of the log would never end.',
  'CKV_AWS_18 AWS::S3::Bucket.ServerlessDeploymentBucket: Holds bundles and templates of deployments, no evidence.',
].sort();

describe.each(stageNames)('the template of the stage %s', (stage) => {
  test('cfn-lint says nothing of it but what is known', () => {
    expect([...cfnLint(templatePath(stage))].sort()).toEqual([...partitions].sort());
  });

  test('checkov says nothing of it; what is suppressed has a reason', () => {
    const { failed, skipped, parsingErrors } = checkov(templatePath(stage));
    expect({ failed, skipped, parsingErrors }).toEqual({ failed: [], skipped: suppressed, parsingErrors: 0 });
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
