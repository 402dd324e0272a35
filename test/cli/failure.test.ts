import { expect, test } from 'vitest';
import { fail } from '../../lib/cli/failure.ts';
import { InputError } from '../../lib/model/errors.ts';

const told = (error: unknown, env: NodeJS.ProcessEnv = {}) => {
  let stderr = '';
  const stream = {
    write: (text: string) => {
      stderr += text;
    },
  };
  return { status: fail(error, { stdout: stream, stderr: stream, env, cwd: '/' }), stderr };
};

test('every problem of an input is a line, without escape sequences', () => {
  const problem = { place: 'a:1', found: 'x\u001B[31m', expected: 'y', mend: 'Mend it.' };
  expect(told(new InputError('snapshot', [problem, { ...problem, place: 'a:2' }]))).toEqual({
    status: 2,
    stderr: 'wsaudit: a:1: x\\u{1b}[31m; expected y. Mend it.\nwsaudit: a:2: x\\u{1b}[31m; expected y. Mend it.\n',
  });
});

test('a fault of ours is told without its stack, and with it on demand', () => {
  expect(told(new Error('oops'))).toEqual({
    status: 2,
    stderr:
      'wsaudit: unexpected error: oops\n' +
      'This is a fault of wsaudit: report it with the command line and what DEBUG=1 adds.\n',
  });
  expect(told(new Error('oops'), { DEBUG: '1' }).stderr).toMatch(/^\s+at /m);
});
