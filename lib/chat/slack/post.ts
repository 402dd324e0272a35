import type { Reply } from '../reply.ts';
import type { SlackMessage } from './message.ts';
import { fitted, plainText } from './text.ts';

/** Slack looks at no link of ours: the evidence is not for it, and no preview pushes answers apart. */
const withoutPreviews = { unfurl_links: false, unfurl_media: false } as const;

/**
 * What to post to the `response_url` of a slash command.
 *
 * Answers are for the channel. It was chosen in the settings for them, those in it may ask the same, and what only one
 * person sees is gone when they reload, is not shown at all if they went away during an audit, and cannot be talked
 * about. What only its asker can do something about — a question back, a refusal — is for them alone.
 */
export const answerToCommand = (reply: Pick<Reply, 'mood'>, { text, blocks }: SlackMessage) =>
  ({
    response_type: reply.mood === 'question' || reply.mood === 'refused' ? 'ephemeral' : 'in_channel',
    // What was posted before, such as the acknowledgement, stays.
    replace_original: false,
    ...withoutPreviews,
    ...{ text, blocks },
  }) as const;

/** What to hand to chat.postMessage: an answer in the thread of a mention, or in the channel where there is no thread. */
export const answerInChannel = (
  { channel, thread }: { readonly channel: string; readonly thread?: string | undefined },
  { text, blocks }: SlackMessage,
) =>
  ({
    channel,
    ...(thread === undefined ? {} : { thread_ts: thread }),
    ...withoutPreviews,
    ...{ text, blocks },
  }) as const;

/** Slack takes an ephemeral text of about 3,000 characters. */
const longestAcknowledgement = 3000;

/** The body of the immediate answer to a slash command, which only its asker sees. */
export const slackAck = (text: string) =>
  ({ response_type: 'ephemeral', text: fitted(text, plainText, longestAcknowledgement) }) as const;
