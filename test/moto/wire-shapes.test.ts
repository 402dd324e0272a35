import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import committed from '../aws/wire/shapes.json' with { type: 'json' };
import { motoPython } from './settings.ts';

test("the double's wire table is what botocore's models say", async () => {
  const { stdout } = await promisify(execFile)(motoPython, ['test/aws/wire/generate.py'], {
    maxBuffer: 16 * 1024 * 1024,
  });
  expect(committed).toStrictEqual(JSON.parse(stdout));
});
