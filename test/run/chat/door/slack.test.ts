import { describe, expect, it } from 'vitest';
import { openDoor } from '../../../../lib/run/chat/door/door.ts';
import {
  command,
  empty,
  jsonAnswer,
  makeWorld,
  mention,
  now,
  plain,
  responseUrl,
  settings,
  slackEvent,
  slackRequest,
} from './world.ts';

const sender = { workspace: 'T0AUDIT00', channel: 'C0AUDIT00', user: 'U0ASKER00' };
const askedAt = now.toISOString();
const ephemeral = (text: string) => jsonAnswer({ response_type: 'ephemeral', text });
const accepted = ephemeral('Your question has arrived; the answer comes here.');
const notStarted = 'Your question has arrived, but AWS did not take the work on. Please ask again in a minute.';
const failing = {
  start: async () => {
    throw new TypeError('no state machine');
  },
};

describe('a slash command', () => {
  it('starts one execution, and is acknowledged to its asker alone', async () => {
    const { parts, started, log } = makeWorld();
    expect(await openDoor(slackRequest(command()), parts)).toStrictEqual(accepted);
    expect(started).toStrictEqual([
      {
        name: expect.stringMatching(/^chat-[0-9a-f]{40}$/),
        question: {
          ...{ text: 'status d-0123456789', askedAt },
          destination: { platform: 'slack', channel: 'C0AUDIT00', user: 'U0ASKER00', responseUrl },
        },
      },
    ]);
    expect(log).toStrictEqual([
      [
        'info a question was accepted',
        { platform: 'slack', kind: 'command', ...sender, execution: started[0]?.name, state: 'started' },
      ],
    ]);
  });

  it('is verified over the bytes that were signed, encoded in base64 or not', async () => {
    const request = slackRequest(command());
    const body = command();
    for (const one of [request, { ...request, body, isBase64Encoded: false }]) {
      expect(await openDoor(one, makeWorld().parts)).toStrictEqual(accepted);
    }
  });

  it('is told when Step Functions did not take it on', async () => {
    const { parts, log } = makeWorld({ override: failing });
    expect(await openDoor(slackRequest(command()), parts)).toStrictEqual(ephemeral(notStarted));
    expect(log).toStrictEqual([
      [
        'error a question could not be handed on',
        {
          ...{ status: 200, reason: 'not-started', platform: 'slack', ...sender },
          ...{ error: 'TypeError', found: 'no state machine' },
        },
      ],
    ]);
  });

  it('may come to a path of its own', async () => {
    const { parts } = makeWorld();
    expect(await openDoor({ ...slackRequest(command()), rawPath: '/slack/commands' }, parts)).toStrictEqual(accepted);
  });
});

describe('a mention', () => {
  it('starts one execution that answers in its thread', async () => {
    const { parts, started } = makeWorld();
    expect(await openDoor({ ...slackEvent(mention()), rawPath: '/slack/events' }, parts)).toStrictEqual(empty);
    const thread = '1763802000.000100';
    const destination = { platform: 'slack', channel: 'C0AUDIT00', user: 'U0ASKER00', thread };
    expect(started.map(({ question }) => question)).toStrictEqual([{ text: 'coverage', askedAt, destination }]);
  });

  it('that Slack sends again, signed anew, starts nothing more', async () => {
    const { parts, started, log } = makeWorld();
    await openDoor(slackEvent(mention()), parts);
    const again = slackEvent(mention(), {
      seconds: now.getTime() / 1000 + 60,
      headers: { 'x-slack-retry-num': '1', 'x-slack-retry-reason': 'http_timeout' },
    });
    expect(await openDoor(again, parts)).toStrictEqual(empty);
    expect(started.length).toBe(1);
    expect(log.at(-1)?.[1]).toMatchObject({ state: 'already', execution: started[0]?.name });
  });

  it('that could not be handed on is sent again by Slack, and taken then', async () => {
    const broken = makeWorld({ override: failing });
    expect(await openDoor(slackEvent(mention()), broken.parts)).toStrictEqual(plain(503, notStarted));
    const { start } = makeWorld().parts;
    const again = slackEvent(mention(), { seconds: now.getTime() / 1000 + 1 });
    expect(await openDoor(again, { ...broken.parts, start })).toStrictEqual(empty);
  });

  it('is not begun where no answer could be posted', async () => {
    const { botToken: _, ...slack } = settings.slack ?? { signingSecret: '', workspaces: [], channels: [] };
    const { parts, started, log } = makeWorld({ settings: { slack } });
    expect(await openDoor(slackEvent(mention()), parts)).toStrictEqual(empty);
    expect(started).toStrictEqual([]);
    expect(log).toStrictEqual([
      ['warn a mention cannot be answered', { status: 200, reason: 'no-bot-token', platform: 'slack', ...sender }],
    ]);
  });
});

describe('what asks nothing', () => {
  it('gets the challenge back with which Slack checks the URL', async () => {
    const { parts, started, log } = makeWorld();
    const body = JSON.stringify({ type: 'url_verification', challenge: '3eZbrw1aBm2rZgRNFdxV2595' });
    expect(await openDoor(slackEvent(body), parts)).toStrictEqual(plain(200, '3eZbrw1aBm2rZgRNFdxV2595'));
    expect([started, log]).toStrictEqual([[], []]);
  });

  it('gets no challenge back without a signature that holds', async () => {
    const { parts } = makeWorld();
    const body = JSON.stringify({ type: 'url_verification', challenge: 'mirror' });
    const { statusCode, body: answer } = await openDoor(slackEvent(body, { secret: 'another' }), parts);
    expect([statusCode, answer.includes('mirror')]).toStrictEqual([401, false]);
  });

  it('is taken, so that Slack does not send it again', async () => {
    const { parts, started, log } = makeWorld();
    expect(await openDoor(slackEvent(mention({ bot_id: 'B0BOT0000' })), parts)).toStrictEqual(empty);
    expect(started).toStrictEqual([]);
    expect(log).toStrictEqual([
      ['info a request of Slack asks nothing', { platform: 'slack', why: 'a mention by a bot' }],
    ]);
  });
});
