import { LedgerError, type Run, remember } from '../findings/index.ts';
import type { Summary } from '../model/report.ts';
import { type EvidenceBucket, updateLedger } from '../store/index.ts';
import { type News, newsOf, supersededNews } from './news.ts';

/**
 * Enters a run into the ledger of its account and Region.
 *
 * @param now of the run's results
 * @returns what the run found out; nothing when a run with a newer snapshot was faster, which is no failure
 * @throws StoreError, LedgerError `place`
 */
export async function enterIntoLedger(bucket: EvidenceBucket, run: Run, now: Summary): Promise<News> {
  try {
    return await updateLedger(bucket, run.header, (previous) => {
      const { ledger, events } = remember(previous, run);
      return { value: ledger, outcome: newsOf(run.header, events, now, ledger.news?.before ?? null) };
    });
  } catch (error) {
    if (!(error instanceof LedgerError) || error.code !== 'stale') throw error;
    return supersededNews(run.header, now);
  }
}
