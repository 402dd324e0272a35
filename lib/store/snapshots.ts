import type { SnapshotHeader } from '../snapshot/index.ts';
import { type EvidenceBucket, getObject, putObject } from './bucket.ts';
import { StoreError } from './errors.ts';
import { snapshotKey } from './keys.ts';

/** A snapshot as a file: its content compressed, and the hash of its content. */
export interface SnapshotBytes {
  readonly header: Pick<SnapshotHeader, 'accountId' | 'region' | 'capturedAt'>;
  /** Of the uncompressed content, hexadecimal. */
  readonly sha256: string;
  /** The file, compressed with gzip. */
  readonly bytes: Uint8Array;
}

/**
 * Stores a snapshot. Storing the same content again does nothing, so that a step can be repeated.
 *
 * @returns its key
 * @throws StoreError `occupied` when another snapshot of the same place and time is there, `failed`
 */
export async function putSnapshot(bucket: EvidenceBucket, { header, sha256, bytes }: SnapshotBytes): Promise<string> {
  const key = snapshotKey(header, header.capturedAt);
  await putEvidence(bucket, key, sha256, bytes);
  return key;
}

/**
 * @returns the compressed file; undefined when there is none
 * @throws StoreError `failed`
 */
export async function getSnapshot(bucket: EvidenceBucket, key: string): Promise<Uint8Array | undefined> {
  return (await getObject(bucket, key))?.bytes;
}

const attempts = 10;

/** Writes what is never overwritten; compressed bytes may differ where the content is the same, so hashes decide. */
export async function putEvidence(
  bucket: EvidenceBucket,
  key: string,
  sha256: string,
  bytes: Uint8Array,
): Promise<void> {
  const object = { bytes, contentType: 'application/gzip', metadata: { sha256 } } as const;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    if (await putObject(bucket, key, object, undefined)) return;
    const found = (await getObject(bucket, key))?.metadata.sha256;
    if (found === sha256) return;
    if (found !== undefined) {
      throw new StoreError('occupied', key, `evidence of SHA-256 ${found} stands there, not ${sha256}`);
    }
    // Refused by a write that is under way and not done yet.
    await bucket.wait(100 + Math.round(bucket.random() * 400));
  }
  throw new StoreError('contended', key, 'another write of it did not come to an end');
}
