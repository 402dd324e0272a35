import { sorted } from '../facts/index.ts';
import { count, wrap } from '../model/lines.ts';
import { placeKey } from '../model/place.ts';
import type { CoverageGap, Report, Result } from '../model/report.ts';
import type { Paint } from './paint.ts';
import { plain } from './plain.ts';

/** How an account that could not be entered stands in the coverage. */
const assumeRole = 'sts:AssumeRole';
const shownRules = 6;
const shownReasons = 8;
const shownSubjects = 3;

/** What could not be judged because something was not read, by the missing operation. */
export function* unread(report: Report, unlisted: readonly string[], width: number, paint: Paint): Iterable<string> {
  const blind = report.results.filter(({ status, missing }) => status === 'INSUFFICIENT_DATA' && missing.length > 0);
  const lost = report.coverage.filter((gap) => gap.operation === assumeRole).map((gap) => gap.operation);
  const operations = sorted([...blind.flatMap(({ missing }) => missing), ...unlisted, ...lost]);
  if (operations.length > 0) {
    yield '';
    yield paint.heading(`COULD NOT BE JUDGED  ${count(blind.length, 'result')} for want of a read`);
  }
  for (const operation of operations) {
    const waiting = blind.filter(({ missing }) => missing.includes(operation));
    yield '';
    yield `  ${paint.heading(operation)}`;
    yield* places(report.coverage, operation, width);
    if (waiting.length > 0) yield* wrap(`${count(waiting.length, 'result')}: ${rulesOf(waiting)}`, width, '    ');
    if (unlisted.includes(operation))
      yield* wrap('It lists subjects: there may be more than were judged.', width, '    ');
  }
  const others = sorted(report.coverage.map((gap) => gap.operation)).filter((name) => !operations.includes(name));
  if (others.length > 0) {
    yield '';
    yield* wrap(`Not completely read, but no verdict waits for it: ${others.join(', ')}.`, width, '  ');
  }
  if (operations.length === 0) return;
  yield '';
  yield* wrap(mendsOf(report.coverage.filter((gap) => operations.includes(gap.operation))), width, '  Mend: ');
}

function mendsOf(gaps: readonly CoverageGap[]): string {
  const statuses = gaps.map(({ status }) => status);
  return [
    ...(statuses.includes('denied') ? ['Allow what was denied ("wsaudit iam-policy" prints the policy).'] : []),
    ...(statuses.includes('skipped') ? ['What was skipped is not in the snapshot: collect it.'] : []),
    ...(gaps.length > 0 ? ['Then scan again.'] : []),
  ].join(' ');
}

/** Where the operation was not read, and why; the same why is told once. */
function* places(coverage: readonly CoverageGap[], operation: string, width: number): Iterable<string> {
  const gaps = coverage.filter((gap) => gap.operation === operation);
  const whys = Map.groupBy(gaps, ({ status, errorCode, message }) =>
    [errorCode === undefined ? status : `${status} (${errorCode})`, ...(message === undefined ? [] : [message])].join(
      ': ',
    ),
  );
  for (const [why, own] of whys) {
    const where = own.map(placeKey);
    yield* wrap(`${plain(why)}, in ${where.join(', ')}`, width, '    ');
  }
}

/** Everything that only wants something from the reader, in one short block. */
export function* wanting(results: readonly Result[], width: number, paint: Paint): Iterable<string> {
  const open = results.filter(({ status, missing }) => status === 'INSUFFICIENT_DATA' && missing.length === 0);
  if (open.length === 0) return;
  yield '';
  yield paint.heading(
    `NEEDS SOMETHING FROM YOU  ${count(open.length, 'result')} for want of a baseline, a setting or a value`,
  );
  const groups = [...Map.groupBy(open, ({ reason }) => kindOf(reason))].sort(([, a], [, b]) => b.length - a.length);
  for (const [reason, own] of groups.slice(0, shownReasons)) {
    yield* wrap(
      `${plain(reason)} (${subjectsOf(own)}; ${count(own.length, 'result')}: ${rulesOf(own)})`,
      width,
      '  - ',
    );
  }
  const more = groups.slice(shownReasons).reduce((sum, [, own]) => sum + own.length, 0);
  if (more > 0) yield `  - ${count(more, 'other result')}; --format json lists all`;
}

/** Whom it is about, as far as a line holds. */
function subjectsOf(results: readonly Result[]): string {
  const ids = sorted(results.map(({ subject }) => subject.id));
  const more = ids.length - shownSubjects;
  return `${plain(ids.slice(0, shownSubjects).join(', '))}${more > 0 ? ` and ${more} more` : ''}`;
}

/** A reason without the ids in it, so that the same want of many subjects is one line. */
const kindOf = (reason: string): string =>
  reason
    .replace(/^Cannot be judged: /, '')
    .replace(/\.$/, '')
    // Of several reasons that differ by an id alone, one is enough.
    .split('; ')
    .map(withoutIds)
    .filter((part, index, parts) => parts.indexOf(part) === index)
    .join('; ');

const withoutIds = (reason: string): string =>
  reason
    .replace(/\[[^\]]*\]/g, '[…]')
    .replace(/\b(ws|wsd|d|sg|eni|subnet|vpc|nat|wsipg|pl|rtb)-[0-9a-z]+\b/g, '$1-…')
    .replace(/\b\d{1,3}(\.\d{1,3}){3}\b/g, '…');

function rulesOf(results: readonly Result[]): string {
  const ids = sorted(results.map(({ ruleId }) => ruleId));
  const more = ids.length - shownRules;
  return `${ids.slice(0, shownRules).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
