import { expect, test } from 'vitest';
import { LedgerError, type Run, remember } from '../../lib/findings/index.ts';
import { coverage, first, place, read, run, second } from './ledger-run.ts';
import { finding } from './result.ts';

const complete = remember(undefined, run(first, [])).ledger;
const denied = remember(undefined, run(first, [], { coverage: coverage('denied') })).ledger;
const limited = { header: { ...place, capturedAt: second, scope: { directories: ['d-1'] } } };

test('the first run says what it could not read', () => {
  expect(remember(undefined, run(first, [], { coverage: coverage('denied') })).events).toEqual([
    { kind: 'coverageLost', operation: read, status: 'denied' },
  ]);
});

test.each<[string, typeof complete, Partial<Run>, object[], object[]]>([
  [
    'is lost once',
    complete,
    { coverage: coverage('partial') },
    [{ operation: read, status: 'partial' }],
    [{ kind: 'coverageLost', operation: read, status: 'partial' }],
  ],
  ['that stays lost for another reason', denied, { coverage: new Map() }, [{ operation: read, status: 'skipped' }], []],
  [
    'is regained',
    denied,
    {},
    [{ operation: read, status: 'complete' }],
    [{ kind: 'coverageRegained', operation: read, status: 'complete' }],
  ],
  ['that no rule wants any more', complete, { coverage: new Map(), rules: new Map() }, [], []],
  [
    'is not judged by a limited run',
    complete,
    { ...limited, coverage: coverage('denied') },
    [{ operation: read, status: 'complete' }],
    [],
  ],
])('coverage %s', (_, before, changes, expected, events) => {
  const after = remember(before, run(second, [], changes));
  expect([after.ledger.coverage, after.events]).toEqual([expected, events]);
});

test('an older snapshot does not rewrite history', () => {
  const newer = remember(undefined, run(second, [finding()])).ledger;
  expect(() => remember(newer, run(first, []))).toThrow(
    new LedgerError(
      'stale',
      `the snapshot of account 111122223333, us-east-1 was captured at ${first}, and the ledger already remembers ` +
        `one of ${second}: take a new snapshot`,
    ),
  );
  expect(remember(newer, run('2027-01-02T01:00:00-05:00', [])).ledger.capturedAt).toBe('2027-01-02T06:00:00.000Z');
});

test.each<[string, Run]>([
  ['a run', run(second, [], { header: { ...place, region: 'us-west-2', capturedAt: second } })],
  ['a result', run(second, [finding({ subject: { ...finding().subject, accountId: '444455556666' } })])],
])('%s of another place is refused', (_, elsewhere) => {
  expect(() => remember(complete, elsewhere)).toThrow(expect.objectContaining({ name: 'LedgerError', code: 'place' }));
});
