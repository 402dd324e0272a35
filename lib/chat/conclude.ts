import { failedAudit } from './answers/audit-failed.ts';
import { finishedAudit } from './answers/audit-finished.ts';
import { bound } from './answers/bound.ts';
import type { AuditFailure } from './answers/failure.ts';
import type { AuditRequest } from './intent.ts';
import type { AnswerParts, RunMemory } from './memory.ts';
import type { Answer } from './reply.ts';

/**
 * How an audit ended: with a record of its run, which may stand although something failed afterwards; with a failure;
 * or with neither.
 */
export type AuditOutcome =
  | { readonly run: RunMemory; readonly failure?: AuditFailure }
  | { readonly failure: AuditFailure }
  | { readonly run: undefined };

/**
 * Answers whoever asked for an audit, when it has ended: with what it found, or with what happened and what to do.
 *
 * @throws StoreError when the evidence bucket cannot be read
 */
export async function conclude(request: AuditRequest, outcome: AuditOutcome, parts: AnswerParts): Promise<Answer> {
  const failure = 'failure' in outcome ? outcome.failure : undefined;
  const { reply, data } =
    'run' in outcome && outcome.run !== undefined
      ? await finishedAudit(request, outcome.run, failure, parts)
      : failedAudit(request, failure);
  return { reply: bound(reply), data };
}
