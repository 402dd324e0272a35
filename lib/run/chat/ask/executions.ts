import { StoreError } from '../../../store/errors.ts';
import { type ExecutionState, executionArn, readExecution, startExecution } from '../../../store/executions.ts';

/** Where audits run, and what time is: tests bring their own. */
export interface Audits {
  readonly client: Parameters<typeof startExecution>[0];
  readonly stateMachineArn: string;
  readonly clock: () => Date;
  /** Waits so many milliseconds. */
  readonly sleep: (milliseconds: number) => Promise<void>;
}

/**
 * Starts an audit, once for each name.
 *
 * @throws StoreError `failed`
 */
export async function startAudit({ client, stateMachineArn }: Audits, run: string, request: unknown): Promise<void> {
  await startExecution(client, stateMachineArn, run, request);
}

/**
 * @returns undefined when Step Functions knows no such run
 * @throws StoreError `failed`
 */
export async function readAudit({ client, stateMachineArn }: Audits, run: string): Promise<ExecutionState | undefined> {
  try {
    return await readExecution(client, executionArn(stateMachineArn, run));
  } catch (error) {
    if (isUnknown(error)) return undefined;
    throw error;
  }
}

const isUnknown = (error: unknown): boolean =>
  error instanceof StoreError && error.cause instanceof Error && error.cause.name === 'ExecutionDoesNotExist';

const firstPauseMilliseconds = 1_000;
const longestPauseMilliseconds = 10_000;

/**
 * Waits until an audit is over: asks after a second, then less and less often.
 *
 * @param mayWait milliseconds that are left for it, asked before each pause
 * @returns its state, which is still RUNNING when the time was up; undefined when Step Functions knows no such run, which
 *   it may not yet a moment after the start
 * @throws StoreError `failed`
 */
export async function followAudit(
  audits: Audits,
  run: string,
  mayWait: () => number,
): Promise<ExecutionState | undefined> {
  for (let pause = firstPauseMilliseconds; ; pause = Math.min(longestPauseMilliseconds, pause * 1.5)) {
    const state = await readAudit(audits, run);
    if (state !== undefined && !isUnderWay(state)) return state;
    if (mayWait() < pause) return state;
    await audits.sleep(pause);
  }
}

/** Whether it may still come to a result by itself. */
export const isUnderWay = ({ status }: ExecutionState): boolean => status === 'RUNNING' || status === 'PENDING_REDRIVE';
