import { expect, test } from 'vitest';
import { type Ledger, type Run, remember } from '../../lib/findings/index.ts';
import { coverage, first, ledger, place, publication, read, remembered, run, second, third } from './ledger-run.ts';
import { exception, finding } from './result.ts';

/** Without summary and news, of which `ledger-news.test.ts` tells. */
const enter = (previous: Ledger | undefined, of: Run) => {
  const { ledger: after, events } = remember(previous, of);
  return { ledger: { ...after, summary: null, news: null }, events };
};
const sound = finding({ status: 'COMPLIANT', reason: 'Fine.' });
const unjudged = finding({ status: 'INSUFFICIENT_DATA', missing: [read] });
const excepted = finding({ exception: exception(false) });
const published = publication();

test('the first run opens what it finds', () => {
  expect(enter(undefined, run('2027-01-01T04:00:00+01:00', [finding()]))).toEqual({
    ledger: ledger(),
    events: [{ kind: 'new', finding: remembered(), before: null, doubt: null }],
  });
});

test('what is found again was last seen now, and keeps what was published of it', () => {
  const again = remembered({ lastSeen: second, published });
  expect(enter(ledger({ findings: [remembered({ published })] }), run(second, [finding()]))).toEqual({
    ledger: ledger({ capturedAt: second, wholeAt: second, findings: [again] }),
    events: [{ kind: 'stillOpen', finding: again, before: finding(), doubt: null }],
  });
});

test.each([
  ['gone', []],
  ['COMPLIANT', [sound]],
  ['NOT_APPLICABLE', [finding({ status: 'NOT_APPLICABLE' })]],
])('a finding whose subject is %s is resolved by a complete read', (_, results) => {
  const resolved = remembered({ state: 'resolved', resolvedAt: second });
  expect(enter(ledger(), run(second, results))).toEqual({
    ledger: ledger({ capturedAt: second, wholeAt: second, findings: [resolved] }),
    events: [{ kind: 'resolved', finding: resolved, before: finding(), doubt: null }],
  });
});

const unread = { kind: 'unread', operations: [read] } as const;
const limited = { header: { ...place, capturedAt: second, scope: { directories: ['d-1'] } } };
const onAccount = { ...unjudged, missing: [], subject: { ...unjudged.subject, type: 'account' as const, id: '1' } };
test.each<[string, Partial<Run>, object]>([
  ['is not listed by a partial read', { coverage: coverage('partial') }, unread],
  ['is not listed by a skipped read', { coverage: new Map() }, unread],
  ['is sound as far as a partial read tells', { coverage: coverage('partial'), results: [sound] }, unread],
  ['could not be judged', { results: [unjudged] }, { kind: 'unjudged', operations: [read] }],
  ['is of a population that could not be told', { results: [onAccount] }, { kind: 'unjudged', operations: [] }],
  ['is outside of a limited run', limited, { kind: 'limited' }],
  ['is left out by the configuration', { inScope: () => false }, { kind: 'excluded' }],
  ['is of a rule that was turned off', { rules: new Map() }, { kind: 'notInForce' }],
  ['may be unlisted', { unlisted: [read] }, unread],
  ['may be unlisted by an odd operation', { unlisted: ['x:Y'] }, { kind: 'unread', operations: ['x:Y'] }],
  ['is listed by what its rule does not read', { coverage: new Map(), rules: new Map([['some-rule', []]]) }, unread],
])('a finding whose subject %s stays open as it was', (_, changes, doubt) => {
  const { ledger: after, events } = remember(ledger(), run(second, [], changes));
  expect(after.findings).toEqual([remembered()]);
  expect(events.filter(({ kind }) => !kind.startsWith('coverage'))).toEqual([
    { kind: 'stillOpen', finding: remembered(), before: finding(), doubt },
  ]);
});

