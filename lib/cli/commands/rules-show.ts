import { type ConditionLine, manualOf, type RuleManual } from '../../manual/index.ts';
import { InputError } from '../../model/errors.ts';
import { suggestion } from '../../model/nearest.ts';
import { type Paint, paint, plain, wrap } from '../../report/index.ts';
import type { CliIo } from '../io.ts';
import { appearance, writeOutput } from '../output.ts';
import { readPacks } from '../read-packs.ts';
import { reportFlags } from '../report-options.ts';

/** `rules show ID`. @throws InputError with the nearest id when there is no such rule */
export async function showRule(id: string, options: unknown, io: CliIo): Promise<void> {
  const { rulesDir, format, out } = reportFlags(options);
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
  const manual = manualOf(rule);
  if (format === 'json') {
    // The rule as its pack has it, with shared conditions in their places, and the IAM actions that it takes.
    return await writeOutput([`${JSON.stringify({ ...rule, operations: manual.operations }, null, 2)}\n`], out, io);
  }
  const { width, color } = appearance(io, out);
  const lines = [...describe(manual, Math.min(120, Math.max(80, width)), paint(color))];
  await writeOutput(
    lines.map((line) => `${line}\n`),
    out,
    io,
  );
}

function* describe(manual: RuleManual, width: number, { heading, name, severity }: Paint): Iterable<string> {
  const { rule } = manual;
  const section = (title: string, lines: readonly string[]) => ['', heading(title), ...lines];
  const text = (value: string, indent = '  ') => wrap(plain(value), width, indent);
  yield `${heading(rule.id)}  ${severity(rule.severity, rule.severity)}`;
  yield* wrap(plain(rule.title), width, '');
  if (rule.why !== undefined) yield* ['', ...text(rule.why)];
  yield '';
  yield `  pack      ${name(rule.packId)}`;
  yield `  subject   ${rule.subject}`;
  yield `  controls  ${rule.controls.join(', ') || 'none'}`;
  yield `  source    ${plain(rule.source.section)}`;
  yield `            ${plain(rule.source.url)}`;
  if (manual.appliesWhen.length > 0) yield* section('Applies when', tree(manual.appliesWhen));
  yield* section('Requires', tree(manual.requires));
  for (const { severity: grade, when } of manual.grades) yield* section(`${grade} when`, tree(when));
  yield* section('Says', text(rule.reason.nonCompliant));
  yield* section('Mend', text(rule.remediation));
  if (rule.steps.console !== undefined) yield* text(`Console: ${rule.steps.console}`);
  if (rule.steps.cli !== undefined) yield `  ${plain(rule.steps.cli)}`;
  for (const note of manual.notes) yield* section('Notes', [...text(note.text), ...tree(note.when, 2)]);
  yield* section('Reads', text(manual.operations.join(', ') || 'nothing from AWS'));
  for (const { name: fact, about } of manual.inputs) yield* text(`${fact}: ${about}`, '    ');
  yield* section(
    'Except with',
    manual.exception.split('\n').map((line) => `  ${line}`),
  );
  yield* section(
    'Examples',
    rule.examples.flatMap((example) => wrap(plain(example.name), width, `  ${example.outcome.padEnd(18)} `)),
  );
}

const tree = (lines: readonly ConditionLine[], indent = 1): string[] =>
  lines.map(({ depth, text }) => plain(`${'  '.repeat(indent + depth)}${text}`));
