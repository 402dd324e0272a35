import * as fc from 'fast-check';
import { coverageStatuses } from '../../lib/model/coverage.ts';
import type { CoverageGap, Summary } from '../../lib/model/report.ts';
import type { RunNews } from '../../lib/publish/digest.ts';
import { hostile, result, results, subject } from './results.ts';

export const summary = (high: number, changes: Partial<Summary> = {}): Summary => ({
  results: 100,
  byStatus: { COMPLIANT: 90, NON_COMPLIANT: high, NOT_APPLICABLE: 4, INSUFFICIENT_DATA: 2 },
  nonCompliantBySeverity: { CRITICAL: 0, HIGH: high, MEDIUM: 0, LOW: 0, INFORMATIONAL: 0 },
  excepted: 1,
  ...changes,
});

const place = { accountId: '111122223333', region: 'us-east-1' };
export const gap: CoverageGap = {
  ...{ ...place, operation: 'ec2:DescribeSubnets', status: 'denied' },
  ...{ errorCode: 'UnauthorizedOperation', message: 'No.' },
};
const exception = { reason: 'Reviewed', owner: 'team', ticket: null, expires: '2027-01-31', expired: false };

/** A run in which nothing happened. */
export const quiet: RunNews = {
  startedAt: '2026-11-22T03:00:00.000Z',
  targets: [place],
  unreached: [],
  unpublished: [],
  diff: { appeared: [], resolved: [], changed: [], coverage: { lost: [], regained: [] } },
  now: summary(3),
  before: summary(3),
};

/** A run in which everything happened once. */
export const eventful: RunNews = {
  ...quiet,
  targets: [place, { accountId: '444455556666', region: 'us-east-1' }],
  unreached: [{ accountId: '777788889999', region: 'us-west-2', message: 'The role cannot be assumed.' }],
  unpublished: [{ ...place, message: 'Security Hub is not enabled.' }],
  diff: {
    appeared: [result(), result({ severity: 'CRITICAL', ruleId: 'sg-accepted', exception })],
    resolved: [result({ ruleId: 'sg-resolved' })],
    changed: [
      {
        before: result({ severity: 'LOW' }),
        after: result({ severity: 'MEDIUM', ruleId: 'sg-worse', reason: 'Now two.' }),
      },
      { before: result({ status: 'COMPLIANT' }), after: result({ status: 'INSUFFICIENT_DATA' }) },
      { before: result({ status: 'NON_COMPLIANT' }), after: result({ status: 'INSUFFICIENT_DATA' }) },
      { before: result({ status: 'INSUFFICIENT_DATA' }), after: result({ status: 'COMPLIANT' }) },
    ],
    coverage: { lost: [gap], regained: [{ ...place, operation: 'ds:DescribeTrusts', status: 'skipped' }] },
  },
  before: null,
};

export const line = {
  severity: 'HIGH',
  ruleId: 'sg-no-open-ssh',
  title: 'No group lets the whole internet in on SSH',
  subjectType: 'securityGroup',
  subjectId: subject.id,
  ...place,
  reason: 'sg-0a1b2c3d4e5f60718 lets 0.0.0.0/0 in on port 22.',
  exception: 'none',
};

const gaps = fc.record({
  ...{ accountId: hostile, region: hostile, operation: hostile },
  ...{ status: fc.constantFrom(...coverageStatuses), errorCode: hostile, message: hostile },
});
const many = <T>(items: fc.Arbitrary<T>) =>
  fc
    .tuple(fc.array(items, { maxLength: 6 }), fc.constantFrom(0, 1, 1, 40, 200))
    .map(([some, times]) => Array.from({ length: times }, () => some).flat());

/** Runs as bad as they can be: thousands of everything, with hostile names. */
export const runs: fc.Arbitrary<RunNews> = fc.record({
  startedAt: fc.constant(quiet.startedAt),
  targets: fc
    .nat(4000)
    .map((count) =>
      Array.from({ length: count }, (_, n) => ({ accountId: String(100000000000 + n), region: 'us-east-1' })),
    ),
  unreached: many(fc.record({ accountId: hostile, region: hostile, message: hostile })),
  unpublished: many(fc.record({ accountId: hostile, region: hostile, message: hostile })),
  diff: fc.record({
    appeared: many(results),
    resolved: many(results),
    changed: many(fc.record({ before: results, after: results })),
    coverage: fc.record({ lost: many(gaps), regained: many(gaps) }),
  }),
  now: fc.constant(summary(3)),
  before: fc.option(fc.constant(summary(3))),
});
