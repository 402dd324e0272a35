import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { operators } from '../../lib/engine/operators.ts';
import { packSchema } from '../../lib/engine/pack.ts';
import { subjectTypes } from '../../lib/model/subject.ts';

const root = join(import.meta.dirname, '../..');
const guide = readFileSync(join(root, 'docs/writing-rules.md'), 'utf8');
const pack = packSchema.parse(JSON.parse(readFileSync(join(root, 'examples/packs/house-rules.json'), 'utf8')));

/** Rows of the table whose first heading is this one, as cells without the marks of code. */
const rows = (heading: string): string[][] => {
  const [, body = ''] = guide.split(new RegExp(`^\\| ${heading} \\|.*\\n\\|[-|]+\\n`, 'm'));
  return body
    .slice(0, body.search(/^[^|]/m))
    .trim()
    .split('\n')
    .map((row) =>
      row
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim().replaceAll('`', '')),
    );
};

test('the guide shows the worked rules as they stand in their pack', () => {
  const shown = [...guide.matchAll(/^```json\n(.*?)^```$/gms)].map(([, text = '']): unknown => JSON.parse(text));
  const [first, second, third] = pack.rules.map(({ examples, ...rule }) => rule);
  expect(shown).toEqual([first, { parameters: pack.parameters }, { examples: pack.rules[0]?.examples }, second, third]);
});

test('the guide lists every operator, with the facts that it takes', () => {
  expect(rows('Operator').map(([name, facts]) => [name, facts])).toEqual(
    Object.entries(operators).map(([name, { facts }]) => [name, facts.join(', ')]),
  );
});

test('the guide says of every operator what stands on its right', () => {
  const right = { same: /^(the same type|number)/, list: /^list/, item: /^string/, text: /^string/, none: /^none$/ };
  for (const [name = '', , value] of rows('Operator')) {
    expect(value, name).toMatch(right[operators[name]?.value ?? 'none']);
  }
});

test('the guide names every key of a rule and of a pack, and every kind of subject', () => {
  const explained = rows('Key').flatMap(([keys = '']) => keys.split(', '));
  expect(explained.sort()).toEqual(Object.keys(packSchema.shape.rules.element.shape).sort());
  for (const key of Object.keys(packSchema.shape))
    expect(guide).toContain(key === '$schema' ? '`"$schema"`' : `\`${key}\``);
  for (const type of subjectTypes) expect(guide).toMatch(new RegExp(`\\b${type}\\b`));
});

test('links of the guide lead somewhere', () => {
  const links = [...guide.matchAll(/\]\(([^)]+)\)/g)].map(([, target = '']) => target);
  const anchors = [...guide.matchAll(/^#+ (.+)$/gm)].map(
    ([, title = '']) =>
      `#${title
        .toLowerCase()
        .replaceAll(/[^a-z -]/g, '')
        .replaceAll(' ', '-')}`,
  );
  const isThere = (link: string) =>
    link.startsWith('#') ? anchors.includes(link) : existsSync(join(root, 'docs', link));
  expect(links.filter((link) => !isThere(link))).toEqual([]);
});
