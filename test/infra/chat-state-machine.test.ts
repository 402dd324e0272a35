import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { DeliveryError } from '../../lib/run/chat/deliver/errors.ts';
import { type AskStepOutput, askStepSchema, deliverInputSchema, type Question } from '../../lib/run/chat/steps.ts';
import { requestSchema } from '../../lib/run/steps.ts';
import { after, fill, keep, machine, type Retry, type Task, tasks } from './chat-state-machine.ts';
import { timeLimit } from './state-machine.ts';

const question: Question = {
  ...{ text: 'status', askedAt: '2026-11-23T04:00:00.000Z' },
  destination: { platform: 'slack', channel: 'C0123ABCD', user: 'U0123ABCD' },
};
const context = { Execution: { Name: 'slack-0a1b2c' } };
const request = { regions: ['us-east-1'], directories: ['d-0123456789'] };
const reply = { mood: 'clean', title: 'Nothing is open', sections: [], next: [] } as const;
const answered: AskStepOutput = { kind: 'reply', reply: { ...reply, sections: [], next: [] } };
const failure = { Error: 'StoreError', Cause: 'the bucket cannot be read' };

/** What the functions and the audit come to, by the name of the state; an `Error` member makes the task fail. */
interface Outcomes {
  readonly [state: string]: unknown;
}

interface Call {
  readonly state: string;
  readonly input: unknown;
}

/** Runs a question as Step Functions would, without its retries. */
function ask(outcomes: Outcomes): { readonly calls: readonly Call[]; readonly failed: boolean } {
  const calls: Call[] = [];
  let input: object = question;
  for (let name: string | undefined = machine.StartAt; name !== undefined; ) {
    const state: (typeof machine.States)[string] | undefined = machine.States[name];
    if (state?.Type === 'Pass') input = keep(state.ResultPath, input, state.Result);
    if (state?.Type === 'Task') {
      const parameters = z.record(z.string(), z.unknown()).parse(fill(state.Parameters, { input, context }));
      calls.push({ state: name, input: parameters.Payload ?? parameters });
      const failed = failureOf(outcomes[name]);
      if (failed !== undefined) {
        const caught: NonNullable<Task['Catch']>[number] | undefined = state.Catch?.[0];
        if (caught === undefined) return { calls, failed: true };
        input = keep(caught.ResultPath, input, failed);
        name = caught.Next;
        continue;
      }
      if (state.ResultPath !== undefined) {
        const result = fill(state.ResultSelector ?? {}, { input: outcomes[name], context });
        input = keep(state.ResultPath, input, result);
      }
    }
    name = after(name, input);
  }
  return { calls, failed: false };
}

const failureOf = (outcome: unknown): unknown =>
  z.object({ Error: z.string(), Cause: z.string() }).safeParse(outcome).data;
const fromAsk = (Payload: unknown) => ({ ExecutedVersion: '$LATEST', StatusCode: 200, Payload });
const understands = fromAsk({ kind: 'audit', request } satisfies AskStepOutput);
const audited = { Name: 'slack-0a1b2c', Status: 'SUCCEEDED', Output: { run: 'slack-0a1b2c', whole: false } };
const delivered = { StatusCode: 200, Payload: null };

const audit = {
  state: 'Audit',
  input: { StateMachineArn: `\${AuditStateMachineArn}`, Name: 'slack-0a1b2c', Input: request },
};
const understand = { state: 'Understand', input: { step: 'understand', text: 'status' } };
const to = { destination: question.destination, text: 'status' };

describe('what becomes of a question', () => {
  test('one that can be answered is answered', () => {
    expect(ask({ Understand: fromAsk(answered), Deliver: delivered })).toEqual({
      calls: [understand, { state: 'Deliver', input: { ...to, reply } }],
      failed: false,
    });
  });

  test('an audit runs under the name of the question, and its end is told', () => {
    expect(ask({ Understand: understands, Audit: audited, Conclude: fromAsk(answered), Deliver: delivered })).toEqual({
      calls: [
        understand,
        audit,
        { state: 'Conclude', input: { step: 'conclude', request, run: 'slack-0a1b2c' } },
        { state: 'Deliver', input: { ...to, reply } },
      ],
      failed: false,
    });
  });

  test('of an audit that fails, ask says why, and finds what it left by its name', () => {
    expect(
      ask({ Understand: understands, Audit: failure, ConcludeFailure: fromAsk(answered), Deliver: delivered }),
    ).toEqual({
      calls: [
        understand,
        audit,
        { state: 'ConcludeFailure', input: { step: 'conclude', request, run: 'slack-0a1b2c', failure } },
        { state: 'Deliver', input: { ...to, reply } },
      ],
      failed: false,
    });
  });

  const noAnswer = { Error: 'NoAnswer', Cause: 'The function ask returned neither a reply nor an audit to be done' };
  test.each<[string, Outcomes, unknown]>([
    ['understanding it fails', { Understand: failure }, failure],
    ['ask returns nothing', { Understand: fromAsk(null) }, noAnswer],
    ['the end of its audit cannot be told', { Understand: understands, Audit: audited, Conclude: failure }, failure],
    [
      'the failure of its audit cannot be told',
      { Understand: understands, Audit: { ...failure, Error: 'States.TaskFailed' }, ConcludeFailure: failure },
      failure,
    ],
    [
      'ask wants one audit after the other',
      { Understand: understands, Audit: audited, Conclude: understands },
      noAnswer,
    ],
    ['the reply cannot be delivered', { Understand: fromAsk(answered), Deliver: failure }, failure],
  ])('whoever asked hears of it when %s', (_, outcomes, told) => {
    const { calls, failed } = ask({ ...outcomes, DeliverFailure: delivered });
    expect({ last: calls.at(-1), failed }).toEqual({
      last: { state: 'DeliverFailure', input: { ...to, failure: told } },
      failed: false,
    });
  });

  test('an execution fails, so that an alarm rings, where not even that gets through', () => {
    expect(ask({ Understand: failure, DeliverFailure: failure }).failed).toBe(true);
  });

  test('all that is handed on is what the functions and the audit take', () => {
    const all = [
      ask({
        Understand: understands,
        Audit: audited,
        Conclude: fromAsk(answered),
        Deliver: failure,
        DeliverFailure: {},
      }),
      ask({ Understand: understands, Audit: failure, ConcludeFailure: fromAsk(answered), Deliver: delivered }),
    ].flatMap(({ calls }) => calls);
    const taken = all.map(({ state, input }) => {
      if (state === 'Audit') return requestSchema.parse(z.object({ Input: z.unknown() }).parse(input).Input);
      return (state.startsWith('Deliver') ? deliverInputSchema : askStepSchema).parse(input);
    });
    expect(taken).toEqual(all.map(({ state, input }) => (state === 'Audit' ? request : input)));
  });
});

