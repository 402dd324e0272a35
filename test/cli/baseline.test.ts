import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readSnapshotBytes } from '../../lib/snapshot/index.ts';
import type { EvidenceBucket } from '../../lib/store/index.ts';
import { readBaseline, readBaselineRecord } from '../../lib/store/index.ts';
import { MemoryS3 } from '../store/s3.ts';
import { run } from './run.ts';
import { makeWorkplace } from './workplace.ts';

const place = { accountId: '111122223333', region: 'us-east-1' };
const groups = 'ec2:DescribeSecurityGroups';
const group = (GroupId: string, GroupName: string) => ({ type: 'SecurityGroup', resource: { GroupId, GroupName } });

/** A snapshot of security groups, as a file. */
function textOf(capturedAt: string, lines: readonly object[], status = 'complete'): string {
  const header = { type: 'Snapshot', formatVersion: 1, partition: 'aws', ...place, capturedAt, generator: 'test/1' };
  const coverage = { type: 'Coverage', operations: [{ operation: groups, status, count: lines.length }] };
  return [header, ...lines, coverage].map((line) => `${JSON.stringify(line)}\n`).join('');
}
const older = textOf('2027-01-01T03:00:00.000Z', [group('sg-1', 'one'), group('sg-2', 'two')]);
const newer = textOf('2027-01-02T03:00:00.000Z', [group('sg-1', 'uno'), group('sg-2', 'due')], 'partial');
const hashOf = async (text: string) => (await readSnapshotBytes('x.ndjson', Buffer.from(text))).sha256;

let s3: MemoryS3;
let bucket: EvidenceBucket;
let cwd: string;
let remove: () => Promise<void>;
beforeEach(async () => {
  s3 = new MemoryS3();
  bucket = await s3.start();
  ({ cwd, remove } = await makeWorkplace({ 'older.ndjson': older }));
  await writeFile(join(cwd, 'newer.ndjson.gz'), gzipSync(newer));
  await writeFile(join(cwd, 'newer.ndjson.zst'), zstdCompressSync(newer));
  const { hostname, port } = (await bucket.client.config.endpoint?.()) ?? { hostname: '', port: 0 };
  vi.stubEnv('AWS_ENDPOINT_URL', `http://${hostname}:${port}`);
  vi.stubEnv('AWS_REGION', 'us-east-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'key');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2027-01-05T09:00:00Z') });
});
afterEach(async () => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
  s3.stop();
  await remove();
});

const wsaudit = (...argv: readonly string[]) => run([...argv, '--no-fips'], cwd, { env: process.env });
const accept = (file: string, replaces: string, ...more: readonly string[]) =>
  wsaudit(
    'baseline',
    'accept',
    file,
    '--bucket',
    'evidence',
    '--who',
    'kim',
    '--why',
    'CHG-7',
    '--replaces',
    replaces,
    ...more,
  );
const show = (...more: readonly string[]) =>
  wsaudit(
    'baseline',
    'show',
    '--bucket',
    'evidence',
    '--account',
    place.accountId,
    '--target-region',
    place.region,
    ...more,
  );

test('a first baseline is accepted, and shown with who, why and when', async () => {
  const sha256 = await hashOf(older);
  expect(await accept('older.ndjson', 'none')).toEqual({
    status: 0,
    stderr: '',
    stdout: `Accepted as the baseline of account 111122223333, us-east-1: ${sha256}, captured at 2027-01-01T03:00:00.000Z.
It is the first one.
`,
  });
  const act = {
    ...{ sha256, capturedAt: '2027-01-01T03:00:00.000Z', replaced: null, who: 'kim', why: 'CHG-7' },
    ...{ when: '2027-01-05T09:00:00.000Z', unread: [] },
  };
  const shown = await show('--format', 'json');
  expect([shown.status, JSON.parse(shown.stdout)]).toEqual([0, { formatVersion: 1, ...place, acts: [act] }]);
});

test.each(['newer.ndjson.gz', 'newer.ndjson.zst'])('%s takes the place of the one that it names', async (file) => {
  await accept('older.ndjson', 'none');
  const [then, now] = [await hashOf(older), await hashOf(newer)];
  expect((await accept(file, then)).stdout).toBe(
    `Accepted as the baseline of account 111122223333, us-east-1: ${now}, captured at 2027-01-02T03:00:00.000Z.
It replaces ${then}.
Not completely read in it, so that drift is not judged by: ${groups}.
`,
  );
  const baseline = await readBaseline(bucket, place);
  const { sha256 } = await readSnapshotBytes('stored.ndjson.gz', baseline?.bytes ?? new Uint8Array());
  expect([baseline?.act.sha256, sha256]).toEqual([now, now]);
  const rows = (await show()).stdout.split('\n').map((line) => line.split(/ {2,}/).slice(0, 2));
  expect(rows).toEqual([
    ['Baseline of account 111122223333, us-east-1: the first row is in force'],
    ['SHA256', 'CAPTURED'],
    [now, '2027-01-02T03:00:00.000Z'],
    [then, '2027-01-01T03:00:00.000Z'],
    [''],
  ]);
});

