import * as fc from 'fast-check';
import type { Line, Reply, Section, Span } from '../../../lib/chat/index.ts';
import { code, strong } from '../../../lib/chat/index.ts';

export const console = 'https://console.example.com/s3/buckets/evidence?prefix=runs/2026-01-01/&region=us-east-1';

/** An answer as they mostly are. */
export const findings: Reply = {
  mood: 'open',
  title: '2 open findings in us-east-1',
  sections: [
    { lines: [['As of ', strong('3 hours ago'), ', in account ', code('111122223333'), '.']] },
    {
      heading: 'High & above',
      isList: true,
      lines: [
        [code('ip-group-not-empty'), ' ', code('wsipg-0a1b2c3d4'), ': has no rule'],
        [code('user-volume-encrypted'), ' ', { link: 'report', url: console }],
      ],
      omitted: 12,
    },
  ],
  next: ['why ip-group-not-empty wsipg-0a1b2c3d4', 'findings high'],
  evidence: { link: 'Evidence of this run', url: console },
};

/** Names that somebody may give to a resource, to have an answer say something else. */
export const hostile = [
  ...[
    '<!channel>',
    '<!here|you>',
    '<@U0001ABCD>',
    '<#C0001ABCD|general>',
    '<https://example.com|click>',
    '&lt;!channel&gt;',
  ],
  ...['`', '```', '` *bold* `', '*bold*', '_italic_', '~gone~', '> quoted', '>>> quoted', '&', '<', '>', '&amp;', '|'],
  ...[
    ':white_check_mark:',
    'a:b:c',
    '@channel',
    '@here',
    'corp.example.com',
    'https://example.com',
    'mailto:a@example.com',
  ],
  ...[
    'one\ntwo',
    '\r\n',
    '\u0000',
    '\u2028',
    '\u202egnp.exe',
    '\u200b',
    '\ud83d',
    '\udc00',
    '👩‍👩‍👧‍👦',
    '\u{e0041}',
    ' ',
    '',
  ],
  ...['<!date^1392734382^{date}|now>', '"', '\\', '\\n', 'NON_COMPLIANT', 'x'.repeat(3001), '&'.repeat(3001)],
  ...['👍'.repeat(2000), '<'.repeat(700), '`'.repeat(5000), ':a:'.repeat(1500)],
] as const;

const texts = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...hostile) },
  { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 80 }) },
  { weight: 2, arbitrary: fc.string({ maxLength: 40 }) },
  { weight: 1, arbitrary: fc.array(fc.constantFrom(...hostile), { maxLength: 6 }).map((parts) => parts.join('')) },
  { weight: 1, arbitrary: fc.nat(9000).map((length) => 'lorem ipsum '.repeat(length / 12)) },
);

const urls = fc.oneof(
  fc.webUrl({ withQueryParameters: true, withFragments: true }).map((url) => url.replace(/^http:/, 'https:')),
  fc.constantFrom(
    console,
    `https://example.com/${'a'.repeat(4000)}`,
    'https://example.com/a|b>c<d&e`f',
    'javascript:alert(1)',
    'no',
  ),
);

const link = fc.record({ link: texts, url: urls });
const span: fc.Arbitrary<Span> = fc.oneof(texts, texts.map(code), texts.map(strong), link);
const line: fc.Arbitrary<Line> = fc.array(span, { maxLength: 6 });

const section: fc.Arbitrary<Section> = fc.record(
  {
    heading: texts,
    lines: fc.oneof(
      { weight: 4, arbitrary: fc.array(line, { maxLength: 8 }) },
      // Many lines, made of few.
      {
        weight: 1,
        arbitrary: fc.tuple(line, fc.nat(400)).map(([one, times]) => Array.from({ length: times }, () => one)),
      },
    ),
    isList: fc.boolean(),
    omitted: fc.nat(100_000),
  },
  { requiredKeys: ['lines'] },
);

const sections = fc.oneof(
  { weight: 5, arbitrary: fc.array(section, { maxLength: 6 }) },
  // Thousands of sections, made of few.
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.array(section, { minLength: 1, maxLength: 2 }), fc.nat(2000))
      .map(([few, times]) => Array.from({ length: times }, () => few).flat()),
  },
);

/** Any answer, also those that nothing of ours would make. */
export const replies: fc.Arbitrary<Reply> = fc.record(
  {
    mood: fc.constantFrom('clean', 'open', 'unsure', 'neutral', 'question', 'refused', 'failed'),
    title: texts,
    sections,
    next: fc.array(texts, { maxLength: 8 }),
    evidence: link,
  },
  { requiredKeys: ['mood', 'title', 'sections', 'next'] },
);

export const askeds = fc.option(fc.record({ user: fc.constantFrom('U0001ABCD', '<!channel>', ''), text: texts }), {
  nil: undefined,
});
