import type { Pack } from '../engine/index.ts';
import { operationsOf, readsBaseline } from '../findings/index.ts';
import {
  type EvidenceBucket,
  establishStoredBaseline,
  getSnapshot,
  StoreError,
  updateDocument,
} from '../store/index.ts';
import { loadPolicy } from './configuration.ts';
import { enterIntoLedger } from './evaluate-entry.ts';
import { storeReport } from './evaluate-report.ts';
import { runOf } from './evaluated-run.ts';
import { judgeStored, parseStored } from './judge-stored.ts';
import { newsKey, reportKey } from './keys.ts';
import { newsSchema } from './news.ts';
import { rememberDirectories } from './seen-directories.ts';
import type { EvaluateInput, EvaluateOutput } from './steps.ts';

export interface EvaluateParts {
  readonly bucket: EvidenceBucket;
  readonly builtInPacks: readonly Pack[];
  readonly clock: () => Date;
}

/**
 * Judges a stored snapshot against the baseline in force, and stores what comes of it: the report, the findings'
 * memory, the directories that there are, the news for the digest, and the baseline where there is none yet. Repeating
 * it changes nothing more, wherever it was interrupted.
 *
 * @throws InputError for a snapshot, configuration or pack that cannot be used, StoreError
 */
export async function evaluateStep(
  { run, target, snapshot: key }: EvaluateInput,
  { bucket, builtInPacks, clock }: EvaluateParts,
): Promise<EvaluateOutput> {
  const policy = await loadPolicy(bucket, builtInPacks);
  const bytes = await getSnapshot(bucket, key);
  if (bytes === undefined) throw new StoreError('damaged', key, 'the snapshot to evaluate is not there');
  const snapshot = await parseStored(bucket, key, bytes);
  const { header } = snapshot;
  const judged = await judgeStored(bucket, { key, snapshot }, policy);

  const report = reportKey(header, header.capturedAt);
  await storeReport(bucket, report, judged);
  const news = await enterIntoLedger(bucket, runOf(judged, snapshot), judged.report.summary);
  await rememberDirectories(bucket, snapshot);
  // Judged first, so that a snapshot is never its own baseline.
  const drift = policy.packs.flatMap(({ rules }) => rules).filter(readsBaseline);
  await establishStoredBaseline(bucket, { snapshot, bytes }, drift.flatMap(operationsOf), clock());
  const written = newsKey(run, header);
  // The first news stand: a second try may find that it was overtaken by a newer run.
  await updateDocument(bucket, written, newsSchema, (first) => ({ value: first ?? news, outcome: undefined }));
  return { run, target, snapshot: key, report, news: written };
}
