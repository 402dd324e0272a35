import type { KnownBlock } from '@slack/types';
import type { Section } from '../reply.ts';
import { linesOf, moreText, rowsOf } from './rows.ts';

/** Of the text of a section: https://docs.slack.dev/reference/block-kit/blocks/section-block */
const longestSection = 3000;

/** What messages may still take. */
export interface Room {
  readonly blocks: number;
  /** In bytes of JSON in UTF-8. */
  readonly bytes: number;
}

/** Bytes of a block around its text, with the comma before it, and some to spare. */
const bytesAround = jsonBytes(sectionBlock('')) + 1;

/**
 * Lines as sections of a message, each begun anew where a section of the answer begins. Lines are never parted; those
 * that find no room are counted at the end.
 */
export function sectionBlocks(sections: readonly Section[], room: Room): readonly KnownBlock[] {
  let left = linesOf(sections);
  // Kept for the line that counts what found no room.
  let bytes = room.bytes - bytesAround - jsonBytes(moreText(left));
  const texts: string[] = [];
  for (const { text, lines, begins } of rowsOf(sections, 'formatted')) {
    if (text !== '') {
      const before = texts.at(-1);
      const isNew = begins || before === undefined || before.length + 1 + text.length > longestSection;
      bytes -= jsonBytes(text) + (isNew ? bytesAround : 0);
      if (bytes < 0 || (isNew && texts.length === room.blocks - 1)) break;
      if (isNew) texts.push(text);
      else texts.splice(-1, 1, `${before}\n${text}`);
    }
    left -= lines;
  }
  return [...texts, ...(left > 0 ? [moreText(left)] : [])].map(sectionBlock);
}

/** `verbatim`, so that Slack makes no link of what looks like one. */
function sectionBlock(text: string): KnownBlock {
  return { type: 'section', text: { type: 'mrkdwn', text, verbatim: true } };
}

export function jsonBytes(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}
