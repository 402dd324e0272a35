import type { FrameworkReport } from '../frameworks/index.ts';
import { count, wrap } from '../model/lines.ts';
import type { FrameworkOptions } from './format.ts';
import { notAssessed, notSatisfied, satisfied } from './framework-controls.ts';
import { expiredAttestations, manualItems } from './framework-items.ts';
import { type Paint, paint } from './paint.ts';
import { plain } from './plain.ts';

/** The report of a framework for people: what is wrong first, then what is proven, then what is open. */
export function* frameworkTable(report: FrameworkReport, options: FrameworkOptions): Iterable<string> {
  const { all, width, color, program } = options;
  const columns = Math.min(120, Math.max(80, width));
  const colors = paint(color);
  const sections = [
    head(report, columns, colors),
    notSatisfied(report.controls, columns, colors),
    satisfied(report.controls, columns, colors),
    notAssessed(report.controls, all, columns, colors),
    manualItems(report.manualItems, columns, colors),
    expiredAttestations(report.expired, columns, colors),
    totals(report, columns, colors),
    next(all, program, columns, colors),
  ];
  for (const section of sections) for (const line of section) yield `${line.trimEnd()}\n`;
}

function* head(report: FrameworkReport, width: number, colors: Paint): Iterable<string> {
  const { generator, framework, snapshots, packs, summary, unseen, limited, scope } = report;
  const { publication, version, checkedOn } = framework.source;
  const title = `WorkSpaces Auditor${plain(generator.replace(/^.*\//, ' '))}: ${framework.title}`;
  yield* wrap(title, width, '').map(colors.heading);
  for (const { accountId, region, capturedAt } of snapshots)
    yield `  ${accountId} ${region}, captured ${plain(capturedAt)}`;
  yield* wrap(`packs: ${packs.map(({ id, version: own }) => `${id} ${own}`).join(', ')}`, width, '  ');
  yield* wrap(`source: ${publication}, ${version}; checked on ${checkedOn}`, width, '  ');
  yield* wrap(`found: ${verdicts(report)}`, width, '  ');
  for (const sentence of framework.unlisted) yield* wrap(sentence, width, '  ! ');
  if (summary.unverified > 0) {
    const ids = report.controls.filter(({ verified }) => !verified).map(({ id }) => id);
    yield* wrap(`Unverified, because sources do not agree: ${ids.join(', ')}.`, width, '  ! ');
  }
  if (unseen.length > 0) yield* wrap(plain(`Not completely read: ${unseen.join(', ')}.`), width, '  ! ');
  if (limited.length > 0) yield* wrap(`Only some directories were read: ${limited.join(', ')}.`, width, '  ! ');
  const globs = [...scope.include.filter((glob) => glob !== '*'), ...scope.exclude.map((glob) => `not ${glob}`)];
  if (globs.length > 0) yield* wrap(plain(`Only directories in scope count: ${globs.join(', ')}.`), width, '  ! ');
}

const verdicts = ({ summary: { byStatus } }: FrameworkReport): string =>
  `${byStatus['not-satisfied']} not satisfied, ${byStatus.satisfied} satisfied, ${byStatus['not-assessed']} not assessed`;

function* totals({ summary }: FrameworkReport, width: number, colors: Paint): Iterable<string> {
  const { byStatus, byReason, controls } = summary;
  const accepted = byReason['findings-excepted'];
  const open = [
    [byReason['not-covered'], 'without a rule or manual item'],
    [byReason['no-finding'], 'without a finding but not proven'],
    [byReason['insufficient-data'], 'for want of data'],
    [byReason['not-in-force'], 'with rules not in force'],
    [byReason['not-applicable'], 'with nothing to judge'],
    [byReason['manual-items'], 'with manual items only'],
  ] as const;
  yield '';
  yield colors.heading(`TOTAL  ${count(controls, 'control')}`);
  yield `  not satisfied  ${byStatus['not-satisfied']}${accepted === 0 ? '' : ` (risk accepted for ${accepted})`}`;
  yield `  satisfied      ${byStatus.satisfied}`;
  const parts = open.filter(([n]) => n > 0).map(([n, text]) => `${n} ${text}`);
  const detail = parts.length === 0 ? '' : ` (${parts.join(', ')})`;
  yield* wrap(`${byStatus['not-assessed']}${detail}`, width, '  not assessed   ');
}

function* next(all: boolean, program: string, width: number, colors: Paint): Iterable<string> {
  const steps: readonly (readonly [command: string, does: string])[] = [
    [`${program} evaluate FILE`, 'the findings themselves, each with its mend'],
    ...(all ? [] : [['… --all', 'name the controls without a rule or manual item'] as const]),
    ['… --format json --out report.json', 'every control with its rules, subjects and manual items'],
  ];
  const column = Math.max(...steps.map(([command]) => command.length));
  yield '';
  yield colors.heading('NEXT');
  for (const [command, does] of steps) {
    const [first = '', ...others] = wrap(does, width, `  ${command.padEnd(column)}  `);
    yield first.replace(command, colors.name);
    yield* others;
  }
}
