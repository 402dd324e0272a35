import { expect, test } from 'vitest';
import { answer, type Filter, type Judged, noFilter, renderText } from '../../../lib/chat/index.ts';
import { defaultConfiguration } from '../../../lib/config/index.ts';
import type { Result } from '../../../lib/model/report.ts';
import { before, directory, east, found, gapOf, lastNight, partsOf, placeOf, remembered, west } from './memory.ts';

const judgedOf = (results: readonly Result[], changes: Partial<Judged> = {}): Judged => ({
  ...{ ...east, capturedAt: lastNight, snapshot: 'snapshots/a', report: 'reports/a', results, coverage: [] },
  ...changes,
});

const ask = (
  subject: string | null,
  judged: readonly Judged[],
  changes: Parameters<typeof partsOf>[1] = {},
  of: Partial<Filter> = {},
) =>
  answer(
    { kind: 'why', rule: 'demo-encrypted', subject, of: { ...noFilter, ...of } },
    partsOf([placeOf({ findings: [remembered(found('ws-1'))] })], { replay: async () => judged, ...changes }),
  );

const wrong = found('ws-1', {
  ...{ controls: ['SC-28'], evidence: { 'volumes.rootEncrypted': false, state: 'AVAILABLE' } },
});
const right = found('ws-2', { status: 'COMPLIANT', reason: 'The root volume is encrypted.' });

test('a finding is told with its facts, since when, and how to mend it', async () => {
  const { reply, data } = await ask('ws-1', [judgedOf([wrong, right])]);
  expect(reply).toEqual({
    mood: 'open',
    title: 'demo-encrypted on ws-1: NON_COMPLIANT',
    sections: [
      {
        lines: [
          [{ strong: 'NON_COMPLIANT' }, ' (HIGH) in ', { code: '111122223333' }, ', ', { code: 'us-east-1' }, '.'],
          ['The rule wants: Root volumes are encrypted.'],
          ['The root volume is not encrypted.'],
          ['Seen as it was 14 hours ago (2027-02-02 03:00 UTC).'],
          ['First found 3 days ago (2027-01-30 17:00 UTC).'],
          ['How to mend: ', 'Rebuild it.'],
          ['Controls: ', 'SC-28', '.'],
        ],
      },
      {
        heading: 'Evidence',
        lines: [
          [{ code: 'volumes.rootEncrypted' }, ' = ', { code: 'false' }],
          [{ code: 'state' }, ' = ', { code: 'AVAILABLE' }],
        ],
        isList: true,
      },
    ],
    next: ['explain demo-encrypted'],
    evidence: { link: 'Report of that look', url: 'https://example.com/reports/a' },
  });
  expect(data).toEqual({
    ...{ kind: 'why', ruleId: 'demo-encrypted', subject: 'ws-1', candidates: [] },
    verdicts: {
      ...{ total: 1, omitted: 0 },
      items: [
        {
          ...{ ruleId: 'demo-encrypted', packId: 'demo', severity: 'HIGH', status: 'NON_COMPLIANT' },
          ...{ title: 'Root volumes are encrypted', subjectType: 'workspace', subjectId: 'ws-1', ...east },
          ...{ reason: 'The root volume is not encrypted.', exception: null, firstSeen: before(3) },
          ...{ capturedAt: lastNight, snapshot: 'snapshots/a', report: 'reports/a' },
          ...{ evidence: { 'volumes.rootEncrypted': false, state: 'AVAILABLE' }, missing: [], controls: ['SC-28'] },
          remediation: 'Rebuild it.',
        },
      ],
    },
  });
});

const lines = async (result: Result, changes: Partial<Judged> = {}) => {
  const { reply } = await ask(result.subject.id, [judgedOf([result], changes)]);
  return [reply.mood, ...(reply.sections[0]?.lines.slice(3) ?? [])];
};

test('each of the other outcomes has its mood and its lines', async () => {
  const seen = ['Seen as it was 14 hours ago (2027-02-02 03:00 UTC).'];
  expect([
    await lines(right),
    await lines(right, { capturedAt: before(2) }),
    await lines(found('ws-3', { status: 'NOT_APPLICABLE' })),
    await lines(found('ws-3', { status: 'INSUFFICIENT_DATA', missing: ['ds:DescribeTrusts', 'ec2:DescribeVpcs'] })),
    await lines(found('ws-3')),
    await lines(found('ws-1', { status: 'COMPLIANT' })),
  ]).toEqual([
    ['clean', seen],
    ['unsure', ['Seen as it was 2 days ago (2027-01-31 17:00 UTC). That is more than 26 hours, too old to rely on.']],
    ['neutral', seen],
    ['unsure', seen, ['Missing IAM actions: ', { code: 'ds:DescribeTrusts' }, ', ', { code: 'ec2:DescribeVpcs' }, '.']],
    ['open', seen, ['No run has counted it as a finding yet.'], ['How to mend: ', 'Rebuild it.']],
    ['clean', seen, ['The last run still counts it as an open finding, first found 3 days ago.']],
  ]);
});

