import * as z from 'zod';
import { severities, statuses } from '../model/outcome.ts';
import type { Result } from '../model/report.ts';
import { subjectTypes } from '../model/subject.ts';

const texts = z.array(z.string());

/** A result as it stands in a saved report or ledger. */
export const resultSchema: z.ZodType<Result> = z.object({
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
