import type { Pack } from '../engine/index.ts';
import type { ConditionLine } from './conditions.ts';
import { manualOf, type RuleManual } from './rule.ts';

/** Where the manual of a pack stands, beside the others. */
export const pageOf = (packId: string): string => `${packId}.md`;

/** Says whence a page comes, so that nobody mends it by hand. */
const origin = '<!-- Made by "npm run generate" from the rule packs. -->';

/** The page of a pack: every rule, in order of id. */
export function packPage(pack: Pack): string {
  const rules = pack.rules.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return page([
    origin,
    `# ${escaped(pack.title)}`,
    escaped(pack.description),
    `Pack \`${pack.id}\`, version ${pack.version}. [All rules](README.md)`,
    ...(pack.parameters.length === 0 ? [] : ['## Parameters', parameterTable(pack)]),
    ...rules.flatMap((rule) => [...ruleSection(manualOf(rule))]),
  ]);
}

/** The list of all rules, by pack. */
export function indexPage(packs: readonly Pack[]): string {
  const sections = packs.flatMap((pack) => [
    `## [${escaped(pack.title)}](${pageOf(pack.id)})`,
    table(
      ['Rule', 'Severity', 'Subject', 'Title'],
      pack.rules
        .toSorted((a, b) => (a.id < b.id ? -1 : 1))
        .map(({ id, severity, subject, title }) => [
          `[\`${id}\`](${pageOf(pack.id)}#${id})`,
          severity,
          subject,
          escaped(title),
        ]),
    ),
  ]);
  const count = packs.reduce((sum, { rules }) => sum + rules.length, 0);
  return page([origin, '# Rules', `${count} rules in ${packs.length} packs.`, ...sections]);
}

function* ruleSection(manual: RuleManual): Iterable<string> {
  const { rule } = manual;
  yield `## ${rule.id}`;
  yield `**${escaped(rule.title)}**`;
  yield table(
    ['Severity', 'Subject', 'Controls', 'Source'],
    [
      [
        rule.severity,
        rule.subject,
        rule.controls.join(', ') || 'none',
        `[${escaped(rule.source.section)}](${rule.source.url})`,
      ],
    ],
  );
  if (rule.why !== undefined) yield escaped(rule.why);
  yield '### How it is decided';
  yield manual.appliesWhen.length === 0 ? 'It applies always.' : `It applies when\n\n${bullets(manual.appliesWhen)}`;
  yield `It requires\n\n${bullets(manual.requires)}`;
  for (const { severity, when } of manual.grades) yield `${severity} when\n\n${bullets(when)}`;
  yield insufficient(manual);
  yield table(
    ['Fact', 'Is', 'Read from'],
    manual.inputs.map(({ name, about, from }) => [codeCell(name), escaped(about), from.map(codeCell).join(', ')]),
  );
  for (const { text, when } of manual.notes) yield `Notes “${escaped(text)}” when\n\n${bullets(when)}`;
  yield '### How to mend it';
  yield escaped(rule.remediation);
  if (rule.steps.console !== undefined) yield `Console: ${escaped(rule.steps.console)}`;
  if (rule.steps.cli !== undefined) yield fenced('sh', rule.steps.cli);
  yield '### How to except it';
  yield fenced('yaml', manual.exception);
  yield '### Examples';
  yield table(
    ['Outcome', 'Example'],
    rule.examples.map(({ outcome, name }) => [outcome, escaped(name)]),
  );
}

const insufficient = ({ operations }: RuleManual): string =>
  operations.length === 0
    ? 'It can always be decided.'
    : `INSUFFICIENT_DATA when the outcome depends on a fact that is absent, has a value that nobody knows yet, or was not completely read. It reads ${operations.map(code).join(', ')}.`;

function parameterTable({ parameters }: Pack): string {
  return table(
    ['Parameter', 'Type', 'Default', 'Is'],
    parameters.map(({ name, type, default: value, description }) => [
      codeCell(name),
      escaped(type),
      codeCell(JSON.stringify(value)),
      escaped(description),
    ]),
  );
}

export const page = (blocks: Iterable<string>): string => `${[...blocks].join('\n\n')}\n`;

export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const bullets = (lines: readonly ConditionLine[]): string =>
  lines
    .map(({ depth, text }) => `${'  '.repeat(depth)}- ${/^(all|any) of$/.test(text) ? text : code(text)}`)
    .join('\n');

const code = (text: string): string => `\`${text.replaceAll('`', "'")}\``;

/** In a table, a bar ends the cell even inside code. */
export const codeCell = (text: string): string => code(text).replaceAll('|', '\\|');

const fenced = (language: string, text: string): string => `\`\`\`${language}\n${text}\n\`\`\``;

/** Text of a pack stays text: it may come from anyone who writes a custom pack. */
export const escaped = (text: string): string => text.replace(/[\\`*_{}[\]<>#|]/g, '\\$&').replaceAll(/\s+/g, ' ');
