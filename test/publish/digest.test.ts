import { describe, expect, it } from 'vitest';
import { digestOf } from '../../lib/publish/digest.ts';
import { eventful, line, quiet, summary } from './news.ts';
import { result } from './results.ts';

const none = { total: 0, omitted: 0, lines: [] };
const one = (only: object) => ({ total: 1, omitted: 0, lines: [only] });
const place = { accountId: '111122223333', region: 'us-east-1' };

describe('the digest of a run', () => {
  it('is short when nothing happened, however much is open', () => {
    expect(digestOf(quiet, 10)).toStrictEqual({
      ...{ formatVersion: 1, startedAt: '2026-11-22T03:00:00.000Z', targets: 1 },
      ...{ newFindings: false, highestSeverity: 'NONE' },
      ...{ appeared: none, changed: none, resolved: none },
      ...{ coverageLost: none, coverageRegained: none, unreached: none, unpublished: none },
      ...{ judgedNoMore: 0, judgedAgain: 0, totals: { now: summary(3), before: summary(3) } },
    });
  });

  it('lists what is different, and counts what only follows from lost coverage', () => {
    expect(digestOf(eventful, 10)).toStrictEqual({
      ...{ formatVersion: 1, startedAt: '2026-11-22T03:00:00.000Z', targets: 2 },
      // The CRITICAL one is accepted by an exception.
      ...{ newFindings: true, highestSeverity: 'HIGH' },
      appeared: {
        ...{ total: 2, omitted: 0 },
        lines: [line, { ...line, severity: 'CRITICAL', ruleId: 'sg-accepted', exception: 'valid' }],
      },
      changed: one({
        ...{ ...line, severity: 'MEDIUM', ruleId: 'sg-worse', reason: 'Now two.' },
        was: { severity: 'LOW', reason: line.reason, exception: 'none' },
      }),
      resolved: one({ ...line, ruleId: 'sg-resolved' }),
      coverageLost: one({
        ...{ ...place, operation: 'ec2:DescribeSubnets', status: 'denied', errorCode: 'UnauthorizedOperation' },
      }),
      coverageRegained: one({ ...place, operation: 'ds:DescribeTrusts', status: 'skipped' }),
      unreached: one({ accountId: '777788889999', region: 'us-west-2', message: 'The role cannot be assumed.' }),
      unpublished: one({ ...place, message: 'Security Hub is not enabled.' }),
      ...{ judgedNoMore: 2, judgedAgain: 1, totals: { now: summary(3), before: null } },
    });
  });

  it('says how many of a long list it does not show', () => {
    const appeared = Array.from({ length: 7 }, () => result());
    const { appeared: list } = digestOf({ ...quiet, diff: { ...quiet.diff, appeared } }, 2);
    expect(list).toStrictEqual({ total: 7, omitted: 5, lines: [line, line] });
  });

  const exception = { reason: 'Reviewed', owner: 'team', ticket: null, expires: '2027-01-31', expired: false };
  it.each([
    ['a finding that is not accepted', { appeared: [result()] }, true, 'HIGH'],
    ['a finding that is accepted', { appeared: [result({ exception })] }, false, 'NONE'],
    [
      'an exception that expired',
      {
        changed: [{ before: result({ exception }), after: result({ exception: { ...exception, expired: true } }) }],
      },
      false,
      'HIGH',
    ],
    [
      'a finding that got worse',
      { changed: [{ before: result({ severity: 'LOW' }), after: result() }] },
      false,
      'HIGH',
    ],
    [
      'a finding that got better',
      { changed: [{ before: result(), after: result({ severity: 'LOW' }) }] },
      false,
      'NONE',
    ],
    ['a resolved finding', { resolved: [result()] }, false, 'NONE'],
  ])('rates %s for filter policies', (_, diff, newFindings, highestSeverity) => {
    const digest = digestOf({ ...quiet, diff: { ...quiet.diff, ...diff } }, 10);
    expect([digest.newFindings, digest.highestSeverity]).toStrictEqual([newFindings, highestSeverity]);
  });
});
