import { formatText } from 'adaptivecards/lib/text-formatters.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Reply, Section, Span } from '../../../lib/chat/reply.ts';
import { adaptiveCard, mostCardBytes } from '../../../lib/chat/teams/card.ts';
import { teamsAnswer, teamsNote, workflowMessage } from '../../../lib/chat/teams/message.ts';
import { complaintsAbout } from './official.ts';

const reply: Reply = {
  mood: 'open',
  title: '2 findings in corp.example.com',
  sections: [
    {
      heading: 'HIGH',
      lines: [
        [{ strong: 'HIGH' }, ' ', { code: 'ip-group-not-empty' }, ' on ', { code: 'wsipg-0a1b' }],
        ['see ', { link: 'the snapshot', url: 'https://console.example.com/s3?key=a b' }],
      ],
      isList: true,
      omitted: 3,
    },
    { lines: [['As of ', '2026-11-02', '.']] },
  ],
  next: ['why ip-group-not-empty wsipg-0a1b'],
  evidence: { link: 'Results of this run', url: 'https://console.example.com/s3/runs/1' },
};

const card = {
  type: 'AdaptiveCard',
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
  version: '1.4',
  fallbackText: 'Open. This client is too old to show the whole answer; open it in a current one.',
  msteams: { width: 'Full' },
  body: [
    {
      type: 'Container',
      style: 'attention',
      bleed: true,
      items: [
        { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: 'Open', isSubtle: true }] },
        {
          type: 'RichTextBlock',
          inlines: [{ type: 'TextRun', text: '2 findings in corp.example.com', weight: 'Bolder', size: 'Large' }],
          spacing: 'None',
        },
      ],
    },
    { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: 'HIGH', weight: 'Bolder' }], spacing: 'Medium' },
    {
      type: 'RichTextBlock',
      inlines: [
        { type: 'TextRun', text: '• ' },
        { type: 'TextRun', text: 'HIGH', weight: 'Bolder' },
        { type: 'TextRun', text: ' ' },
        { type: 'TextRun', text: 'ip-group-not-empty', fontType: 'Monospace' },
        { type: 'TextRun', text: ' on ' },
        { type: 'TextRun', text: 'wsipg-0a1b', fontType: 'Monospace' },
      ],
      spacing: 'Small',
    },
    {
      type: 'RichTextBlock',
      inlines: [
        { type: 'TextRun', text: '• ' },
        { type: 'TextRun', text: 'see ' },
        {
          type: 'TextRun',
          text: 'the snapshot',
          color: 'Accent',
          selectAction: { type: 'Action.OpenUrl', url: 'https://console.example.com/s3?key=a%20b' },
        },
      ],
      spacing: 'Small',
    },
    { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: '… and 3 more', isSubtle: true }], spacing: 'Small' },
    {
      type: 'RichTextBlock',
      inlines: [
        { type: 'TextRun', text: 'As of ' },
        { type: 'TextRun', text: '2026-11-02' },
        { type: 'TextRun', text: '.' },
      ],
      spacing: 'Small',
    },
    {
      type: 'RichTextBlock',
      inlines: [{ type: 'TextRun', text: 'You may ask next', isSubtle: true }],
      spacing: 'Medium',
      separator: true,
    },
    {
      type: 'RichTextBlock',
      inlines: [{ type: 'TextRun', text: 'why ip-group-not-empty wsipg-0a1b', fontType: 'Monospace' }],
      spacing: 'Small',
    },
  ],
  actions: [{ type: 'Action.OpenUrl', title: 'Results of this run', url: 'https://console.example.com/s3/runs/1' }],
};

/** Every object in a value that has a type. */
function elementsOf(value: unknown): readonly Record<string, unknown>[] {
  if (Array.isArray(value)) return value.flatMap(elementsOf);
  if (typeof value !== 'object' || value === null) return [];
  const members = Object.fromEntries(Object.entries(value));
  return ['type' in members ? [members] : [], ...Object.values(members).map(elementsOf)].flat();
}
const textsOf = (value: unknown): readonly string[] =>
  elementsOf(value).flatMap(({ type, text }) => (type === 'TextRun' && typeof text === 'string' ? [text] : []));
