import type { KnownBlock } from '@slack/types';
import { moreText, type Row } from './rows.ts';

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
export function sectionBlocks(sections: readonly (readonly Row[])[], room: Room): readonly KnownBlock[] {
  const last = moreText(sections.flat().reduce((sum, { lines }) => sum + lines, 0));
  // Kept for the line that counts what found no room.
  let bytes = room.bytes - bytesAround - jsonBytes(last);
  const texts: string[] = [];
  let shown = 0;
  for (const row of sections.flatMap(withBeginnings)) {
    const before = texts.at(-1);
    const joined = row.begins || before === undefined ? undefined : `${before}\n${row.text}`;
    const isNew = joined === undefined || joined.length > longestSection;
    const taken = jsonBytes(row.text) + (isNew ? bytesAround : 0);
    if (taken > bytes || (isNew && texts.length === room.blocks - 1)) break;
    bytes -= taken;
    shown += 1;
    if (isNew) texts.push(row.text);
    else texts.splice(-1, 1, joined);
  }
  const left = sections.flat().slice(shown);
  const missing = left.reduce((sum, { lines }) => sum + lines, 0);
  return [...texts, ...(missing > 0 ? [moreText(missing)] : [])].map(sectionBlock);
}

const withBeginnings = (rows: readonly Row[]) => rows.map((row, n) => ({ ...row, begins: n === 0 }));

/** `verbatim`, so that Slack makes no link of what looks like one. */
function sectionBlock(text: string): KnownBlock {
  return { type: 'section', text: { type: 'mrkdwn', text, verbatim: true } };
}

export function jsonBytes(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}
