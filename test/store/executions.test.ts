import {
  DescribeExecutionCommand,
  ExecutionAlreadyExists,
  SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, describe, expect, it } from 'vitest';
import { executionActions } from '../../lib/store/actions.ts';
import { readExecution, startExecution } from '../../lib/store/executions.ts';
import { awsError } from '../collect/estate.ts';

const states = mockClient(SFNClient);
const client = new SFNClient({ region: 'us-east-1' });
const machine = 'arn:aws:states:us-east-1:111122223333:stateMachine:wsaudit';
const arn = 'arn:aws:states:us-east-1:111122223333:execution:wsaudit:chat-1';
afterEach(() => states.reset());

describe('starting an execution', () => {
  it('starts it under its name', async () => {
    states.on(StartExecutionCommand).resolves({ executionArn: arn, startDate: new Date(0) });
    expect(await startExecution(client, machine, 'chat-1', { text: 'help' })).toStrictEqual({ arn, state: 'started' });
    expect(states.commandCalls(StartExecutionCommand).map(({ args }) => args[0].input)).toStrictEqual([
      { stateMachineArn: machine, name: 'chat-1', input: '{"text":"help"}' },
    ]);
  });

  it('knows one that was started before', async () => {
    states.on(StartExecutionCommand).rejects(new ExecutionAlreadyExists({ message: 'there', $metadata: {} }));
    expect(await startExecution(client, machine, 'chat-1', {})).toStrictEqual({ arn, state: 'already' });
  });

  it('tells what AWS refused', async () => {
    states.on(StartExecutionCommand).rejects(awsError('AccessDeniedException'));
    await expect(startExecution(client, machine, 'chat-1', {})).rejects.toMatchObject({
      ...{ name: 'StoreError', code: 'failed', key: arn },
      message: `${arn}: states:StartExecution failed: AccessDeniedException: AccessDeniedException happened`,
    });
  });
});

describe('reading an execution', () => {
  it.each([
    [{ status: 'RUNNING' as const }, {}],
    [{ status: 'SUCCEEDED' as const, output: '{"run":"chat-1"}' }, { output: '{"run":"chat-1"}' }],
    [
      { status: 'FAILED' as const, error: 'States.Timeout', cause: 'late' },
      { error: 'States.Timeout', cause: 'late' },
    ],
  ])('tells how far it is: %j', async (answer, more) => {
    const startedAt = new Date('2026-11-22T09:00:00.000Z');
    states.on(DescribeExecutionCommand).resolves({ ...answer, startDate: startedAt });
    expect(await readExecution(client, arn)).toStrictEqual({ status: answer.status, startedAt, ...more });
  });

  it('fails for one that is not there', async () => {
    states.on(DescribeExecutionCommand).rejects(awsError('ExecutionDoesNotExist'));
    await expect(readExecution(client, arn)).rejects.toThrow('states:DescribeExecution failed: ExecutionDoesNotExist');
  });

  it('fails for an answer without a status', async () => {
    states.on(DescribeExecutionCommand).resolves({});
    await expect(readExecution(client, arn)).rejects.toThrow('Step Functions answered without a status or start');
  });
});

it('names the IAM actions that it needs', () => {
  expect(executionActions).toStrictEqual({ start: ['states:StartExecution'], read: ['states:DescribeExecution'] });
});
