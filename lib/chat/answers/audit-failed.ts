import type { AuditRequest } from '../intent.ts';
import type { Answer } from '../reply.ts';
import { names } from './cut.ts';
import type { AuditData } from './data.ts';
import { type AuditFailure, askedFor, auditCommand, plainCause, tell } from './failure.ts';
import { countsOf } from './finding.ts';

/** Answers for an audit that left no record. */
export function failedAudit(request: AuditRequest, failure: AuditFailure | undefined): Answer {
  const told = failure === undefined ? withoutRecord(request) : tell(failure, request);
  const data: AuditData = {
    ...{
      kind: 'audit',
      outcome: told.mood === 'refused' ? 'refused' : 'failed',
      run: null,
      startedAt: null,
      finishedAt: null,
    },
    ...{
      directories: names(request.directories ?? []),
      // Nobody knows which of them were seen.
      missing: names(request.directories ?? []),
      ...countsOf([]),
      appeared: 0,
      resolved: 0,
      unjudged: 0,
      leftOut: 0,
    },
    ...{ findings: none, gaps: none, lost: none, evidence: none },
    failure: failure === undefined ? 'there is no record of the run' : plainCause(failure),
  };
  return {
    reply: {
      mood: told.mood,
      title: told.title,
      sections: [{ lines: [...askedFor(request), ...told.lines] }],
      next: told.next,
    },
    data,
  };
}

const none = { total: 0, omitted: 0, items: [] };

const withoutRecord = (request: AuditRequest) => ({
  mood: 'failed' as const,
  title: 'The audit ended without a record',
  lines: [['Nothing is known of what it found. Ask again; earlier runs still answer for the status.']],
  next: [auditCommand(request), 'status'],
});
