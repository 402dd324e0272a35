import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parseReport } from '../../lib/report/index.ts';
import { small, snapshotText } from './estate.ts';
import { run } from './run.ts';
import { demo, makeWorkplace } from './workplace.ts';

let cwd = '';
let remove: () => Promise<void>;
beforeEach(async () => {
  ({ cwd, remove } = await makeWorkplace());
});
afterEach(() => remove());

const evaluate = (...argv: readonly string[]) => run(['evaluate', ...argv, ...demo], cwd);

test('the same input gives the same bytes, in any order of files', async () => {
  const files = ['small.ndjson', 'other-account.ndjson'];
  const first = await evaluate(...files, '--format', 'json', '--all');
  expect(await evaluate(...files, '--format', 'json', '--all')).toEqual(first);
  expect(await evaluate(...files.toReversed(), '--format', 'json', '--all')).toEqual(first);
});

test('the same resources in another order give the same results', async () => {
  await writeFile(join(cwd, 'other.ndjson'), snapshotText({ ...small, resources: small.resources.toReversed() }));
  const results = async (file: string) =>
    parseReport(JSON.parse((await evaluate(file, '--format', 'json', '--all')).stdout), file).results;
  expect(await results('other.ndjson')).toEqual(await results('small.ndjson'));
});

test('the report names its evidence', async () => {
  const { stdout } = await evaluate('small.ndjson', '--format', 'json');
  const { results, snapshots, packs, ...rest } = parseReport(JSON.parse(stdout), 'report');
  expect(rest).toEqual({
    formatVersion: 1,
    generator: 'workspaces-auditor/0.1.0',
    summary: {
      results: 6,
      byStatus: { COMPLIANT: 3, NON_COMPLIANT: 3, NOT_APPLICABLE: 0, INSUFFICIENT_DATA: 0 },
      nonCompliantBySeverity: { CRITICAL: 0, HIGH: 1, MEDIUM: 1, LOW: 1, INFORMATIONAL: 0 },
      excepted: 0,
    },
    exceptions: [],
    coverage: [],
  });
  expect(results.map(({ ruleId, subject }) => [ruleId, subject.id])).toEqual([
    ['demo-encrypted', 'ws-2'],
    ['demo-ip-groups', 'd-2'],
    ['demo-group-rules', 'wsipg-2'],
  ]);
  expect(snapshots[0]).toMatchObject({ accountId: '111122223333', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect(packs).toEqual([{ id: 'demo', version: '1.2.3', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
});

test('--out writes the whole report and nothing to standard output', async () => {
  const { stdout } = await evaluate('small.ndjson', '--format', 'json');
  const before = await readdir(cwd);
  expect(await evaluate('small.ndjson', '--format', 'json', '--out', 'report.json')).toEqual({
    ...{ status: 1, stdout: '', stderr: '' },
  });
  expect(await readFile(join(cwd, 'report.json'), 'utf8')).toBe(stdout);
  expect(await readdir(cwd)).toEqual([...before, 'report.json'].sort());
});

test('what stood in --out before stays when the input cannot be read', async () => {
  await writeFile(join(cwd, 'report.json'), 'yesterday');
  const { status } = await evaluate('nope.ndjson', '--out', 'report.json');
  expect([status, await readFile(join(cwd, 'report.json'), 'utf8')]).toEqual([2, 'yesterday']);
});

test.each([
  ['small.ndjson', 'high', 1],
  ['small.ndjson', 'critical', 0],
  ['small.ndjson', 'none', 0],
  ['denied.ndjson', 'high', 3],
  ['denied.ndjson', 'none', 0],
  ['fixed.ndjson', 'high', 1],
  ['fixed.ndjson', 'critical', 3],
  ['clean.ndjson', 'low', 0],
  ['nope.ndjson', 'none', 2],
])('%s with --fail-on %s exits %i', async (file, level, status) => {
  expect((await evaluate(file, '--fail-on', level)).status).toBe(status);
});

test('remarks on the input go to standard error, unless --quiet', async () => {
  const lines = snapshotText(small).split('\n');
  await writeFile(join(cwd, 'newer.ndjson'), lines.toSpliced(1, 0, '{"type":"Novelty","resource":{}}').join('\n'));
  const loud = await evaluate('newer.ndjson');
  expect(loud.stderr).toBe('newer.ndjson: 1 resource(s) of the unknown type "Novelty" are ignored\n');
  expect(await evaluate('newer.ndjson', '--quiet')).toEqual({ ...loud, stderr: '' });
});

test('a directory of snapshots is one estate', async () => {
  await evaluate('small.ndjson', '--out', 'ignored.txt');
  const { stderr, status } = await evaluate('.');
  expect([status, stderr.split('\n')[0]]).toEqual([
    2,
    'wsaudit: denied.ndjson: a second snapshot of account 111122223333, us-east-1: the first is clean.ndjson. Name one of the two.',
  ]);
});

test('colours only on a terminal, and not with NO_COLOR', async () => {
  const colored = async (env: NodeJS.ProcessEnv, terminal?: { columns: number }) => {
    const argv = ['evaluate', 'small.ndjson', ...demo];
    const { stdout } = await run(argv, cwd, terminal === undefined ? { env } : { env, terminal });
    return stdout.includes('\u001B');
  };
  expect([
    await colored({}),
    await colored({}, { columns: 80 }),
    await colored({ NO_COLOR: '1' }, { columns: 80 }),
    await colored({ TERM: 'dumb' }, { columns: 80 }),
  ]).toEqual([false, true, false, false]);
});
