import { expect, test } from 'vitest';
import { answer, type Filter, noFilter, renderText } from '../../../lib/chat/index.ts';
import { defaultConfiguration } from '../../../lib/config/index.ts';
import { before, directory, east, found, partsOf, placeOf, remembered, west } from './memory.ts';

const ask = (parts: ReturnType<typeof partsOf>, of: Partial<Filter> = {}) =>
  answer({ kind: 'findings', of: { ...noFilter, ...of } }, parts);

const exceptions = [
  {
    ...{
      rule: 'demo-encrypted',
      subject: 'ws-1',
      accounts: undefined,
      reason: 'Kiosk',
      owner: 'desktop',
      ticket: 'S-1',
    },
    expires: '2027-03-01',
  },
  {
    ...{ rule: 'demo-encrypted', subject: 'ws-2', accounts: undefined, reason: 'Old', owner: 'desktop', ticket: null },
    expires: '2027-01-31',
  },
];
const configuration = { ...defaultConfiguration, exceptions };
const some = partsOf(
  [
    placeOf({
      findings: [
        remembered(found('ws-1', { severity: 'CRITICAL' }), before(30)),
        remembered(found('ws-2')),
        remembered(found('wsipg-1', { ruleId: 'demo-group-rules', packId: 'other', severity: 'LOW' }), before(0.1)),
      ],
    }),
    placeOf({ ...west, findings: [remembered(found('ws-9', { severity: 'CRITICAL' }, west))] }),
  ],
  { configuration },
);

test('findings stand most severe first and excepted ones last', async () => {
  const { reply } = await ask(some);
  expect(renderText(reply)).toBe(`3 open findings: 1 critical, 1 high, 1 low

Seen as it was 14 hours ago (2027-02-02 03:00 UTC).
The last run of everything ended 13 hours ago (2027-02-02 03:20 UTC).
Valid exceptions answer for 1 finding more.

Most severe first:
- CRITICAL demo-encrypted on ws-9 in 444455556666, us-west-2, first found 3 days ago
- HIGH demo-encrypted on ws-2 in 111122223333, us-east-1, first found 3 days ago, its exception ended on 2027-01-31
- LOW demo-group-rules on wsipg-1 in 111122223333, us-east-1, first found 2 hours ago
- CRITICAL demo-encrypted on ws-1 in 111122223333, us-east-1, first found 30 days ago, excepted until 2027-03-01

Next:
- why demo-encrypted ws-9
- why demo-encrypted ws-2
- why demo-group-rules wsipg-1`);
});

test('a script gets the same with ids', async () => {
  const { data } = await ask(some, { severities: ['CRITICAL'], accounts: ['111122223333'] });
  expect(data).toEqual({
    kind: 'findings',
    outcome: 'clean',
    ...{ open: 0, excepted: 1, unread: 0, unjudged: 0, stale: 0, lost: 0, neverAudited: 0 },
    bySeverity: { CRITICAL: 0, HIGH: 0, MEDIUM: 0, LOW: 0, INFORMATIONAL: 0 },
    lastRun: { run: 'night-2', finishedAt: '2027-02-02T03:20:00.000Z', lost: 0 },
    findings: {
      ...{ total: 1, omitted: 0 },
      items: [
        {
          ...{ ruleId: 'demo-encrypted', packId: 'demo', severity: 'CRITICAL', status: 'NON_COMPLIANT' },
          ...{ title: 'Root volumes are encrypted', subjectType: 'workspace', subjectId: 'ws-1', ...east },
          reason: 'The root volume is not encrypted.',
          exception: { reason: 'Kiosk', owner: 'desktop', ticket: 'S-1', expires: '2027-03-01', expired: false },
          firstSeen: before(30),
        },
      ],
    },
  });
});

test.each<[Partial<Filter>, string, string[]]>([
  [{ severities: ['LOW', 'HIGH'] }, 'high, low: 2 open findings: 1 high, 1 low', ['ws-2', 'wsipg-1']],
  [{ packs: ['other'] }, 'other: 1 open finding: 1 low', ['wsipg-1']],
  [
    { rules: ['demo-encrypted'], regions: ['us-west-2'] },
    'us-west-2, demo-encrypted: 1 open finding: 1 critical',
    ['ws-9'],
  ],
  [{ packs: ['other'], severities: ['HIGH'] }, 'other, high: Clean: nothing is open, and everything was read', []],
])('filters narrow together: %o', async (of, title, ids) => {
  const severities = of.severities?.toSorted() ?? [];
  const { reply } = await ask(some, { ...of, severities });
  const lines = reply.sections[1]?.lines ?? [];
  expect([reply.title, lines.map((line) => line[4])]).toEqual([title, ids.map((code) => ({ code }))]);
});

test('of a thousand the first twenty are listed, and a hundred for scripts', async () => {
  const findings = Array.from({ length: 1000 }, (_, n) => remembered(found(`ws-${n}`)));
  const { reply, data } = await ask(partsOf([placeOf({ findings })]));
  expect([reply.title, reply.sections[1]?.lines.length, reply.sections[1]?.omitted, reply.next.length]).toEqual([
    '1000 open findings: 1000 high',
    20,
    980,
    3,
  ]);
  expect(data).toMatchObject({ findings: { total: 1000, omitted: 900 } });
});

test('a directory has its own findings, also those that no ledger knows yet', async () => {
  const judged = {
    ...{ ...east, capturedAt: before(0.1), snapshot: 's', report: 'r', coverage: [] },
    results: [found('ws-5'), found('ws-6', { status: 'INSUFFICIENT_DATA' })],
  };
  const { reply } = await ask(partsOf([placeOf()], { directory: async () => judged }), { directories: [directory] });
  expect(renderText(reply)).toBe(`d-90671a2b3c: 1 open finding: 1 high

Directory d-90671a2b3c (corp.example.com) in 111122223333, us-east-1.
Seen as it was 2 hours ago (2027-02-02 14:36 UTC).
The last run of everything ended 13 hours ago (2027-02-02 03:20 UTC).
Not judged: 1 result, for want of a setting, a baseline or a value that AWS left out.

Most severe first:
- HIGH demo-encrypted on ws-5 in 111122223333, us-east-1

Next:
- why demo-encrypted ws-5`);
});
