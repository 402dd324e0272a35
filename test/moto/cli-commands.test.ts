import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { packs } from '../rules/harness.ts';
import { motoPython } from './settings.ts';

const script = new URL('./cli_commands.py', import.meta.url).pathname;
const check = (commands: readonly string[]): string[] => {
  const { stdout, stderr, status } = spawnSync(motoPython, [script], {
    input: commands.join('\n'),
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return stdout.split('\n').filter((line) => line !== '');
};

test('every AWS CLI command that a rule names exists, with its options', () => {
  const commands = packs.flatMap(({ rules }) => rules.flatMap(({ steps }) => steps.cli ?? []));
  expect(commands.length).toBeGreaterThan(100);
  expect(check(commands)).toEqual([]);
});

test('one that does not exist is found', () => {
  expect(check(['aws workspaces mend-workspace', 'aws ds describe-directories --names x', 'aws nowhere go'])).toEqual([
    'aws workspaces mend-workspace: no operation mend-workspace',
    'aws ds describe-directories --names x: no option --names',
    'aws nowhere go: no service nowhere',
  ]);
});
