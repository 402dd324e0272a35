import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { code, type Reply, renderText, strong } from '../../../lib/chat/index.ts';
import { hostile } from '../../publish/results.ts';

const reply: Reply = {
  mood: 'open',
  title: 'One open finding',
  sections: [
    { lines: [['In ', code('us-east-1'), '.'], ['Seen just now.']] },
    {
      heading: 'Most severe',
      lines: [[strong('HIGH'), ' ', code('some-rule'), ' on ', code('ws-1'), ', which is very long']],
      isList: true,
      omitted: 3,
    },
    { lines: [['See ', { link: 'the guide', url: 'https://example.com/a' }, '.']] },
  ],
  next: ['why some-rule ws-1'],
  evidence: { link: 'Evidence', url: 'https://example.com/runs/1/' },
};

test('a reply reads well without any markup', () => {
  expect(renderText(reply)).toBe(`One open finding

In us-east-1.
Seen just now.

Most severe:
- HIGH some-rule on ws-1, which is very long
… and 3 more

See the guide (https://example.com/a).

Evidence: https://example.com/runs/1/

Next:
- why some-rule ws-1`);
});

test('lines break at spaces where a width is asked for; ids stay whole', () => {
  expect(renderText(reply, 20)).toBe(`One open finding

In us-east-1.
Seen just now.

Most severe:
- HIGH some-rule on
  ws-1, which is
  very long
… and 3 more

See the guide
(https://example.com/a).

Evidence:
https://example.com/runs/1/

Next:
- why some-rule ws-1`);
});

test('a title alone is a line', () => {
  expect(renderText({ mood: 'clean', title: 'Clean', sections: [], next: [] })).toBe('Clean');
});

test('what would move, colour or reorder the text is shown instead', () => {
  const name = '\u001b[31m\u202egnp\n\t\u200b\u2028\ud800\u{e0041}';
  const shown = '\\u{1b}[31m\\u{202e}gnp\\n\\t\\u{200b}\\u{2028}\\u{d800}\\u{e0041}';
  const sections = [{ heading: name, lines: [[code(name)]] }];
  expect(renderText({ mood: 'clean', title: name, sections, next: [name] })).toBe(
    `${shown}\n\n${shown}:\n${shown}\n\nNext:\n- ${shown}`,
  );
});

test('whatever names hold, lines are ours', () => {
  fc.assert(
    fc.property(hostile, fc.integer({ min: 5, max: 200 }), (name, width) => {
      const sections = [
        { heading: name, lines: [[name, code(name), strong(name), { link: name, url: name }]], isList: true },
      ];
      const one = { mood: 'clean', title: name, sections, next: [name], evidence: { link: name, url: name } } as const;
      const whole = renderText(one);
      expect(whole.split('\n')).toHaveLength(9);
      expect(whole).toMatch(/^[^\p{Cf}\p{Zl}\p{Zp}\p{Cs}]*$/u);
      expect(renderText(one, width).replace(/\s+/g, '')).toBe(whole.replace(/\s+/g, ''));
    }),
  );
});
