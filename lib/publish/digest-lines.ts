import { isExcepted } from '../findings/index.ts';
import type { CoverageGap, Result } from '../model/report.ts';
import { cut } from './text.ts';

/** The first of a list, and how many there are of it in all. */
export interface List<Line> {
  readonly total: number;
  readonly omitted: number;
  readonly lines: readonly Line[];
}

export const listOf = <Item, Line>(items: readonly Item[], most: number, lineOf: (item: Item) => Line): List<Line> => ({
  total: items.length,
  omitted: Math.max(0, items.length - most),
  lines: items.slice(0, most).map(lineOf),
});

/** Characters of a name, and of a sentence: a digest points at findings, and the findings themselves say the rest. */
const nameLength = 128;
const sentenceLength = 300;

const name = (text: string): string => cut(text, nameLength);
const sentence = (text: string): string => cut(text, sentenceLength);

/** A finding in a digest. */
export const findingLine = (result: Result) => ({
  severity: result.severity,
  ruleId: name(result.ruleId),
  title: sentence(result.title),
  subjectType: result.subject.type,
  subjectId: name(result.subject.id),
  accountId: name(result.subject.accountId),
  region: name(result.subject.region),
  reason: sentence(result.reason),
  exception: exceptionOf(result),
});

/** A finding that is still open but not as it was. */
export const changeLine = ({ before, after }: { readonly before: Result; readonly after: Result }) => ({
  ...findingLine(after),
  was: { severity: before.severity, reason: sentence(before.reason), exception: exceptionOf(before) },
});

/** An operation that was, or was not, completely read. */
export const gapLine = ({ accountId, region, operation, status, errorCode }: CoverageGap) => ({
  accountId: name(accountId),
  region: name(region),
  operation: name(operation),
  status,
  ...(errorCode === undefined ? {} : { errorCode: name(errorCode) }),
});

export const unreachedLine = (target: { accountId: string; region: string; message: string }) => ({
  accountId: name(target.accountId),
  region: name(target.region),
  message: sentence(target.message),
});

function exceptionOf(result: Result): 'none' | 'valid' | 'expired' {
  if (result.exception === null) return 'none';
  return isExcepted(result) ? 'valid' : 'expired';
}
