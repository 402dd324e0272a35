import { afterEach, beforeEach, expect, test } from 'vitest';
import { run } from './run.ts';
import { demo, makeWorkplace } from './workplace.ts';

let cwd = '';
let remove: () => Promise<void>;
beforeEach(async () => {
  ({ cwd, remove } = await makeWorkplace());
});
afterEach(() => remove());

const wsaudit = (...argv: readonly string[]) => run([...argv, ...demo], cwd);

const save = async (file: string, ...flags: readonly string[]) => {
  const out = file.replace('.ndjson', '.json');
  await wsaudit('evaluate', file, '--format', 'json', '--out', out, ...flags);
  return out;
};

test('reports made with --all say the same as their snapshots', async () => {
  const reports = [await save('small.ndjson', '--all'), await save('fixed.ndjson', '--all')];
  expect(await wsaudit('diff', ...reports, '--format', 'json')).toEqual(
    await wsaudit('diff', 'small.ndjson', 'fixed.ndjson', '--format', 'json'),
  );
});

test('a report without --all says what it cannot prove', async () => {
  const reports = [await save('small.ndjson'), await save('fixed.ndjson')];
  const { stdout, stderr, status } = await wsaudit('diff', ...reports, '--format', 'json');
  expect(stdout).toContain('"resolved":[\n{"ruleId":"demo-encrypted"');
  expect([status, stderr.split('\n')[0]]).toEqual([
    1,
    'Not known whether resolved: demo-ip-groups on d-2 (111122223333 us-east-1): NEW was made without --all, and does not show whether the rule was in force',
  ]);
});

test('--fail-on decides by what appeared', async () => {
  const status = async (level: string) =>
    (await wsaudit('diff', 'clean.ndjson', 'other-account.ndjson', '--fail-on', level)).status;
  expect([await status('medium'), await status('high'), await status('none')]).toEqual([1, 0, 0]);
});
