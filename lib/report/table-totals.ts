import { isExcepted } from '../findings/index.ts';
import { count, wrap } from '../model/lines.ts';
import { severities } from '../model/outcome.ts';
import type { Report, ReportedException, Summary } from '../model/report.ts';
import type { FormatOptions } from './format.ts';
import type { Paint } from './paint.ts';
import { plain } from './plain.ts';

/** Who was audited, when, and by what. */
export function* head(report: Report, width: number, paint: Paint): Iterable<string> {
  const { generator, snapshots, packs } = report;
  yield paint.heading(`WorkSpaces Auditor${plain(generator.replace(/^.*\//, ' '))}`);
  for (const { accountId, region, capturedAt } of snapshots)
    yield `  ${accountId} ${region}, captured ${plain(capturedAt)}`;
  yield* wrap(`packs: ${packs.map(({ id, version }) => `${id} ${version}`).join(', ')}`, width, '  ');
  const open = report.summary.byStatus.INSUFFICIENT_DATA;
  const unjudged = open === 0 ? '' : `; ${count(open, 'result')} could not be judged`;
  yield `  found: ${gradesOf(report.summary) || 'nothing'}${unjudged}`;
}

/** How many of each severity, and how many are excepted; empty when there are none. */
function gradesOf({ nonCompliantBySeverity, excepted }: Summary): string {
  const grades = severities.flatMap((severity) =>
    nonCompliantBySeverity[severity] === 0 ? [] : [`${nonCompliantBySeverity[severity]} ${severity}`],
  );
  return [...grades, ...(excepted === 0 ? [] : [`${excepted} excepted`])].join(', ');
}

/** Exceptions: those in use briefly, those that want attention by name. */
export function* exceptions(all: readonly ReportedException[], width: number, paint: Paint): Iterable<string> {
  if (all.length === 0) return;
  yield '';
  yield paint.heading('EXCEPTIONS');
  for (const { rule, subject, owner, expires, expired, matched } of all) {
    const state = stateOf(expires, expired, matched);
    yield* wrap(plain(`${rule} on ${subject} (${owner}): ${state}`), width, expired || matched === 0 ? '  ! ' : '  - ');
  }
}

function stateOf(expires: string, expired: boolean, matched: number): string {
  const nothing = matched === 0 ? 'matches no finding of this run' : undefined;
  if (!expired)
    return nothing === undefined
      ? `${count(matched, 'finding')} until ${expires}`
      : `${nothing} (valid until ${expires})`;
  return `expired on ${expires}: ${nothing ?? `its ${count(matched, 'finding')} ${matched === 1 ? 'counts' : 'count'} again`}`;
}

export function* totals({ summary }: Report, width: number, paint: Paint): Iterable<string> {
  const { byStatus, results } = summary;
  const detail = gradesOf(summary);
  yield '';
  yield paint.heading(`TOTAL  ${count(results, 'result')}`);
  yield* wrap(`${byStatus.NON_COMPLIANT}${detail === '' ? '' : ` (${detail})`}`, width, '  NON_COMPLIANT      ');
  yield `  INSUFFICIENT_DATA  ${byStatus.INSUFFICIENT_DATA}`;
  yield `  COMPLIANT          ${byStatus.COMPLIANT}`;
  yield `  NOT_APPLICABLE     ${byStatus.NOT_APPLICABLE}`;
}

/** What to run next, in the order of use. */
export function* next(report: Report, options: FormatOptions, width: number, paint: Paint): Iterable<string> {
  const { all, program } = options;
  const worst = report.results.find((result) => result.status === 'NON_COMPLIANT' && !isExcepted(result));
  const wanting = report.results.some(
    ({ status, missing, reason }) => status === 'INSUFFICIENT_DATA' && missing.length === 0 && /baseline/i.test(reason),
  );
  const steps: [command: string, does: string][] = [
    ...(worst === undefined
      ? []
      : [step(`${program} rules show ${worst.ruleId}`, 'what the worst finding is about, with its source')]),
    ...(!report.coverage.some(({ status }) => status === 'denied')
      ? []
      : [step(`${program} iam-policy`, 'the policy that reading everything needs')]),
    ...(wanting ? [step('… --baseline FILE', 'compare with an earlier snapshot')] : []),
    ...(all ? [] : [step('… --all', 'list what is compliant or not applicable too')]),
    step('… --format json --out report.json', 'everything, with evidence, for machines and auditors'),
    step(`${program} diff OLD NEW`, 'what appeared and what was resolved between two snapshots'),
  ];
  const column = Math.max(...steps.map(([command]) => command.length));
  yield '';
  yield paint.heading('NEXT');
  for (const [command, does] of steps) {
    const [first = '', ...others] = wrap(does, width, `  ${command.padEnd(column)}  `);
    yield first.replace(command, paint.name);
    yield* others;
  }
}

const step = (command: string, does: string): [string, string] => [command, does];
