import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findFramework, frameworkIds, frameworkReportSchema, reasons } from '../../lib/frameworks/index.ts';

const text = readFileSync(new URL('../../docs/frameworks.md', import.meta.url), 'utf8');
const example = /```json\n([\s\S]*?)```/.exec(text)?.[1] ?? '';

test('the example of JSON fits the schema and leaves nothing out', () => {
  const documented: unknown = JSON.parse(example);
  expect(frameworkReportSchema.parse(documented)).toEqual(documented);
});

test('the table of reasons holds them all', () => {
  const documented = [...text.matchAll(/^\| `(?:not-)?(?:satisfied|assessed)` \| `([a-z-]+)` \|/gm)].map(
    ([, reason]) => reason,
  );
  expect(documented.toSorted()).toEqual(reasons.toSorted());
});

test('the table of frameworks holds them all, with their size', () => {
  const documented = [...text.matchAll(/^\| `([a-z0-9-]+)` \| .* \| (\d+) \|$/gm)].map(([, id, size]) => [
    id,
    Number(size),
  ]);
  expect(documented).toEqual(frameworkIds().map((id) => [id, findFramework(id).controls.length]));
});
