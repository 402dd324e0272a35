import { expect, test } from 'vitest';
import { evaluateFiles } from '../../lib/cli/evaluate-files.ts';
import { makeWorkplace } from './workplace.ts';

test('an account that could not be entered stands in the coverage and in the report', async () => {
  const { cwd, remove } = await makeWorkplace();
  let stdout = '';
  const stream = {
    write: (text: string) => {
      stdout += text;
    },
  };
  const io = { stdout: stream, stderr: stream, env: {}, cwd };
  const lost = [{ accountId: '444455556666', region: 'us-east-1', errorCode: 'AccessDenied', message: 'no trust' }];
  const options = { rulesDir: 'packs', pack: ['demo'] };
  await evaluateFiles(['clean.ndjson'], { ...options, format: 'json' }, io, lost);
  expect(Object(JSON.parse(stdout)).coverage).toEqual([
    {
      ...{ accountId: '444455556666', region: 'us-east-1', operation: 'sts:AssumeRole', status: 'denied' },
      ...{ errorCode: 'AccessDenied', message: 'no trust' },
    },
  ]);
  stdout = '';
  await evaluateFiles(['clean.ndjson'], options, io, lost);
  await remove();
  expect(stdout).toContain('  sts:AssumeRole\n    denied (AccessDenied): no trust, in 444455556666 us-east-1\n');
});
