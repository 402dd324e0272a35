import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Checkpoints, type EvidenceBucket, StoreError } from '../../lib/store/index.ts';
import { MemoryS3 } from './s3.ts';

let s3: MemoryS3;
let bucket: EvidenceBucket;
beforeEach(async () => {
  s3 = new MemoryS3();
  bucket = await s3.start();
});
afterEach(() => s3.stop());

const prefix = 'checkpoints/night-1/111122223333-us-east-1/';
const open = () => Checkpoints.open(bucket, prefix);
const saved = () =>
  Object.fromEntries(
    [...s3.objects].map(([key, { body }]) => [key.replace(prefix, ''), gunzipSync(body).toString()] as const),
  );

test('lines come back in the order in which they were saved', async () => {
  const first = await open();
  expect(await first.read()).toEqual([]);
  await first.save(['a', 'b']);
  await first.save(['c']);
  await (await open()).save(['Zoë']);
  expect(saved()).toEqual({
    '000001.ndjson.gz': 'a\nb\n',
    '000002.ndjson.gz': 'c\n',
    '000003.ndjson.gz': 'Zoë\n',
  });
  expect(await (await open()).read()).toEqual(['a', 'b', 'c', 'Zoë']);
});

test('two that work at the same time overwrite nothing', async () => {
  const [one, other] = [await open(), await open()];
  await one.save(['a']);
  await other.save(['b']);
  await Promise.all([one.save(['c']), other.save(['d'])]);
  expect((await (await open()).read()).sort()).toEqual(['a', 'b', 'c', 'd']);
});

test('a checkpoint whose answer was lost is there, once or twice', async () => {
  s3.faults.PUT?.push('lost answer');
  await (await open()).save(['a']);
  expect(saved()).toEqual({ '000001.ndjson.gz': 'a\n', '000002.ndjson.gz': 'a\n' });
});

test('it gives up when others take every number', async () => {
  s3.faults.PUT?.push(...Array.from({ length: 10 }, () => ({ status: 412, code: 'PreconditionFailed' })));
  await expect((await open()).save(['a'])).rejects.toThrow(
    new StoreError('contended', prefix, 'others saved 10 checkpoints at the same time'),
  );
});

test('they are removed when they are of no more use, and nothing else is', async () => {
  s3.put('checkpoints/night-1/444455556666-us-east-1/000001.ndjson.gz', 'another place');
  const checkpoints = await open();
  await checkpoints.save(['a']);
  await (await open()).save(['b']);
  const all = await open();
  await all.save(['c']);
  await all.remove();
  expect([...s3.objects.keys()]).toEqual(['checkpoints/night-1/444455556666-us-east-1/000001.ndjson.gz']);
});

test('one that is damaged is named', async () => {
  s3.put(`${prefix}000001.ndjson.gz`, 'not gzip');
  await expect((await open()).read()).rejects.toThrow(
    new StoreError('damaged', `${prefix}000001.ndjson.gz`, 'the checkpoint cannot be decompressed; remove it'),
  );
});
