import { gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readSnapshotBytes } from '../../lib/snapshot/index.ts';

const lines = [
  {
    ...{ type: 'Snapshot', formatVersion: 1, partition: 'aws', accountId: '111122223333', region: 'us-east-1' },
    ...{ capturedAt: '2026-11-22T03:00:00.000Z', generator: 'test' },
  },
  { type: 'WorkspaceDirectory', resource: { DirectoryId: 'd-906700000a' } },
  {
    type: 'Coverage',
    operations: [{ operation: 'workspaces:DescribeWorkspaceDirectories', status: 'complete', count: 1 }],
  },
].map((line) => `${JSON.stringify(line)}\n`);
const whole = lines.join('');

describe('a snapshot in memory', () => {
  test.each([
    ['a.ndjson', Buffer.from(whole)],
    ['a.ndjson.gz', gzipSync(whole)],
    ['a.ndjson.zst', zstdCompressSync(whole)],
  ])('named %s is read as its file would be', async (name, bytes) => {
    const snapshot = await readSnapshotBytes(name, bytes);
    expect(snapshot.resources.WorkspaceDirectory.items).toEqual([{ DirectoryId: 'd-906700000a' }]);
    expect([snapshot.header.capturedAt, snapshot.coverage.size, snapshot.notes]).toEqual([
      ...['2026-11-22T03:00:00.000Z', 1, []],
    ]);
  });

  test('may be a part of a larger buffer', async () => {
    const padded = Buffer.from(`before${whole}after`).subarray(6, 6 + whole.length);
    expect((await readSnapshotBytes('a.ndjson', padded)).header.accountId).toBe('111122223333');
  });

  test.each([
    [
      'cut off',
      gzipSync(whole).subarray(0, 60),
      'a.ndjson.gz:1: the compressed data is damaged or cut off (unexpected end of file)',
    ],
    [
      'without its last line',
      gzipSync(lines.slice(0, 2).join('')),
      'a.ndjson.gz:2: the file ends without its coverage line: it is truncated',
    ],
  ])('that is %s is refused under its name', async (_, bytes, message) => {
    await expect(readSnapshotBytes('a.ndjson.gz', bytes)).rejects.toThrow(message);
  });
});
