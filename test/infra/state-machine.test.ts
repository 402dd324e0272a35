import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { resultsPrefix } from '../../lib/run/keys.ts';
import {
  collectInputSchema,
  digestInputSchema,
  evaluateInputSchema,
  planInputSchema,
  publishInputSchema,
  type RunTarget,
  type TargetOutcome,
  targetOutcomeSchema,
} from '../../lib/run/steps.ts';
import { policies } from '../../scripts/infra-policies.ts';
import { Audit, child, Digest, fill, Plan, tasks, timeLimit } from './state-machine.ts';

const target: RunTarget = {
  ...{ accountId: '111122223333', region: 'us-east-1', partition: 'aws', roleArn: null, directories: null },
};
const failure = { Error: 'AccessError', Cause: 'the role cannot be assumed' };
const evaluated = { output: { snapshot: 'snapshots/a', report: 'reports/b', news: 'runs/r/news/c' } };

/** The members of what a task hands to its function. */
const payload = (
  state: { readonly Parameters?: { readonly [key: string]: unknown } | undefined } | undefined,
): string[] =>
  Object.keys(z.record(z.string(), z.unknown()).parse(state?.Parameters?.Payload))
    .map((key) => key.replace(/\.\$$/, ''))
    .sort();
const members = (schema: z.ZodObject): string[] => Object.keys(schema.shape).sort();

test('each step is handed what its schema asks for', () => {
  expect({
    plan: payload(Plan),
    collect: payload(child.Collect),
    evaluate: payload(child.Evaluate),
    publish: payload(child.Publish),
    digest: payload(Digest),
  }).toEqual({
    plan: members(planInputSchema),
    collect: members(collectInputSchema),
    evaluate: members(evaluateInputSchema),
    publish: members(publishInputSchema),
    digest: members(digestInputSchema),
  });
});

describe('a target that is not audited to the end has an outcome all the same', () => {
  const outcomeOf = (state: string, input: object): unknown =>
    targetOutcomeSchema.parse(fill(child[state]?.Parameters ?? {}, input));
  const lost = { outcome: 'lost', target, error: failure.Error, cause: failure.Cause } as const;
  const outcomes: readonly (readonly [state: string, input: object, outcome: TargetOutcome])[] = [
    ['CollectFailed', { target, failure }, { ...lost, step: 'collect' }],
    ['EvaluateFailed', { target, failure }, { ...lost, step: 'evaluate' }],
    [
      'CollectEndless',
      { target },
      { ...lost, step: 'collect', error: 'CollectEndless', cause: 'Collecting was called 24 times and was not done' },
    ],
    ['PublishFailed', { target, evaluated, failure }, { ...lost, ...evaluated.output, outcome: 'unpublished' }],
  ];

  test.each(outcomes)('%s', (state, input, outcome) => {
    expect(outcomeOf(state, input)).toEqual(outcome);
  });

  test('whatever fails in a target is caught', () => {
    const caught = Object.entries(child).flatMap(([name, { Catch = [] }]) =>
      Catch.map(({ ErrorEquals, Next }) => `${name}: ${ErrorEquals} → ${Next}`),
    );
    expect(caught).toEqual([
      'Collect: States.ALL → CollectFailed',
      'Evaluate: States.ALL → EvaluateFailed',
      'Publish: States.ALL → PublishFailed',
    ]);
  });
});

describe('time and retries', () => {
  test('every task ends on its own, after its function would have', () => {
    expect(Object.fromEntries(tasks.map(([name, { TimeoutSeconds }]) => [name, TimeoutSeconds]))).toEqual({
      ...{ Plan: 330, Collect: 930, Evaluate: 930, Publish: 930, Digest: 930 },
    });
  });

  test('a run ends before the next night', () => {
    expect(timeLimit).toBeLessThan(24 * 3600);
  });

  test('what will not change by itself is not tried again', () => {
    const retried = tasks.flatMap(([, { Retry = [] }]) => Retry.flatMap(({ ErrorEquals }) => ErrorEquals));
    const useless = ['AccessError', 'InputError', 'States.ALL', 'States.TaskFailed'];
    expect(retried.filter((error) => useless.includes(error))).toEqual([]);
  });

  test('every retry is spread by chance', () => {
    const strategies = tasks.map(([, { Retry = [] }]) => Retry.map(({ JitterStrategy }) => JitterStrategy));
    expect(strategies).toEqual(tasks.map(() => ['FULL', 'FULL']));
  });
});

describe('names that stand twice', () => {
  test('the results are written where the digest may read them', () => {
    const { Prefix = Audit.ResultWriter.Parameters['Prefix.$'] } = Audit.ResultWriter.Parameters;
    expect(Prefix).toBe(`States.Format('${resultsPrefix('{}')}', $.run)`);
  });

  test('the policy names the executions of the map by its label', () => {
    const { stateMachine } = policies({ targets: { accounts: 'own', regions: 'all' }, memberRoleName: 'Audit' });
    expect(JSON.stringify(stateMachine)).toContain(`/${Audit.Label}:*`);
  });
});