test.each([
  [
    '2027-02-02',
    'neutral',
    'NON_COMPLIANT, excepted',
    ['Excepted until today: "Kiosk" (', { code: 'desktop' }, ', ', { code: 'S-1' }, ').'],
  ],
  [
    '2027-02-03',
    'neutral',
    'NON_COMPLIANT, excepted',
    ['Excepted until 2027-02-03 (1 day left): "Kiosk" (', { code: 'desktop' }, ', ', { code: 'S-1' }, ').'],
  ],
  [
    '2027-02-01',
    'open',
    'NON_COMPLIANT',
    [
      'Its exception ended on 2027-02-01, so that it counts again: "Kiosk" (',
      { code: 'desktop' },
      ', ',
      { code: 'S-1' },
      ').',
    ],
  ],
])('an exception until %s is told', async (expires, mood, headline, line) => {
  const exception = { rule: 'demo-encrypted', subject: 'ws-*', accounts: undefined, reason: 'Kiosk', owner: 'desktop' };
  const configuration = { ...defaultConfiguration, exceptions: [{ ...exception, ticket: 'S-1', expires }] };
  const { reply } = await ask('ws-1', [judgedOf([wrong])], { configuration });
  expect([reply.mood, reply.title, reply.sections[0]?.lines[5]]).toEqual([
    mood,
    `demo-encrypted on ws-1: ${headline}`,
    line,
  ]);
});

test('long evidence is cut, and says how much there is', async () => {
  const evidence = {
    ids: Array.from({ length: 37 }, (_, n) => `sg-${n}`),
    rules: [{ port: 22, from: ['0.0.0.0/0'] }],
    none: [],
    text: 'x'.repeat(900),
    'looks like more': ['a, b', '7', 'true'],
    unread: { unknown: 'it was denied' },
    deep: [[[[['too deep']]]]],
    ...Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`fact${n}`, n])),
  };
  const { reply } = await ask('ws-1', [judgedOf([{ ...wrong, evidence }])]);
  const section = reply.sections[1];
  expect([section?.lines.slice(0, 7).map((line) => line[2]), section?.lines.length, section?.omitted]).toEqual([
    [
      { code: 'sg-0, sg-1, sg-2, sg-3, sg-4, sg-5, … and 31 more' },
      { code: '{"port":22,"from":["0.0.0.0/0"]}' },
      { code: 'none' },
      { code: `${'x'.repeat(199)}…` },
      { code: '"a, b", "7", "true"' },
      { code: '{"unknown":"it was denied"}' },
      { code: '[[["…"]]]' },
    ],
    20,
    7,
  ]);
});

test('a rule alone means its only finding, or its only subject', async () => {
  const replies = await Promise.all([
    ask(null, [judgedOf([wrong, right])]),
    ask(null, [judgedOf([right])]),
    ask(null, [judgedOf([wrong, right, found('ws-3')])]),
  ]);
  expect(replies.map(({ reply }) => reply.title)).toEqual([
    'demo-encrypted on ws-1: NON_COMPLIANT',
    'demo-encrypted on ws-2: COMPLIANT',
    'Which subject is meant?',
  ]);
});

test('of many subjects the worst are offered', async () => {
  const results = [right, wrong, found('ws-9', { status: 'INSUFFICIENT_DATA' }), found('ws-3'), found('ws-4')];
  const more = [found('ws-7', { status: 'NOT_APPLICABLE' })];
  const { reply, data } = await ask(null, [judgedOf(results), judgedOf(more, west)]);
  expect(renderText(reply)).toBe(`Which subject is meant?

demo-encrypted has several verdicts: 3 NON_COMPLIANT, 1 INSUFFICIENT_DATA, 1 COMPLIANT, 1 NOT_APPLICABLE. \
Name a subject; the worst are below.

Looked at:
- 111122223333, us-east-1: 14 hours ago (2027-02-02 03:00 UTC)
- 444455556666, us-west-2: 14 hours ago (2027-02-02 03:00 UTC)

Next:
- why demo-encrypted ws-1
- why demo-encrypted ws-3
- why demo-encrypted ws-4
- why demo-encrypted ws-9
- why demo-encrypted ws-2`);
  expect(data).toMatchObject({ verdicts: { total: 0 }, candidates: ['ws-1', 'ws-3', 'ws-4', 'ws-9', 'ws-2'] });
});

test('where there is no such subject, it says what was looked at and what is near', async () => {
  const { reply } = await ask('ws-11', [judgedOf([wrong, right])]);
  expect(reply).toEqual({
    mood: 'question',
    title: 'There is no such subject',
    sections: [
      {
        lines: [[{ code: 'demo-encrypted' }, ' has no verdict on ', { code: 'ws-11' }, '. The nearest ids are below.']],
      },
      {
        heading: 'Looked at',
        lines: [[{ code: '111122223333' }, ', ', { code: 'us-east-1' }, ': 14 hours ago (2027-02-02 03:00 UTC)']],
        isList: true,
      },
    ],
    next: ['why demo-encrypted ws-1', 'why demo-encrypted ws-2'],
  });
});

