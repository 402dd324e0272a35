import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { slackMessage } from '../../../../lib/chat/slack/message.ts';
import { answerInChannel, answerToCommand } from '../../../../lib/chat/slack/post.ts';
import type { DeliverInput } from '../../../../lib/run/chat/steps.ts';
import { botToken, Platforms, responseUrl, settings } from './world.ts';

let platforms: Platforms;
beforeEach(async () => {
  platforms = new Platforms();
  await platforms.start();
});
afterEach(() => platforms.stop());

const reply = { mood: 'clean' as const, title: 'd-0123456789 is clean', sections: [], next: [] };
const text = 'status d-0123456789';
const message = slackMessage(reply, { user: 'U0ASKER00', text });
const asker = { platform: 'slack', channel: 'C0AUDIT00', user: 'U0ASKER00' } as const;
const command: DeliverInput = { destination: { ...asker, responseUrl }, text, reply };
const thread = '1763802000.000100';
const mention: DeliverInput = { destination: { ...asker, thread }, text, reply };
const api = 'https://slack.com/api/chat.postMessage';
const ok = { body: '{"ok":true}' };
const refused = (error: string) => ({ body: JSON.stringify({ ok: false, error }) });

const problemOf = async (delivery: Promise<unknown>): Promise<string> => {
  const error: unknown = await delivery.catch((thrown: unknown) => thrown);
  if (!(error instanceof Error)) return 'nothing was thrown';
  expect([error.cause, error.stack?.includes('hush')]).toStrictEqual([undefined, false]);
  return `${error.name}: ${error.message}`;
};

describe('the answer to a slash command', () => {
  it('goes to the address that came with it', async () => {
    platforms.answer({});
    expect(await platforms.deliver(command)).toStrictEqual({ delivered: 'command' });
    const { headers, ...posted } = platforms.received[0] ?? { headers: {} };
    expect(posted).toStrictEqual({ method: 'POST', url: responseUrl, body: answerToCommand(reply, message) });
    expect(headers['content-type']).toBe('application/json; charset=utf-8');
    expect(headers.authorization).toBeUndefined();
    expect(platforms.reads).toStrictEqual([]);
    expect(platforms.log).toStrictEqual([
      'info an answer was delivered {"platform":"slack","delivered":"command","channel":"C0AUDIT00"}',
    ]);
  });

  it.each([
    ['404', { status: 404, body: 'no_service' }],
    ['410', { status: 410, body: 'expired_url' }],
    ['an expired address', { body: 'expired_url' }],
    ['a used address', { status: 404, body: '{"ok":false,"error":"used_url"}' }],
    ['a refusal with status 200', refused('expired_url')],
    ['403', { status: 403, body: '<html>' }],
  ])('is posted by the bot after %s', async (_, answer) => {
    platforms.answer(answer, ok);
    expect(await platforms.deliver(command)).toStrictEqual({ delivered: 'bot' });
    expect(platforms.received.map(({ url }) => url)).toStrictEqual([responseUrl, api]);
    expect(platforms.received[1]?.body).toStrictEqual(answerInChannel({ channel: 'C0AUDIT00' }, message));
    expect(platforms.received[1]?.headers.authorization).toBe(`Bearer ${botToken}`);
  });

  it('that came from GovSlack is posted there', async () => {
    platforms.answer({ status: 404 }, ok);
    const gov = 'https://hooks.slack-gov.com/commands/T0AUDIT00/1/hush';
    await platforms.deliver({ ...command, destination: { ...asker, responseUrl: gov } });
    expect(platforms.received.map(({ url }) => url)).toStrictEqual([gov, 'https://slack-gov.com/api/chat.postMessage']);
  });

  it('names what is missing where there is no bot', async () => {
    const { botToken: _, ...slack } = settings.slack ?? { signingSecret: '', workspaces: [], channels: [] };
    platforms.answer({ status: 404, body: 'expired_url' });
    expect(await problemOf(platforms.deliver(command, { slack }))).toBe(
      'DeliveryRefused: Slack refused the answer (expired_url). Configure slack.botToken, so that late answers and those to mentions can be posted.',
    );
  });

  it.each([
    'http://hooks.slack.com/commands/1/hush',
    'https://hooks.slack.com.example.org/hush',
    'https://169.254.169.254/latest/hush',
  ])('is never posted to %s', async (elsewhere) => {
    const destination = { ...asker, responseUrl: elsewhere };
    expect(await problemOf(platforms.deliver({ ...command, destination }))).toBe(
      'DeliveryRefused: Slack refused the answer (no address of Slack). Answers are posted to Slack only.',
    );
    expect(platforms.received).toStrictEqual([]);
  });

  it('is not followed elsewhere', async () => {
    platforms.answer({ status: 302, headers: { location: '/elsewhere' } });
    expect(await problemOf(platforms.deliver(command))).toMatch(
      /^DeliveryError: the address of the slash command did not answer \(\w+\)$/,
    );
    expect(platforms.received.length).toBe(1);
  });
});

