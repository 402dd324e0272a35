import * as z from 'zod';
import { coverageStatuses } from '../model/coverage.ts';
import { severities, statuses } from '../model/outcome.ts';
import type { CoverageGap, Summary } from '../model/report.ts';

const count = z.int().nonnegative();
const counts = <K extends string>(keys: readonly K[]) => z.record(z.enum(keys), count);

/** A summary as it stands in a saved report, ledger or news. */
export const summarySchema: z.ZodType<Summary> = z.object({
  results: count,
  byStatus: counts(statuses),
  nonCompliantBySeverity: counts(severities),
  excepted: count,
});

/** An operation that was not completely read, as it stands in a saved report or news. */
export const coverageGapSchema: z.ZodType<CoverageGap> = z.object({
  ...{ accountId: z.string(), region: z.string(), operation: z.string(), status: z.enum(coverageStatuses) },
  ...{ errorCode: z.string().optional(), message: z.string().optional() },
});