describe('time and retries', () => {
  test('whatever fails is caught, but in the state that is the last to be tried', () => {
    const caught = [...tasks].map(([name, { Catch = [] }]) => [
      name,
      Catch.map(({ ErrorEquals, Next }) => `${ErrorEquals} → ${Next}`),
    ]);
    expect(Object.fromEntries(caught)).toEqual({
      Understand: ['States.ALL → DeliverFailure'],
      Audit: ['States.ALL → ConcludeFailure'],
      Conclude: ['States.ALL → DeliverFailure'],
      ConcludeFailure: ['States.ALL → DeliverFailure'],
      Deliver: ['States.ALL → DeliverFailure'],
      DeliverFailure: [],
    });
  });

  const busy = { ErrorEquals: ['Lambda.TooManyRequestsException'], MaxAttempts: 8 };
  const broken = {
    ErrorEquals: [
      ...['Lambda.ServiceException', 'Lambda.AWSLambdaException', 'Lambda.SdkClientException'],
      ...['Lambda.ClientExecutionTimeoutException', 'Lambda.Unknown', 'Runtime.ExitError', 'StoreError'],
    ],
    MaxAttempts: 3,
  };
  const undelivered = { ErrorEquals: [new DeliveryError('busy').name], MaxAttempts: 5 };
  const unstarted = {
    ErrorEquals: ['StepFunctions.ExecutionLimitExceeded', 'StepFunctions.SdkClientException'],
    MaxAttempts: 5,
  };
  test('what may go by itself is tried again, and nothing that ran out of time', () => {
    const retried = [...tasks].map(([name, { Retry }]) => [
      name,
      Retry.map(({ ErrorEquals, MaxAttempts }) => ({ ErrorEquals, MaxAttempts })),
    ]);
    expect(Object.fromEntries(retried)).toEqual({
      ...{ Understand: [busy, broken], Conclude: [busy, broken], ConcludeFailure: [busy, broken] },
      ...{ Deliver: [busy, broken, undelivered], DeliverFailure: [busy, broken, undelivered] },
      Audit: [unstarted],
    });
  });

  test('an audit has all the time that it gives itself', () => {
    expect(tasks.get('Audit')?.TimeoutSeconds).toBeGreaterThan(timeLimit);
  });

  /** At most, with every retry of every kind, each after all the time that an attempt may take. */
  const longest = (name: string): number => {
    const { TimeoutSeconds, Retry } = tasks.get(name) ?? { TimeoutSeconds: Number.NaN, Retry: [] };
    // An audit that has begun is not begun again.
    if (name === 'Audit') return TimeoutSeconds + waiting(Retry);
    const attempts = 1 + Retry.reduce((sum, { MaxAttempts }) => sum + MaxAttempts, 0);
    return attempts * TimeoutSeconds + waiting(Retry);
  };
  const waiting = (retries: readonly Retry[]): number =>
    retries.reduce((sum, { MaxAttempts, MaxDelaySeconds }) => sum + MaxAttempts * MaxDelaySeconds, 0);

  test('the whole ends by itself only after the longest way through it, so that nobody is left without a word', () => {
    const way = ['Understand', 'Audit', 'ConcludeFailure', 'Deliver', 'DeliverFailure'];
    expect(way.reduce((sum, name) => sum + longest(name), 0)).toBeLessThan(machine.TimeoutSeconds);
  });

  test('an answer without an audit comes within the half hour in which Slack takes it', () => {
    const once = ['Understand', 'Deliver'].reduce((sum, name) => sum + (tasks.get(name)?.TimeoutSeconds ?? 0), 0);
    const again = ['Understand', 'Deliver'].flatMap((name) => tasks.get(name)?.Retry ?? []);
    expect(once + waiting(again)).toBeLessThan(30 * 60);
  });
});
