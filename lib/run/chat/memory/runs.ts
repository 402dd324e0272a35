import type { LastRun, RunMemory } from '../../../chat/memory.ts';
import { Limiter } from '../../../collect/limiter.ts';
import { byCodePoint } from '../../../facts/index.ts';
import { type EvidenceBucket, readDocument, readSnapshotHeader, StoreError } from '../../../store/index.ts';
import { type RunSummary, runSummarySchema } from '../../digest-summary.ts';
import { summaryKey } from '../../keys.ts';
import { lostIn, readLastRun } from '../../last-run.ts';
import { newsSchema } from '../../news.ts';
import { readsAtOnce } from '../../seen-directories.ts';
import { readReport } from './reports.ts';

/** @throws StoreError */
export async function recallLastRun(bucket: EvidenceBucket): Promise<LastRun | undefined> {
  const record = await readLastRun(bucket);
  if (record === undefined) return undefined;
  const { formatVersion: _, ...last } = record;
  return last;
}

/**
 * What a run found out, with the reports of all that it judged.
 *
 * @returns undefined when there is no record of it
 * @throws StoreError; `damaged` when a report or the news that the record names are gone
 */
export async function recallRun(bucket: EvidenceBucket, name: string): Promise<RunMemory | undefined> {
  const summary = await readDocument(bucket, summaryKey(name), runSummarySchema);
  if (summary === undefined) return undefined;
  const { run, startedAt, finishedAt, outcomes } = summary;
  const limiter = new Limiter(readsAtOnce);
  const judged = await Promise.all(outcomes.map((outcome) => limiter.run(() => judgedIn(bucket, outcome))));
  const directories = [...new Set(judged.flat().flatMap(({ scope }) => scope))].sort(byCodePoint);
  return {
    ...{ run, startedAt, finishedAt, lost: lostIn(outcomes), judged: judged.flat().map(({ scope: _, ...one }) => one) },
    ...(directories.length === 0 ? {} : { directories }),
  };
}

type Found = RunMemory['judged'][number] & { readonly scope: readonly string[] };

async function judgedIn(bucket: EvidenceBucket, outcome: RunSummary['outcomes'][number]): Promise<readonly Found[]> {
  if (outcome.outcome === 'lost') return [];
  const { accountId, region, snapshot, report: reportKey, news: newsKey } = outcome;
  const report = await readReport(bucket, reportKey);
  if (report === undefined) throw gone(reportKey);
  const news = await readDocument(bucket, newsKey, newsSchema);
  if (news === undefined) throw gone(newsKey);
  const scope = (await readSnapshotHeader(bucket, snapshot))?.scope?.directories ?? [];
  const { appeared, resolved } = news.diff;
  const counts = { appeared: appeared.length, resolved: resolved.length };
  return [{ accountId, region, snapshot, reportKey, report, scope, ...counts }];
}

const gone = (key: string): StoreError =>
  new StoreError('damaged', key, 'the object is gone, though the record of the run names it');
