import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Recorder } from '../../lib/run/collect-recorder.ts';
import { Checkpoints, StoreError } from '../../lib/store/index.ts';
import { MemoryS3 } from '../store/s3.ts';

let s3: MemoryS3;
let checkpoints: Checkpoints;
beforeEach(async () => {
  s3 = new MemoryS3();
  checkpoints = await Checkpoints.open(await s3.start(), 'checkpoints/');
});
afterEach(() => s3.stop());

const saved = () => [...s3.objects.values()].map(({ body }) => gunzipSync(body).toString().trimEnd().split('\n'));
const numbers = (count: number) => Array.from({ length: count }, (_, index) => String(index));

test('a checkpoint is written as soon as it is full, and what is left when it is asked for', async () => {
  const recorder = new Recorder(checkpoints, 2);
  for (const line of numbers(5)) await recorder.record(line);
  expect([recorder.count, saved()]).toEqual([
    5,
    [
      ['0', '1'],
      ['2', '3'],
    ],
  ]);
  await recorder.save();
  await recorder.save();
  expect(saved()).toEqual([['0', '1'], ['2', '3'], ['4']]);
});

test('it is full after a hundred pages, or eight million characters', async () => {
  const recorder = new Recorder(checkpoints);
  for (const line of numbers(100)) await recorder.record(line);
  const large = 'x'.repeat(4_000_000);
  for (const line of [large, large, 'last']) await recorder.record(line);
  expect(saved().map((lines) => lines.length)).toEqual([100, 2]);
});

test('pages that are recorded while one is being written go into the next', async () => {
  const recorder = new Recorder(checkpoints, 2);
  await Promise.all(numbers(7).map((line) => recorder.record(line)));
  await recorder.save();
  expect(saved().flat()).toEqual(numbers(7));
  expect([...s3.objects.keys()].sort()).toEqual([...s3.objects.keys()]);
});

test('a checkpoint that could not be written is not passed over', async () => {
  const recorder = new Recorder(checkpoints, 1);
  s3.faults.PUT?.push({ status: 403, code: 'AccessDenied' });
  const refusal = new StoreError(
    'failed',
    'checkpoints/000001.ndjson.gz',
    's3:PutObject failed: AccessDenied: Told to.',
  );
  await expect(recorder.record('0')).rejects.toThrow(refusal);
  await expect(recorder.save()).rejects.toThrow(refusal);
});
