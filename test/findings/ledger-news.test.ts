import { expect, test } from 'vitest';
import { type LedgerEvent, ledgerSchema, remember, summarize } from '../../lib/findings/index.ts';
import { coverage, first, ledger, place, publication, read, remembered, run, second, third } from './ledger-run.ts';
import { exception, finding } from './result.ts';

const [one, two, three, four] = ['ws-1', 'ws-2', 'ws-3', 'ws-4'].map((id) => finding({ id }));
const all = [one, two, three, four].flatMap((each) => (each === undefined ? [] : [each]));
const before = remember(undefined, run(first, all)).ledger;
const worse = finding({ id: 'ws-2', severity: 'CRITICAL' });
const accepted = finding({ id: 'ws-3', exception: exception(false) });
const eventful = run(second, [worse, accepted, ...all.slice(3), finding({ id: 'ws-5' })]);
const news = (events: readonly LedgerEvent[]) => events.filter(({ kind }) => kind !== 'stillOpen');

test('a run that is entered again, because its answer was lost, changes nothing and tells its news again', () => {
  const { ledger: after, events } = remember(before, eventful);
  expect(events.map(({ kind }) => kind)).toEqual(['resolved', 'changed', 'excepted', 'stillOpen', 'new']);
  const again = remember(after, eventful);
  expect(again.ledger).toBe(after);
  expect(again.events).toEqual(news(events));
});

test('what was published in between is told with it', () => {
  const { ledger: after } = remember(before, eventful);
  const findings = after.findings.map((each) => ({ ...each, published: publication() }));
  expect(remember({ ...after, findings }, eventful).events.map((event) => 'finding' in event && event.finding)).toEqual(
    [0, 1, 2, 4].map((index) => findings[index]),
  );
});

test('coverage that was lost or regained is told again', () => {
  const denied = run(first, [], { coverage: coverage('denied') });
  const lost = remember(undefined, denied);
  expect(remember(lost.ledger, denied).events).toEqual(lost.events);
  const regained = remember(lost.ledger, run(second, []));
  expect(regained.events.map(({ kind }) => kind)).toEqual(['coverageRegained']);
  expect(remember(regained.ledger, run(second, [])).events).toEqual(regained.events);
});

test('the ledger keeps of the news only what it does not hold elsewhere', () => {
  expect(remember(before, eventful).ledger.news).toEqual({
    sha256: `content of ${second}`,
    findings: [
      { id: remembered().id, kind: 'resolved', before: null, doubt: null },
      { id: remembered().id.replace('ws-1', 'ws-2'), kind: 'changed', before: two, doubt: null },
      { id: remembered().id.replace('ws-1', 'ws-3'), kind: 'excepted', before: three, doubt: null },
      { id: remembered().id.replace('ws-1', 'ws-5'), kind: 'new', before: null, doubt: null },
    ],
    coverage: [],
    before: summarize(all),
  });
});

test('another snapshot of the same moment is another run', () => {
  const { ledger: after } = remember(before, eventful);
  expect(news(remember(after, { ...eventful, sha256: 'another' }).events)).toEqual([]);
});

test('the totals are of the last run over all of the Region', () => {
  const limited = { header: { ...place, capturedAt: third, scope: { directories: ['d-1'] } } };
  const later = remember(before, eventful).ledger;
  const { ledger: after } = remember(later, run(third, [], limited));
  expect([before.summary, later.summary, after.summary]).toEqual([
    summarize(all),
    summarize(eventful.results),
    summarize(eventful.results),
  ]);
  expect(after.news?.before).toEqual(later.summary);
});

test('a ledger survives being written', () => {
  const denied = { ...eventful, coverage: coverage('denied') };
  const findings = before.findings.map((each) => ({ ...each, published: publication() }));
  const { ledger: written } = remember({ ...before, findings }, denied);
  expect(ledgerSchema.parse(JSON.parse(JSON.stringify(written)))).toEqual(written);
});

test('a ledger of a version without news, gaps and totals is read, and what it lacks is not told as lost anew', () => {
  const {
    wholeAt: _,
    gaps: __,
    summary: ___,
    news: ____,
    ...older
  } = ledger({ coverage: [{ operation: read, status: 'denied' }] });
  const published = { 'security-hub': { hash: 'abc', at: first } };
  const parsed = ledgerSchema.parse({ ...older, findings: [{ ...remembered(), published }] });
  const gap = { ...place, operation: read, status: 'denied' as const };
  const seen = { firstSeen: first, lastSeen: first, resolvedAt: null };
  expect(parsed).toEqual({
    ...older,
    findings: [remembered({ published: publication() })],
    gaps: [{ gap, state: 'open', ...seen, published: {} }],
    ...{ wholeAt: first, summary: null, news: null },
  });
  expect(news(remember(parsed, run(second, [finding()], { coverage: coverage('denied') })).events)).toEqual([]);
});

const longAgo = (days: number) => new Date(Date.parse(third) - days * 86_400_000).toISOString();
test.each([
  ['400 days ago, never published', longAgo(400), {}, 1],
  ['more than 400 days ago, never published', longAgo(401), {}, 0],
  ['more than 400 days ago, also at its destination', longAgo(401), publication({ state: 'resolved' }), 0],
  ['more than 400 days ago, but is still open at its destination', longAgo(401), publication(), 1],
])('of a finding that was resolved %s', (_, resolvedAt, published, left) => {
  const resolved = remembered({ state: 'resolved', resolvedAt, published });
  const { ledger: after, events } = remember(ledger({ findings: [resolved] }), run(third, []));
  expect([after.findings, events]).toEqual([[resolved].slice(0, left), []]);
});
