import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commandOf, commands, understand, type Vocabulary } from '../../../lib/chat/index.ts';
import { commandNames, kinds } from '../../../lib/chat/understand/grammar.ts';
import { mostOffers } from '../../../lib/chat/understand/replies.ts';
import { vocabulary } from './vocabulary.ts';

const account = fc.constantFrom('111122223333', '444455556666', '777788889999');
const region = fc.constantFrom('us-east-1', 'us-west-2', 'us-gov-west-1');

/** Names that people give, among them such as mean something else already. */
const given = fc.oneof(
  fc.constantFrom(
    'network',
    'status',
    'audit',
    'fix',
    'critical',
    'now',
    'not',
    'us-east-1',
    '111122223333',
    'rule',
    'fips',
  ),
  fc.stringMatching(/^[a-z]{1,3}(-[a-z0-9]{1,3}){0,2}$/),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
const id = fc.oneof(
  fc.constantFrom('status', 'network', 'fips', 'fips-a', 'fips-b', 'us-east-1', 'now', 'high', 'pack', 'd-90671abc12'),
  fc.stringMatching(/^[a-z][a-z0-9]{0,3}(-[a-z0-9]{1,3}){0,2}$/),
);

const anyVocabulary: fc.Arbitrary<Vocabulary> = fc.record({
  rules: fc.uniqueArray(
    fc.record({
      id,
      title: fc.constant('A rule'),
      packId: fc.constantFrom('network', 'status', 'fips'),
      severity: fc.constantFrom('CRITICAL', 'LOW'),
    }),
    { selector: (rule) => rule.id, maxLength: 8 },
  ),
  packs: fc.uniqueArray(fc.record({ id, title: fc.constant('A pack') }), { selector: (pack) => pack.id, maxLength: 5 }),
  directories: fc.uniqueArray(
    fc.record({
      id: fc.oneof(fc.stringMatching(/^d-9067[0-9a-f]{6}$/), fc.constantFrom('d-90671abc12', 'd-90671abc13')),
      alias: fc.option(given, { nil: undefined }),
      name: fc.option(fc.oneof(fc.constantFrom('corp.example.com', 'lab.example.com'), given), { nil: undefined }),
      accountId: account,
      region,
    }),
    { selector: (each) => `${each.id} ${each.accountId} ${each.region}`, maxLength: 8 },
  ),
  places: fc.uniqueArray(fc.record({ accountId: account, region }), {
    selector: (place) => `${place.accountId} ${place.region}`,
    maxLength: 6,
  }),
});

/** Mostly words that mean something, so that questions come out of it, and their mistyped neighbours. */
const textOf = (known: Vocabulary): fc.Arbitrary<string> => {
  const names = [
    ...commandNames.map(({ name }) => name),
    ...[
      'critical',
      'high',
      'pack',
      'rule',
      'directory',
      'region',
      'not',
      'subject=status',
      'the',
      'fix',
      'help',
      'why',
    ],
    ...['us-east-1', 'us-west-2', 'eu-west-1', '111122223333', '999900001111', 'd-0123456789', 'wsipg-0a1b2c3d4'],
    ...known.rules.map((rule) => rule.id),
    ...known.packs.map((pack) => pack.id),
    ...known.directories.flatMap((each) => [each.id, each.alias ?? '', each.name ?? '']),
  ];
  const name = fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...names) },
    { weight: 1, arbitrary: fc.constantFrom(...commandNames.map((each) => each.name)) },
  );
  const word = fc.oneof(
    { weight: 8, arbitrary: name },
    { weight: 1, arbitrary: name.map((whole) => whole.slice(0, 4)) },
    { weight: 1, arbitrary: name.map((whole) => `${whole.slice(0, 2)}${whole.slice(3)}`) },
    { weight: 1, arbitrary: fc.string({ maxLength: 12 }) },
    { weight: 2, arbitrary: fc.tuple(fc.constantFrom(...kinds), name).map(([kind, of]) => `${kind} ${of}`) },
    { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...kinds), name).map(([kind, of]) => `${kind}=${of}`) },
  );
  return fc
    .tuple(fc.constantFrom(...commands, ''), fc.array(word, { maxLength: 4 }))
    .map(([command, words]) => [command, ...words].join(' '));
};

const asked = fc
  .oneof(fc.constant(vocabulary), anyVocabulary)
  .chain((known) => fc.tuple(fc.constant(known), textOf(known)));
const runs = { numRuns: 2_000 };

describe('understand', () => {
  it('answers whatever is typed, in little', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 1_100 }), (text) => {
        const understanding = understand(text, vocabulary);
        if (understanding.kind === 'intent') return;
        const { title, next, sections } = understanding.reply;
        expect(next.length).toBeLessThanOrEqual(mostOffers);
        expect(title.length).toBeLessThanOrEqual(80);
        expect(JSON.stringify(sections).length).toBeLessThan(4_000);
      }),
      runs,
    );
  });

  it('offers only commands that it understands', () => {
    fc.assert(
      fc.property(asked, ([known, text]) => {
        const understanding = understand(text, known);
        if (understanding.kind === 'intent') return;
        const again = understanding.reply.next.map((command) => [command, understand(command, known).kind]);
        expect(again).toEqual(understanding.reply.next.map((command) => [command, 'intent']));
      }),
      runs,
    );
  });

  it('understands the command of an intent as the same intent', () => {
    fc.assert(
      fc.property(asked, ([known, text]) => {
        const understanding = understand(text, known);
        if (understanding.kind === 'reply') return;
        expect(understand(commandOf(understanding.intent), known)).toEqual(understanding);
      }),
      runs,
    );
  });

  it('never starts an audit that was not asked for by a word for it', () => {
    const audits = commandNames.filter(({ of }) => of === 'audit').map(({ name }) => name);
    fc.assert(
      fc.property(asked, ([known, text]) => {
        const understanding = understand(text, known);
        if (understanding.kind === 'reply' || understanding.intent.kind !== 'audit') return;
        expect(
          text
            .toLowerCase()
            .split(/[^a-z]+/)
            .filter((word) => audits.includes(word)),
        ).not.toEqual([]);
        expect(Object.values(understanding.intent.request).every((values) => values.length > 0)).toBe(true);
      }),
      runs,
    );
  });

  it('shows what was typed, and names of resources, in one short line each', () => {
    fc.assert(
      fc.property(asked, ([known, text]) => {
        const understanding = understand(text, known);
        if (understanding.kind === 'intent') return;
        const { title, sections, next } = understanding.reply;
        const codes = sections.flatMap(({ lines }) =>
          lines.flatMap((line) =>
            line.flatMap((span) => (typeof span === 'object' && 'code' in span ? [span.code] : [])),
          ),
        );
        for (const shown of [title, ...next, ...codes]) {
          expect(shown.isWellFormed()).toBe(true);
          expect(shown).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
        }
        for (const shown of codes) expect(shown.length).toBeLessThanOrEqual(80);
      }),
      runs,
    );
  });
});
