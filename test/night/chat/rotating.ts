import { expect, test } from 'vitest';
import { acknowledgement, delivered } from './expected.ts';
import { rotateBotToken, rotateSigningSecret } from './secrets.ts';
import { commandForm, slackRequest } from './slack.ts';
import type { ChatWorld } from './world.ts';

/** Secrets that change while functions run. */
export function rotate(world: ChatWorld): void {
  test('a new signing secret holds at once, and the old one no more', async () => {
    // A process asks for a fresh value no more often than twice a minute; other tests may have made it ask.
    await world.restart('chat');
    const before = world.night.functions.get('chat');
    const send = (secret: string) => world.send(slackRequest(commandForm('help'), secret));
    expect(await send(world.secrets.signingSecret)).toStrictEqual(acknowledgement);
    const old = await rotateSigningSecret(world.secrets);
    expect(await send(world.secrets.signingSecret)).toStrictEqual(acknowledgement);
    expect(await send(old)).toMatchObject({ statusCode: 401 });
    expect(await send(world.secrets.signingSecret)).toStrictEqual(acknowledgement);
    expect(world.night.functions.get('chat')).toBe(before);
    await world.settle();
  });

  test('a new bot token is used once Slack refuses the old one', async () => {
    const url = 'https://slack.com/api/chat.postMessage';
    await world.mention('help');
    const old = await rotateBotToken(world.secrets);
    world.platforms.answers.set(url, [
      { status: 200, body: '{"ok":false,"error":"token_revoked"}' },
      { status: 200, body: '{"ok":true}' },
    ]);
    const asked = await world.mention('help');
    expect(asked.executions).toMatchObject([delivered('bot')]);
    expect(asked.messages.map(({ authorization }) => authorization)).toStrictEqual([
      `Bearer ${old}`,
      `Bearer ${world.secrets.botToken}`,
    ]);
  });
}