test('for one subject, only its lines are taken, and the act says so', async () => {
  await accept('older.ndjson', 'none');
  const then = await hashOf(older);
  const made = textOf('2027-01-01T03:00:00.000Z', [group('sg-1', 'one'), group('sg-2', 'due')]);
  const sha256 = await hashOf(made);
  expect((await accept('newer.ndjson.gz', then, '--subject', 'securitygroup/sg-2')).stdout).toBe(
    `Accepted as the baseline of account 111122223333, us-east-1: ${sha256}, captured at 2027-01-01T03:00:00.000Z.
It replaces ${then}.
Taken from the snapshot of 2027-01-02T03:00:00.000Z: securityGroup/sg-2; all else is as it was.
`,
  );
  expect((await readBaselineRecord(bucket, place))?.acts.at(-1)).toEqual({
    ...{ sha256, capturedAt: '2027-01-01T03:00:00.000Z', replaced: then, who: 'kim', why: 'CHG-7' },
    ...{ when: '2027-01-05T09:00:00.000Z', unread: [] },
    subjects: {
      ...{ names: ['securityGroup/sg-2'], sha256: await hashOf(newer), capturedAt: '2027-01-02T03:00:00.000Z' },
    },
  });
  expect((await show()).stdout).toMatch(/ CHG-7 +securityGroup\/sg-2\n/);
});

test('where nothing was accepted yet, there is nothing to show', async () => {
  expect(await show()).toEqual({
    status: 0,
    stderr: '',
    stdout: 'Baseline of account 111122223333, us-east-1: none yet. The first complete snapshot becomes it.\n',
  });
  expect((await show('--format', 'json')).stdout).toBe('null\n');
});

test.each<[string, readonly string[], string]>([
  [
    'another baseline is in force',
    ['older.ndjson', 'a'.repeat(64)],
    `wsaudit: the baseline of account 111122223333, us-east-1: none is in force, not ${'a'.repeat(64)}. Compare the snapshot with the baseline that is in force, and name its hash.\n`,
  ],
  [
    'a hash that is none',
    ['older.ndjson', 'abc'],
    'wsaudit: --replaces: "abc"; expected a SHA-256 of 64 hexadecimal digits, or "none". Take it from "wsaudit baseline show".\n',
  ],
  [
    'a subject that is none',
    ['older.ndjson', 'none', '--subject', 'securityGrup/sg-1'],
    'wsaudit: --subject: "securityGrup/sg-1" (did you mean "securityGroup"?); expected TYPE/ID, such as securityGroup/sg-0a1b2c3d4. Types: address, directory, ipGroup, networkInterface, securityGroup, subnet, vpc, workspace.\n',
  ],
  [
    'a subject, before there is a baseline',
    ['older.ndjson', 'none', '--subject', 'securityGroup/sg-1'],
    'wsaudit: the baseline of account 111122223333, us-east-1: there is none yet that subjects could be accepted into. Accept a whole snapshot first.\n',
  ],
  [
    'no snapshot',
    ['nope.ndjson', 'none'],
    'wsaudit: nope.ndjson: no such file. Name an existing snapshot file (.ndjson, .gz or .zst).\n',
  ],
])('%s is refused, and nothing is stored', async (_, [file = '', replaces = '', ...more], stderr) => {
  expect(await accept(file, replaces, ...more)).toEqual({ status: 2, stdout: '', stderr });
  expect(s3.texts()).toEqual({});
});

test('a bucket that may not be used is told with the object and what to check', async () => {
  // Against the clock of the server, the SDK would take another try.
  vi.useRealTimers();
  s3.faults.GET?.push({ status: 403, code: 'AccessDenied' });
  const { status, stderr } = await show();
  expect([status, stderr]).toEqual([
    2,
    'wsaudit: --bucket evidence: baselines/111122223333/us-east-1/record.json: s3:GetObject failed: AccessDenied: Told to. Check --bucket, --region, the credentials, and that they may read and write the bucket and use its key.\n',
  ]);
});

test.each([
  [['--account', '12', '--target-region', 'us-east-1'], '--account: "12"; expected an account id of 12 digits'],
  [['--account', '111122223333', '--target-region', 'here'], '"here"; expected a Region code'],
])('%j is refused', async (flags, message) => {
  const { status, stderr } = await wsaudit('baseline', 'show', '--bucket', 'evidence', ...flags);
  expect([status, stderr]).toEqual([2, expect.stringContaining(message)]);
});
