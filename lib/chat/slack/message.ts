import type { KnownBlock } from '@slack/types';
import type { Mood, Reply } from '../reply.ts';
import { type Asked, contextBlocks } from './context.ts';
import { fallbackText } from './fallback.ts';
import { jsonBytes, sectionBlocks } from './sections.ts';
import { escaped, fitted, oneLine } from './text.ts';

export interface SlackMessage {
  /** For notifications and screen readers. */
  readonly text: string;
  readonly blocks: KnownBlock[];
}

/** Of the text of a header: https://docs.slack.dev/reference/block-kit/blocks/header-block */
const longestHeader = 150;
/** Of a message: https://docs.slack.dev/reference/block-kit/blocks */
const mostBlocks = 50;
/**
 * In bytes of JSON. The documentation knows of 40,000 characters in a message, but chat.postMessage refuses blocks of
 * about 13,200 with what contains them: https://github.com/slackapi/bolt-js/issues/2509
 */
const largestBlocks = 12_000;

/** A sign that differs by its shape, and a word for who does not see it. */
const moods: Readonly<Record<Mood, string>> = {
  clean: '✅ Clean: ',
  open: '🔶 Open: ',
  unsure: '⚠️ Unsure: ',
  neutral: '',
  question: '❓ Question: ',
  refused: '⛔ Refused: ',
  failed: '❌ Failed: ',
};

const headerText = (text: string): string => escaped(oneLine(text));

/**
 * An answer as a message of Slack that stays within what Slack takes. Texts are shown as they are: nothing in them
 * formats, links, or calls anybody. What finds no room is counted, and is in the evidence.
 */
export function slackMessage(reply: Reply, asked?: Asked): SlackMessage {
  const headline = `${moods[reply.mood]}${oneLine(reply.title).trim() === '' ? 'an answer without a title' : reply.title}`;
  const text = fitted(headline, headerText, longestHeader);
  const header: KnownBlock = { type: 'header', text: { type: 'plain_text', text, emoji: false } };
  const context = contextBlocks(reply, asked);
  // A title that was cut is there in full below.
  const title = text === headerText(headline) ? [] : [{ lines: [[reply.title]] }];
  const room = { blocks: mostBlocks - 1 - context.length, bytes: largestBlocks - jsonBytes([header, ...context]) };
  const sections = sectionBlocks([...title, ...reply.sections], room);
  return { text: fallbackText(headline, reply), blocks: [header, ...sections, ...context] };
}
