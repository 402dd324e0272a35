import * as z from 'zod';
import { type Diff, diffSchema, summarySchema } from '../findings/index.ts';
import type { Summary } from '../model/report.ts';

/** What one run found out about one account and Region, for the digest; the document at `newsKey`. */
export interface News {
  readonly formatVersion: 1;
  readonly accountId: string;
  readonly region: string;
  /** Of the snapshot; ISO 8601 in UTC. */
  readonly capturedAt: string;
  /**
   * Whether a run with a newer snapshot was entered first. Then there is nothing to tell: the newer run told it, and
   * `diff` is empty.
   */
  readonly superseded: boolean;
  /** Against the run before. */
  readonly diff: Diff;
  /** Of this run's results. */
  readonly now: Summary;
  /**
   * Of the last run over all of the Region; null where totals do not compare: in the first run, in one of some
   * directories only, and in a superseded one.
   */
  readonly before: Summary | null;
}

export const newsSchema: z.ZodType<News> = z.object({
  ...{ formatVersion: z.literal(1), accountId: z.string(), region: z.string(), capturedAt: z.iso.datetime() },
  superseded: z.boolean(),
  ...{ diff: diffSchema, now: summarySchema, before: summarySchema.nullable() },
});
