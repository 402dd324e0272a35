import type { Memory, Where } from '../../../chat/memory.ts';
import type { KnownDirectory } from '../../../chat/vocabulary.ts';
import { Limiter } from '../../../collect/limiter.ts';
import type { Pack } from '../../../engine/index.ts';
import { placeKey } from '../../../model/place.ts';
import { type EvidenceBucket, ledgersPrefix, listPlaces, type Place, readLedger } from '../../../store/index.ts';
import { loadPolicy } from '../../configuration.ts';
import { readSeenDirectories, readSeenIn } from '../../seen-directories.ts';
import { recallDirectory } from './directory.ts';
import { lazily, once } from './once.ts';
import { isWithin, recallPlaces } from './places.ts';
import { inForceAmong, replayAt } from './replay.ts';
import { recallLastRun, recallRun } from './runs.ts';
import { vocabularyOf } from './vocabulary.ts';

export interface MemoryParts {
  readonly bucket: EvidenceBucket;
  readonly builtInPacks: readonly Pack[];
}

/** Snapshots of large fleets that are in memory at the same time. */
const replaysAtOnce = 2;

/**
 * What earlier runs left in the evidence bucket, for one answer: everything is read when it is first asked for, and
 * once. The next answer needs a memory of its own.
 *
 * @throws InputError for a configuration or pack that cannot be used, StoreError
 */
export async function memoryOf({ bucket, builtInPacks }: MemoryParts): Promise<Memory> {
  const policy = await loadPolicy(bucket, builtInPacks);
  const remembered = lazily(() => listPlaces(bucket, ledgersPrefix));
  const seen = lazily(() => readSeenDirectories(bucket));
  const ledgerOf = once(placeKey, (place: Place) => readLedger(bucket, place));
  const seenIn = once(placeKey, (place: Place) => readSeenIn(bucket, place));
  const lastRun = lazily(() => recallLastRun(bucket));
  const vocabulary = lazily(async () => {
    const [places, last, directories] = await Promise.all([remembered(), lastRun(), seen()]);
    return vocabularyOf(policy, [...places, ...(last?.lost ?? [])], directories);
  });
  const placesIn = async (where: Where) => (await vocabulary()).places.filter(isWithin(where));

  const directory = once(
    ({ id, ...place }: KnownDirectory) => `${placeKey(place)} ${id}`,
    async (asked) => {
      const found = (await seenIn(asked))?.directories.find(({ id }) => id === asked.id);
      return found && (await recallDirectory(bucket, policy, asked, found.seenAt));
    },
  );
  const replayer = new Limiter(replaysAtOnce);
  const replayIn = once(
    ({ rule, place }: { readonly rule: string; readonly place: Place }) => `${placeKey(place)} ${rule}`,
    ({ rule, place }) => replayer.run(() => replayAt(bucket, policy, place, rule)),
  );
  return {
    ...policy,
    vocabulary,
    places: async (where) => await recallPlaces((await remembered()).filter(isWithin(where)), ledgerOf),
    lastRun,
    directory,
    replay: async (rule, where) => {
      if (inForceAmong(policy, [rule]).length === 0) return [];
      return (await Promise.all((await placesIn(where)).map((place) => replayIn({ rule, place })))).flat();
    },
    run: once(
      (run: string) => run,
      (run) => recallRun(bucket, run),
    ),
  };
}
