import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { resolve } from './resolve.ts';
import { readTemplate, stageNames, stages, templatePath } from './stages.ts';
import { parliament } from './validators.ts';

const policiesSchema = z.array(z.looseObject({ PolicyDocument: z.looseObject({ Statement: z.array(z.unknown()) }) }));

const roles = [
  'AskRole',
  'ChatRole',
  'ChatStateMachineRole',
  'CollectRole',
  'DeliverRole',
  'DigestRole',
  'EvaluateRole',
  'PlanRole',
  'PublishRole',
  'ScheduleRole',
  'StateMachineRole',
];

/** IAM knows two kinds of resource for this action; parliament wants both, though there are no express executions. */
const express = [
  'RESOURCE_MISMATCH [{"action":"states:DescribeExecution","required_format":"arn:*:states:*:*:express:*:*:*"}]',
];
const accepted: { readonly [role: string]: readonly string[] } = {
  ...{ AskRole: express, ChatStateMachineRole: express, StateMachineRole: express },
};

describe.each(stageNames)('the policies of the stage %s', (stage) => {
  const template = readTemplate(templatePath(stage));
  const found = Object.entries(template.Resources).filter(([, { Type }]) => Type === 'AWS::IAM::Role');

  test('are those of the known roles', () => {
    expect(found.map(([name]) => name).sort()).toEqual(roles);
  });

  test.each(roles)('parliament says nothing of that of %s but what is known', (role) => {
    const policies = policiesSchema.parse(template.Resources[role]?.Properties.Policies);
    // parliament knows the commercial partition only.
    const place = { ...stages[stage], partition: 'aws' };
    const findings = policies.flatMap(({ PolicyDocument }) => parliament(resolve(PolicyDocument, template, place)));
    expect(findings).toEqual(accepted[role] ?? []);
  });
});

test('parliament says nothing of the policy of the member role', () => {
  const schema = z.looseObject({
    Resources: z.looseObject({
      MemberRole: z.looseObject({ Properties: z.looseObject({ Policies: policiesSchema }) }),
    }),
  });
  const { Policies } = schema.parse(parse(readFileSync('infra/member-role.yml', 'utf8'))).Resources.MemberRole
    .Properties;
  const place = { partition: 'aws', region: 'us-east-1' };
  const nothing = { Conditions: {}, Resources: {}, Outputs: {} };
  expect(Policies.flatMap((policy) => parliament(resolve(policy.PolicyDocument, nothing, place)))).toEqual([]);
});

test('parliament refuses an action that does not exist, and a resource that does not fit', () => {
  const Statement = [
    { Effect: 'Allow', Action: ['workspaces:DescribeWorkspace'], Resource: ['*'] },
    { Effect: 'Allow', Action: ['sns:Publish'], Resource: ['arn:aws:s3:::evidence/*'] },
  ];
  expect(parliament({ Version: '2012-10-17', Statement })).toEqual([
    expect.stringContaining('UNKNOWN_ACTION'),
    expect.stringContaining('RESOURCE_MISMATCH'),
  ]);
});