const shownBy = (value: unknown): string => textsOf(value).join('');
const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));
const withLines = (...lines: Section['lines']): Reply => ({ ...reply, sections: [{ lines }] });

describe('an answer as a card', () => {
  it('shows everything that the answer says', () => {
    expect(adaptiveCard(reply)).toEqual(card);
  });

  it('is in the message of an outgoing webhook and of a workflow', () => {
    const contentType = 'application/vnd.microsoft.card.adaptive';
    expect([teamsAnswer(reply), workflowMessage(reply)]).toEqual([
      { type: 'message', attachments: [{ contentType, content: card }] },
      { type: 'message', attachments: [{ contentType, contentUrl: null, content: card }] },
    ]);
  });

  it('says its mood by a word and a colour', () => {
    const moods = ['clean', 'open', 'unsure', 'neutral', 'question', 'refused', 'failed'] as const;
    const looks = moods.map((mood) => {
      const [banner] = adaptiveCard({ ...reply, mood }).body;
      return [mood, banner?.type === 'Container' ? banner.style : undefined, textsOf(banner)[0]];
    });
    expect(looks).toEqual([
      ['clean', 'good', 'Clean'],
      ['open', 'attention', 'Open'],
      ['unsure', 'warning', 'Unsure'],
      ['neutral', 'emphasis', 'Note'],
      ['question', 'accent', 'Question'],
      ['refused', 'warning', 'Refused'],
      ['failed', 'attention', 'Failed'],
    ]);
  });

  it('is a note where it is said at once', () => {
    expect(teamsNote('I am auditing *d-906700000a*.')).toEqual(
      teamsAnswer({ mood: 'neutral', title: 'I am auditing *d-906700000a*.', sections: [], next: [] }),
    );
    expect(shownBy(teamsNote('I am auditing *d-906700000a*.'))).toBe('NoteI am auditing *d-906700000a*.');
  });

  it('leaves out lines, headings and spans without text', () => {
    const sections = [{ heading: '', lines: [[], [''], ['', { code: '' }], ['x', '']], isList: true }];
    expect(adaptiveCard({ mood: 'neutral', title: '', sections, next: [''] }).body).toEqual([
      {
        type: 'Container',
        style: 'emphasis',
        bleed: true,
        items: [{ type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: 'Note', isSubtle: true }] }],
      },
      {
        type: 'RichTextBlock',
        inlines: [
          { type: 'TextRun', text: '• ' },
          { type: 'TextRun', text: 'x' },
        ],
        spacing: 'Small',
      },
    ]);
  });
});

describe('a hostile name', () => {
  it.each([
    '[pay here](javascript:alert(1))',
    '**bold** _it_ ~~gone~~ `code` # head - item 1. one > quote',
    '<b>&lt;b&gt;</b><img src=x onerror=alert(1)>',
    '{{DATE}} {{ DATE(x) }} $name \\n',
  ])('shows as it is: %s', (name) => {
    expect(textsOf(adaptiveCard(withLines([{ code: name }])).body[1])).toEqual([name]);
  });

  it.each([
    ['<at>everyone</at>', ['<', 'at>everyone<', '/at>']],
    ['<AT id="0">x</AT>', ['<', 'AT id="0">x<', '/AT>']],
    ['{{DATE(2026-11-02T00:00:00Z)}}', ['{', '{DATE(2026-11-02T00:00:00Z)}}']],
    ['{{{TIME(2026-11-02T00:00:00Z)}}', ['{{', '{TIME(2026-11-02T00:00:00Z)}}']],
    ['<attic>', ['<attic>']],
  ])('is parted where a client would read it: %s', (name, parts) => {
    expect(textsOf(adaptiveCard(withLines([name])).body[1])).toEqual(parts);
  });

  it('breaks no line and turns no text around', () => {
    expect(textsOf(adaptiveCard(withLines([{ code: 'a\u202eb\nc\u0000d\ud800' }])).body[1])).toEqual(['a b c d\ufffd']);
  });

  it.each([
    'javascript:alert(1)',
    'http://example.com',
    'https://user@example.com',
    'https://:pw@example.com',
    'no url',
    `https://example.com/${'x'.repeat(2048)}`,
  ])('leads nowhere but to https: %s', (url) => {
    const { actions, body } = adaptiveCard({ ...withLines([{ link: 'here', url }]), evidence: { link: 'there', url } });
    expect([actions, body[1]]).toEqual([
      undefined,
      { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: 'here' }], spacing: 'Small' },
    ]);
  });
});

