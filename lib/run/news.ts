import * as z from 'zod';
import { compareResults } from '../engine/index.ts';
import { compareGaps, type Diff, diffSchema, type LedgerEvent, type Run, summarySchema } from '../findings/index.ts';
import type { Summary } from '../model/report.ts';

/** What one run found out about one account and Region, for the digest; the document at `newsKey`. */
export interface News {
  readonly formatVersion: 1;
  readonly accountId: string;
  readonly region: string;
  /** Of the snapshot; ISO 8601 in UTC. */
  readonly capturedAt: string;
  /**
   * Whether a run with a newer snapshot of the whole Region was entered first. Then there is nothing to tell: the newer
   * run told it, and `diff` is empty.
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

/**
 * What a ledger says of a run, as a difference. What is excepted from the start appeared; an exception that was given
 * later, ran out or was taken away is a change.
 *
 * @param events of one account and Region, in any order
 * @param now of the run's results
 * @param before of the last run over all of the Region
 */
export function newsOf(
  header: Run['header'],
  events: readonly LedgerEvent[],
  now: Summary,
  before: Summary | null,
): News {
  const gaps = (wanted: LedgerEvent['kind']) =>
    events.flatMap((event) => ('gap' in event && event.kind === wanted ? [event.gap] : [])).sort(compareGaps);
  const told = events.flatMap((event) => ('finding' in event && event.kind !== 'stillOpen' ? [event] : []));
  const open = told.filter(({ kind }) => kind !== 'resolved');
  const resolved = told.filter(({ kind }) => kind === 'resolved').map(({ finding }) => finding.result);
  const appeared = open.flatMap(({ before: earlier, finding }) => (earlier === null ? [finding.result] : []));
  const changed = open.flatMap(({ before: earlier, finding }) =>
    earlier === null ? [] : [{ before: earlier, after: finding.result }],
  );
  const diff: Diff = {
    appeared: appeared.sort(compareResults),
    resolved: resolved.sort(compareResults),
    changed: changed.sort((a, b) => compareResults(a.after, b.after)),
    coverage: { lost: gaps('coverageLost'), regained: gaps('coverageRegained') },
  };
  const limited = header.scope?.directories !== undefined;
  return { ...headOf(header), superseded: false, diff, now, before: limited ? null : before };
}

/** Of a run that a newer one overtook. */
export const supersededNews = (header: Run['header'], now: Summary): News => ({
  ...{ ...headOf(header), superseded: true, diff: nothing, now, before: null },
});

const nothing: Diff = { appeared: [], resolved: [], changed: [], coverage: { lost: [], regained: [] } };

const headOf = ({ accountId, region, capturedAt }: Run['header']) => ({
  ...{ formatVersion: 1 as const, accountId, region, capturedAt: new Date(capturedAt).toISOString() },
});
