import { constants, gunzipSync } from 'node:zlib';
import { headerSchema } from '../snapshot/format.ts';
import type { SnapshotHeader } from '../snapshot/index.ts';
import { type EvidenceBucket, getObject } from './bucket.ts';
import { StoreError } from './errors.ts';
import { type Place, snapshotsPrefix } from './keys.ts';
import { listKeys } from './list.ts';

export interface StoredSnapshot {
  readonly key: string;
  /** ISO 8601 in UTC. */
  readonly capturedAt: string;
}

/**
 * The snapshots of one account and Region, the newest first.
 *
 * @throws StoreError `failed`
 */
export async function listSnapshots(bucket: EvidenceBucket, place: Place): Promise<StoredSnapshot[]> {
  const prefix = snapshotsPrefix(place);
  return (await listKeys(bucket, prefix)).reverse().flatMap((key) => {
    const [, capturedAt] =
      /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)\.ndjson\.gz$/.exec(key.slice(prefix.length)) ?? [];
    return isTime(capturedAt) ? [{ key, capturedAt }] : [];
  });
}

const isTime = (text: string | undefined): text is string => !Number.isNaN(Date.parse(text ?? ''));

/** Enough for the header of a snapshot of 2,000 directories by name; that of a whole Region has 200 bytes. */
const headBytes = 32_768;

/**
 * The first line of a stored snapshot. A snapshot has many megabytes, of which this reads the beginning only.
 *
 * @returns undefined when there is none
 * @throws StoreError `damaged`, `failed`
 */
export async function readSnapshotHeader(bucket: EvidenceBucket, key: string): Promise<SnapshotHeader | undefined> {
  const head = await getObject(bucket, key, `bytes=0-${headBytes - 1}`);
  if (head === undefined) return undefined;
  const line = firstLine(key, head.bytes) ?? firstLine(key, (await getObject(bucket, key))?.bytes ?? new Uint8Array());
  const header = headerSchema.safeParse(jsonOf(line));
  if (header.success) return header.data;
  throw new StoreError('damaged', key, 'it does not begin as a snapshot does; restore an earlier version of it', {
    cause: header.error,
  });
}

/** @param bytes the compressed file, or its beginning @returns undefined when the line goes on beyond them */
function firstLine(key: string, bytes: Uint8Array): string | undefined {
  try {
    const text = gunzipSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH }).toString('utf8');
    const end = text.indexOf('\n');
    return end < 0 ? undefined : text.slice(0, end);
  } catch (error) {
    throw new StoreError('damaged', key, 'the snapshot cannot be decompressed; restore it', { cause: error });
  }
}

function jsonOf(line: string | undefined): unknown {
  try {
    return JSON.parse(line ?? '');
  } catch {
    return undefined;
  }
}
