import { acceptedIn, type BaselineFile } from '../findings/index.ts';
import { readSnapshotBytes, type Snapshot } from '../snapshot/index.ts';
import { type EvidenceBucket, readBaseline } from '../store/index.ts';

/**
 * The baseline that a snapshot is compared with; none when it is not older, as on a second try of the snapshot that
 * became the first one.
 *
 * @throws StoreError, InputError
 */
export async function baselinesFor(bucket: EvidenceBucket, { header }: Snapshot): Promise<BaselineFile[]> {
  const baseline = await readBaseline(bucket, header);
  if (baseline === undefined || Date.parse(baseline.act.capturedAt) >= Date.parse(header.capturedAt)) return [];
  const file = `${baseline.act.sha256}.ndjson.gz`;
  const accepted = acceptedIn(baseline.record);
  return [{ file, snapshot: await readSnapshotBytes(file, baseline.bytes), accepted }];
}
