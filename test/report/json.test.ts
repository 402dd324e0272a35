import { expect, test } from 'vitest';
import type { Result } from '../../lib/model/report.ts';
import { formats, parseReport } from '../../lib/report/index.ts';
import { finding } from '../findings/result.ts';
import { options, reportOf } from './report.ts';

const text = (pieces: Iterable<string>) => [...pieces].join('');

/** A result as the engine makes it: the subject comes last. */
const engineOrder = ({ subject, ...rest }: Result): Result => ({ ...rest, subject });

const results = [
  engineOrder(finding({ reason: 'Name \u001B[31m\u202E "x"\n' })),
  finding({ status: 'INSUFFICIENT_DATA', missing: ['ec2:DescribeSubnets'] }),
  finding({ status: 'COMPLIANT' }),
  finding({ status: 'NOT_APPLICABLE' }),
];

const keys = [
  ...['ruleId', 'packId', 'title', 'severity', 'status', 'subject', 'reason', 'evidence', 'remediation'],
  ...['controls', 'missing', 'exception'],
];

test('the report has the keys of the contract, in its order', () => {
  const parsed: unknown = JSON.parse(text(formats.json(reportOf(results), options)));
  expect(Object.keys(Object(parsed))).toEqual([
    ...['formatVersion', 'generator', 'snapshots', 'packs', 'summary', 'exceptions', 'coverage', 'results'],
  ]);
});

test.each(['json', 'ndjson'] as const)('so has a result in %s', (format) => {
  const line = text(formats[format](reportOf(results), options))
    .split('\n')
    .find((candidate) => candidate.startsWith('{"ruleId"'));
  expect(Object.keys(Object(JSON.parse(line?.replace(/,$/, '') ?? '')))).toEqual(keys);
});

test('what is compliant or not applicable is listed with --all only, and counted always', () => {
  const listed = (all: boolean) => {
    const report = parseReport(JSON.parse(text(formats.json(reportOf(results), { ...options, all }))), 'report.json');
    return [report.results.length, report.summary.results];
  };
  expect([listed(false), listed(true)]).toEqual([
    [2, 4],
    [4, 4],
  ]);
});

test('what is written is what is read back', () => {
  const report = reportOf(results);
  expect(parseReport(JSON.parse(text(formats.json(report, { ...options, all: true }))), 'report.json')).toEqual(report);
});

test('a report without results is JSON', () => {
  expect(JSON.parse(text(formats.json(reportOf([]), options)))).toEqual(reportOf([]));
});

test('NDJSON is one result a line, whatever is in it', () => {
  const lines = text(formats.ndjson(reportOf(results), { ...options, all: true })).split('\n');
  expect(lines.pop()).toBe('');
  expect(lines.map((line): unknown => JSON.parse(line))).toEqual(results);
  expect(text(formats.ndjson(reportOf([]), options))).toBe('');
});

test('a report of a newer format is refused by its JSON path', () => {
  expect(() => parseReport({ ...reportOf([]), formatVersion: 2 }, 'report.json')).toThrow(
    /^report\.json: \$\.formatVersion: /,
  );
});
