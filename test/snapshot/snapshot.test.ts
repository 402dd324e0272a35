import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { InputError } from '../../lib/model/errors.ts';
import { readSnapshot, SnapshotWriter } from '../../lib/snapshot/index.ts';

const directory = mkdtempSync(join(tmpdir(), 'wsaudit-snapshot-'));
afterAll(() => rmSync(directory, { recursive: true }));

const header = {
  type: 'Snapshot',
  formatVersion: 1,
  partition: 'aws',
  accountId: '111122223333',
  region: 'us-east-1',
  capturedAt: '2026-11-22T03:00:00.000Z',
  generator: 'test',
};
const directoryLine = { type: 'WorkspaceDirectory', resource: { DirectoryId: 'd-906700000a', State: 'REGISTERED' } };
const coverage = (count = 1, more: object[] = []) => ({
  type: 'Coverage',
  operations: [{ operation: 'workspaces:DescribeWorkspaceDirectories', status: 'complete', count }, ...more],
});
const text = (...lines: (object | string)[]) =>
  lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join('');
const whole = text(header, directoryLine, coverage());

let number = 0;
function file(content: string | Buffer, extension = '.ndjson'): string {
  number += 1;
  const path = join(directory, `${number}${extension}`);
  writeFileSync(path, content);
  return path;
}

async function refusal(path: string): Promise<string> {
  const error = await readSnapshot(path).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof InputError)) throw error ?? new Error('the file was taken');
  return error.message.replaceAll(directory, '').replace(/^\/\d+/, '');
}

describe('a snapshot is read', () => {
  test('with its resources, its coverage and the hash of its content', async () => {
    const snapshot = await readSnapshot(file(whole));
    expect(snapshot.header).toEqual(header);
    expect(snapshot.resources.WorkspaceDirectory.items).toEqual([directoryLine.resource]);
    expect([...snapshot.coverage]).toEqual([['workspaces:DescribeWorkspaceDirectories', coverage().operations[0]]]);
    expect(snapshot.sha256).toBe(createHash('sha256').update(whole).digest('hex'));
    expect(snapshot.notes).toEqual([]);
  });

  test.each([
    ['.ndjson.gz', gzipSync(whole)],
    ['.ndjson.zst', zstdCompressSync(whole)],
  ])('compressed as %s, with the same hash', async (extension, bytes) => {
    const [plain, packed] = [await readSnapshot(file(whole)), await readSnapshot(file(bytes, extension))];
    expect(packed).toMatchObject({ header: plain.header, sha256: plain.sha256 });
    expect(packed.resources.WorkspaceDirectory.items).toEqual(plain.resources.WorkspaceDirectory.items);
  });

  test.each([
    ['a byte-order mark', `\ufeff${whole}`],
    ['CRLF line ends', whole.replaceAll('\n', '\r\n')],
    ['empty lines', whole.replaceAll('\n', '\n\n')],
    ['no line end at the end', whole.trimEnd()],
  ])('with %s', async (_, content) => {
    expect((await readSnapshot(file(content))).resources.WorkspaceDirectory.items).toHaveLength(1);
  });

  test('with a type of a later version, which is ignored with a note', async () => {
    const path = file(text(header, { type: 'Hologram', resource: { Id: 'h-1' } }, coverage(0)));
    expect((await readSnapshot(path)).notes).toEqual([
      `${path}: 1 resource(s) of the unknown type "Hologram" are ignored`,
    ]);
  });

  test('with members that are null where AWS leaves them out', async () => {
    const line = {
      type: 'WorkspaceDirectory',
      resource: { DirectoryId: 'd-906700000a', ipGroupIds: null, State: null },
    };
    expect((await readSnapshot(file(text(header, line, coverage())))).resources.WorkspaceDirectory.items).toHaveLength(
      1,
    );
  });
});

