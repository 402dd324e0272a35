import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parsePack } from '../../lib/engine/index.ts';
import { readMapping } from '../../lib/frameworks/index.ts';
import { rulesToCome } from './rules-to-come.ts';

const directory = new URL('../../rules/', import.meta.url);
const rules = readdirSync(directory)
  .filter((name) => name.endsWith('.json') && !name.endsWith('.schema.json'))
  .flatMap((name) => parsePack(readFileSync(new URL(name, directory), 'utf8'), name).rules);
const mapping = readMapping();
const controlsOf = (ruleId: string) => mapping.filter((control) => control.rules.includes(ruleId)).map(({ id }) => id);

test('a rule and the mapping name the same controls', () => {
  const byRule = rules.map(({ id, controls }) => [id, [...controls].sort()]);
  const byMapping = rules.map(({ id }) => [id, controlsOf(id).sort()]);
  expect(Object.fromEntries(byMapping)).toEqual(Object.fromEntries(byRule));
});

test('the mapping names no rule that does not exist, but for those to come', () => {
  const known = new Set(rules.map(({ id }) => id));
  const unknown = new Set(mapping.flatMap((control) => control.rules).filter((id) => !known.has(id)));
  expect([...unknown].sort()).toEqual(rulesToCome);
});
