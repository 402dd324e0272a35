import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { bound } from '../../../lib/chat/answers/bound.ts';
import { cut, cutToBytes, jsonBytes } from '../../../lib/chat/answers/cut.ts';
import { type AnswerParts, answer, conclude, noFilter, type Reply, renderText } from '../../../lib/chat/index.ts';
import { defaultConfiguration } from '../../../lib/config/index.ts';
import { replySchema } from '../../../lib/run/chat/steps.ts';
import { hostile, results } from '../../publish/results.ts';
import {
  before,
  directory,
  east,
  gapOf,
  lastNight,
  lastRun,
  partsOf,
  placeOf,
  remembered,
  rememberedGap,
  runOf,
} from './memory.ts';

const mostBytes = 60_000;
const mostLines = 60;
/** A Lambda function may answer with six megabytes. */
const mostDataBytes = 3_000_000;

/** An estate of 500 places in which everything that can be wrong is, with names from anyone. */
const estates = fc
  .record({ name: hostile, many: fc.array(results, { minLength: 1, maxLength: 12 }), first: results })
  .map(({ name, many, first }) => {
    const own = many.map((each) => ({ ...each, ruleId: 'demo-encrypted' }));
    const gap = gapOf({ operation: name, errorCode: name, message: name });
    const places = Array.from({ length: 500 }, (_, n) =>
      placeOf({
        ...{ accountId: String(100000000000 + n), wholeAt: before(n % 4), unjudged: n },
        findings: n % 50 === 0 ? [...own, first].map((each) => remembered(each)) : [remembered(first)],
        gaps: Array.from({ length: 3 }, () => rememberedGap(gap)),
      }),
    );
    const judged = { ...east, capturedAt: lastNight, snapshot: name, report: name, coverage: [gap], results: own };
    const exception = { rule: name, subject: name, accounts: Array(300).fill(name), reason: name, owner: name };
    const exceptions = Array.from({ length: 90 }, () => ({ ...exception, ticket: name, expires: '2027-01-01' }));
    const lost = Array.from({ length: 400 }, () => ({ ...east, region: name, message: name }));
    const parts = partsOf(places, {
      configuration: { ...defaultConfiguration, exceptions },
      lastRun: async () => ({ ...lastRun, lost }),
      directory: async () => judged,
      replay: async () => Array.from({ length: 60 }, () => judged),
    });
    const run = runOf([...own, first], { lost }, { coverage: Array(80).fill(gap) });
    return { parts, run, name, subject: own[0]?.subject.id ?? '' };
  });

const intents = (subject: string, name: string) =>
  [
    { kind: 'status', of: noFilter },
    { kind: 'status', of: { ...noFilter, directories: Array(40).fill({ ...directory, name, alias: name }) } },
    { kind: 'findings', of: noFilter },
    { kind: 'findings', of: { ...noFilter, packs: Array(90).fill(name) } },
    { kind: 'explain', rule: 'demo-encrypted' },
    { kind: 'explain', rule: name },
    { kind: 'why', rule: 'demo-encrypted', subject, of: noFilter },
    { kind: 'why', rule: 'demo-encrypted', subject: null, of: noFilter },
    { kind: 'why', rule: 'demo-encrypted', subject: name, of: noFilter },
    { kind: 'why', rule: name, subject: name, of: noFilter },
    { kind: 'exceptions', of: noFilter },
    { kind: 'coverage', of: noFilter },
    { kind: 'help', about: null },
  ] as const;

const replies = async (parts: AnswerParts, run: ReturnType<typeof runOf>, subject: string, name: string) => [
  ...(await Promise.all(intents(subject, name).map((intent) => answer(intent, parts)))),
  await conclude({ accounts: Array(90).fill(name) }, { run, failure: { error: name, cause: name } }, parts),
  await conclude({ directories: Array(90).fill(name) }, { run }, parts),
  await conclude({ regions: Array(90).fill(name) }, { failure: { error: name, cause: name } }, parts),
];

