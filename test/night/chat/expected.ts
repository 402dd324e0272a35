import * as z from 'zod';
import { required } from '../../moto/required.ts';
import type { Site } from '../estate/site.ts';
import type { Conversation } from './world.ts';

const secured = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };
const json = { 'content-type': 'application/json; charset=utf-8', ...secured };

/** What a slash command is answered at once. */
export const acknowledgement = {
  statusCode: 200,
  headers: json,
  body: JSON.stringify({
    response_type: 'ephemeral',
    text: 'Your question has arrived; the answer comes here.',
  }),
};

/** What an event is answered: nothing that anybody would see. */
export const received = { statusCode: 200, headers: { 'cache-control': 'no-store' }, body: '' };

/** How an execution ends that delivered. */
export const delivered = (by: 'command' | 'bot' | 'workflow') => ({
  ...{ status: 'SUCCEEDED', output: { StatusCode: 200, Payload: { delivered: by } } },
  ...{ error: undefined, cause: undefined },
});

const block = z.looseObject({
  type: z.string(),
  text: z.looseObject({ text: z.string() }).optional(),
  elements: z.array(z.looseObject({ text: z.string() })).optional(),
});
const messageSchema = z.looseObject({ text: z.string(), blocks: z.array(block) });

/** The texts of a message of Slack, one for each block. */
export function blocksOf({ messages }: Conversation, number = 0): string[] {
  const { blocks } = messageSchema.parse(required(messages[number], 'a message').content);
  return blocks.map(({ text, elements = [] }) => text?.text ?? elements.map((element) => element.text).join(' '));
}

/** The prefix in the evidence bucket that a link leads to. */
export function linked(text: string): string {
  const url = /https:\/\/us-east-1\.console\.aws\.amazon\.com\/s3\/buckets\/evidence\?[^|"\s)]+/.exec(text)?.[0] ?? '';
  return new URL(url.replaceAll('&amp;', '&')).searchParams.get('prefix') ?? '';
}

/** The functions of an audit of one place that was asked for in a chat. */
export const wholeAudit = ['ask', 'plan', 'collect', 'evaluate', 'publish', 'digest', 'ask', 'deliver'];

/** How an answer repeats what was asked for. */
export const askedFor = ({ directoryId, accountId, region }: Site): string =>
  `Asked for: \`${directoryId}\`, \`${accountId}\`, \`${region}\`.`;
