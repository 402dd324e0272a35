import * as z from 'zod';
import { type EvidenceBucket, readDocument, updateDocument } from '../store/index.ts';
import type { RunSummary } from './digest-summary.ts';
import { lastRunKey } from './keys.ts';

/** The last run over all that the deployment audits, so that an answer can say how old it is; at `lastRunKey`. */
const lastRunSchema = z.object({
  ...{ formatVersion: z.literal(1), run: z.string() },
  ...{ startedAt: z.iso.datetime(), finishedAt: z.iso.datetime() },
  targets: z.int().nonnegative(),
  /** Accounts and Regions of which nothing is known. */
  lost: z.array(z.object({ accountId: z.string(), region: z.string(), message: z.string() })),
});
export type LastRunRecord = z.infer<typeof lastRunSchema>;

/**
 * Remembers a run as the last one, unless it was of a part only, or a later one is remembered.
 *
 * @throws StoreError
 */
export async function rememberLastRun(bucket: EvidenceBucket, summary: RunSummary): Promise<void> {
  if (!summary.whole) return;
  await updateDocument(bucket, lastRunKey, lastRunSchema, (previous) => {
    const isLater = previous !== undefined && Date.parse(previous.startedAt) > Date.parse(summary.startedAt);
    return { value: isLater ? previous : recordOf(summary), outcome: undefined };
  });
}

const recordOf = ({ run, startedAt, finishedAt, targets, outcomes }: RunSummary): LastRunRecord => ({
  ...{ formatVersion: 1, run, startedAt, finishedAt, targets },
  lost: lostIn(outcomes),
});

/** The accounts and Regions of which a run learned nothing, with why. */
export const lostIn = (outcomes: RunSummary['outcomes']): LastRunRecord['lost'] =>
  outcomes.flatMap((one) => {
    if (one.outcome !== 'lost') return [];
    const { accountId, region, message } = one;
    return [{ accountId, region, message }];
  });

/**
 * @returns undefined before the first run over everything
 * @throws StoreError
 */
export const readLastRun = (bucket: EvidenceBucket): Promise<LastRunRecord | undefined> =>
  readDocument(bucket, lastRunKey, lastRunSchema);
