import { type Diff, isExcepted } from '../findings/index.ts';
import { atLeast, type Severity } from '../model/outcome.ts';
import type { Result, Summary } from '../model/report.ts';
import { changeLine, findingLine, gapLine, type List, listOf, unreachedLine } from './digest-lines.ts';

/** An account and Region of which nothing could be read: a role that cannot be assumed, a function that failed. */
export interface Unreached {
  readonly accountId: string;
  readonly region: string;
  readonly message: string;
}

/** An account and Region that was audited, but whose findings Security Hub does not have, or not all. */
export type Unpublished = Unreached;

/** What one run found out, of all its accounts and Regions. */
export interface RunNews {
  /** When the run began; ISO 8601. */
  readonly startedAt: string;
  readonly targets: readonly { readonly accountId: string; readonly region: string }[];
  readonly unreached: readonly Unreached[];
  readonly unpublished: readonly Unpublished[];
  readonly diff: Diff;
  readonly now: Summary;
  /** Of the run before; null in the first. */
  readonly before: Summary | null;
}

/** One run in short: only what is different from last time, and the totals. The machine-readable body, version 1. */
export interface Digest {
  readonly formatVersion: 1;
  readonly startedAt: string;
  readonly targets: number;
  /** Whether something is new that is not accepted by an exception. */
  readonly newFindings: boolean;
  /** Of what is new and not accepted, or got worse; `NONE` where there is nothing. */
  readonly highestSeverity: Severity | 'NONE';
  readonly appeared: List<ReturnType<typeof findingLine>>;
  readonly changed: List<ReturnType<typeof changeLine>>;
  readonly resolved: List<ReturnType<typeof findingLine>>;
  readonly coverageLost: List<ReturnType<typeof gapLine>>;
  readonly coverageRegained: List<ReturnType<typeof gapLine>>;
  readonly unreached: List<ReturnType<typeof unreachedLine>>;
  readonly unpublished: List<ReturnType<typeof unreachedLine>>;
  /** Results that were judged last time and cannot be now: counted, because they follow from what was not read. */
  readonly judgedNoMore: number;
  readonly judgedAgain: number;
  readonly totals: { readonly now: Summary; readonly before: Summary | null };
}

/**
 * @param most lines that each list shows; its total counts all
 */
export function digestOf(news: RunNews, most: number): Digest {
  const { appeared, resolved, changed, coverage } = news.diff;
  const stillOpen = changed.filter(({ before, after }) => isOpen(before) && isOpen(after));
  const alarming = [...appeared, ...stillOpen.filter(gotWorse).map(({ after }) => after)].filter(
    (result) => !isExcepted(result),
  );
  return {
    formatVersion: 1,
    startedAt: news.startedAt,
    targets: news.targets.length,
    newFindings: appeared.some((result) => !isExcepted(result)),
    highestSeverity: highest(alarming),
    appeared: listOf(appeared, most, findingLine),
    changed: listOf(stillOpen, most, changeLine),
    resolved: listOf(resolved, most, findingLine),
    coverageLost: listOf(coverage.lost, most, gapLine),
    coverageRegained: listOf(coverage.regained, most, gapLine),
    unreached: listOf(news.unreached, most, unreachedLine),
    unpublished: listOf(news.unpublished, most, unreachedLine),
    judgedNoMore: changed.filter(({ before, after }) => !isUnjudged(before) && isUnjudged(after)).length,
    judgedAgain: changed.filter(({ before, after }) => isUnjudged(before) && !isUnjudged(after)).length,
    totals: { now: news.now, before: news.before },
  };
}

const isOpen = ({ status }: Result): boolean => status === 'NON_COMPLIANT';
const isUnjudged = ({ status }: Result): boolean => status === 'INSUFFICIENT_DATA';

/** A higher severity, or an exception that is no longer valid. */
const gotWorse = ({ before, after }: { before: Result; after: Result }): boolean =>
  (before.severity !== after.severity && atLeast(after.severity, before.severity)) ||
  (isExcepted(before) && !isExcepted(after));

const highest = (results: readonly Result[]): Digest['highestSeverity'] =>
  results.reduce<Digest['highestSeverity']>(
    (worst, { severity }) => (worst === 'NONE' || atLeast(severity, worst) ? severity : worst),
    'NONE',
  );
