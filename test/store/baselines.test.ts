import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { InputError } from '../../lib/model/errors.ts';
import {
  acceptStoredBaseline,
  type EvidenceBucket,
  establishStoredBaseline,
  readBaseline,
  readBaselineRecord,
  StoreError,
} from '../../lib/store/index.ts';
import { snapshot } from '../findings/baseline-snapshot.ts';
import { first, place, read, second, third } from '../findings/ledger-run.ts';
import { MemoryS3 } from './s3.ts';

let s3: MemoryS3;
let bucket: EvidenceBucket;

beforeEach(async () => {
  s3 = new MemoryS3();
  bucket = await s3.start();
});
afterEach(() => s3.stop());

const when = new Date('2027-01-05T09:00:00Z');
const candidate = (sha256: string, capturedAt: string) => ({
  snapshot: snapshot(sha256, capturedAt),
  bytes: gzipSync(sha256),
});
const establish = (sha256: string, capturedAt: string) =>
  establishStoredBaseline(bucket, candidate(sha256, capturedAt), [read], when);
const accept = (sha256: string, replaces: string, who = 'kim') =>
  acceptStoredBaseline(bucket, candidate(sha256, third), { who, why: 'CHG-7', when, replaces });
const folder = 'baselines/111122223333/us-east-1';

test('the first complete snapshot is kept as the baseline, with its file; later ones are not', async () => {
  expect(await readBaseline(bucket, place)).toBeUndefined();
  const act = await establish('aaa', first);
  expect(act?.sha256).toBe('aaa');
  expect(await establish('bbb', second)).toEqual(act);
  const baseline = await readBaseline(bucket, place);
  expect([baseline?.act, Buffer.from(baseline?.bytes ?? [])]).toEqual([act, gzipSync('aaa')]);
  expect([...s3.objects.keys()]).toEqual([`${folder}/aaa.ndjson.gz`, `${folder}/record.json`]);
});

test('a snapshot that is not complete stores nothing', async () => {
  const partial = { ...candidate('aaa', first), snapshot: snapshot('aaa', first, 'partial') };
  expect(await establishStoredBaseline(bucket, partial, [], when)).toBeUndefined();
  expect(s3.texts()).toEqual({});
});

test('accepting a newer one puts it in force and keeps the older one and its act', async () => {
  const act = await establish('aaa', first);
  const accepted = await accept('bbb', 'aaa');
  expect(accepted).toMatchObject({ sha256: 'bbb', replaced: 'aaa', who: 'kim' });
  expect((await readBaselineRecord(bucket, place))?.acts).toEqual([act, accepted]);
  expect((await readBaseline(bucket, place))?.act).toEqual(accepted);
  expect(s3.objects.has(`${folder}/aaa.ndjson.gz`)).toBe(true);
});

test('of two people who accept at once, the second is told that the baseline is another by now', async () => {
  await establish('aaa', first);
  const outcomes = await Promise.allSettled([accept('bbb', 'aaa', 'kim'), accept('ccc', 'aaa', 'lou')]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: expect.any(InputError) });
  expect((await readBaselineRecord(bucket, place))?.acts.length).toBe(2);
});

test('of two first snapshots that race, one becomes the baseline and both are told which', async () => {
  const [one, other] = await Promise.all([establish('aaa', first), establish('bbb', second)]);
  expect(one).toEqual(other);
  expect((await readBaselineRecord(bucket, place))?.acts).toEqual([one]);
});

test('what is refused stores nothing', async () => {
  await establish('aaa', first);
  const before = s3.texts();
  await expect(accept('bbb', 'zzz')).rejects.toThrow(InputError);
  expect(s3.texts()).toEqual(before);
});

test('a baseline whose file is gone is damage, not the absence of a baseline', async () => {
  await establish('aaa', first);
  s3.objects.delete(`${folder}/aaa.ndjson.gz`);
  await expect(readBaseline(bucket, place)).rejects.toThrow(
    new StoreError('damaged', `${folder}/aaa.ndjson.gz`, 'the baseline is gone; restore it'),
  );
});
