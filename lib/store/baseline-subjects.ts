import { gunzipSync, gzipSync } from 'node:zlib';
import { type Acceptance, type BaselineAct, namedSubject, takeSubjects } from '../findings/index.ts';
import { InputError } from '../model/errors.ts';
import { readSnapshotBytes } from '../snapshot/index.ts';
import { acceptStoredBaseline, type Candidate, readBaseline } from './baselines.ts';
import type { EvidenceBucket } from './bucket.ts';
import { baselineKey, type Place } from './keys.ts';

/**
 * Accepts a snapshot for some subjects only: makes a new baseline of the one in force and the lines about them, and
 * accepts that; see `takeSubjects` in findings.
 *
 * @param newer of the same account and Region
 * @param subjects `TYPE/ID` each
 * @throws InputError `usage` for a malformed subject, `baseline`; StoreError
 */
export async function acceptStoredSubjects(
  bucket: EvidenceBucket,
  newer: Candidate,
  subjects: readonly string[],
  acceptance: Acceptance,
): Promise<BaselineAct | undefined> {
  const { header, sha256 } = newer.snapshot;
  const names = subjects.map((subject) => namedSubject(subject).name);
  const stored = await readBaseline(bucket, header);
  if (stored === undefined) throw noBaseline(header);
  const name = baselineKey(header, stored.act.sha256);
  const text = takeSubjects(
    { snapshot: await readSnapshotBytes(name, stored.bytes), text: textOf(stored.bytes) },
    { snapshot: newer.snapshot, text: textOf(newer.bytes) },
    names,
  );
  const candidate = {
    snapshot: await readSnapshotBytes('the new baseline', Buffer.from(text)),
    bytes: gzipSync(text),
  };
  const capturedAt = new Date(header.capturedAt).toISOString();
  return await acceptStoredBaseline(bucket, candidate, { ...acceptance, subjects: { names, sha256, capturedAt } });
}

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(gunzipSync(bytes));

const noBaseline = ({ accountId, region }: Place): InputError =>
  new InputError('baseline', {
    place: `the baseline of account ${accountId}, ${region}`,
    found: 'there is none yet that subjects could be accepted into',
    mend: 'Accept a whole snapshot first.',
  });
