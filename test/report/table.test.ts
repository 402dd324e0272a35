import { describe, expect, test } from 'vitest';
import type { Report, Result } from '../../lib/model/report.ts';
import { formats, plain, wrap } from '../../lib/report/index.ts';
import { finding } from '../findings/result.ts';
import { options, reportOf } from './report.ts';

/** The lines of one section: from a heading to the next empty line before another heading. */
const lines = (results: readonly Result[], changes: Partial<Report> = {}, more = {}): string[] =>
  [...formats.table(reportOf(results, changes), { ...options, ...more })].map((line) => line.replace(/\n$/, ''));

const between = (all: readonly string[], from: string, to: string) => {
  const start = all.findIndex((line) => line.startsWith(from));
  return all.slice(
    start,
    all.findIndex((line, index) => index > start && line.startsWith(to)),
  );
};

test('a long list of subjects is cut after ten', () => {
  const many = Array.from({ length: 13 }, (_, index) => finding({ id: `ws-${index + 10}` }));
  const shown = between(lines(many), ' HIGH', 'TOTAL');
  expect(shown.filter((line) => line.startsWith('      ws-'))).toHaveLength(10);
  expect(shown.at(-2)).toBe('      and 3 more; --format json lists all');
  expect(shown[0]).toBe(' HIGH  13 findings of 1 rule');
});

test('what only wants something is one line for a kind of reason', () => {
  const wanting = (id: string, reason: string) => finding({ id, reason, status: 'INSUFFICIENT_DATA' });
  const results = [
    ...['ws-1', 'ws-2', 'ws-3'].map((id) => wanting(id, `Cannot be judged: Workspaces[${id}].IpAddress is absent.`)),
    wanting('ws-4', 'Cannot be judged: no baseline is given.'),
  ];
  expect(between(lines(results), 'NEEDS', 'TOTAL')).toEqual([
    'NEEDS SOMETHING FROM YOU  4 results for want of a baseline, a setting or a value',
    '  - Workspaces[…].IpAddress is absent (ws-1, ws-2, ws-3; 3 results: some-rule)',
    '  - no baseline is given (ws-4; 1 result: some-rule)',
    '',
  ]);
});

test('what was not read is grouped by the operation, each with where and why', () => {
  const operation = 'ec2:DescribeSubnets';
  const place = { accountId: '111122223333', region: 'us-east-1' };
  const coverage = [
    { ...place, operation, status: 'denied' as const, errorCode: 'UnauthorizedOperation', message: 'no' },
    { ...place, operation: 'ec2:DescribeVpcs', status: 'skipped' as const },
    {
      ...place,
      accountId: '444455556666',
      operation: 'sts:AssumeRole',
      status: 'denied' as const,
      errorCode: 'AccessDenied',
    },
  ];
  const results = [finding({ status: 'INSUFFICIENT_DATA', missing: [operation] })];
  expect(between(lines(results, { coverage }, { unlisted: [operation] }), 'COULD', 'TOTAL')).toEqual([
    'COULD NOT BE JUDGED  1 result for want of a read',
    '',
    '  ec2:DescribeSubnets',
    '    denied (UnauthorizedOperation): no, in 111122223333 us-east-1',
    '    1 result: some-rule',
    '    It lists subjects: there may be more than were judged.',
    '',
    '  sts:AssumeRole',
    '    denied (AccessDenied), in 444455556666 us-east-1',
    '',
    '  Not completely read, but no verdict waits for it: ec2:DescribeVpcs.',
    '',
    '  Mend: Allow what was denied ("wsaudit iam-policy" prints the policy). Then scan again.',
    '',
  ]);
});

test('no line is wider than the terminal, and an id is never broken', () => {
  const id = `ws-${'x'.repeat(130)}`;
  const text = 'word '.repeat(80).trim();
  const shown = lines([finding({ id, title: text, reason: text, remediation: text })], {}, { width: 80 });
  expect(shown.filter((line) => line.length > 80 && !line.includes(id))).toEqual([]);
  expect(shown.some((line) => line.includes(id))).toBe(true);
});

describe('hostile text', () => {
  const hostile = '\u001B]0;x\u0007\u009B31m\r\nCRITICAL\u202E\u2066\u200B\u2028\uD800\u{E0041}\u007F';

  test('is escaped', () => {
    expect(plain(hostile)).toBe(
      String.raw`\u{1b}]0;x\u{7}\u{9b}31m\u{d}\nCRITICAL\u{202e}\u{2066}\u{200b}\u{2028}\u{d800}\u{e0041}\u{7f}`,
    );
    expect(plain('Zoë – 日本 ✓ 👩')).toBe('Zoë – 日本 ✓ 👩');
  });

  test('in whatever place of a report stays text', () => {
    const result = finding({
      ...{ id: hostile, title: hostile, reason: hostile, remediation: hostile },
      exception: { reason: hostile, owner: hostile, ticket: hostile, expires: '2027-01-31', expired: false },
    });
    const open = finding({ reason: hostile, status: 'INSUFFICIENT_DATA' });
    const place = { accountId: '111122223333', region: 'us-east-1' };
    const all = lines(
      [result, open, finding({ status: 'COMPLIANT', reason: hostile })],
      {
        coverage: [{ ...place, operation: 'sts:AssumeRole', status: 'denied', errorCode: hostile, message: hostile }],
        exceptions: [
          { rule: 'a', subject: hostile, owner: hostile, expires: '2027-01-31', expired: false, matched: 1 },
        ],
      },
      { all: true },
    );
    expect(all.filter((line) => plain(line) !== line)).toEqual([]);
  });
});

test('colours only when asked for', () => {
  const start = String.fromCharCode(27);
  expect(lines([finding()]).join('').includes(start)).toBe(false);
  expect(lines([finding()], {}, { color: true }).join('').includes(`${start}[`)).toBe(true);
});

test('wrapped lines stand under the first', () => {
  expect(wrap('aa bb cc dd', 8, '- ')).toEqual(['- aa bb', '  cc dd']);
  expect(wrap('', 8, '- ')).toEqual(['- ']);
});
