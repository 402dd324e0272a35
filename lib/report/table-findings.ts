import { isExcepted } from '../findings/index.ts';
import { count, wrap } from '../model/lines.ts';
import { severities } from '../model/outcome.ts';
import type { Result } from '../model/report.ts';
import type { Paint } from './paint.ts';
import { plain } from './plain.ts';

/** Subjects of one rule that are listed before the rest is only counted. */
const shownPerRule = 10;

/** Findings by severity: each rule once with its mend, then its subjects with the reasons. */
export function* findings(results: readonly Result[], width: number, paint: Paint): Iterable<string> {
  for (const severity of severities) {
    const own = results.filter((result) => result.severity === severity);
    if (own.length === 0) continue;
    const rules = Map.groupBy(own, ({ ruleId }) => ruleId);
    const total = `${count(own.length, 'finding')} of ${count(rules.size, 'rule')}`;
    yield '';
    yield `${paint.severity(severity, ` ${severity} `)} ${total}`;
    for (const group of rules.values()) yield* ruleGroup(group, width, paint);
  }
}

/** The results of one rule. */
export function* ruleGroup(group: readonly Result[], width: number, paint: Paint): Iterable<string> {
  const [first] = group;
  if (first === undefined) return;
  yield '';
  yield `  ${paint.heading(first.ruleId)}${paint.faint(` (${first.packId})`)}`;
  yield* wrap(plain(first.title), width, '    ');
  if (first.status === 'NON_COMPLIANT') yield* wrap(plain(first.remediation), width, '    Mend: ');
  const shown = group.slice(0, shownPerRule);
  for (const [place, own] of Map.groupBy(shown, placeOf)) {
    yield `    ${paint.faint(place)}`;
    const column = Math.min(24, Math.max(...own.map(({ subject }) => plain(subject.id).length)));
    for (const result of own) yield* subjectLines(result, column, width, paint);
  }
  const more = group.length - shown.length;
  if (more > 0) yield `      and ${more} more; --format json lists all`;
}

export const placeOf = ({ subject }: Result): string => `${subject.accountId} ${subject.region}`;

function* subjectLines(result: Result, column: number, width: number, paint: Paint): Iterable<string> {
  const id = plain(result.subject.id);
  const reason = `${plain(result.reason)}${exceptionClause(result)}`;
  if (id.length > column) {
    yield `      ${paint.name(id)}`;
    yield* wrap(reason, width, ' '.repeat(8));
    return;
  }
  const [first = '', ...others] = wrap(reason, width, `      ${id.padEnd(column)}  `);
  yield `      ${paint.name(id)}${first.slice(6 + id.length)}`;
  yield* others;
}

function exceptionClause(result: Result): string {
  const { exception } = result;
  if (exception === null) return '';
  const { owner, reason, ticket, expires } = exception;
  const why = plain([reason, owner, ...(ticket === null ? [] : [ticket])].join(', '));
  return isExcepted(result) ? ` [excepted until ${expires}: ${why}]` : ` [its exception expired on ${expires}: ${why}]`;
}
