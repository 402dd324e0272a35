import { type Condition, childrenOf, comparedFact } from '../../engine/conditions.ts';
import type { Rule } from '../../engine/index.ts';
import { operationsOf } from '../../findings/index.ts';
import { InputError } from '../../model/errors.ts';
import { suggestion } from '../../model/nearest.ts';
import { type Paint, paint, plain, wrap } from '../../report/index.ts';
import type { CliIo } from '../io.ts';
import { appearance, writeOutput } from '../output.ts';
import { readPacks } from '../read-packs.ts';

/** `rules show ID`. @throws InputError with the nearest id when there is no such rule */
export async function showRule(id: string, rulesDir: string | undefined, io: CliIo): Promise<void> {
  const rules = (await readPacks(rulesDir, io.cwd)).flatMap((pack) => pack.rules);
  const rule = rules.find((candidate) => candidate.id === id);
  if (rule === undefined) {
    throw new InputError('usage', {
      place: `rules show ${id}`,
      found: `no rule is named "${id}"${suggestion(
        id,
        rules.map((known) => known.id),
      )}`,
      mend: 'Run "wsaudit rules list" for the ids.',
    });
  }
  const { width, color } = appearance(io, undefined);
  const lines = [...describe(rule, Math.min(120, Math.max(80, width)), paint(color))];
  await writeOutput(
    lines.map((line) => `${line}\n`),
    undefined,
    io,
  );
}

function* describe(rule: Rule, width: number, { heading, name, severity }: Paint): Iterable<string> {
  const section = (title: string, lines: readonly string[]) => ['', heading(title), ...lines];
  const text = (value: string) => wrap(plain(value), width, '  ');
  yield `${heading(rule.id)}  ${severity(rule.severity, rule.severity)}`;
  yield* wrap(plain(rule.title), width, '');
  yield '';
  yield `  pack      ${name(rule.packId)}`;
  yield `  subject   ${rule.subject}`;
  yield `  controls  ${rule.controls.join(', ') || 'none'}`;
  yield `  source    ${plain(rule.source.section)}`;
  yield `            ${plain(rule.source.url)}`;
  if (rule.appliesWhen !== undefined) yield* section('Applies when', tree(rule.appliesWhen, '  '));
  yield* section('Requires', tree(rule.requires, '  '));
  for (const grade of rule.severityWhen) yield* section(`${grade.severity} when`, tree(grade.when, '  '));
  yield* section('Says', text(rule.reason.nonCompliant));
  yield* section('Mend', text(rule.remediation));
  for (const note of rule.notes) yield* section('Notes', [...text(note.text), ...tree(note.when, '    ')]);
  yield* section('Reads', text(operationsOf(rule).join(', ') || 'nothing from AWS'));
  yield* section(
    'Examples',
    rule.examples.flatMap((example) => wrap(plain(example.name), width, `  ${example.outcome.padEnd(18)} `)),
  );
}

const phrases: { readonly [operator: string]: string } = {
  equal: 'is',
  notEqual: 'is not',
  in: 'is one of',
  notIn: 'is none of',
  lessThan: '<',
  lessThanInclusive: '≤',
  greaterThan: '>',
  greaterThanInclusive: '≥',
  contains: 'contains',
  doesNotContain: 'does not contain',
  isEmpty: 'is empty',
  isNotEmpty: 'is not empty',
  startsWith: 'starts with',
  matchesAnyGlob: 'matches one of',
};

function tree(node: Condition, indent: string): string[] {
  const children = childrenOf(node);
  if (children !== undefined) {
    const [only] = children;
    if (only !== undefined && children.length === 1) return tree(only, indent);
    return [
      `${indent}${'all' in node ? 'all of' : 'any of'}`,
      ...children.flatMap((child) => tree(child, `${indent}  `)),
    ];
  }
  if (!('fact' in node)) return [];
  const { fact, operator, value } = node;
  const right = comparedFact(node) ?? (value === undefined ? '' : JSON.stringify(value));
  return [plain(`${indent}${fact} ${phrases[operator] ?? operator} ${right}`.trimEnd())];
}
