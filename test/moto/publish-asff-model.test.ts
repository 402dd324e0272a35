import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import committed from '../publish/asff.json' with { type: 'json' };
import { motoPython } from './settings.ts';

test("the table that findings are checked against is what botocore's model of Security Hub says", async () => {
  const { stdout } = await promisify(execFile)(motoPython, ['test/publish/generate.py'], {
    maxBuffer: 16 * 1024 * 1024,
  });
  expect(committed).toStrictEqual(JSON.parse(stdout));
});
