import { expect, test } from 'vitest';
import { answer, type Filter, noFilter, type PlaceMemory, renderText } from '../../../lib/chat/index.ts';
import { defaultConfiguration, type Exception } from '../../../lib/config/index.ts';
import {
  before,
  directory,
  east,
  found,
  lastNight,
  lastRun,
  noList,
  partsOf,
  placeOf,
  remembered,
  rememberedGap,
  west,
} from './memory.ts';

const ask = (parts: ReturnType<typeof partsOf>, of: Partial<Filter> = {}) =>
  answer({ kind: 'status', of: { ...noFilter, ...of } }, parts);

const none = { CRITICAL: 0, HIGH: 0, MEDIUM: 0, LOW: 0, INFORMATIONAL: 0 };
const evidence = { link: 'Evidence of the last run', url: 'https://example.com/runs/night-2/' };
const ran = ['The last run of everything ended 13 hours ago (2027-02-02 03:20 UTC).'];
const sawLastNight = ['Seen as it was 14 hours ago (2027-02-02 03:00 UTC).'];
const place = ['Account ', { code: '111122223333' }, ', ', { code: 'us-east-1' }, '.'];
const sound = {
  ...{ ...east, directory: null, capturedAt: lastNight, wholeAt: lastNight, absentAt: null, stale: false, open: 0 },
  ...{ bySeverity: none, excepted: 0, unread: 0, unjudged: 0, lost: null },
};

test('clean is said only of what was completely read of late', async () => {
  expect(await ask(partsOf([placeOf()]))).toEqual({
    reply: {
      mood: 'clean',
      title: 'Clean: nothing is open, and everything was read',
      sections: [{ lines: [place, sawLastNight, ran] }],
      next: [],
      evidence,
    },
    data: {
      kind: 'status',
      outcome: 'clean',
      ...{ open: 0, bySeverity: none, excepted: 0, unread: 0, unjudged: 0, stale: 0, lost: 0, neverAudited: 0 },
      lastRun: { run: 'night-2', finishedAt: lastRun.finishedAt, lost: 0 },
      places: { total: 1, omitted: 0, items: [sound] },
    },
  });
});

test.each<[string, Partial<PlaceMemory>, string, string[]]>([
  [
    'an operation was denied',
    { gaps: [rememberedGap()] },
    'Not known for sure: 1 operation not completely read.',
    ['coverage'],
  ],
  [
    'the last whole look is too old, though some directories were looked at since',
    { wholeAt: before(2) },
    'Not known for sure: too old to rely on: the last whole look is 2 days old.',
    ['audit 111122223333 us-east-1'],
  ],
  [
    'only some directories were ever looked at',
    { wholeAt: null, unjudged: null },
    'Not known for sure: no run has looked at all of it.',
    ['audit 111122223333 us-east-1'],
  ],
])('nothing is clean where %s', async (_, changes, line, next) => {
  const { reply } = await ask(partsOf([placeOf(changes)]));
  expect([reply.mood, reply.title, reply.sections[0]?.lines.at(-1), reply.next]).toEqual([
    'unsure',
    'No open finding is known, but not everything was seen',
    [line],
    next,
  ]);
});

test('what waits for a setting is said, and does not stand against it', async () => {
  const { reply } = await ask(partsOf([placeOf({ unjudged: 2 })]));
  expect([reply.mood, reply.title, reply.sections[0]?.lines.at(-1), reply.next]).toEqual([
    'clean',
    'Clean: nothing is open, and everything was read',
    ['Not judged: 2 results, for want of a setting, a baseline or a value that AWS left out.'],
    [],
  ]);
});

test('what could not be judged is said among the doubts where there are others', async () => {
  const { reply } = await ask(partsOf([placeOf({ unjudged: 2, wholeAt: before(2) })]));
  expect([reply.mood, reply.sections[0]?.lines.at(-1)]).toEqual([
    'unsure',
    ['Not known for sure: too old to rely on: the last whole look is 2 days old; 2 results could not be judged.'],
  ]);
});

