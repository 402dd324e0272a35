import { isBlind } from '../findings/index.ts';
import { count } from '../model/lines.ts';
import type { Report, Result } from '../model/report.ts';
import type { Format } from './format.ts';
import type { Paint } from './paint.ts';
import { paint } from './paint.ts';
import { findings, ruleGroup } from './table-findings.ts';
import { exceptions, head, next, totals } from './table-totals.ts';
import { unread, wanting } from './table-unjudged.ts';

/** The report for people: findings first, then what could not be judged, then totals and what to do next. */
export const table: Format = function* (report, options) {
  const { all, width, color, unlisted } = options;
  const columns = Math.min(120, Math.max(80, width));
  const colors = paint(color);
  const found = report.results.filter(({ status }) => status === 'NON_COMPLIANT');
  const sections = [
    head(report, columns, colors),
    found.length === 0 ? ['', nothingFound(report, unlisted)] : findings(found, columns, colors),
    unread(report, unlisted, columns, colors),
    wanting(report.results, columns, colors),
    all ? sound(report.results, columns, colors) : [],
    exceptions(report.exceptions, columns, colors),
    totals(report, columns, colors),
    next(report, options, columns, colors),
  ];
  for (const section of sections) for (const line of section) yield `${line.trimEnd()}\n`;
};

/** "No findings" alone would claim more than was seen. */
function nothingFound({ results }: Report, unlisted: readonly string[]): string {
  if (isBlind(results, unlisted)) return 'No findings in what could be read.';
  const open = results.some(({ status }) => status === 'INSUFFICIENT_DATA');
  return open ? 'No findings in what could be judged.' : 'No findings.';
}

/** With `--all`: what is compliant or not applicable. */
function* sound(results: readonly Result[], width: number, colors: Paint): Iterable<string> {
  for (const status of ['COMPLIANT', 'NOT_APPLICABLE'] as const) {
    const own = results.filter((result) => result.status === status);
    if (own.length === 0) continue;
    yield '';
    yield colors.heading(`${status}  ${count(own.length, 'result')}`);
    for (const group of Map.groupBy(own, ({ ruleId }) => ruleId).values()) yield* ruleGroup(group, width, colors);
  }
}