describe('the answer to a mention', () => {
  it('is posted by the bot in its thread', async () => {
    platforms.answer(ok);
    expect(await platforms.deliver(mention)).toStrictEqual({ delivered: 'bot' });
    const { headers, ...posted } = platforms.received[0] ?? { headers: {} };
    const body = answerInChannel({ channel: 'C0AUDIT00', thread }, message);
    expect(posted).toStrictEqual({ method: 'POST', url: api, body });
    expect(body).toMatchObject({ thread_ts: thread });
    expect(headers.authorization).toBe(`Bearer ${botToken}`);
    expect(platforms.log.join()).not.toContain('xoxb');
  });

  it.each(['invalid_auth', 'not_authed', 'token_expired', 'token_revoked', 'account_inactive'])(
    'is posted with a fresh token after %s',
    async (error) => {
      platforms.rotated['ssm:/chat/bot-token'] = 'xoxb-rotated';
      platforms.answer(refused(error), ok);
      expect(await platforms.deliver(mention)).toStrictEqual({ delivered: 'bot' });
      expect(platforms.reads).toStrictEqual(['ssm:/chat/bot-token', 'ssm:/chat/bot-token fresh']);
      expect(platforms.received[1]?.headers.authorization).toBe('Bearer xoxb-rotated');
    },
  );

  it('is refused once where the fresh token is the same', async () => {
    platforms.answer(refused('invalid_auth'));
    expect(await problemOf(platforms.deliver(mention))).toBe(
      'DeliveryRefused: Slack refused the answer (invalid_auth). Store the bot token of the app (xoxb-…) again, as its page "OAuth & Permissions" shows it.',
    );
    expect(platforms.received.length).toBe(1);
  });

  it.each([
    ['not_in_channel', 'Invite the app into the channel: type /invite and its name there.'],
    ['missing_scope', 'Give the app the scope chat:write and install it in the workspace again.'],
    ['is_archived', 'The channel is archived: ask in another one.'],
    ['constructor', 'The documentation of Slack for chat.postMessage says what this means.'],
  ])('tells what to mend about %s', async (error, mend) => {
    platforms.answer(refused(error));
    expect(await problemOf(platforms.deliver(mention))).toBe(
      `DeliveryRefused: Slack refused the answer (${error}). ${mend}`,
    );
  });

  it('repeats nothing that is not the name of an error', async () => {
    platforms.answer({ status: 400, body: `{"ok":false,"error":"<b>${botToken}</b>"}` });
    expect(await problemOf(platforms.deliver(mention))).toBe(
      'DeliveryRefused: Slack refused the answer (status 400). The documentation of Slack for chat.postMessage says what this means.',
    );
  });
});

describe('Slack that has a bad moment', () => {
  it.each(['fatal_error', 'internal_error', 'ratelimited', 'service_unavailable'])(
    'may take the answer later: %s',
    async (error) => {
      platforms.answer(refused(error));
      expect(await problemOf(platforms.deliver(mention))).toBe(
        `DeliveryError: Slack took no answer for now (${error})`,
      );
    },
  );

  it.each([500, 503])('may take the answer later: status %i', async (status) => {
    platforms.answer({ status });
    expect(await problemOf(platforms.deliver(command))).toBe(
      `DeliveryError: the address of the slash command answered with status ${status}`,
    );
    expect(platforms.received.length).toBe(1);
  });

  it('may take the answer later: no answer at all', async () => {
    platforms.answer({ isLost: true });
    expect(await problemOf(platforms.deliver(mention))).toMatch(/^DeliveryError: Slack did not answer \([A-Z_]+\)$/);
  });

  it.each([
    ['7', 7_000],
    ['0', 1_000],
    ['Sun, 22 Nov 2026 09:00:00 GMT', 1_000],
    [undefined, 1_000],
  ])('is given the time that it asks for: %s', async (seconds, wait) => {
    const headers: Record<string, string> = seconds === undefined ? {} : { 'retry-after': seconds };
    platforms.answer({ status: 429, headers }, ok);
    expect(await platforms.deliver(mention)).toStrictEqual({ delivered: 'bot' });
    expect(platforms.waits).toStrictEqual([wait]);
  });

  it('is not waited for longer than twenty seconds in all', async () => {
    const headers = { 'retry-after': '8' };
    platforms.answer({ status: 429, headers }, { status: 429, headers }, { status: 429, headers });
    expect(await problemOf(platforms.deliver(mention))).toBe(
      'DeliveryError: Slack takes no more for now: it said to wait 8 s',
    );
    expect(platforms.waits).toStrictEqual([8_000, 8_000]);
  });
});
