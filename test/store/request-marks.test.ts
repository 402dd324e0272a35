import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type EvidenceBucket, markRequest, rememberMarks } from '../../lib/store/index.ts';
import { MemoryS3 } from './s3.ts';

let s3: MemoryS3;
let bucket: EvidenceBucket;
beforeEach(async () => {
  s3 = new MemoryS3();
  bucket = await s3.start();
});
afterEach(() => s3.stop());

const keyOf = (id: string): string => `chat/marks/${createHash('sha256').update(id).digest('hex')}`;

describe('marking a request', () => {
  it('says that it is new, once, and leaves nothing of it', async () => {
    expect([await markRequest(bucket, 'slack 1'), await markRequest(bucket, 'slack 1')]).toStrictEqual([true, false]);
    expect(s3.texts()).toStrictEqual({ [keyOf('slack 1')]: '{}\n' });
    expect(s3.requests).toStrictEqual([`PUT ${keyOf('slack 1')} *`, `PUT ${keyOf('slack 1')} *`]);
  });

  it('says so to one of many processes at once', async () => {
    const marked = await Promise.all(Array.from({ length: 20 }, () => markRequest(bucket, 'slack 1')));
    expect(marked.filter((isNew) => isNew).length).toBe(1);
  });

  it('counts one as seen that somebody else is marking', async () => {
    s3.faults.PUT?.push({ status: 409, code: 'ConditionalRequestConflict' });
    expect(await markRequest(bucket, 'slack 1')).toBe(false);
  });

  it('fails when S3 refuses, rather than taking a request for new', async () => {
    s3.faults.PUT?.push({ status: 403, code: 'AccessDenied' });
    await expect(markRequest(bucket, 'slack 1')).rejects.toMatchObject({ name: 'StoreError', code: 'failed' });
  });
});

describe('marks that are remembered', () => {
  it('cost nothing more', async () => {
    const mark = rememberMarks((id) => markRequest(bucket, id));
    expect([await mark('a'), await mark('a'), await mark('a')]).toStrictEqual([true, false, false]);
    expect(s3.requests.length).toBe(1);
  });

  it('are remembered of other processes, too', async () => {
    await markRequest(bucket, 'a');
    const mark = rememberMarks((id) => markRequest(bucket, id));
    expect([await mark('a'), await mark('a')]).toStrictEqual([false, false]);
    expect(s3.requests.length).toBe(2);
  });

  it('are not remembered where S3 did not take them', async () => {
    const mark = rememberMarks((id) => markRequest(bucket, id));
    s3.faults.PUT?.push({ status: 403, code: 'AccessDenied' });
    await expect(mark('a')).rejects.toThrow('AccessDenied');
    expect(await mark('a')).toBe(true);
  });

  it('are the newest thousand', async () => {
    const asked: string[] = [];
    const mark = rememberMarks(async (id) => {
      asked.push(id);
      return true;
    });
    for (let count = 0; count <= 1_000; count += 1) await mark(`${count}`);
    asked.length = 0;
    expect([await mark('1'), await mark('1000'), await mark('0')]).toStrictEqual([false, false, true]);
    expect(asked).toStrictEqual(['0']);
  });
});
