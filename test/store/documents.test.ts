import { afterEach, beforeEach, expect, test } from 'vitest';
import * as z from 'zod';
import { type EvidenceBucket, readDocument, StoreError, updateDocument } from '../../lib/store/index.ts';
import { MemoryS3 } from './s3.ts';

const key = 'ledgers/111122223333/us-east-1.json';
const schema = z.array(z.string());
let s3: MemoryS3;
let bucket: EvidenceBucket;

beforeEach(async () => {
  s3 = new MemoryS3();
  bucket = await s3.start();
});
afterEach(() => s3.stop());

const add = (name: string, calls: unknown[] = []) =>
  updateDocument(bucket, key, schema, (previous = []) => {
    calls.push(previous);
    return { value: [...previous, name], outcome: `${name} after ${previous.length}` };
  });
const refused = { status: 412, code: 'PreconditionFailed' };

test('a document is made on the condition that there is none, and changed on the condition that it is the one read', async () => {
  expect([await readDocument(bucket, key, schema), await add('a'), await add('b')]).toEqual([
    undefined,
    'a after 0',
    'b after 1',
  ]);
  expect(await readDocument(bucket, key, schema)).toEqual(['a', 'b']);
  const first = '"5a53d3b8c5a4ab7f5ab6ee4d6f0ac4ab"';
  expect(s3.requests.map((request) => request.replace(/"[0-9a-f]{32}"/, first))).toEqual([
    ...[`GET ${key}`, `GET ${key}`, `PUT ${key} *`, `GET ${key}`, `PUT ${key} ${first}`, `GET ${key}`],
  ]);
});

test('writers that race lose no update', async () => {
  const names = ['a', 'b', 'c', 'd', 'e'];
  const outcomes = await Promise.all(names.map((name) => add(name)));
  expect((await readDocument(bucket, key, schema))?.toSorted()).toEqual(names);
  expect(outcomes.map((outcome) => outcome.slice(2)).sort()).toEqual(names.map((_, place) => `after ${place}`));
  expect(s3.pauses.length).toBeGreaterThan(0);
});

test.each([
  ['412', refused],
  ['409', { status: 409, code: 'ConditionalRequestConflict' }],
])('a write refused with %s is tried again on what stands there by then, after a pause', async (_, fault) => {
  s3.faults.PUT?.push(fault, fault, fault);
  const calls: unknown[] = [];
  expect(await add('a', calls)).toBe('a after 0');
  expect([calls, s3.pauses]).toEqual([
    [[], [], [], []],
    [25, 50, 100],
  ]);
});

test('a document that is deleted in between is made again', async () => {
  await add('a');
  s3.faults.PUT?.push({ status: 404, code: 'NoSuchKey' });
  expect(await add('b')).toBe('b after 1');
});

test('a write whose answer is lost is known for our own and not made twice', async () => {
  s3.faults.PUT?.push('lost answer');
  expect(await add('a')).toBe('a after 0');
  expect(s3.texts()).toEqual({ [key]: '["a"]\n' });
});

test('a change that changes nothing writes nothing', async () => {
  await add('a');
  s3.requests.length = 0;
  const same = (previous: string[] = []) => ({ value: previous, outcome: previous.length });
  expect(await updateDocument(bucket, key, schema, same)).toBe(1);
  expect(s3.requests).toEqual([`GET ${key}`]);
});

test('an update that is refused for ever gives up', async () => {
  s3.faults.PUT?.push(...Array.from({ length: 10 }, () => refused));
  await expect(add('a')).rejects.toThrow(
    new StoreError('contended', key, 'other writers changed it 10 times in a row; nothing was written'),
  );
  expect(s3.pauses).toEqual([25, 50, 100, 200, 400, 800, 1600, 2500, 2500, 2500]);
});

test.each([
  ['not JSON', 'no json', 'the object is not JSON; restore an earlier version of it'],
  ['not UTF-8', '["\xff"]', 'the object is not JSON; restore an earlier version of it'],
  ['odd', '["a",1]', '$.1: Invalid input: expected string, received number; restore an earlier version of it'],
])('an object that is %s is refused, not overwritten', async (_, text, message) => {
  const body = Buffer.from(text, 'latin1');
  s3.objects.set(key, { body, etag: '"1"', metadata: {} });
  await expect(add('a')).rejects.toMatchObject({
    ...{ name: 'StoreError', code: 'damaged', key, message: `${key}: ${message}` },
  });
  expect(s3.objects.get(key)?.body).toBe(body);
});

test.each(['GET', 'PUT'])('a denied %s names the action', async (method) => {
  s3.faults[method]?.push({ status: 403, code: 'AccessDenied' });
  const action = method === 'GET' ? 's3:GetObject' : 's3:PutObject';
  await expect(add('a')).rejects.toMatchObject({
    ...{ code: 'failed', key, message: `${key}: ${action} failed: AccessDenied: Told to.` },
    cause: expect.objectContaining({ name: 'AccessDenied' }),
  });
});

test('a change that throws writes nothing', async () => {
  const fail = () => {
    throw new RangeError('stale');
  };
  await expect(updateDocument(bucket, key, schema, fail)).rejects.toThrow(new RangeError('stale'));
  expect(s3.texts()).toEqual({});
});
