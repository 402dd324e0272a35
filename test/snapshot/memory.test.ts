import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { MemorySnapshot, readSnapshotBytes, SnapshotWriter } from '../../lib/snapshot/index.ts';

const directory = mkdtempSync(join(tmpdir(), 'wsaudit-memory-'));
afterAll(() => rmSync(directory, { recursive: true }));

const origin = {
  ...{ partition: 'aws', accountId: '111122223333', region: 'us-east-1', capturedAt: '2026-11-22T03:00:00.000Z' },
  scope: { directories: ['d-906700000a'] },
};
const coverage = [
  { operation: 'workspaces:DescribeWorkspaceDirectories', status: 'complete', count: 1 },
  { operation: 'workspaces:DescribeWorkspaces', status: 'complete', count: 2500 },
] as const;
const registered = { DirectoryId: 'd-906700000a', LaunchTime: new Date('2026-01-02T03:04:05Z') };
const desktops = Array.from({ length: 2500 }, (_, index) => ({ WorkspaceId: `ws-${index}`, UserName: 'Zoë' }));

test('a snapshot made in memory holds what its file would hold, byte for byte', async () => {
  const file = join(directory, 'a.ndjson');
  const writer = await SnapshotWriter.create(file, origin);
  const snapshot = new MemorySnapshot(origin);
  for (const desktop of desktops) {
    await writer.add('Workspace', desktop);
    snapshot.add('Workspace', desktop);
  }
  await writer.add('WorkspaceDirectory', registered);
  snapshot.add('WorkspaceDirectory', registered);
  await writer.finish(coverage);

  const { bytes, sha256 } = await snapshot.finish(coverage);

  expect(gunzipSync(bytes).equals(readFileSync(file))).toBe(true);
  expect(sha256).toBe(createHash('sha256').update(readFileSync(file)).digest('hex'));
  expect(await readSnapshotBytes('a.ndjson.gz', bytes)).toMatchObject({ sha256, notes: [] });
});

test('it is the same in whatever order operations were answered', async () => {
  const make = async (steps: readonly ('directory' | 'desktops')[]) => {
    const snapshot = new MemorySnapshot(origin);
    for (const step of steps) {
      if (step === 'directory') snapshot.add('WorkspaceDirectory', registered);
      else for (const desktop of desktops) snapshot.add('Workspace', desktop);
    }
    return await snapshot.finish(coverage);
  };
  expect(await make(['desktops', 'directory'])).toEqual(await make(['directory', 'desktops']));
});
