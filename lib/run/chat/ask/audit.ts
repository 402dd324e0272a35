import { type AuditRequest, code, type Line, type Reply } from '../../../chat/index.ts';
import type { ExecutionState } from '../../../store/executions.ts';
import { jsonOf } from '../../digest-cause.ts';
import { type RunRequest, requestSchema } from '../../steps.ts';
import type { Failure } from '../steps.ts';
import { followAudit, isUnderWay, readAudit, startAudit } from './executions.ts';
import type { AskParts } from './parts.ts';

/** How far an audit is. */
export type Progress =
  | { readonly kind: 'started' | 'running' | 'unknown'; readonly run: string }
  | { readonly kind: 'done'; readonly run: string; readonly request: RunRequest; readonly failure?: Failure };

/**
 * Starts an audit and follows it for a while.
 *
 * @param mayWait milliseconds that are left for waiting; undefined does not wait
 * @throws StoreError when Step Functions refuses or does not answer
 */
export async function newAudit(
  request: AuditRequest,
  { audits, run }: AskParts,
  mayWait: (() => number) | undefined,
): Promise<Progress> {
  await startAudit(audits, run, request);
  if (mayWait === undefined) return { kind: 'started', run };
  const state = await followAudit(audits, run, mayWait);
  // What was just started exists, even if Step Functions does not tell so yet.
  return state === undefined ? { kind: 'running', run } : progressOf(run, state);
}

/**
 * Looks after an audit that was started before.
 *
 * @param mayWait milliseconds that are left for waiting; undefined does not wait
 * @throws StoreError when Step Functions refuses or does not answer
 */
export async function earlierAudit(
  run: string,
  { audits }: AskParts,
  mayWait: (() => number) | undefined,
): Promise<Progress> {
  const now = await readAudit(audits, run);
  if (now === undefined) return { kind: 'unknown', run };
  if (mayWait === undefined || !isUnderWay(now)) return progressOf(run, now);
  return progressOf(run, (await followAudit(audits, run, mayWait)) ?? now);
}

function progressOf(run: string, state: ExecutionState): Progress {
  if (isUnderWay(state)) return { kind: 'running', run };
  const { status, input } = state;
  // What a schedule or a person started may have another input.
  const request = requestSchema.safeParse(jsonOf(input)).data ?? {};
  const done = { kind: 'done', run, request } as const;
  if (status === 'SUCCEEDED') return done;
  // Executions that were stopped or timed out may have no error of their own.
  const { error = `States.${status}`, cause } = state;
  return { ...done, failure: { Error: error, ...(cause === undefined ? {} : { Cause: cause }) } };
}

/** Says how far an audit is that is not done. @param goOn how whoever asked hears of its end */
export function progressReply({ kind, run }: Exclude<Progress, { kind: 'done' }>, goOn: readonly Line[]): Reply {
  if (kind === 'unknown') {
    return {
      mood: 'refused',
      title: 'There is no such run.',
      sections: [{ lines: [['Neither Step Functions nor the evidence bucket knows ', code(run), '.']] }],
      next: [],
    };
  }
  const title = kind === 'started' ? 'The audit has started.' : 'The audit goes on.';
  return { mood: 'neutral', title, sections: [{ lines: [['It is run ', code(run), '.'], ...goOn] }], next: [] };
}
