import type { PlaceMemory, Where } from '../../../chat/memory.ts';
import { Limiter } from '../../../collect/limiter.ts';
import type { Ledger } from '../../../findings/index.ts';
import type { Place } from '../../../store/index.ts';
import { readsAtOnce } from '../../seen-directories.ts';

/** By account and Region; an empty list is no limit. */
export const isWithin =
  ({ accounts, regions }: Where) =>
  ({ accountId, region }: Place): boolean =>
    (accounts.length === 0 || accounts.includes(accountId)) && (regions.length === 0 || regions.includes(region));

/**
 * What the ledgers of some places remember, in the order of the places.
 *
 * @throws StoreError
 */
export async function recallPlaces(
  places: readonly Place[],
  readLedger: (place: Place) => Promise<Ledger | undefined>,
): Promise<readonly PlaceMemory[]> {
  const limiter = new Limiter(readsAtOnce);
  const ledgers = await Promise.all(places.map((place) => limiter.run(() => readLedger(place))));
  return ledgers.flatMap((ledger) => (ledger === undefined ? [] : [memoryIn(ledger)]));
}

const memoryIn = ({ accountId, region, capturedAt, wholeAt, findings, gaps, summary }: Ledger): PlaceMemory => ({
  ...{ accountId, region, capturedAt, wholeAt },
  findings: findings.filter(({ state }) => state === 'open'),
  gaps: gaps.filter(({ state }) => state === 'open'),
  unjudged: summary?.byStatus.INSUFFICIENT_DATA ?? null,
});