test('a look at some directories is told beside the older one at everything', async () => {
  const { reply } = await ask(partsOf([placeOf({ wholeAt: before(2) })]));
  expect(reply.sections[0]?.lines.slice(1, 3)).toEqual([
    ['Seen as it was 2 days ago (2027-01-31 17:00 UTC).'],
    ['Some directories of 1 place were looked at later.'],
  ]);
});

test('a place that the last run lost is not clean, unless it was looked at since', async () => {
  const lost = { ...lastRun, lost: [{ ...east, message: 'no such role' }] };
  const old = await ask(partsOf([placeOf({ wholeAt: '2027-02-02T02:58:00Z' })], { lastRun: async () => lost }));
  expect([old.reply.mood, old.reply.sections[0]?.lines.at(-1), old.reply.next]).toEqual([
    'unsure',
    ['Not known for sure: the last run could not audit it (no such role).'],
    ['audit 111122223333 us-east-1'],
  ]);
  const newer = await ask(partsOf([placeOf()], { lastRun: async () => lost }));
  expect(newer.reply.mood).toBe('clean');
});

test('what was resolved is neither open nor unread', async () => {
  const findings = [{ ...remembered(found('ws-1')), state: 'resolved' as const }];
  const gaps = [{ ...rememberedGap(), state: 'resolved' as const }];
  expect((await ask(partsOf([placeOf({ findings, gaps })]))).reply.mood).toBe('clean');
});

test('before the first run nothing is known', async () => {
  const { reply, data } = await ask(partsOf([], { lastRun: async () => undefined }));
  expect(reply).toEqual({
    mood: 'unsure',
    title: 'Nothing is known yet: no run has looked anywhere',
    sections: [
      {
        lines: [
          [
            'There was no run of everything yet. The schedule starts it; until then, audit an account or a Region by name.',
          ],
        ],
      },
    ],
    next: ['help audit'],
  });
  expect(data).toMatchObject({ outcome: 'unsure', lastRun: null, places: noList });
});

test('what was never audited is said, and how to audit it', async () => {
  const places = [placeOf()];
  const replies = await Promise.all(
    [
      { accounts: ['999999999999'] },
      { regions: ['eu-west-3'] },
      { accounts: ['111122223333'], regions: ['eu-west-3'] },
      { directories: [directory] },
    ].map(async (of) => (await ask(partsOf(places), of)).reply),
  );
  expect(replies.map(({ mood, title, sections, next }) => [mood, title, sections[0]?.lines[0], next])).toEqual([
    [
      'unsure',
      '999999999999: Nothing is known: no run has looked there',
      ['Account ', { code: '999999999999' }, '.'],
      ['audit 999999999999'],
    ],
    [
      'unsure',
      'eu-west-3: Nothing is known: no run has looked there',
      ['Region ', { code: 'eu-west-3' }, '.'],
      ['audit eu-west-3'],
    ],
    [
      'unsure',
      '111122223333, eu-west-3: Nothing is known: no run has looked there',
      ['Account ', { code: '111122223333' }, ', ', { code: 'eu-west-3' }, '.'],
      ['audit 111122223333 eu-west-3'],
    ],
    [
      'unsure',
      'd-90671a2b3c: Nothing is known: no run has looked there',
      [
        'Directory ',
        ...[{ code: 'd-90671a2b3c' }, ' (', { code: 'corp.example.com' }, ')', ' in '],
        ...[{ code: '111122223333' }, ', ', { code: 'us-east-1' }, '.'],
      ],
      ['audit d-90671a2b3c'],
    ],
  ]);
});

const accepted: Exception = {
  ...{ rule: 'demo-encrypted', subject: 'ws-2', accounts: undefined, reason: 'Kiosk', owner: 'desktop', ticket: null },
  expires: '2027-02-02',
};

