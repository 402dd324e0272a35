import {
  type Acceptance,
  acceptBaseline,
  type BaselineAct,
  type BaselineRecord,
  baselineSchema,
  currentBaseline,
  establishBaseline,
} from '../findings/index.ts';
import type { Snapshot } from '../snapshot/index.ts';
import { type EvidenceBucket, getObject } from './bucket.ts';
import { readDocument, updateDocument } from './documents.ts';
import { StoreError } from './errors.ts';
import { baselineKey, baselineRecordKey, type Place } from './keys.ts';
import { putEvidence } from './snapshots.ts';

/** A snapshot with its file, compressed with gzip. */
export interface Candidate {
  readonly snapshot: Snapshot;
  readonly bytes: Uint8Array;
}

/** The baseline in force, with every act that led to it. */
export interface StoredBaseline {
  readonly act: BaselineAct;
  readonly record: BaselineRecord;
  readonly bytes: Uint8Array;
}

/** @throws StoreError */
export const readBaselineRecord = (bucket: EvidenceBucket, place: Place): Promise<BaselineRecord | undefined> =>
  readDocument(bucket, baselineRecordKey(place), baselineSchema);

/**
 * The baseline in force, with its file.
 *
 * @returns undefined when there is none yet
 * @throws StoreError; `damaged` when the file that the record names is gone
 */
export async function readBaseline(bucket: EvidenceBucket, place: Place): Promise<StoredBaseline | undefined> {
  const record = await readBaselineRecord(bucket, place);
  const act = currentBaseline(record);
  if (record === undefined || act === undefined) return undefined;
  const key = baselineKey(place, act.sha256);
  const stored = await getObject(bucket, key);
  if (stored === undefined) throw new StoreError('damaged', key, 'the baseline is gone; restore it');
  return { act, record, bytes: stored.bytes };
}

/**
 * Makes the first complete snapshot the baseline, once; see `establishBaseline` in findings.
 *
 * @returns the act in force afterwards, if any
 * @throws StoreError
 */
export async function establishStoredBaseline(
  bucket: EvidenceBucket,
  candidate: Candidate,
  required: readonly string[],
  when: Date,
): Promise<BaselineAct | undefined> {
  const { header } = candidate.snapshot;
  const record = await readBaselineRecord(bucket, header);
  const establish = (previous: BaselineRecord | undefined) =>
    establishBaseline(previous, candidate.snapshot, required, when);
  if (establish(record) === record) return currentBaseline(record);
  return await store(bucket, candidate, establish);
}

/**
 * Accepts a snapshot as the baseline; see `acceptBaseline` in findings.
 *
 * @throws InputError `baseline`, StoreError
 */
export async function acceptStoredBaseline(
  bucket: EvidenceBucket,
  candidate: Candidate,
  acceptance: Acceptance,
): Promise<BaselineAct | undefined> {
  const accept = (previous: BaselineRecord | undefined) => acceptBaseline(previous, candidate.snapshot, acceptance);
  // Refused before anything is stored.
  accept(await readBaselineRecord(bucket, candidate.snapshot.header));
  return await store(bucket, candidate, accept);
}

/** The file first: a record never names a baseline that is not there. */
async function store(
  bucket: EvidenceBucket,
  { snapshot: { header, sha256 }, bytes }: Candidate,
  change: (previous: BaselineRecord | undefined) => BaselineRecord | undefined,
): Promise<BaselineAct | undefined> {
  await putEvidence(bucket, baselineKey(header, sha256), sha256, bytes);
  return await updateDocument(bucket, baselineRecordKey(header), baselineSchema, (previous) => {
    const value = change(previous);
    if (value === undefined) throw new Error('a change of a baseline record that makes none');
    return { value, outcome: currentBaseline(value) };
  });
}
