import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { memberRoleTemplate } from '../../scripts/infra-member-role.ts';

test('the template of the member role is up to date', () => {
  const { status, stdout } = spawnSync(process.execPath, ['scripts/infra.ts', '--check'], { encoding: 'utf8' });
  expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
});

test('it is what the code makes, and works in every partition', () => {
  const text = readFileSync('infra/member-role.yml', 'utf8');
  expect(parse(text)).toEqual(JSON.parse(JSON.stringify(memberRoleTemplate())));
  expect(text).not.toMatch(/arn:aws/);
});

test('only two roles of the auditor are trusted, and only with what was agreed', () => {
  const { AssumeRolePolicyDocument } = memberRoleTemplate().Resources.MemberRole.Properties;
  const arn = (role: string) => ({ 'Fn::Sub': `arn:\${AWS::Partition}:iam::\${AuditorAccountId}:${role}` });
  const given = (condition: string, name: string) => ({
    'Fn::If': [condition, { Ref: name }, { Ref: 'AWS::NoValue' }],
  });
  expect(AssumeRolePolicyDocument.Statement).toEqual([
    {
      Effect: 'Allow',
      Principal: { AWS: arn('root') },
      Action: 'sts:AssumeRole',
      Condition: {
        ArnEquals: {
          'aws:PrincipalArn': [
            arn(`role/workspaces-auditor-\${AuditorStage}-collect`),
            arn(`role/workspaces-auditor-\${AuditorStage}-publish`),
          ],
        },
        StringEquals: {
          'aws:PrincipalAccount': { Ref: 'AuditorAccountId' },
          'sts:ExternalId': given('HasExternalId', 'ExternalId'),
          'aws:PrincipalOrgID': given('HasOrganization', 'OrganizationId'),
        },
      },
    },
  ]);
});
