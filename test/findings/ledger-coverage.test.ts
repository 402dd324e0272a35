import { expect, test } from 'vitest';
import { LedgerError, type LedgerGap, type Run, remember } from '../../lib/findings/index.ts';
import type { CoverageStatus } from '../../lib/model/coverage.ts';
import { coverage, first, place, publication, read, run, second, third } from './ledger-run.ts';
import { finding } from './result.ts';

const denial = new Map([
  [read, { operation: read, status: 'denied' as const, count: 0, errorCode: 'AccessDenied', message: 'No.' }],
]);
const gap = { ...place, operation: read, status: 'denied' as const, errorCode: 'AccessDenied', message: 'No.' };
const other = (status: CoverageStatus) => ({ ...place, operation: read, status });
const trail = { ...place, operation: 'cloudtrail:LookupEvents', status: 'denied' as const };
const open: LedgerGap = { gap, state: 'open', firstSeen: first, lastSeen: first, resolvedAt: null, published: {} };
const complete = remember(undefined, run(first, [])).ledger;
const denied = remember(undefined, run(first, [], { coverage: denial })).ledger;
const limited = { header: { ...place, capturedAt: second, scope: { directories: ['d-1'] } } };

test('the first run says what it could not read', () => {
  const { ledger, events } = remember(undefined, run(first, [], { coverage: denial }));
  expect([ledger.coverage, ledger.gaps, events]).toEqual([
    [{ operation: read, status: 'denied' }],
    [open],
    [{ kind: 'coverageLost', gap }],
  ]);
});

type Case = [string, typeof complete, Partial<Run>, CoverageStatus[], LedgerGap[], object[]];
test.each<Case>([
  [
    'is lost once',
    complete,
    { coverage: coverage('partial') },
    ['partial'],
    [{ ...open, gap: other('partial'), firstSeen: second, lastSeen: second }],
    [{ kind: 'coverageLost', gap: other('partial') }],
  ],
  [
    'that stays lost for another reason',
    denied,
    { coverage: new Map() },
    ['skipped'],
    [{ ...open, gap: other('skipped'), lastSeen: second }],
    [],
  ],
  [
    'is regained',
    denied,
    {},
    ['complete'],
    [{ ...open, state: 'resolved', resolvedAt: second }],
    [{ kind: 'coverageRegained', gap }],
  ],
  ['that no rule wants any more', complete, { coverage: new Map(), rules: new Map() }, [], [], []],
  [
    'that was lost and that no rule wants any more',
    denied,
    { coverage: new Map(), rules: new Map() },
    [],
    [{ ...open, state: 'resolved', resolvedAt: second }],
    [],
  ],
  ['is not judged by a limited run', complete, { ...limited, coverage: coverage('denied') }, ['complete'], [], []],
  ['is not regained by a limited run', denied, limited, ['denied'], [open], []],
  [
    'of a service that is asked for the first time, and refuses',
    complete,
    { coverage: new Map([...coverage('complete'), ...coverage('denied', 'cloudtrail:LookupEvents')]) },
    ['denied', 'complete'],
    [{ ...open, gap: trail, firstSeen: second, lastSeen: second }],
    [{ kind: 'coverageLost', gap: trail }],
  ],
])('coverage %s', (_, before, changes, statuses, gaps, events) => {
  const after = remember(before, run(second, [], changes));
  expect([after.ledger.coverage.map(({ status }) => status), after.ledger.gaps, after.events]).toEqual([
    statuses,
    gaps,
    events,
  ]);
});

test('a gap that comes back keeps its first sight and what was published of it', () => {
  const { ledger } = remember(denied, run(second, []));
  const gaps = ledger.gaps.map((each) => ({ ...each, published: publication() }));
  const back = remember({ ...ledger, gaps }, run(third, [], { coverage: denial }));
  expect([back.ledger.gaps, back.events]).toEqual([
    [{ ...open, lastSeen: third, published: publication() }],
    [{ kind: 'coverageLost', gap }],
  ]);
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