describe('a snapshot is refused, with its line and the mend', () => {
  test.each<[string, string | Buffer, string]>([
    [
      'when it is cut off between lines',
      text(header, directoryLine),
      '.ndjson:2: the file ends without its coverage line: it is truncated. Copy the whole file again, or take the snapshot again.',
    ],
    [
      'when it is empty',
      '',
      '.ndjson:1: the file is empty. Take the snapshot again with "wsaudit snapshot --out FILE".',
    ],
    [
      'when it is of a newer version',
      text({ ...header, formatVersion: 2 }, coverage(0)),
      '.ndjson:1: formatVersion is 2; expected 1. Read it with a newer wsaudit, or take the snapshot again with this one.',
    ],
    [
      'when it is another kind of file',
      text({ type: 'Report' }),
      '.ndjson:1: the first line is of type "Report"; expected the header, {"type":"Snapshot",…}. Name a file made by "wsaudit snapshot"; its first line is the header.',
    ],
    [
      'when it has a second header',
      text(header, header, coverage(0)),
      '.ndjson:2: a second header. A file holds one account and one Region; keep each snapshot in its own file.',
    ],
    [
      'when something follows the coverage line',
      text(header, directoryLine, coverage(), directoryLine),
      '.ndjson:4: a line follows the coverage line. Remove what follows the coverage line; it must be last.',
    ],
    [
      'when a resource is listed twice',
      text(header, directoryLine, directoryLine, coverage(2)),
      '.ndjson:3: WorkspaceDirectory d-906700000a is listed twice, first on line 2. Keep one of the two lines.',
    ],
    [
      'when an operation is listed twice',
      text(header, directoryLine, coverage(1, coverage().operations)),
      '.ndjson:3: the operation workspaces:DescribeWorkspaceDirectories is listed twice. Keep one entry per operation.',
    ],
    [
      'when lines are missing',
      text(header, directoryLine, coverage(2)),
      '.ndjson:3: the coverage line counts 2 resource(s) of workspaces:DescribeWorkspaceDirectories, the file holds 1. The file is damaged or was edited: copy it again or take the snapshot again.',
    ],
    [
      'when a member has a type that AWS never returns',
      text(header, { type: 'WorkspaceDirectory', resource: { DirectoryId: 'd-1', State: 5 } }, coverage()),
      '.ndjson:2: $.State: Invalid input: expected string, received number; expected a WorkspaceDirectory as AWS returns it. The file is damaged or was not made from AWS answers: take the snapshot again.',
    ],
    [
      'when it is not UTF-8',
      Buffer.concat([Buffer.from(text(header)), Buffer.from([0x22, 0xff, 0x22, 0x0a]), Buffer.from(text(coverage(0)))]),
      '.ndjson:2: the line is not valid UTF-8. Write the snapshot as UTF-8, or take it again.',
    ],
  ])('%s', async (_, content, message) => {
    expect(await refusal(file(content))).toBe(message);
  });

  test('when a line is cut in half', async () => {
    expect(await refusal(file(whole.slice(0, -20)))).toMatch(
      /^\.ndjson:3: invalid JSON \(.+\)\. Each line must be one/,
    );
  });

  test.each([
    ['.ndjson.gz', gzipSync(whole).subarray(0, -12)],
    ['.ndjson.gz', Buffer.from(whole)],
    ['.ndjson.zst', zstdCompressSync(whole).subarray(0, -12)],
    ['.ndjson.zst', Buffer.from(whole)],
  ])('when the compressed data of a %s is damaged', async (extension, bytes) => {
    expect(await refusal(file(bytes, extension))).toMatch(
      /^\.ndjson\.\w+:\d+: the compressed data is damaged or cut off/,
    );
  });

  test('when there is no such file', async () => {
    expect(await refusal(join(directory, 'absent.ndjson'))).toBe(
      '/absent.ndjson: no such file. Name an existing snapshot file (.ndjson, .gz or .zst).',
    );
  });
});

describe('a snapshot is written', () => {
  test.each(['.ndjson', '.ndjson.gz', '.ndjson.zst'])('as %s, and reads back', async (extension) => {
    const path = join(directory, `written${extension}`);
    const { type: _type, formatVersion: _version, generator: _generator, ...origin } = header;
    const writer = await SnapshotWriter.create(path, origin);
    await writer.add('WorkspaceDirectory', { ...directoryLine.resource, Registered: new Date('2026-01-02T03:04:05Z') });
    expect(readdirSync(directory)).not.toContain(`written${extension}`);
    await writer.finish([complete]);
    const snapshot = await readSnapshot(path);
    expect(snapshot.resources.WorkspaceDirectory.items).toEqual([
      { ...directoryLine.resource, Registered: '2026-01-02T03:04:05.000Z' },
    ]);
  });

  test('and leaves nothing behind when it is given up', async () => {
    const path = join(directory, 'given-up.ndjson');
    const before = readdirSync(directory);
    const writer = await SnapshotWriter.create(path, header);
    await writer.abort();
    expect(readdirSync(directory)).toEqual(before);
  });

  test('and says so when the folder does not exist', async () => {
    const path = join(directory, 'nowhere', 'x.ndjson');
    await expect(SnapshotWriter.create(path, header).then((writer) => writer.finish([]))).rejects.toMatchObject({
      code: 'ENOENT',
    });
  });
});

const complete = { operation: 'workspaces:DescribeWorkspaceDirectories', status: 'complete', count: 1 } as const;

test('the file itself is the contract: header, resources, coverage, one JSON object a line', async () => {
  const path = join(directory, 'contract.ndjson');
  const { type: _type, formatVersion: _version, generator: _generator, ...origin } = header;
  const writer = await SnapshotWriter.create(path, origin);
  await writer.add('WorkspaceDirectory', { DirectoryId: 'd-1' });
  await writer.finish([complete]);
  expect(readFileSync(path, 'utf8')).toBe(
    '{"type":"Snapshot","formatVersion":1,"partition":"aws","accountId":"111122223333","region":"us-east-1",' +
      '"capturedAt":"2026-11-22T03:00:00.000Z","generator":"workspaces-auditor/0.1.0"}\n' +
      '{"type":"WorkspaceDirectory","resource":{"DirectoryId":"d-1"}}\n' +
      '{"type":"Coverage","operations":[{"operation":"workspaces:DescribeWorkspaceDirectories","status":"complete","count":1}]}\n',
  );
});
