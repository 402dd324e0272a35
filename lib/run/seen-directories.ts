import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod';
import { Limiter } from '../collect/limiter.ts';
import { byCodePoint } from '../facts/index.ts';
import type { Snapshot } from '../snapshot/index.ts';
import { type EvidenceBucket, listPlaces, type Place, readDocument, updateDocument } from '../store/index.ts';
import { directoriesPrefix, seenDirectoriesKey } from './keys.ts';

const time = z.iso.datetime();

/**
 * The directories that runs have seen in one account and Region, so that a question can name one, and an audit of one
 * goes where it is. The document at `seenDirectoriesKey`.
 */
export const seenDirectoriesSchema = z.object({
  ...{ formatVersion: z.literal(1), accountId: z.string(), region: z.string() },
  /** Of the newest snapshot that was entered, and of the newest one that tells which directories there are. */
  ...{ capturedAt: time, wholeAt: time.nullable() },
  /** By id, in order. */
  directories: z.array(
    z.object({
      id: z.string(),
      name: z.string().optional(),
      alias: z.string().optional(),
      state: z.string().optional(),
      /** Capture of the snapshot that it was last in. */
      seenAt: time,
    }),
  ),
});
export type SeenDirectories = z.infer<typeof seenDirectoriesSchema>;
type Seen = SeenDirectories['directories'][number];

const operation = 'workspaces:DescribeWorkspaceDirectories';

/**
 * Enters what a snapshot holds. Pure; the same snapshot again changes nothing.
 *
 * A directory leaves only when it was looked for, all answers came, and it was not in them. What a newer snapshot says
 * of a directory stands, so that a question asked while the night was still being read is not undone by it. One that
 * such a question found gone may come back with the older night, until the next one.
 *
 * @returns `previous` itself when there is nothing new
 */
export function enterDirectories(
  previous: SeenDirectories | undefined,
  { header, coverage, resources }: Pick<Snapshot, 'header' | 'coverage' | 'resources'>,
): SeenDirectories {
  const at = new Date(header.capturedAt).toISOString();
  const wholeAt = previous?.wholeAt ?? null;
  if (previous !== undefined && wholeAt !== null && at < wholeAt) return previous;
  const scope = header.scope?.directories;
  const isComplete = coverage.get(operation)?.status === 'complete';
  const wasLookedFor = (id: string) => isComplete && (scope === undefined || scope.includes(id));
  const known = previous?.directories ?? [];
  const byId = new Map(known.filter(({ id, seenAt }) => seenAt > at || !wasLookedFor(id)).map((one) => [one.id, one]));
  for (const directory of resources.WorkspaceDirectory.items) {
    const seen = seenOf(directory, at);
    if ((byId.get(seen.id)?.seenAt ?? '') <= at) byId.set(seen.id, seen);
  }
  const next: SeenDirectories = {
    ...{ formatVersion: 1, accountId: header.accountId, region: header.region },
    capturedAt: previous !== undefined && previous.capturedAt > at ? previous.capturedAt : at,
    wholeAt: isComplete && scope === undefined ? at : wholeAt,
    directories: [...byId.values()].sort((a, b) => byCodePoint(a.id, b.id)),
  };
  return previous !== undefined && isDeepStrictEqual(previous, next) ? previous : next;
}

/** A directory of a pool has a name of its own where it has no domain. */
function seenOf(directory: Snapshot['resources']['WorkspaceDirectory']['items'][number], seenAt: string): Seen {
  const { DirectoryId: id, DirectoryName, WorkspaceDirectoryName, Alias: alias, State: state } = directory;
  const name = DirectoryName || WorkspaceDirectoryName;
  return { id, ...(name ? { name } : {}), ...(alias ? { alias } : {}), ...(state ? { state } : {}), seenAt };
}

/** @throws StoreError */
export const rememberDirectories = (bucket: EvidenceBucket, snapshot: Snapshot): Promise<void> =>
  updateDocument(bucket, seenDirectoriesKey(snapshot.header), seenDirectoriesSchema, (previous) => ({
    value: enterDirectories(previous, snapshot),
    outcome: undefined,
  }));

/**
 * @returns undefined before a run saw the place
 * @throws StoreError
 */
export const readSeenIn = (bucket: EvidenceBucket, place: Place): Promise<SeenDirectories | undefined> =>
  readDocument(bucket, seenDirectoriesKey(place), seenDirectoriesSchema);

/** Documents that are read at the same time. A ledger of a large fleet has some megabytes. */
export const readsAtOnce = 8;

/**
 * What runs have seen: one list, and one document for each account and Region that is wanted.
 *
 * @param isWanted leaves places unread
 * @throws StoreError
 */
export async function readSeenDirectories(
  bucket: EvidenceBucket,
  isWanted: (place: Place) => boolean = () => true,
): Promise<readonly SeenDirectories[]> {
  const places = (await listPlaces(bucket, directoriesPrefix)).filter(isWanted);
  const limiter = new Limiter(readsAtOnce);
  const found = await Promise.all(places.map((place) => limiter.run(() => readSeenIn(bucket, place))));
  return found.flatMap((one) => one ?? []);
}
