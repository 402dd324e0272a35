import { expect, test } from 'vitest';
import { answer, type Filter, noFilter, renderText } from '../../../lib/chat/index.ts';
import { defaultConfiguration, type Exception } from '../../../lib/config/index.ts';
import { before, directory, east, found, partsOf, placeOf, remembered, west } from './memory.ts';

const exceptionOf = (subject: string, expires: string, changes: Partial<Exception> = {}): Exception => ({
  ...{ rule: 'demo-encrypted', subject, accounts: undefined, reason: 'Kiosk', owner: 'desktop', ticket: null, expires },
  ...changes,
});

const places = [
  placeOf({ findings: [remembered(found('ws-1')), remembered(found('ws-2'))] }),
  placeOf({ ...west, findings: [remembered(found('ws-9', {}, west))] }),
];

const ask = (
  exceptions: readonly Exception[],
  of: Partial<Filter> = {},
  changes: Parameters<typeof partsOf>[1] = {},
) => {
  const configuration = { ...defaultConfiguration, exceptions };
  return answer({ kind: 'exceptions', of: { ...noFilter, ...of } }, partsOf(places, { configuration, ...changes }));
};

test('exceptions stand by their last day, expired ones first', async () => {
  const { reply, data } = await ask([
    exceptionOf('ws-*', '2027-12-31', { ticket: 'S-1', reason: 'Long' }),
    exceptionOf('ws-2', '2027-02-02'),
    exceptionOf('ws-1', '2027-01-31'),
    exceptionOf('ws-7', '2027-03-04', { accounts: ['111122223333'] }),
  ]);
  expect(renderText(reply)).toBe(`4 exceptions

1 expired, which do not count any more; 2 with 30 days left or less; 1 unused: no open finding is theirs.

By their last day:
- demo-encrypted on ws-1, desktop: expired 2 days ago, on 2027-01-31; 1 open finding; "Kiosk"
- demo-encrypted on ws-2, desktop: ends today, 2027-02-02; 1 open finding; "Kiosk"
- demo-encrypted on ws-7 in 111122223333, desktop: 30 days left, until 2027-03-04; unused; "Kiosk"
- demo-encrypted on ws-*, desktop: 332 days left, until 2027-12-31; 3 open findings; "Long"`);
  expect([reply.mood, reply.next]).toEqual(['open', []]);
  expect(data).toMatchObject({
    ...{ kind: 'exceptions', expired: 1, unused: 1 },
    exceptions: {
      total: 4,
      items: [{ subject: 'ws-1', daysLeft: -2, expired: true, matched: 1, accounts: null }, {}, {}, {}],
    },
  });
});

test('one that expired with nothing left to except is no finding', async () => {
  const { reply } = await ask([exceptionOf('ws-7', '2027-02-01')]);
  expect([reply.mood, reply.title]).toEqual(['neutral', '1 exception']);
});

test('where there are none, it says so', async () => {
  expect((await ask([])).reply).toEqual({ mood: 'neutral', title: 'There are no exceptions', sections: [], next: [] });
});

test.each<[string, Partial<Filter>, string[]]>([
  ['an account', { accounts: ['444455556666'] }, ['ws-*']],
  ['a rule', { rules: ['demo-group-rules'] }, ['wsipg-1']],
  ['a pack', { packs: ['demo'] }, ['ws-1', 'ws-*', 'wsipg-1']],
  ['another pack', { packs: ['other'] }, []],
  ['a directory, which its findings show', { directories: [directory] }, ['ws-1', 'ws-*']],
])('exceptions are limited to %s', async (_, of, subjects) => {
  const judged = {
    ...{ ...east, capturedAt: before(0.1), snapshot: 's', report: 'r', coverage: [], results: [found('ws-1')] },
  };
  const exceptions = [
    exceptionOf('ws-1', '2027-06-01', { accounts: ['111122223333'] }),
    exceptionOf('ws-*', '2027-06-02'),
    exceptionOf('wsipg-1', '2027-06-03', { rule: 'demo-group-rules', accounts: ['111122223333'] }),
  ];
  const { reply } = await ask(exceptions, of, { directory: async () => judged });
  expect((reply.sections.at(-1)?.lines ?? []).map((line) => line[2])).toEqual(subjects.map((code) => ({ code })));
});

test('what exceptions match is counted in the account or Region that is asked about', async () => {
  const { data } = await ask([exceptionOf('ws-*', '2027-06-02')], { regions: ['us-west-2'] });
  expect(data).toMatchObject({ exceptions: { items: [{ matched: 1 }] } });
});

test('one that is of use elsewhere is not called unused, or somebody would delete it', async () => {
  const { reply, data } = await ask([exceptionOf('ws-1', '2027-06-02'), exceptionOf('ws-7', '2027-06-02')], {
    regions: ['us-west-2'],
  });
  expect(renderText(reply)).toBe(`us-west-2: 2 exceptions

1 unused: no open finding is theirs.

By their last day:
- demo-encrypted on ws-1, desktop: 120 days left, until 2027-06-02; no open finding here; "Kiosk"
- demo-encrypted on ws-7, desktop: 120 days left, until 2027-06-02; unused; "Kiosk"`);
  expect(data).toMatchObject({ unused: 1, exceptions: { items: [{ matched: 0 }, { matched: 0 }] } });
});

test('before the first run nobody knows which are of use', async () => {
  const { reply, data } = await ask([exceptionOf('ws-1', '2027-06-02')], {}, { places: async () => [] });
  expect(renderText(reply)).toBe(`1 exception

No run has looked yet, so that nobody knows which are of use.

By their last day:
- demo-encrypted on ws-1, desktop: 120 days left, until 2027-06-02; "Kiosk"`);
  expect(data).toMatchObject({ unused: 0 });
});

test('of many the first twenty are listed', async () => {
  const many = Array.from({ length: 200 }, (_, n) => exceptionOf(`ws-${n}`, '2027-06-01'));
  const { reply, data } = await ask(many);
  expect([reply.sections[1]?.lines.length, reply.sections[1]?.omitted]).toEqual([20, 180]);
  expect(data).toMatchObject({ unused: 197, exceptions: { total: 200, omitted: 100 } });
});
