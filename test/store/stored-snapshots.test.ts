import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  type EvidenceBucket,
  listPlaces,
  listSnapshots,
  readSnapshotHeader,
  StoreError,
} from '../../lib/store/index.ts';
import { small, snapshotText } from '../cli/estate.ts';
import { MemoryS3 } from './s3.ts';

let s3: MemoryS3;
let bucket: EvidenceBucket;
beforeEach(async () => {
  s3 = new MemoryS3();
  bucket = await s3.start();
});
afterEach(() => s3.stop());

const place = { accountId: '111122223333', region: 'us-east-1' };
const keyOf = (time: string) => `snapshots/111122223333/us-east-1/${time}.ndjson.gz`;
const key = keyOf('2027-01-31T12:00:00.000Z');

test('snapshots of one place are listed, the newest first', async () => {
  const times = ['2026-12-31T23:59:59.999Z', '2027-01-01T00:00:00.000Z', '2027-01-31T12:00:00.000Z'];
  for (const time of times) s3.put(keyOf(time), '');
  s3.put('snapshots/111122223333/us-east-10/2027-01-31T12:00:00.000Z.ndjson.gz', '');
  s3.put('snapshots/111122223333/us-east-1/2027-01-31T12:00:00.000Z.ndjson.gz.bak', '');
  s3.put('snapshots/111122223333/us-east-1/2027-13-01T00:00:00.000Z.ndjson.gz', '');
  s3.put('snapshots/111122223333/us-east-1/notes.txt', '');
  expect(await listSnapshots(bucket, place)).toEqual(
    times.toReversed().map((capturedAt) => ({ key: keyOf(capturedAt), capturedAt })),
  );
});

test('the header of a snapshot is read without the rest of it', async () => {
  const scope = { directories: ['d-1'] };
  s3.put(key, gzipSync(snapshotText({ ...small, scope })));
  expect(await readSnapshotHeader(bucket, key)).toMatchObject({
    ...place,
    capturedAt: '2027-01-31T12:00:00.000Z',
    scope,
  });
  expect(s3.ranges).toEqual(['bytes=0-32767']);
});

test('a snapshot is not read beyond its beginning', async () => {
  const noise = Array.from({ length: 20_000 }, (_, n) => ({
    type: 'Workspace',
    resource: { WorkspaceId: `ws-${Math.sin(n)}` },
  }));
  const text = `${snapshotText(small).split('\n')[0]}\n${noise.map((line) => JSON.stringify(line)).join('\n')}`;
  const bytes = gzipSync(text);
  expect(bytes.length).toBeGreaterThan(100_000);
  s3.put(key, bytes);
  expect((await readSnapshotHeader(bucket, key))?.scope).toBeUndefined();
  expect(s3.ranges).toHaveLength(1);
});

test('a header that goes on beyond the beginning is read in full', async () => {
  const directories = Array.from({ length: 20_000 }, (_, n) => `d-${Math.sin(n).toString(16)}`);
  s3.put(key, gzipSync(snapshotText({ ...small, scope: { directories } })));
  expect((await readSnapshotHeader(bucket, key))?.scope?.directories).toEqual(directories);
  expect(s3.requests).toHaveLength(2);
});

test('of a snapshot that is not there, there is no header', async () => {
  expect(await readSnapshotHeader(bucket, key)).toBeUndefined();
});

test.each([
  ['no gzip', 'x'.repeat(100)],
  ['no JSON', gzipSync('x\n')],
  ['no snapshot', gzipSync('{"type":"Coverage"}\n')],
  ['a line without an end', gzipSync('{"type":"Snapshot"')],
])('what is %s is damaged', async (_, content) => {
  s3.put(key, content);
  const thrown = await readSnapshotHeader(bucket, key).catch((error: unknown) => error);
  expect(thrown).toBeInstanceOf(StoreError);
  expect(thrown).toMatchObject({ code: 'damaged', key });
});

test('places with a document are listed, and what else lies there is not', async () => {
  for (const name of ['444455556666/us-east-1', '111122223333/us-gov-west-1', '111122223333/us-east-1']) {
    s3.put(`ledgers/${name}.json`, '');
  }
  for (const name of [
    'README.json',
    '1111/us-east-1.json',
    '111122223333/us-east-1.json.bak',
    '111122223333/a/b.json',
  ]) {
    s3.put(`ledgers/${name}`, '');
  }
  expect(await listPlaces(bucket, 'ledgers/')).toEqual([
    { accountId: '111122223333', region: 'us-east-1' },
    { accountId: '111122223333', region: 'us-gov-west-1' },
    { accountId: '444455556666', region: 'us-east-1' },
  ]);
});
