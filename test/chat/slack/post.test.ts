import { describe, expect, it } from 'vitest';
import { answerInChannel, answerToCommand, slackAck } from '../../../lib/chat/slack/post.ts';

const message = { text: 'T', blocks: [] };

describe('posting an answer', () => {
  it('to a command is for the channel, and only for its asker when they alone can do something about it', () => {
    expect(answerToCommand({ mood: 'open' }, message)).toStrictEqual({
      response_type: 'in_channel',
      replace_original: false,
      unfurl_links: false,
      unfurl_media: false,
      text: 'T',
      blocks: [],
    });
    const moods = ['clean', 'open', 'unsure', 'neutral', 'question', 'refused', 'failed'] as const;
    expect(moods.filter((mood) => answerToCommand({ mood }, message).response_type === 'ephemeral')).toStrictEqual([
      'question',
      'refused',
    ]);
  });

  it('to a mention is in its thread', () => {
    expect([
      answerInChannel({ channel: 'C1', thread: '1.2' }, message),
      answerInChannel({ channel: 'C1' }, message),
    ]).toStrictEqual([
      { channel: 'C1', thread_ts: '1.2', unfurl_links: false, unfurl_media: false, text: 'T', blocks: [] },
      { channel: 'C1', unfurl_links: false, unfurl_media: false, text: 'T', blocks: [] },
    ]);
  });

  it('acknowledges at once, to the asker only', () => {
    expect([slackAck('Looking: status <!channel>'), slackAck('x'.repeat(4000)).text.length]).toStrictEqual([
      { response_type: 'ephemeral', text: 'Looking: status &lt;!channel&gt;' },
      3000,
    ]);
  });
});
