import {
  DescribeExecutionCommand,
  ExecutionAlreadyExists,
  type ExecutionStatus,
  type SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import { failure } from './bucket.ts';
import { StoreError } from './errors.ts';

export interface StartedExecution {
  readonly arn: string;
  /** `already`: an execution of this name was started before, and this call started none. */
  readonly state: 'started' | 'already';
}

/**
 * Starts an execution of a standard state machine, once for each name: Step Functions remembers names for 90 days.
 *
 * @param name at most 80 characters: letters, digits, `-` and `_`
 * @param input what becomes the input as JSON; at most 256 KiB
 * @throws StoreError `failed`
 */
export async function startExecution(
  client: SFNClient,
  stateMachineArn: string,
  name: string,
  input: unknown,
): Promise<StartedExecution> {
  const arn = executionArn(stateMachineArn, name);
  try {
    await client.send(new StartExecutionCommand({ stateMachineArn, name, input: JSON.stringify(input) }));
    return { arn, state: 'started' };
  } catch (error) {
    if (error instanceof ExecutionAlreadyExists) return { arn, state: 'already' };
    throw failure('states:StartExecution', arn, error);
  }
}

/** How the executions of a state machine are called. */
export const executionArn = (stateMachineArn: string, name: string): string =>
  `${stateMachineArn.replace(':stateMachine:', ':execution:')}:${name}`;

/** How far an execution is. */
export interface ExecutionState {
  readonly status: ExecutionStatus;
  readonly startedAt: Date;
  /** JSON that it was started with. */
  readonly input?: string;
  /** JSON, once it has succeeded. */
  readonly output?: string;
  /** Why it did not. */
  readonly error?: string;
  readonly cause?: string;
}

/**
 * @returns what Step Functions knows of an execution; it lags a moment behind
 * @throws StoreError `failed`, also for an execution that does not exist
 */
export async function readExecution(client: SFNClient, arn: string): Promise<ExecutionState> {
  try {
    const { status, startDate, input, output, error, cause } = await client.send(
      new DescribeExecutionCommand({ executionArn: arn }),
    );
    if (status === undefined || startDate === undefined)
      throw new StoreError('failed', arn, 'Step Functions answered without a status or start');
    return {
      ...{ status, startedAt: startDate },
      ...(input === undefined ? {} : { input }),
      ...(output === undefined ? {} : { output }),
      ...(error === undefined ? {} : { error }),
      ...(cause === undefined ? {} : { cause }),
    };
  } catch (error) {
    throw failure('states:DescribeExecution', arn, error);
  }
}
