import { placeKey } from '../model/place.ts';
import type { EvidenceBucket } from '../store/index.ts';
import { readSeenDirectories } from './seen-directories.ts';
import type { RunTarget } from './steps.ts';

type Undecided = Omit<RunTarget, 'directories'>;

/**
 * Sends each directory that a run is asked for where runs have seen it. One that none has seen may be anywhere, so it
 * stays with every target; a target that none is left for is dropped. A directory that is replicated to several Regions
 * has the same id in each.
 *
 * @param directories ids; undefined asks for all of every target
 * @throws StoreError
 */
export async function withDirectories(
  targets: readonly Undecided[],
  directories: readonly string[] | undefined,
  bucket: EvidenceBucket,
): Promise<RunTarget[]> {
  if (directories === undefined) return targets.map((target) => ({ ...target, directories: null }));
  const places = new Set(targets.map(placeKey));
  const indexes = await readSeenDirectories(bucket, (place) => places.has(placeKey(place)));
  const there = new Map(indexes.map((index) => [placeKey(index), new Set(index.directories.map(({ id }) => id))]));
  const isKnown = (id: string) => [...there.values()].some((ids) => ids.has(id));
  const unknown = new Set(directories.filter((id) => !isKnown(id)));
  return targets.flatMap((target) => {
    const here = there.get(placeKey(target));
    const left = directories.filter((id) => unknown.has(id) || here?.has(id));
    return left.length === 0 ? [] : [{ ...target, directories: left }];
  });
}
