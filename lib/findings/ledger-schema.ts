import * as z from 'zod';
import { coverageStatuses } from '../model/coverage.ts';
import { severities, statuses } from '../model/outcome.ts';
import type { Result } from '../model/report.ts';
import { subjectTypes } from '../model/subject.ts';
import type { Ledger } from './ledger-types.ts';

const texts = z.array(z.string());

const result: z.ZodType<Result> = z.object({
  ...{ ruleId: z.string(), packId: z.string(), title: z.string() },
  ...{ severity: z.enum(severities), status: z.enum(statuses) },
  subject: z.object({
    type: z.enum(subjectTypes),
    ...{ id: z.string(), arn: z.string(), accountId: z.string(), region: z.string() },
  }),
  ...{ reason: z.string(), evidence: z.record(z.string(), z.json()), remediation: z.string() },
  ...{ controls: texts, missing: texts },
  exception: z
    .object({
      ...{ reason: z.string(), owner: z.string(), ticket: z.string().nullable() },
      ...{ expires: z.string(), expired: z.boolean() },
    })
    .nullable(),
});

const time = z.iso.datetime();

/** Reads a ledger back; what does not fit is refused rather than guessed, since findings are closed by it. */
export const ledgerSchema: z.ZodType<Ledger> = z.object({
  formatVersion: z.literal(1),
  ...{ accountId: z.string(), region: z.string(), capturedAt: time },
  coverage: z.array(z.object({ operation: z.string(), status: z.enum(coverageStatuses) })),
  findings: z.array(
    z.object({
      ...{ id: z.string(), state: z.enum(['open', 'resolved']), result },
      ...{ firstSeen: time, lastSeen: time, resolvedAt: time.nullable(), reopened: z.int().nonnegative() },
      published: z.record(z.string(), z.object({ hash: z.string(), at: time })),
    }),
  ),
});
