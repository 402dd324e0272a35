import { type Audit, audit } from '../audit.ts';
import { readSnapshotBytes, type Snapshot } from '../snapshot/index.ts';
import type { EvidenceBucket } from '../store/index.ts';
import { baselinesFor } from './baseline-in-force.ts';
import type { Policy } from './configuration.ts';

/** Where an object of the bucket is, for messages. */
export const addressOf = ({ bucket }: EvidenceBucket, key: string): string => `s3://${bucket}/${key}`;

/** @throws InputError `snapshot` */
export const parseStored = (bucket: EvidenceBucket, key: string, bytes: Uint8Array): Promise<Snapshot> =>
  readSnapshotBytes(addressOf(bucket, key), bytes);

/**
 * Judges a stored snapshot by a policy, against the baseline in force.
 *
 * @param ruleIds only these rules; every one in force when absent
 * @throws InputError, StoreError
 */
export async function judgeStored(
  bucket: EvidenceBucket,
  { key, snapshot }: { readonly key: string; readonly snapshot: Snapshot },
  policy: Policy,
  ruleIds?: readonly string[],
): Promise<Audit> {
  const baselines = await baselinesFor(bucket, snapshot);
  const snapshots = [{ file: addressOf(bucket, key), snapshot }];
  return await audit({ ...policy, snapshots, baselines, part: true, ruleIds });
}
