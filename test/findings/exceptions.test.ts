import { describe, expect, test } from 'vitest';
import type { Exception } from '../../lib/config/index.ts';
import { applyExceptions } from '../../lib/findings/index.ts';
import { finding } from './result.ts';

const exception = (changes: Partial<Exception> = {}): Exception => ({
  ...{ rule: 'some-rule', subject: 'ws-*', accounts: undefined, reason: 'Reviewed', owner: 'team' },
  ...{ ticket: 'SEC-1', expires: '2027-01-31' },
  ...changes,
});

const at = (capturedAt: string, accountId = '111122223333') => ({
  ...{ accountId, region: 'us-east-1', capturedAt, sha256: '' },
});

const applied = (exceptions: readonly Exception[], capturedAt = '2027-01-31T12:00:00Z', result = finding()) => {
  const { results, exceptions: reported } = applyExceptions([result], exceptions, [at(capturedAt)]);
  return { on: results[0]?.exception, reported };
};

test('an exception marks the result and counts it', () => {
  expect(applied([exception()])).toEqual({
    on: { reason: 'Reviewed', owner: 'team', ticket: 'SEC-1', expires: '2027-01-31', expired: false },
    reported: [
      { rule: 'some-rule', subject: 'ws-*', owner: 'team', expires: '2027-01-31', expired: false, matched: 1 },
    ],
  });
});

test.each([
  ['2027-01-31T23:59:59.999Z', false],
  ['2027-02-01T00:00:00.000Z', true],
  ['2027-02-01T01:30:00+02:00', false],
  ['2027-01-31T23:30:00-01:00', true],
])('a snapshot captured at %s finds it expired: %s', (capturedAt, expired) => {
  const { on, reported } = applied([exception()], capturedAt);
  expect([on?.expired, reported[0]?.expired, reported[0]?.matched]).toEqual([expired, expired, 1]);
});

describe('an exception does not match', () => {
  test.each([
    ['another rule', exception({ rule: 'other-rule' })],
    ['another subject', exception({ subject: 'ws-2*' })],
    ['a part of the id only', exception({ subject: 's-1' })],
    ['another account', exception({ accounts: ['444455556666'] })],
  ])('%s', (_, other) => {
    const { on, reported } = applied([other]);
    expect([on, reported[0]?.matched]).toEqual([null, 0]);
  });

  test.each(['INSUFFICIENT_DATA', 'COMPLIANT', 'NOT_APPLICABLE'] as const)('a %s result', (status) => {
    const { on, reported } = applied([exception()], undefined, finding({ status }));
    expect([on, reported[0]?.matched]).toEqual([null, 0]);
  });
});

test('a valid exception counts before an expired one that stands first; both matched', () => {
  const { on, reported } = applied([exception({ expires: '2027-01-01' }), exception({ owner: 'second' })]);
  expect([on?.owner, on?.expired]).toEqual(['second', false]);
  expect(reported.map(({ matched, expired }) => [matched, expired])).toEqual([
    [1, true],
    [1, false],
  ]);
});

test('each result is judged by its own snapshot', () => {
  const there = finding({ subject: { ...finding().subject, accountId: '444455556666' } });
  const { results, exceptions } = applyExceptions(
    [finding(), there],
    [exception()],
    [at('2027-01-31T00:00:00Z'), at('2027-02-02T00:00:00Z', '444455556666')],
  );
  expect(results.map((result) => result.exception?.expired)).toEqual([false, true]);
  expect(exceptions[0]).toMatchObject({ expired: true, matched: 2 });
});
