import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type EvidenceBucket, getSnapshot, putSnapshot, StoreError } from '../../lib/store/index.ts';
import { MemoryS3 } from './s3.ts';

let s3: MemoryS3;
let bucket: EvidenceBucket;

beforeEach(async () => {
  s3 = new MemoryS3();
  bucket = await s3.start();
});
afterEach(() => s3.stop());

const header = { accountId: '111122223333', region: 'us-gov-west-1', capturedAt: '2027-01-01T04:00:00+01:00' };
const key = 'snapshots/111122223333/us-gov-west-1/2027-01-01T03:00:00.000Z.ndjson.gz';
const bytes = gzipSync('content');
const snapshot = { header, sha256: 'abc', bytes };

test('a snapshot comes back byte for byte', async () => {
  expect(await putSnapshot(bucket, snapshot)).toBe(key);
  expect(Buffer.from((await getSnapshot(bucket, key)) ?? [])).toEqual(bytes);
  expect(await getSnapshot(bucket, `${key}x`)).toBeUndefined();
});

test('storing the same content again changes nothing, and other content is refused', async () => {
  await putSnapshot(bucket, snapshot);
  expect(await putSnapshot(bucket, { ...snapshot, bytes: gzipSync('content', { level: 1 }) })).toBe(key);
  await expect(putSnapshot(bucket, { ...snapshot, sha256: 'def' })).rejects.toThrow(
    new StoreError('occupied', key, 'evidence of SHA-256 abc stands there, not def'),
  );
  expect(s3.objects.get(key)?.body).toEqual(bytes);
});

test('a snapshot whose answer is lost, or that meets another write, is stored', async () => {
  s3.faults.PUT?.push('lost answer');
  await putSnapshot(bucket, snapshot);
  s3.objects.clear();
  s3.faults.PUT?.push({ status: 409, code: 'ConditionalRequestConflict' });
  await putSnapshot(bucket, snapshot);
  expect([[...s3.objects.keys()], s3.pauses]).toEqual([[key], [300]]);
});
