import type { KnownBlock } from '@slack/types';
import type { Reply } from '../reply.ts';
import { lineText, linkText } from './line.ts';

/** Who asked what; an answer in a channel tells it. */
export interface Asked {
  /** An id of Slack. */
  readonly user: string;
  readonly text: string;
}

const longestLink = 1500;
const longestCommand = 200;
/** Escaped, and five times within the 3,000 characters of a text. */
const longestShown = 500;
const longestQuestion = 300;

/** What stands small below an answer: where the evidence is, what to send next, and who asked. */
export const contextBlocks = ({ evidence, next }: Pick<Reply, 'evidence' | 'next'>, asked?: Asked): KnownBlock[] =>
  [evidence === undefined ? '' : linkText(evidence, longestLink), nextText(next), askedText(asked)]
    .filter((text) => text.trim() !== '')
    .map((text) => ({ type: 'context', elements: [{ type: 'mrkdwn', text, verbatim: true }] }));

/** Whole commands only: one that was cut would be another one. */
function nextText(next: readonly string[]): string {
  const commands = next
    .filter((command) => command.length <= longestCommand)
    .slice(0, 5)
    .map((command) => lineText([{ code: command }], 'formatted', 6 * longestCommand))
    .filter((text) => text !== '' && text.length <= longestShown);
  return commands.length === 0 ? '' : `Next: ${commands.join(' or ')}`;
}

/** The one mention that a message may hold, so that who waited for an audit learns that it is done. */
function askedText(asked: Asked | undefined): string {
  if (asked === undefined || !/^[A-Z0-9]{1,32}$/.test(asked.user)) return '';
  const question = lineText([{ code: asked.text }], 'formatted', longestQuestion);
  return question === '' ? `Asked by <@${asked.user}>` : `Asked by <@${asked.user}>: ${question}`;
}
