import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { code, type Reply, strong } from '../../../../lib/chat/index.ts';
import { lineLength, lineOf } from '../../../../lib/run/chat/ask/line.ts';

const reply: Reply = {
  mood: 'open',
  title: 'Two findings',
  sections: [
    { lines: [['Seen ', strong('today'), '.'], ['All was read.']] },
    {
      heading: 'Worst first',
      lines: [
        ['HIGH ', code('a-rule')],
        ['LOW ', code('b-rule')],
      ],
      isList: true,
      omitted: 3,
    },
    { lines: [[{ link: 'Guide', url: 'https://example.com/g?a=1&b=2' }]] },
  ],
  next: ['why a-rule ws-1', 'status'],
  evidence: { link: 'Evidence', url: 'https://example.com/e?a=1&b=2' },
};

test('a reply in one line', () => {
  expect(lineOf(reply)).toBe(
    'Two findings | Seen today. All was read. | Worst first: • HIGH a-rule • LOW b-rule • … and 3 more | ' +
      'Guide (https://example.com/g?a=1&b=2) | Next: why a-rule ws-1 • status | Evidence: https://example.com/e?a=1&b=2',
  );
});

test('a reply of a title', () => {
  expect(lineOf({ mood: 'clean', title: 'Nothing is open', sections: [], next: [] })).toBe('Nothing is open');
});

test('a name mentions nobody, and neither breaks the line nor needs escapes', () => {
  const title = 'tag "x"\n\\<!channel> \u202e';
  expect(lineOf({ mood: 'open', title, sections: [], next: [] })).toBe("tag 'x' /‹!channel›");
});

test('a long reply is cut before the address of its evidence', () => {
  const line = lineOf({ ...reply, title: 'x'.repeat(3000) });
  expect([line.length, line.endsWith('x… | Evidence: https://example.com/e?a=1&b=2')]).toStrictEqual([
    lineLength,
    true,
  ]);
});

test('whatever a reply says, JSON leaves its line as it is', () => {
  const text = fc.string({ unit: 'binary', maxLength: 4000 });
  fc.assert(
    fc.property(text, text, (title, word) => {
      const sections = [{ lines: [[word, code(word)]], isList: true }];
      const line = lineOf({ mood: 'open', title, sections, next: [word] });
      expect(JSON.stringify(line)).toBe(`"${line}"`);
      expect(line.length).toBeLessThanOrEqual(lineLength);
    }),
  );
});
