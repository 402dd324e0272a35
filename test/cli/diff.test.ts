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

test('reports without --all resolve what they list no more, as far as everything was read', async () => {
  const reports = [await save('small.ndjson'), await save('fixed.ndjson')];
  const fromReports = await wsaudit('diff', ...reports, '--format', 'json');
  const fromSnapshots = await wsaudit('diff', 'small.ndjson', 'fixed.ndjson', '--format', 'json');
  expect(fromReports.stdout).toBe(fromSnapshots.stdout);
  expect(fromReports.stderr).toBe(
    'Not known whether resolved: demo-group-rules on wsipg-2 (111122223333 us-east-1): NEW did not completely read workspaces:DescribeIpGroups\n',
  );
});

test('--fail-on decides by what appeared', async () => {
  const status = async (level: string) =>
    (await wsaudit('diff', 'clean.ndjson', 'other-account.ndjson', '--fail-on', level)).status;
  expect([await status('medium'), await status('high'), await status('none')]).toEqual([1, 0, 0]);
});
