import type { Judged } from '../../../chat/memory.ts';
import { isInForce } from '../../../config/index.ts';
import { compareResults } from '../../../engine/index.ts';
import { fingerprint, needsWholeRegion } from '../../../findings/index.ts';
import type { Result } from '../../../model/report.ts';
import type { EvidenceBucket, Place } from '../../../store/index.ts';
import type { Policy } from '../../configuration.ts';
import { judgeStored } from '../../judge-stored.ts';
import { reportKey } from '../../keys.ts';
import { newestFirst, openSnapshot } from './snapshots.ts';

type Entry = Omit<Judged, 'results'> & { readonly results: Result[] };

/**
 * Judges one rule anew on the newest snapshot of the whole Region, and on newer ones of some directories: the newest
 * verdict on a subject stands, but for one that takes the whole Region to judge and was not judged there. Of a directory
 * that was looked at several times, the last look counts.
 *
 * As in the ledger, a look at some directories proves nothing gone: what it does not hold stands as the whole Region had it.
 *
 * @param ruleId of a rule in force
 * @returns the newest snapshot first; those that add nothing are left out
 * @throws StoreError, InputError
 */
export async function replayAt(
  bucket: EvidenceBucket,
  policy: Policy,
  place: Place,
  ruleId: string,
): Promise<readonly Judged[]> {
  const entries: Entry[] = [];
  const told = new Set<string>();
  const open = new Map<string, () => void>();
  const looked = new Set<string>();
  for await (const { key, capturedAt, scope } of newestFirst(bucket, place)) {
    if (scope?.every((id) => looked.has(id))) continue;
    const snapshot = await openSnapshot(bucket, key);
    if (snapshot === undefined) continue;
    const { report } = await judgeStored(bucket, { key, snapshot }, policy, [ruleId]);
    const { accountId, region } = place;
    const keys = { snapshot: key, report: reportKey(place, capturedAt) };
    const entry: Entry = { accountId, region, capturedAt, ...keys, results: [], coverage: report.coverage };
    entries.push(entry);
    for (const result of report.results) {
      const id = fingerprint(result.ruleId, result.subject);
      if (told.has(id)) continue;
      if (needsWholeRegion(result)) {
        // Stands only where no older snapshot tells.
        if (!open.has(id)) open.set(id, () => entry.results.push(result));
        continue;
      }
      told.add(id);
      open.delete(id);
      entry.results.push(result);
    }
    if (scope === undefined) break;
    for (const id of scope) looked.add(id);
  }
  for (const tell of open.values()) tell();
  for (const { results } of entries) results.sort(compareResults);
  return entries.filter(({ results }, index) => results.length > 0 || index === entries.length - 1);
}

/** Those of some rules that are in force; each once. */
export const inForceAmong = ({ packs, configuration }: Policy, ruleIds: readonly string[]): string[] =>
  packs
    .flatMap(({ rules }) => rules)
    .filter(isInForce(configuration))
    .flatMap(({ id }) => (ruleIds.includes(id) ? [id] : []));