test('what could not be listed may be there all the same', async () => {
  const coverage = [gapOf(), gapOf({ operation: 'workspaces:DescribeWorkspaces', status: 'partial' })];
  const { reply } = await ask('ws-11', [{ ...judgedOf([]), coverage }]);
  expect([reply.mood, renderText(reply)]).toEqual([
    'unsure',
    `demo-encrypted on ws-11: not known, for not everything was read

demo-encrypted has no verdict on ws-11.

Looked at:
- 111122223333, us-east-1: 14 hours ago (2027-02-02 03:00 UTC)

Not completely read:
- workspaces:DescribeWorkspaces was read in part (UnauthorizedOperation) in 111122223333, us-east-1

Next:
- explain demo-encrypted
- coverage`,
  ]);
});

test('without a snapshot, or a subject, there is nothing to tell', async () => {
  const replies = await Promise.all([ask('ws-1', []), ask(null, []), ask(null, [judgedOf([])])]);
  expect(replies.map(({ reply }) => [reply.title, renderText(reply).split('\n')[2], reply.next])).toEqual([
    ['There is no such subject', 'demo-encrypted has no verdict on ws-1.', ['explain demo-encrypted']],
    [
      'There is nothing to tell of this rule',
      'demo-encrypted has judged nothing where the last snapshots were taken.',
      ['explain demo-encrypted'],
    ],
    [
      'There is nothing to tell of this rule',
      'demo-encrypted has judged nothing where the last snapshots were taken.',
      ['explain demo-encrypted'],
    ],
  ]);
});

test('an id that stands in several places is told worst first', async () => {
  const there = found('ws-1', { status: 'COMPLIANT' }, west);
  const { reply } = await ask('ws-1', [judgedOf([there], west), judgedOf([wrong])]);
  expect([reply.title, reply.sections.map(({ lines: [line] }) => line?.[0])]).toEqual([
    'demo-encrypted on ws-1: NON_COMPLIANT',
    [
      { strong: 'NON_COMPLIANT' },
      [{ code: 'volumes.rootEncrypted' }, ' = ', { code: 'false' }][0],
      { strong: 'COMPLIANT' },
    ],
  ]);
});

test('beyond three places an account or a Region should be named', async () => {
  const judged = ['us-east-1', 'us-east-2', 'us-west-1', 'us-west-2'].map((region) => {
    const place = { ...east, region };
    return judgedOf([found('ws-1', {}, place)], place);
  });
  const { reply } = await ask('ws-1', judged);
  expect(reply.sections.at(-1)?.lines).toEqual([['Not told: 1 more verdict on this id. Name an account or a Region.']]);
});

test('a directory narrows to where it is', async () => {
  const asked: unknown[] = [];
  const replay = async (...args: unknown[]) => {
    asked.push(args);
    return [];
  };
  await ask('ws-1', [], { replay }, { directories: [directory] });
  await ask('ws-1', [], { replay }, { accounts: ['444455556666'], directories: [directory] });
  expect(asked).toEqual([
    ['demo-encrypted', { accounts: ['111122223333'], regions: ['us-east-1'] }],
    ['demo-encrypted', { accounts: ['444455556666'], regions: ['us-east-1'] }],
  ]);
});

test('a directory that is known is looked for where it is, not in every account', async () => {
  const asked: unknown[] = [];
  const replay = async (_: string, where: unknown) => {
    asked.push(where);
    return [judgedOf([])];
  };
  await ask(directory.id, [], { replay });
  await ask('ws-1', [], { replay });
  expect(asked).toEqual([
    { accounts: ['111122223333'], regions: ['us-east-1'] },
    { accounts: [], regions: [] },
  ]);
});

test('the link leads to what holds the verdict: reports leave out what is in order', async () => {
  const status = (one: Result['status']) => ask('ws-2', [judgedOf([{ ...right, status: one }])]);
  const replies = await Promise.all([status('COMPLIANT'), status('NOT_APPLICABLE'), status('INSUFFICIENT_DATA')]);
  expect(replies.map(({ reply }) => reply.evidence)).toEqual([
    { link: 'Snapshot of that look', url: 'https://example.com/snapshots/a' },
    { link: 'Snapshot of that look', url: 'https://example.com/snapshots/a' },
    { link: 'Report of that look', url: 'https://example.com/reports/a' },
  ]);
});

test('a rule that is turned off, or that nobody knows, judges nothing', async () => {
  const configuration = { ...defaultConfiguration, disabledPacks: new Set(['demo']) };
  const off = await ask('ws-1', [judgedOf([wrong])], { configuration });
  const odd = await answer({ kind: 'why', rule: 'demo-encripted', subject: 'ws-1', of: noFilter }, partsOf([]));
  expect([off.reply, odd.reply.next]).toEqual([
    {
      mood: 'neutral',
      title: 'The rule is not in force',
      sections: [
        { lines: [[{ code: 'demo-encrypted' }, ' judges nothing. The configuration turns off its pack, demo.']] },
      ],
      next: ['explain demo-encrypted'],
    },
    ['why demo-encrypted', 'why demo-ip-groups', 'why demo-group-rules'],
  ]);
});
