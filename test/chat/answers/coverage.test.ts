import { expect, test } from 'vitest';
import { answer, type Filter, noFilter, renderText } from '../../../lib/chat/index.ts';
import { before, directory, east, gapOf, lastRun, noList, partsOf, placeOf, rememberedGap, west } from './memory.ts';

const ask = (parts: ReturnType<typeof partsOf>, of: Partial<Filter> = {}) =>
  answer({ kind: 'coverage', of: { ...noFilter, ...of } }, parts);

test('where everything was read of late, it says so', async () => {
  expect(await ask(partsOf([placeOf(), placeOf(west)]))).toEqual({
    reply: {
      mood: 'clean',
      title: 'Everything was read',
      sections: [{ lines: [['Of 2 places, everything was completely read of late.']] }],
      next: [],
    },
    data: { kind: 'coverage', complete: true, gaps: noList, lost: noList, stale: 0, neverAudited: 0 },
  });
});

test('gaps, lost places and old looks are told', async () => {
  const failed = gapOf({ operation: 'ds:DescribeTrusts', status: 'failed', errorCode: undefined, message: 'Oh.' });
  const places = [
    placeOf({ gaps: [rememberedGap(), rememberedGap(failed, before(0.02))], wholeAt: before(0.5) }),
    placeOf({ ...west, wholeAt: before(3) }),
    placeOf({ ...west, region: 'us-west-1', wholeAt: null }),
  ];
  const lost = { ...lastRun, lost: [{ ...west, region: 'eu-west-1', message: 'The role cannot be assumed.' }] };
  const { reply, data } = await ask(partsOf(places, { lastRun: async () => lost }));
  expect(reply.mood).toBe('unsure');
  expect(renderText(reply)).toBe(`2 operations not completely read in 1 place, 1 place lost

Not completely read:
- ec2:DescribeVpcs was denied (UnauthorizedOperation) in 111122223333, us-east-1, first 5 days ago
- ds:DescribeTrusts failed in 111122223333, us-east-1, first 28 minutes ago

Lost in the last run:
- 444455556666, eu-west-1: The role cannot be assumed.

Too old, or never looked at:
- 444455556666, us-west-2: too old to rely on: the last whole look is 3 days old
- 444455556666, us-west-1: no run has looked at all of it

An operation that was denied is the IAM action that the role of the auditor lacks there.

Next:
- audit 444455556666 us-west-2
- audit 444455556666 us-west-1`);
  expect(data).toEqual({
    ...{ kind: 'coverage', complete: false, stale: 1, neverAudited: 2 },
    gaps: {
      ...{ total: 2, omitted: 0 },
      items: [
        {
          ...{ ...east, operation: 'ec2:DescribeVpcs', status: 'denied', errorCode: 'UnauthorizedOperation' },
          ...{ message: null, firstSeen: before(5) },
        },
        {
          ...{ ...east, operation: 'ds:DescribeTrusts', status: 'failed', errorCode: null, message: 'Oh.' },
          firstSeen: before(0.02),
        },
      ],
    },
    lost: {
      ...{ total: 1, omitted: 0 },
      items: [{ ...west, region: 'eu-west-1', message: 'The role cannot be assumed.' }],
    },
  });
});

test('a look that is too old is not called read, though nothing is missing in it', async () => {
  const { reply } = await ask(partsOf([placeOf({ wholeAt: before(2) })]));
  expect([reply.mood, reply.title]).toEqual(['unsure', 'Of 1 place, some looks are too old or missing']);
});

test('where no run has looked nothing is known', async () => {
  const { reply } = await ask(partsOf([]), { accounts: ['999999999999'] });
  expect([reply.mood, reply.title, reply.next]).toEqual([
    'unsure',
    '999999999999: Nothing is known: no run has looked there',
    ['audit 999999999999'],
  ]);
  expect((await ask(partsOf([]))).reply.mood).toBe('unsure');
});

test('many gaps are told by operation, most places first', async () => {
  const places = Array.from({ length: 500 }, (_, n) => {
    const place = { accountId: String(100000000000 + n), region: 'us-east-1' };
    const gap = gapOf({ ...place, errorCode: n % 2 === 0 ? 'AccessDenied' : 'UnauthorizedOperation' });
    const other = gapOf({ ...place, operation: 'ds:DescribeTrusts', status: 'partial', errorCode: undefined });
    return placeOf({
      ...place,
      gaps: [rememberedGap(gap, before(n === 7 ? 9 : 2)), ...(n < 2 ? [rememberedGap(other)] : [])],
    });
  });
  const { reply, data } = await ask(partsOf(places));
  expect(renderText(reply)).toBe(`502 operations not completely read in 500 places

Not completely read:
- ec2:DescribeVpcs was denied in 500 places (AccessDenied, UnauthorizedOperation), first 9 days ago: \
100000000000, us-east-1; 100000000001, us-east-1; 100000000002, us-east-1 and 497 more
- ds:DescribeTrusts was read in part in 2 places, first 5 days ago: 100000000000, us-east-1; 100000000001, us-east-1

An operation that was denied is the IAM action that the role of the auditor lacks there.`);
  expect(data).toMatchObject({ gaps: { total: 502, omitted: 402 } });
});

test('a directory has the gaps of its own look', async () => {
  const coverage = [gapOf(), gapOf({ status: 'skipped', operation: 'ec2:DescribeAddresses' })];
  const judged = { ...east, capturedAt: before(0.1), snapshot: 's', report: 'r', results: [], coverage };
  const parts = partsOf([placeOf({ gaps: [rememberedGap()] })], { directory: async () => judged });
  const { reply } = await ask(parts, { directories: [directory], packs: ['demo'] });
  expect([reply.title, reply.sections[0]?.lines.length, reply.sections[0]?.lines[0]?.at(-1)]).toEqual([
    'd-90671a2b3c, demo: 1 operation not completely read in 1 place',
    1,
    ', first 5 days ago',
  ]);
});
