import { describe, expect, it } from 'vitest';
import type { LedgerGap, Publication } from '../../lib/findings/index.ts';
import { dueIn, markTaken } from '../../lib/publish/due.ts';
import { hashOf, idOf, type Remembered, type Telling } from '../../lib/publish/remembered.ts';
import { first, ledger, place, read, remembered, second } from '../findings/ledger-run.ts';
import { exception, finding } from '../findings/result.ts';

const telling: Telling = { partition: 'aws', generator: 'test/1', sourceUrlOf: () => undefined };
const gap: LedgerGap = {
  ...{ gap: { ...place, operation: read, status: 'denied' }, state: 'open', published: {} },
  ...{ firstSeen: first, lastSeen: first, resolvedAt: null },
};
const of = (one: Remembered) =>
  'gap' in one ? ledger({ findings: [], gaps: [one] }) : ledger({ findings: [one], gaps: [] });
const due = (one: Remembered, days = 1) => {
  const now = new Date(Date.parse(first) + days * 86_400_000);
  return dueIn(of(one), now, telling).map(({ remembered: each }) => idOf(each));
};
const toldOf = <R extends Remembered>(one: R, changes: Partial<Publication> = {}): R => ({
  ...one,
  published: { 'security-hub': { hash: hashOf(one, telling), at: first, state: one.state, ...changes } },
});
const resolved = { state: 'resolved', resolvedAt: second } as const;

describe.each<[string, Remembered, Remembered]>([
  ['a finding', remembered(), remembered(resolved)],
  ['a gap', gap, { ...gap, ...resolved }],
])('Security Hub is told of %s', (_, open, gone) => {
  it('when it is new, and once', () => {
    expect(due(open)).toEqual([idOf(open)]);
    expect(due(toldOf(open))).toEqual([]);
  });

  it('when it is resolved, if Security Hub holds it as open, and once', () => {
    expect(due({ ...gone, published: toldOf(open).published })).toEqual([idOf(open)]);
    expect(due(toldOf(gone), 100)).toEqual([]);
    expect(due(gone)).toEqual([]);
  });

  it('when it comes back', () => {
    expect(due({ ...open, published: toldOf(gone).published })).toEqual([idOf(open)]);
  });

  it('again when it was told more than 60 days ago, while it is open', () => {
    expect([due(toldOf(open), 60), due(toldOf(open), 61)]).toEqual([[], [idOf(open)]]);
  });

  it('not again when it is only seen again', () => {
    expect(due({ ...toldOf(open), lastSeen: second })).toEqual([]);
  });

  it('as it was sent, and a later version stays', () => {
    const sent = { hash: 'sent', at: second, state: 'open' } as const;
    const taken = new Map([[idOf(open), sent]]);
    expect(markTaken(of(toldOf(open)), taken)).toEqual(of({ ...open, published: { 'security-hub': sent } }));
    const later = of(toldOf(open, { at: '2027-01-02T03:00:00.001Z' }));
    expect(markTaken(later, taken)).toBe(later);
    expect(markTaken(later, new Map())).toBe(later);
  });
});

it.each([
  ['another severity', finding({ severity: 'LOW' }), telling, 1],
  ['other evidence', finding({ evidence: { count: 2 } }), telling, 1],
  ['an exception', finding({ exception: exception(false) }), telling, 1],
  ['another page of its rule', finding(), { ...telling, sourceUrlOf: () => 'https://example.com/' }, 1],
  ['a newer version of the program', finding(), { ...telling, generator: 'test/2' }, 0],
])('%s is a change or not', (_, result, now, count) => {
  const told = toldOf(remembered());
  expect(dueIn(of({ ...told, result }), new Date(second), now).length).toBe(count);
});
