import * as z from 'zod';
import type { Diff } from './diff.ts';
import { coverageGapSchema } from './report-schema.ts';
import { resultSchema } from './result-schema.ts';

const results = z.array(resultSchema);
const gaps = z.array(coverageGapSchema);

/** A difference as it stands in the news of a run. */
export const diffSchema: z.ZodType<Diff> = z.object({
  appeared: results,
  resolved: results,
  changed: z.array(z.object({ before: resultSchema, after: resultSchema })),
  coverage: z.object({ lost: gaps, regained: gaps }),
});