describe('an answer that is too large', () => {
  const line = (index: number) => [{ code: `wsipg-${index}` }, ' ', 'x'.repeat(100)];
  const many = (count: number) => Array.from({ length: count }, (_, index) => line(index));
  /** Of each section: the lines that are shown, and the words after them. */
  const sectionsOf = (value: Reply) =>
    shownBy(adaptiveCard({ ...value, next: [] }).body.slice(1))
      .split('Section ')
      .slice(1)
      .map((text) => ({
        shown: text.match(/wsipg-\d+ /g)?.length ?? 0,
        more: Number(/… and (\d+) more/.exec(text)?.[1] ?? 0),
      }));

  it('keeps the first lines of every section and says how many are missing', () => {
    const sections = [
      { heading: 'Section 1', lines: many(500), omitted: 1000 },
      { heading: 'Section 2', lines: many(3) },
      { heading: 'Section 3', lines: many(500) },
    ];
    const [first, second, third] = sectionsOf({ ...reply, sections });
    expect(second).toEqual({ shown: 3, more: 0 });
    expect([(first?.shown ?? 0) + (first?.more ?? 0), (third?.shown ?? 0) + (third?.more ?? 0)]).toEqual([1500, 500]);
    expect(Math.abs((first?.shown ?? 0) - (third?.shown ?? 0))).toBeLessThan(2);
    expect(first?.shown).toBeGreaterThan(30);
  });

  it('fills the card, and not more', () => {
    const bytes = bytesOf(adaptiveCard({ ...reply, sections: [{ lines: many(1000) }] }));
    expect(bytes).toBeLessThanOrEqual(mostCardBytes);
    expect(bytes).toBeGreaterThan(mostCardBytes - 500);
  });

  it('never is more than fills the card, however long its lines and headings are', () => {
    const widths = Array.from({ length: 130 }, (_, width) => 'x'.repeat(width + 1));
    const tooLarge = widths.filter((text) => {
      const lines = { ...reply, sections: [{ lines: Array.from({ length: 400 }, () => [text]) }] };
      const headings = { ...reply, sections: Array.from({ length: 300 }, () => ({ heading: text, lines: [['y']] })) };
      return [lines, headings].some((large) => bytesOf(adaptiveCard(large)) > mostCardBytes);
    });
    expect(tooLarge).toEqual([]);
  });

  it('is cut nowhere when it just fits', () => {
    const counts = Array.from({ length: 120 }, (_, index) => index);
    const fitting = counts.filter((count) => !shownBy(adaptiveCard(withLines(...many(count)))).includes('more'));
    expect(fitting).toEqual(counts.slice(0, fitting.length));
    expect(fitting.length).toBeGreaterThan(60);
  });

  it('counts the lines of sections that have no place at all', () => {
    const sections = Array.from({ length: 400 }, (_, index) => ({ heading: `Section ${index}`, lines: many(2) }));
    const all = sectionsOf({ ...reply, sections });
    expect(all.length).toBeGreaterThan(20);
    expect(all.length).toBeLessThan(400);
    const { body } = adaptiveCard({ ...reply, sections, next: [] });
    expect(shownBy(body.at(-1))).toBe(`… and ${(400 - all.length) * 2} more`);
  });

  it('has five commands and a short label at most', () => {
    const next = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    const { actions, body } = adaptiveCard({
      ...reply,
      sections: [],
      next,
      evidence: { link: 'x'.repeat(81), url: 'https://example.com' },
    });
    expect([textsOf(body.slice(2)), actions]).toEqual([
      ['a', 'b', 'c', 'd', 'e'],
      [{ type: 'Action.OpenUrl', title: `${'x'.repeat(79)}…`, url: 'https://example.com/' }],
    ]);
  });

  it('has its title and headings cut, and commands that are too long left out', () => {
    const { body } = adaptiveCard({
      mood: 'neutral',
      title: 'x'.repeat(301),
      sections: [{ heading: '<at>'.repeat(100), lines: [['a']] }],
      next: ['y'.repeat(1000), 'status'],
    });
    expect(textsOf(body[0])).toEqual(['Note', `${'x'.repeat(299)}…`]);
    expect(shownBy(body[1])).toBe(`${'<at>'.repeat(24)}<at…`);
    expect(textsOf(body.slice(3))).toEqual(['You may ask next', 'status']);
  });
});

