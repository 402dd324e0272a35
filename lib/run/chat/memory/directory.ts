import type { Judged } from '../../../chat/memory.ts';
import type { KnownDirectory } from '../../../chat/vocabulary.ts';
import { compareResults } from '../../../engine/index.ts';
import { fingerprint, needsWholeRegion } from '../../../findings/index.ts';
import type { Result } from '../../../model/report.ts';
import { type EvidenceBucket, type Place, snapshotKey } from '../../../store/index.ts';
import type { Policy } from '../../configuration.ts';
import { judgeStored } from '../../judge-stored.ts';
import { reportKey } from '../../keys.ts';
import { inForceAmong } from './replay.ts';
import { readReport } from './reports.ts';
import { belongsTo, estateOf } from './scope.ts';
import { newestFirst, openSnapshot } from './snapshots.ts';

/**
 * What the report of a snapshot says of one directory and of what it uses. Where the snapshot is of some directories
 * only, what takes the whole Region to judge is judged on the newest older snapshot of the whole Region; it stays
 * INSUFFICIENT_DATA where there is none, or the subject is not in it.
 *
 * @param seenAt capture of the newest snapshot that holds the directory
 * @returns undefined when the snapshot or its report is no longer kept
 * @throws StoreError, InputError
 */
export async function recallDirectory(
  bucket: EvidenceBucket,
  policy: Policy,
  { accountId, region, id }: KnownDirectory,
  seenAt: string,
): Promise<Judged | undefined> {
  const place = { accountId, region };
  const keys = { snapshot: snapshotKey(place, seenAt), report: reportKey(place, seenAt) };
  const [snapshot, report] = await Promise.all([openSnapshot(bucket, keys.snapshot), readReport(bucket, keys.report)]);
  if (snapshot === undefined || report === undefined) return undefined;
  const estate = estateOf(snapshot, policy);
  const isAbout = belongsTo(estate, id);
  const found = report.results.filter(({ subject }) => isAbout(subject));
  const shared = found.filter(needsWholeRegion);
  const settled = found.filter((result) => !needsWholeRegion(result));
  const results = [...settled, ...(await judgeInRegion(bucket, policy, place, seenAt, shared))];
  return { ...place, capturedAt: seenAt, ...keys, results: results.sort(compareResults), coverage: report.coverage };
}

const isTold = ({ status }: Result): boolean => status === 'NON_COMPLIANT' || status === 'INSUFFICIENT_DATA';

/** Verdicts of the whole Region in the place of results that need it; none for what is in order there. */
async function judgeInRegion(
  bucket: EvidenceBucket,
  policy: Policy,
  place: Place,
  before: string,
  results: readonly Result[],
): Promise<readonly Result[]> {
  const ruleIds = inForceAmong(
    policy,
    results.map(({ ruleId }) => ruleId),
  );
  if (ruleIds.length === 0) return results;
  for await (const { key, capturedAt, scope } of newestFirst(bucket, place)) {
    if (scope !== undefined || capturedAt >= before) continue;
    const snapshot = await openSnapshot(bucket, key);
    if (snapshot === undefined) continue;
    const { report } = await judgeStored(bucket, { key, snapshot }, policy, ruleIds);
    const verdicts = new Map(report.results.map((result) => [fingerprint(result.ruleId, result.subject), result]));
    return results.map((result) => verdicts.get(fingerprint(result.ruleId, result.subject)) ?? result).filter(isTold);
  }
  return results;
}