test.each(['vpc', 'subnet', 'securityGroup'] as const)(
  'a finding on a %s stays open where a run of some directories calls it sound: others may use it',
  (type) => {
    const on = { ...finding().subject, type };
    const before = remember(undefined, run(first, [finding({ subject: on })]));
    const { events } = remember(before.ledger, run(second, [finding({ status: 'COMPLIANT', subject: on })], limited));
    expect(events.map((event) => [event.kind, 'doubt' in event && event.doubt])).toEqual([
      ['stillOpen', { kind: 'limited' }],
    ]);
  },
);

test('a finding on a WorkSpace is resolved by a run of its directory', () => {
  expect(remember(ledger(), run(second, [sound], limited)).events.map(({ kind }) => kind)).toEqual(['resolved']);
});

test('a finding that comes back is new, with its first sight and a count', () => {
  const resolved = remembered({ state: 'resolved', resolvedAt: second, published });
  const back = remembered({ lastSeen: third, reopened: 1, published });
  expect(remember(ledger({ findings: [resolved] }), run(third, [finding()])).events).toEqual([
    { kind: 'new', finding: back, before: null, doubt: null },
  ]);
  expect(enter(ledger({ findings: [resolved] }), run(third, [sound]))).toEqual({
    ledger: ledger({ capturedAt: third, wholeAt: third, findings: [resolved] }),
    events: [],
  });
});

const low = finding({ severity: 'LOW' });
const expired = finding({ exception: exception(true) });
test.each([
  ['another severity', finding(), low, 'changed'],
  ['a new exception', finding(), excepted, 'excepted'],
  ['the same exception', excepted, excepted, 'stillOpen'],
  ['an exception that expired', excepted, expired, 'exceptionExpired'],
  ['an exception that was taken away', excepted, finding(), 'exceptionExpired'],
  ['an exception that was expired before', expired, expired, 'stillOpen'],
])('%s', (_, before, now, kind) => {
  const after = remembered({ lastSeen: second, result: now });
  const { events } = remember(ledger({ findings: [remembered({ result: before })] }), run(second, [now]));
  expect(events).toEqual([{ kind, finding: after, before, doubt: null }]);
});

test('a finding that is excepted from the start is announced as excepted', () => {
  const after = remembered({ result: excepted });
  expect(remember(undefined, run(first, [excepted])).events).toEqual([
    { kind: 'excepted', finding: after, before: null, doubt: null },
  ]);
});

test('an exception runs out although nobody can look', () => {
  const after = remembered({ result: expired });
  const blind = run('2027-02-01T03:00:00.000Z', [], limited);
  const late = { ...blind, header: { ...blind.header, capturedAt: '2027-02-01T03:00:00.000Z' } };
  expect(remember(ledger({ findings: [remembered({ result: excepted })] }), late).events).toEqual([
    { kind: 'exceptionExpired', finding: after, before: excepted, doubt: { kind: 'limited' } },
  ]);
});

test('a run that some directories overtook is entered, and what was seen later stands', () => {
  const [a, b, c] = ['ws-1', 'ws-2', 'ws-3'].map((id) => finding({ id }));
  const all = [a, b, c].flatMap((each) => (each === undefined ? [] : [each]));
  const before = remember(undefined, run(first, all)).ledger;
  const some = { header: { ...place, capturedAt: third, scope: { directories: ['d-1'] } } };
  const now = [{ ...sound, subject: finding({ id: 'ws-1' }).subject }, finding({ id: 'ws-2', severity: 'LOW' })];
  const asked = remember(before, run(third, now, some)).ledger;
  const { ledger: after, events } = remember(asked, run(second, [...all.slice(0, 2), finding({ id: 'ws-4' })]));
  expect([after.capturedAt, after.wholeAt, asked.wholeAt]).toEqual([third, second, first]);
  expect(after.findings.slice(0, 2)).toEqual(asked.findings.slice(0, 2));
  expect(events.map((event) => [event.kind, 'finding' in event && event.finding.result.subject.id])).toEqual([
    ['stillOpen', 'ws-2'],
    ['resolved', 'ws-3'],
    ['new', 'ws-4'],
  ]);
});