describe("Microsoft's own library", () => {
  it('finds what is wrong with a card', () => {
    const [banner] = card.body;
    const bad = {
      ...card,
      body: [{ type: 'Blink' }, { ...banner, style: 'loud' }],
      actions: [{ type: 'Action.OpenUrl' }],
    };
    expect(complaintsAbout(bad)).toEqual([
      'Unknown element type "Blink". Fallback will be used if present.',
      'Invalid value "loud" for property "style".',
      'Property "url" must be set.',
    ]);
  });

  it('has nothing against a card of ours', () => {
    expect(
      [adaptiveCard(reply), adaptiveCard(withLines()), teamsNote('x').attachments[0].content].map(complaintsAbout),
    ).toEqual([[], [], []]);
  });

  const name = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc
      .array(
        fc.constantFrom(
          '<at>',
          '</at>',
          '{{DATE(2026-11-02T00:00:00Z)}}',
          '{{TIME(2026-11-02T00:00:00Z)}}',
          '**',
          '\\',
          '"',
          '\n',
          '\ud800',
          '😀',
          '\u202e',
        ),
        { maxLength: 4 },
      )
      .map((parts) => parts.join('')),
  );
  const huge = fc
    .tuple(fc.constantFrom('x', '"', '<at', '{{DATE(', '文'), fc.nat(3000))
    .map(([part, count]) => part.repeat(count));
  const hostile = fc.oneof({ weight: 20, arbitrary: name }, { weight: 1, arbitrary: huge });
  const url = fc.oneof(
    fc.webUrl(),
    hostile,
    hostile.map((text) => `https://example.com/?${text}`),
    hostile.map((text) => `javascript:${text}`),
  );
  const span: fc.Arbitrary<Span> = fc.oneof(
    hostile,
    fc.record({ code: hostile }),
    fc.record({ strong: hostile }),
    fc.record({ link: hostile, url }),
  );
  const section = fc.record(
    {
      heading: hostile,
      lines: fc.array(fc.array(span, { maxLength: 5 }), { maxLength: 12 }),
      isList: fc.boolean(),
      omitted: fc.nat(),
    },
    { requiredKeys: ['lines'] },
  );
  const anyReply: fc.Arbitrary<Reply> = fc.record(
    {
      mood: fc.constantFrom('clean', 'open', 'unsure', 'neutral', 'question', 'refused', 'failed'),
      title: hostile,
      sections: fc.array(section, { maxLength: 12 }),
      next: fc.array(hostile, { maxLength: 8 }),
      evidence: fc.record({ link: hostile, url }),
    },
    { requiredKeys: ['mood', 'title', 'sections', 'next'] },
  );

  it('has nothing against any card of ours, and Teams can take each', () => {
    fc.assert(
      fc.property(anyReply, (any) => {
        const made = adaptiveCard(any);
        expect(complaintsAbout(made)).toEqual([]);
        expect(bytesOf(made)).toBeLessThanOrEqual(mostCardBytes);
        expect(bytesOf(workflowMessage(any))).toBeLessThanOrEqual(20_000);
        // Elements whose text is read as Markdown are not among them.
        const kinds = new Set(elementsOf(made).map(({ type }) => type));
        expect(
          kinds.difference(new Set(['AdaptiveCard', 'Container', 'RichTextBlock', 'TextRun', 'Action.OpenUrl'])),
        ).toEqual(new Set());
        const active = /<\/?at\b|\p{Cc}|[\u202a-\u202e\u2066-\u2069]/iu;
        expect(textsOf(made).filter((text) => active.test(text) || formatText('en', text) !== text)).toEqual([]);
        for (const element of elementsOf(made)) if ('url' in element) expect(element.url).toMatch(/^https:\/\//);
      }),
      // Making such answers smaller takes minutes and tells little.
      { numRuns: 200, endOnFailure: true },
    );
  });
});
