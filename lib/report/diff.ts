import type { Diff } from '../findings/index.ts';
import { count, wrap } from '../model/lines.ts';
import type { CoverageGap, Result } from '../model/report.ts';
import { type Paint, paint } from './paint.ts';
import { plain } from './plain.ts';
import { findings, placeOf } from './table-findings.ts';
import { inOrder } from './view.ts';

/** A difference as JSON, a member a line. */
export function* diffJson({ appeared, resolved, changed, coverage }: Diff): Iterable<string> {
  const rows = (items: readonly unknown[]) =>
    items.length === 0 ? '[]' : `[\n${items.map((item) => JSON.stringify(item)).join(',\n')}]`;
  yield `{"appeared":${rows(appeared.map(inOrder))},\n`;
  yield `"resolved":${rows(resolved.map(inOrder))},\n`;
  yield `"changed":${rows(changed.map(({ before, after }) => ({ before: inOrder(before), after: inOrder(after) })))},\n`;
  yield `"coverage":{"lost":${rows(coverage.lost)},"regained":${rows(coverage.regained)}}}\n`;
}

/** A difference for people: what appeared in full, the rest a line each. */
export function* diffTable(diff: Diff, width: number, color: boolean): Iterable<string> {
  const columns = Math.min(120, Math.max(80, width));
  const colors = paint(color);
  const { appeared, resolved, changed, coverage } = diff;
  const sections = [
    [colors.heading(`APPEARED  ${count(appeared.length, 'finding')}`)],
    findings(appeared, columns, colors),
    ['', colors.heading(`RESOLVED  ${count(resolved.length, 'finding')}`)],
    resolved.flatMap((result) => wrap(plain(`${nameOf(result)}: was: ${result.reason}`), columns, '  ')),
    ['', colors.heading(`CHANGED  ${count(changed.length, 'result')}`)],
    changed.flatMap(({ before, after }) => [
      ...wrap(plain(`${nameOf(after)}: ${verdict(before)} → ${verdict(after)}`), columns, '  '),
      ...wrap(plain(after.reason), columns, '    '),
    ]),
    gaps('COVERAGE LOST', coverage.lost, colors),
    gaps('COVERAGE REGAINED', coverage.regained, colors),
  ];
  for (const section of sections) for (const line of section) yield `${line.trimEnd()}\n`;
}

const nameOf = (result: Result): string => `${result.ruleId} on ${result.subject.id} (${placeOf(result)})`;

const verdict = ({ status, severity, exception }: Result): string =>
  [
    status,
    ...(status === 'NON_COMPLIANT' ? [severity] : []),
    ...(exception === null ? [] : [exceptionOf(exception)]),
  ].join(' ');

const exceptionOf = ({ expired }: { readonly expired: boolean }): string =>
  expired ? 'with an expired exception' : 'excepted';

function gaps(heading: string, all: readonly CoverageGap[], colors: Paint): string[] {
  if (all.length === 0) return [];
  return [
    '',
    colors.heading(`${heading}  ${count(all.length, 'operation')}`),
    ...all.map(({ accountId, region, operation, status }) => `  ${operation} in ${accountId} ${region} (${status})`),
  ];
}
