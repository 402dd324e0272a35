import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { beforeEach, expect, test } from 'vitest';
import * as z from 'zod';
import {
  type EvidenceBucket,
  getSnapshot,
  putSnapshot,
  readDocument,
  StoreError,
  updateDocument,
} from '../../lib/store/index.ts';
import { ownAccount, ownKeys, region, resetMoto } from './clients.ts';
import { motoUrl } from './settings.ts';

const key = `ledgers/${ownAccount}/${region}.json`;
const schema = z.array(z.string());
let pauses: number;

function bucketOf(): EvidenceBucket {
  const client = new S3Client({ endpoint: motoUrl, region, credentials: ownKeys, forcePathStyle: true });
  const wait = async () => {
    pauses += 1;
  };
  return { client, bucket: 'evidence', wait, random: Math.random };
}

const add = (bucket: EvidenceBucket, name: string) =>
  updateDocument(bucket, key, schema, (previous = []) => ({ value: [...previous, name], outcome: previous.length }));

/** A writer that lets others write between its first read and its first write. */
function interrupted(others: () => Promise<unknown>): EvidenceBucket {
  const bucket = bucketOf();
  let isFirst = true;
  bucket.client.middlewareStack.add(
    (next, context) => async (args) => {
      if (context.commandName === 'PutObjectCommand' && isFirst) {
        isFirst = false;
        await others();
      }
      return await next(args);
    },
    { step: 'initialize' },
  );
  return bucket;
}

beforeEach(async () => {
  pauses = 0;
  await resetMoto();
  await bucketOf().client.send(new CreateBucketCommand({ Bucket: 'evidence' }));
});

// moto checks the conditions and stores in two steps, and serves requests in threads, so that two writes in the same
// instant might both be taken, as S3 never does. Hence the writers here cut in at a chosen moment.
test('of two writers that make a document, and of two that change it, neither loses its update', async () => {
  const bucket = bucketOf();
  expect(await readDocument(bucket, key, schema)).toBeUndefined();
  expect(
    await add(
      interrupted(() => add(bucket, 'b')),
      'a',
    ),
  ).toBe(1);
  expect(
    await add(
      interrupted(() => add(bucket, 'd')),
      'c',
    ),
  ).toBe(3);
  expect([await readDocument(bucket, key, schema), pauses]).toEqual([['b', 'a', 'd', 'c'], 2]);
});

test('a snapshot comes back byte for byte and is not overwritten', async () => {
  const header = { accountId: ownAccount, region, capturedAt: '2027-01-01T03:00:00.000Z' };
  const bytes = Uint8Array.from({ length: 300 }, (_, at) => at % 256);
  const bucket = bucketOf();
  const stored = await putSnapshot(bucket, { header, sha256: 'abc', bytes });
  expect(await putSnapshot(bucket, { header, sha256: 'abc', bytes })).toBe(stored);
  await expect(putSnapshot(bucket, { header, sha256: 'def', bytes })).rejects.toThrow(StoreError);
  expect(Buffer.from((await getSnapshot(bucket, stored)) ?? [])).toEqual(Buffer.from(bytes));
});