test('no estate and no name makes a reply too large, or a link', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(estates, async ({ parts, run, name, subject }) => {
      for (const { reply, data } of await replies(parts, run, subject, name)) {
        const linked = { ...reply, evidence: { link: '', url: 'https://example.com/' } };
        expect(replySchema.parse(linked)).toEqual(linked);
        expect(jsonBytes(reply)).toBeLessThan(mostBytes);
        expect(jsonBytes(data)).toBeLessThan(mostDataBytes);
        expect(renderText(reply).split('\n').length).toBeLessThanOrEqual(mostLines);
        for (const url of urlsOf(reply)) expect(url).toMatch(/^https:\/\/(docs\.aws\.amazon|example)\.com\//);
        for (const command of reply.next) expect(command).toMatch(/^[a-z]+( [!-~]+)*$/);
      }
    }),
    // A shrunken estate would tell no more, and take minutes.
    { numRuns: 4, endOnFailure: true },
  );
});

const urlsOf = ({ sections }: Reply): string[] =>
  sections
    .flatMap(({ lines }) => lines.flat())
    .flatMap((span) => (typeof span === 'object' && 'url' in span ? [span.url] : []));

const long = 'x'.repeat(5000);

test('a reply that is small enough stays as it is', () => {
  const reply: Reply = {
    mood: 'open',
    title: 'Open',
    sections: [{ heading: 'A', lines: [['a', { code: 'b' }]], isList: true, omitted: 2 }],
    next: ['status'],
    evidence: { link: 'a', url: 'https://example.com/' },
  };
  expect(bound(reply)).toEqual(reply);
});

test('what is too long is cut, and what is too much is counted', () => {
  const url = 'https://example.com/';
  const sections = [
    { heading: long, lines: [[{ strong: 'HIGH' }, long, 'never seen'], [{ link: long, url }], [{ code: long }]] },
    { lines: Array.from({ length: 50 }, (_, n) => [String(n)]), isList: true, omitted: 5 },
    { heading: 'Later', lines: [['more'], ['and more']] },
    { heading: 'Nothing', lines: [] },
  ];
  const next = [long, 'why a \u202eb', 'why a\nb', '1', '2', '3', '4', '5', '6'];
  const { title, sections: bounded, next: sent } = bound({ mood: 'open', title: long, sections, next });
  const lines = bounded[0]?.lines ?? [];
  expect([title, bounded[0]?.heading, sent, lines.map(jsonBytes)]).toEqual([
    `${'x'.repeat(297)}…`,
    `${'x'.repeat(197)}…`,
    ['1', '2', '3', '4', '5'],
    [999, 999, 999],
  ]);
  expect(lines).toEqual([
    [{ strong: 'HIGH' }, expect.stringMatching(/^x+…$/)],
    [{ link: expect.stringMatching(/^x+…$/), url }],
    [{ code: expect.stringMatching(/^x+…$/) }],
  ]);
  expect(bounded.slice(1).map(({ heading, lines, omitted }) => [heading, lines.length, omitted])).toEqual([
    [undefined, 37, 18],
    ['Later', 0, 2],
  ]);
});

test('a text is cut by units or bytes, and no character is parted', () => {
  expect([cut('abc', 3), cut('abcd', 3), cut('a😀b', 3), cut('\ud800', 3)]).toEqual(['abc', 'ab…', 'a…', '\ufffd']);
  fc.assert(
    fc.property(hostile, fc.integer({ min: 3, max: 300 }), (text, limit) => {
      const short = cutToBytes(text, limit);
      expect(jsonBytes(short) - 2).toBeLessThanOrEqual(limit);
      expect(short.isWellFormed()).toBe(true);
      if (jsonBytes(text) - 2 <= limit) expect(short).toBe(text.toWellFormed());
    }),
  );
});
