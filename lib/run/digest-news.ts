import { Limiter } from '../collect/limiter.ts';
import { compareResults } from '../engine/index.ts';
import { compareGaps, type Diff, summarize } from '../findings/index.ts';
import type { Summary } from '../model/report.ts';
import { type RunNews, unpublishedMessage } from '../publish/index.ts';
import { type EvidenceBucket, readDocument, StoreError } from '../store/index.ts';
import { causeOf } from './digest-cause.ts';
import type { Fate } from './digest-results.ts';
import { type News, newsSchema } from './news.ts';

/** Documents that are read at the same time. */
const readsAtOnce = 20;

/** What became of a target, with its news. */
export type Told = { readonly fate: Fate; readonly news: News | undefined };

/**
 * Reads the news of every target that has some. A document that is gone or damaged makes its target a lost one.
 *
 * @throws StoreError when the bucket cannot be read
 */
export async function readNews(fates: readonly Fate[], bucket: EvidenceBucket): Promise<readonly Told[]> {
  const limiter = new Limiter(readsAtOnce);
  return await Promise.all(fates.map((fate) => limiter.run(() => readOne(fate, bucket))));
}

async function readOne(fate: Fate, bucket: EvidenceBucket): Promise<Told> {
  if (fate.outcome === 'lost') return { fate, news: undefined };
  const { target, news: key } = fate;
  const lost = (message: string): Told => ({ fate: { outcome: 'lost', target, message }, news: undefined });
  try {
    const news = await readDocument(bucket, key, newsSchema);
    return news === undefined ? lost(`what it was found to be is gone: ${key}`) : { fate, news };
  } catch (error) {
    if (error instanceof StoreError && error.code === 'damaged') return lost(error.message);
    throw error;
  }
}

/** Everything that a run found out, of all its targets. */
export function newsOfRun(startedAt: string, told: readonly Told[]): RunNews {
  const news = told.flatMap((one) => one.news ?? []);
  const before = news.flatMap((one) => one.before ?? []);
  return {
    startedAt,
    targets: news.map(({ accountId, region }) => ({ accountId, region })),
    unreached: told.flatMap(({ fate }) => (fate.outcome === 'lost' ? [lineOf(fate, fate.message)] : [])),
    unpublished: told.flatMap(({ fate }) => {
      const message = whyUnpublished(fate);
      return message === undefined ? [] : [lineOf(fate, message)];
    }),
    diff: merge(news.map(({ diff }) => diff)),
    now: sum(news.map(({ now }) => now)),
    before: before.length === 0 ? null : sum(before),
  };
}

/** @returns undefined when Security Hub took what was due, or nothing was */
export function whyUnpublished(fate: Fate): string | undefined {
  if (fate.outcome === 'lost') return undefined;
  if (fate.outcome === 'audited') return unpublishedMessage(fate.securityHub);
  return `publishing broke down: ${causeOf(fate.error, fate.cause)}`;
}

const lineOf = ({ target: { accountId, region } }: Fate, message: string) => ({ accountId, region, message });

const merge = (diffs: readonly Diff[]): Diff => ({
  appeared: diffs.flatMap(({ appeared }) => appeared).sort(compareResults),
  resolved: diffs.flatMap(({ resolved }) => resolved).sort(compareResults),
  changed: diffs.flatMap(({ changed }) => changed).sort((a, b) => compareResults(a.after, b.after)),
  coverage: {
    lost: diffs.flatMap(({ coverage }) => coverage.lost).sort(compareGaps),
    regained: diffs.flatMap(({ coverage }) => coverage.regained).sort(compareGaps),
  },
});

const sum = (summaries: readonly Summary[]): Summary => summaries.reduce(add, summarize([]));

const add = (a: Summary, b: Summary): Summary => ({
  results: a.results + b.results,
  byStatus: {
    COMPLIANT: a.byStatus.COMPLIANT + b.byStatus.COMPLIANT,
    NON_COMPLIANT: a.byStatus.NON_COMPLIANT + b.byStatus.NON_COMPLIANT,
    NOT_APPLICABLE: a.byStatus.NOT_APPLICABLE + b.byStatus.NOT_APPLICABLE,
    INSUFFICIENT_DATA: a.byStatus.INSUFFICIENT_DATA + b.byStatus.INSUFFICIENT_DATA,
  },
  nonCompliantBySeverity: {
    CRITICAL: a.nonCompliantBySeverity.CRITICAL + b.nonCompliantBySeverity.CRITICAL,
    HIGH: a.nonCompliantBySeverity.HIGH + b.nonCompliantBySeverity.HIGH,
    MEDIUM: a.nonCompliantBySeverity.MEDIUM + b.nonCompliantBySeverity.MEDIUM,
    LOW: a.nonCompliantBySeverity.LOW + b.nonCompliantBySeverity.LOW,
    INFORMATIONAL: a.nonCompliantBySeverity.INFORMATIONAL + b.nonCompliantBySeverity.INFORMATIONAL,
  },
  excepted: a.excepted + b.excepted,
});
