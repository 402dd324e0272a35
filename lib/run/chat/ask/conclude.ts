import * as z from 'zod';
import type { AuditFailure } from '../../../chat/answers/failure.ts';
import { conclude } from '../../../chat/conclude.ts';
import type { AnswerParts, AuditRequest } from '../../../chat/index.ts';
import type { Answer } from '../../../chat/reply.ts';
import { causeOf, jsonOf } from '../../digest-cause.ts';
import type { Failure } from '../steps.ts';

/** A request as a step hands it on, where members that are absent may be undefined. */
type Requested = { readonly [member in keyof AuditRequest]?: AuditRequest[member] | undefined };

/** How an execution of the audit ended. */
export interface Ended {
  /** Its name; a failed one may have left a record all the same. */
  readonly run?: string | undefined;
  readonly failure?: Failure | undefined;
}

/**
 * Tells what an audit came to, from the record of its run where there is one.
 *
 * @throws StoreError when the evidence bucket cannot be read
 */
export async function concludeAudit(
  { accounts, regions, directories }: Requested,
  { run, failure }: Ended,
  parts: AnswerParts,
): Promise<Answer> {
  const request = {
    ...(accounts === undefined ? {} : { accounts }),
    ...(regions === undefined ? {} : { regions }),
    ...(directories === undefined ? {} : { directories }),
  };
  const record = run === undefined ? undefined : await parts.memory.run(run);
  const told = failure === undefined ? undefined : failureOf(failure);
  if (record === undefined)
    return await conclude(request, told === undefined ? { run: record } : { failure: told }, parts);
  return await conclude(request, { run: record, ...(told === undefined ? {} : { failure: told }) }, parts);
}

/** A state that waits for an execution fails with all that is known of that execution. */
const execution = z.looseObject({ Status: z.string(), Error: z.string().optional(), Cause: z.string().optional() });

function failureOf({ Error: error, Cause: cause = '' }: Failure): AuditFailure {
  const waitedFor = execution.safeParse(jsonOf(cause));
  if (!waitedFor.success) return { error, cause: causeOf(error, cause) };
  const { Status, Error: inner = `States.${Status}`, Cause } = waitedFor.data;
  return { error: inner, cause: causeOf(inner, Cause ?? '') };
}
