import { InputError } from '../../../model/errors.ts';
import type { Snapshot } from '../../../snapshot/index.ts';
import {
  type EvidenceBucket,
  getSnapshot,
  listSnapshots,
  type Place,
  readSnapshotHeader,
  type StoredSnapshot,
  StoreError,
} from '../../../store/index.ts';
import { parseStored } from '../../judge-stored.ts';

/** A stored snapshot of which only the header was read. */
export interface Shelved extends StoredSnapshot {
  /** The directories that it is limited to; undefined for one of the whole Region. */
  readonly scope: readonly string[] | undefined;
}

/**
 * The snapshots of one account and Region, the newest first; no more headers are read than are asked for.
 *
 * @throws StoreError
 */
export async function* newestFirst(bucket: EvidenceBucket, place: Place): AsyncGenerator<Shelved> {
  for (const stored of await listSnapshots(bucket, place)) {
    const header = await readSnapshotHeader(bucket, stored.key);
    // Expired since it was listed.
    if (header !== undefined) yield { ...stored, scope: header.scope?.directories };
  }
}

/**
 * @returns undefined when there is no such snapshot
 * @throws StoreError; `damaged` for what is no snapshot
 */
export async function openSnapshot(bucket: EvidenceBucket, key: string): Promise<Snapshot | undefined> {
  const bytes = await getSnapshot(bucket, key);
  if (bytes === undefined) return undefined;
  try {
    return await parseStored(bucket, key, bytes);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const found = error.problems[0]?.found ?? error.message;
    throw new StoreError('damaged', key, `${found}; restore an earlier version of it`, { cause: error });
  }
}
