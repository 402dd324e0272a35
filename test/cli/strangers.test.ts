import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { run } from './run.ts';
import { demo, makeWorkplace } from './workplace.ts';

/** What people do who have not read the manual. */
const root = fileURLToPath(new URL('../..', import.meta.url));

let cwd = '';
let remove: () => Promise<void>;
beforeAll(async () => {
  ({ cwd, remove } = await makeWorkplace());
});
afterAll(() => remove());

const wsaudit = (...argv: readonly string[]) => run([...argv, ...demo], cwd);
const file = (name: string, content: string) => {
  writeFileSync(join(cwd, name), content);
  return name;
};

test('a scope that leaves no directory is a mistake, not a clean estate', async () => {
  const config = file('nothing.yaml', 'scope: { directories: { include: ["d-zzz*"] } }\n');
  expect(await wsaudit('evaluate', 'small.ndjson', '--config', config)).toEqual({
    status: 2,
    stdout: '',
    stderr:
      'wsaudit: scope.directories: none of the 2 directories is left (include: d-zzz*; exclude: none); ' +
      'expected globs of directory ids, in which * and ? stand for any text and any character. Correct the globs.\n',
  });
});

test('a glob of the scope that matches no directory is pointed out', async () => {
  const config = file('idle.yaml', 'scope: { directories: { exclude: ["d-9x"] } }\n');
  const { status, stderr } = await wsaudit('evaluate', 'small.ndjson', '--config', config);
  expect([status, stderr]).toEqual([1, 'scope.directories: "d-9x" matches no directory\n']);
});

test('severities are taken in capitals too', async () => {
  expect((await wsaudit('evaluate', 'small.ndjson', '--fail-on', 'NONE')).status).toBe(0);
});

test('a report cannot be judged again: a comparison refuses flags that would need it', async () => {
  await wsaudit('evaluate', 'small.ndjson', '--format', 'json', '--out', 'small.json');
  const { status, stderr } = await wsaudit('diff', 'small.json', 'small.json', '--baseline', 'small.ndjson');
  expect([status, stderr]).toEqual([
    2,
    'wsaudit: --baseline: small.json is a report, which was judged when it was made; expected snapshots with these ' +
      'flags. Leave the flags out, or compare the snapshots.\n',
  ]);
});

test('lines whose operation the coverage forgets are pointed out', async () => {
  const lines = [
    '{"type":"Snapshot","formatVersion":1,"partition":"aws","accountId":"111122223333","region":"us-east-1","capturedAt":"2027-01-31T12:00:00Z","generator":"x"}',
    '{"type":"WorkspacesIpGroup","resource":{"groupId":"wsipg-1","userRules":[]}}',
    '{"type":"Coverage","operations":[]}',
  ];
  const { stderr } = await wsaudit('evaluate', file('forgotten.ndjson', lines.join('\n')));
  expect(stderr).toBe(
    'forgotten.ndjson: the coverage line does not list workspaces:DescribeIpGroups, which counts as skipped\n',
  );
});

test('a role that is no ARN stays out of the policy', async () => {
  expect(await run(['iam-policy', '--role-arn', 'auditor'], cwd)).toMatchObject({ status: 2, stdout: '' });
});

test('files are those of the folder that npm was called in', () => {
  const { status, stdout } = spawnSync(
    process.execPath,
    ['bin/wsaudit.mjs', 'evaluate', 'small.ndjson', ...demo, '--fail-on', 'none'],
    { cwd: root, encoding: 'utf8', env: { ...process.env, npm_lifecycle_event: 'wsaudit', INIT_CWD: cwd } },
  );
  expect(status).toBe(0);
  expect(stdout).toContain('npm run -s wsaudit -- rules show');
});
