import type { KnownBlock } from '@slack/types';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Reply } from '../../../lib/chat/index.ts';
import { type SlackMessage, slackMessage } from '../../../lib/chat/slack/message.ts';
import { askeds, replies } from './replies.ts';

/** The limits of a block as Slack publishes them; what is beyond them. */
function beyond(block: KnownBlock): readonly string[] {
  switch (block.type) {
    case 'header':
      return [...range('header', block.text.text, 150), ...(block.text.type === 'plain_text' ? [] : ['header type'])];
    case 'section':
      return range('section', block.text?.text ?? '', 3000);
    case 'context': {
      const elements = block.elements.map((element) => ('text' in element ? element.text : 'an image'));
      return [
        ...(elements.length >= 1 && elements.length <= 10 ? [] : [`context of ${elements.length}`]),
        ...elements.flatMap((text) => range('context', text, 3000)),
      ];
    }
    default:
      return [`an unexpected ${block.type}`];
  }
}

const range = (what: string, text: string, most: number): readonly string[] =>
  text.trim().length >= 1 && text.length <= most ? [] : [`${what} of ${text.length}`];

/** All that is marked up in a text, and all that is left of its escapes. */
const marked = (text: string) => text.match(/<[^<>]*>?|>|&(?!(?:amp|lt|gt);)/g) ?? [];

const textsOf = ({ blocks }: SlackMessage): readonly string[] =>
  blocks.flatMap((block) => {
    if (block.type === 'section') return [block.text?.text ?? ''];
    if (block.type !== 'context') return [];
    return block.elements.map((element) => ('text' in element ? element.text : ''));
  });

const linesOf = ({ sections }: Reply): number =>
  sections.reduce((sum, { lines, omitted = 0 }) => sum + lines.length + omitted, 0);

describe('whatever an answer holds', () => {
  const all = fc.tuple(replies, askeds);
  const reply: Reply = { mood: 'clean', title: 'Nothing is open.', sections: [], next: [] };

  it('commands whose characters are escaped stay within the limits of Slack, too', () => {
    const next = Array.from({ length: 5 }, (_, index) => `${'&'.repeat(90)}${index}`.repeat(2));
    const kept = { ...reply, next: [...next.slice(1), 'help'] };
    expect(slackMessage(kept, undefined).blocks.flatMap(beyond)).toStrictEqual([]);
    expect(textsOf(slackMessage(kept, undefined))).toStrictEqual(['Next: `help`']);
  });

  it('it stays within the limits of Slack', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(all, ([reply, asked]) => {
        const { text, blocks } = slackMessage(reply, asked);
        expect(blocks.flatMap(beyond)).toStrictEqual([]);
        expect(range('text', text, 4000)).toStrictEqual([]);
        expect(blocks.length).toBeLessThanOrEqual(50);
        expect(Buffer.byteLength(JSON.stringify(blocks))).toBeLessThanOrEqual(12_000);
        expect(blocks[0]?.type).toBe('header');
        expect(JSON.stringify([text, blocks])).not.toMatch(/\\ud[89a-f]/i);
      }),
      { numRuns: 300 },
    );
  });

  it('nothing in it is markup but links of ours and the one who asked', { timeout: 120_000 }, () => {
    const ours = /^<(https:\/\/[^<>|\s]+\|[^<>|\n]*|@[A-Z0-9]{1,32})>$/;
    fc.assert(
      fc.property(all, ([reply, asked]) => {
        const message = slackMessage(reply, asked);
        const found = [message.text, ...textsOf(message)].flatMap(marked).filter((mark) => !ours.test(mark));
        expect(found).toStrictEqual([]);
        const people = textsOf(message).flatMap((text) => text.match(/<@[^>]*>/g) ?? []);
        expect(people.length).toBeLessThanOrEqual(asked === undefined ? 0 : 1);
        // Backticks open and close code, and stand in no other place.
        expect(
          textsOf(message)
            .flatMap((text) => text.split('\n'))
            .filter((line) => line.split('`').length % 2 === 0),
        ).toStrictEqual([]);
        expect(message.text).not.toContain('`');
      }),
      { numRuns: 300 },
    );
  });

  it('what it leaves out is counted', { timeout: 120_000 }, () => {
    const line = fc.constantFrom('short', 'x'.repeat(100), 'y'.repeat(2600), '&'.repeat(200), '👍'.repeat(700));
    const sections = fc.array(
      fc.record({
        lines: fc.array(
          line.map((text) => [text]),
          { maxLength: 60 },
        ),
        omitted: fc.nat(50),
      }),
      { maxLength: 70 },
    );
    fc.assert(
      fc.property(sections, (sections) => {
        const reply: Reply = { mood: 'open', title: 'T', sections, next: [] };
        const message = slackMessage(reply);
        const rows = (text: string) => text.split('\n');
        for (const shown of [rows(message.text).slice(1), textsOf(message).flatMap(rows)]) {
          const counted = shown.map((row) => /^… and ([\d,]+) more$/.exec(row)?.[1]?.replaceAll(',', '') ?? '1');
          expect(counted.reduce((sum, count) => sum + Number(count), 0)).toBe(linesOf(reply));
        }
      }),
      { numRuns: 300 },
    );
  });
});