test('findings are counted by the exceptions that hold now, not by those of the last run', async () => {
  const old = { reason: 'Old', owner: 'x', ticket: null, expires: '2027-02-01', expired: false };
  const findings = [remembered(found('ws-1', { exception: old })), remembered(found('ws-2', { severity: 'LOW' }))];
  const configuration = { ...defaultConfiguration, exceptions: [accepted] };
  const { reply, data } = await ask(partsOf([placeOf({ findings })], { configuration }));
  expect(data).toMatchObject({ open: 1, bySeverity: { ...none, HIGH: 1 }, excepted: 1 });
  expect(renderText(reply)).toBe(`1 open finding: 1 high

Account 111122223333, us-east-1.
Seen as it was 14 hours ago (2027-02-02 03:00 UTC).
The last run of everything ended 13 hours ago (2027-02-02 03:20 UTC).
Valid exceptions answer for 1 finding more.

Most severe:
- HIGH demo-encrypted on ws-1 in 111122223333, us-east-1, first found 3 days ago
- LOW demo-encrypted on ws-2 in 111122223333, us-east-1, first found 3 days ago, excepted until 2027-02-02

Evidence of the last run: https://example.com/runs/night-2/

Next:
- findings`);
});

test('an estate is clean when all that is open is excepted', async () => {
  const configuration = { ...defaultConfiguration, exceptions: [accepted] };
  const findings = [remembered(found('ws-2'))];
  expect((await ask(partsOf([placeOf({ findings })], { configuration }))).reply.mood).toBe('clean');
});

test('places stand worst first', async () => {
  const places = [
    placeOf({ region: 'eu-west-1' }),
    placeOf({ region: 'eu-west-2', gaps: [rememberedGap()] }),
    placeOf({ region: 'eu-west-3', findings: [remembered(found('ws-1')), remembered(found('ws-2'))] }),
    placeOf({ region: 'us-west-1', findings: [remembered(found('ws-1', { severity: 'CRITICAL' }))], unjudged: 1 }),
  ];
  const lost = { ...lastRun, lost: [{ ...west, message: 'The role cannot be assumed.' }] };
  const { reply } = await ask(partsOf(places, { lastRun: async () => lost }));
  expect(renderText(reply)).toBe(`3 open findings: 1 critical, 2 high

Seen as it was 14 hours ago (2027-02-02 03:00 UTC).
The last run of everything ended 13 hours ago (2027-02-02 03:20 UTC).
Not known for sure: the last run could not audit 1 place; \
1 operation not completely read; 1 result could not be judged.

Places, worst first:
- 111122223333, us-west-1: open findings 1 (1 critical); looked at 14 hours ago (2027-02-02 03:00 UTC); \
1 result could not be judged
- 111122223333, eu-west-3: open findings 2 (2 high); looked at 14 hours ago (2027-02-02 03:00 UTC)
- 444455556666, us-west-2: the last run could not audit it (The role cannot be assumed.); no run has looked at it
- 111122223333, eu-west-2: open findings none; looked at 14 hours ago (2027-02-02 03:00 UTC); \
1 operation not completely read
- 111122223333, eu-west-1: open findings none; looked at 14 hours ago (2027-02-02 03:00 UTC)

Evidence of the last run: https://example.com/runs/night-2/

Next:
- findings
- coverage
- audit 444455556666 us-west-2`);
});

test('of 500 places the ten worst are listed', async () => {
  const places = Array.from({ length: 500 }, (_, n) =>
    placeOf({ accountId: String(100000000000 + n), findings: [remembered(found(`ws-${n}`))] }),
  );
  const { reply, data } = await ask(partsOf(places));
  expect(reply.title).toBe('500 open findings: 500 high');
  expect(reply.sections[1]).toMatchObject({ heading: 'Places, worst first', omitted: 490 });
  expect(data).toMatchObject({ places: { total: 500, omitted: 400 } });
});

test('a pack is asked about its own findings, and the gaps of all', async () => {
  const findings = [remembered(found('ws-1')), remembered(found('ws-2', { packId: 'other' }))];
  const { reply } = await ask(partsOf([placeOf({ findings, unjudged: 4 })]), { packs: ['other'] });
  expect([reply.title, reply.sections[0]?.lines.slice(-2), reply.next]).toEqual([
    'other: 1 open finding: 1 high',
    [
      ['Not judged: 4 results, for want of a setting, a baseline or a value that AWS left out.'],
      ['What was not read or judged is counted over all packs.'],
    ],
    ['findings pack other'],
  ]);
});
