import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demo, makeWorkplace } from './workplace.ts';

const bin = fileURLToPath(new URL('../../bin/wsaudit.mjs', import.meta.url));

const estate = fileURLToPath(new URL('../../examples/estate', import.meta.url));

let cwd = '';
let remove: () => Promise<void>;
beforeAll(async () => {
  ({ cwd, remove } = await makeWorkplace());
});
afterAll(() => remove());

const wsaudit = (...argv: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...argv], { cwd, encoding: 'utf8' });
  return { status, stdout, stderr };
};

test.each([
  [['evaluate', 'small.ndjson', ...demo], 1],
  [['evaluate', 'denied.ndjson', ...demo], 3],
  [['evaluate', 'clean.ndjson', ...demo], 0],
  [['evaluate', 'nope.ndjson', ...demo], 2],
  [[], 2],
])('%j exits %i', (argv, status) => {
  const found = wsaudit(...argv);
  expect(found.status).toBe(status);
  expect(found.stdout === '').toBe(status === 2);
  expect(found.stderr).not.toMatch(/^\s+at /m);
});

test('help is on standard output and shows examples', () => {
  const { status, stdout, stderr } = wsaudit('--help');
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toContain('wsaudit evaluate examples/estate --baseline examples/baseline');
});

test('a reader that stops early is no error', () => {
  const command = `"${process.execPath}" "${bin}" evaluate "${estate}" --format json --all | head -c 10; exit \${PIPESTATUS[0]}`;
  const { status, stdout, stderr } = spawnSync('bash', ['-c', command], { cwd, encoding: 'utf8' });
  expect([status, stdout, stderr]).toEqual([1, '{"formatVe', '']);
});
