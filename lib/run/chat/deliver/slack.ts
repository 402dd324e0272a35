import * as z from 'zod';
import type { Reply } from '../../../chat/reply.ts';
import { isSlackResponseUrl, slackApiOf } from '../../../chat/slack/hosts.ts';
import { slackMessage } from '../../../chat/slack/message.ts';
import { answerInChannel, answerToCommand } from '../../../chat/slack/post.ts';
import type { ReadSecret } from '../../../store/secrets.ts';
import { jsonOf } from '../../digest-cause.ts';
import type { SlackSettings } from '../settings.ts';
import type { Destination } from '../steps.ts';
import { DeliveryError, DeliveryRefused } from './errors.ts';
import { type Posted, type Postman, postJson } from './post.ts';
import { mendOf, passingErrors, tokenErrors } from './slack-mends.ts';

export type SlackDestination = Extract<Destination, { platform: 'slack' }>;

/**
 * Posts a reply to where it was asked in Slack: to the address that came with a slash command, and where there is none
 * or it takes no more, as the bot.
 *
 * @returns which of both
 * @throws DeliveryError, DeliveryRefused, SecretError
 */
export async function deliverToSlack(
  reply: Reply,
  text: string,
  destination: SlackDestination,
  {
    settings,
    readSecret,
    postman,
  }: { readonly settings: SlackSettings; readonly readSecret: ReadSecret; readonly postman: Postman },
): Promise<'command' | 'bot'> {
  const message = slackMessage(reply, { user: destination.user, text });
  const { responseUrl } = destination;
  let expired: string | undefined;
  if (responseUrl !== undefined) {
    if (!isSlackResponseUrl(responseUrl)) {
      throw new DeliveryRefused('Slack', 'no address of Slack', 'Answers are posted to Slack only.');
    }
    const where = 'the address of the slash command';
    expired = errorOf(await postJson(where, responseUrl, answerToCommand(reply, message), postman));
    if (expired === undefined) return 'command';
  }
  const { botToken } = settings;
  if (botToken === undefined) {
    throw new DeliveryRefused(
      'Slack',
      expired ?? 'no address',
      'Configure slack.botToken, so that late answers and those to mentions can be posted.',
    );
  }
  const url = `${slackApiOf(settings, responseUrl)}chat.postMessage`;
  await postAsBot(url, answerInChannel(destination, message), botToken, readSecret, postman);
  return 'bot';
}

async function postAsBot(url: string, body: unknown, reference: string, readSecret: ReadSecret, postman: Postman) {
  const post = async (token: string) =>
    errorOf(await postJson('Slack', url, body, postman, { authorization: `Bearer ${token}` }));
  const held = await readSecret(reference);
  let error = await post(held);
  if (error !== undefined && tokenErrors.includes(error)) {
    const fresh = await readSecret(reference, { fresh: true });
    if (fresh !== held) error = await post(fresh);
  }
  if (error === undefined) return;
  if (passingErrors.includes(error)) throw new DeliveryError(`Slack took no answer for now (${error})`);
  throw new DeliveryRefused('Slack', error, mendOf(error));
}

const answerSchema = z.object({ ok: z.boolean(), error: z.string().optional() });

/** What Slack calls the reason why it did not take a message; undefined when it did. Its texts are not repeated. */
function errorOf({ status, text }: Posted): string | undefined {
  const answer = answerSchema.safeParse(jsonOf(text));
  const named = answer.success ? answer.data.error : text.trim();
  const isTaken = status < 300 && !(answer.success && !answer.data.ok);
  if (isTaken && !/^(expired|used)_url$/.test(named ?? '')) return;
  return named !== undefined && /^[a-z0-9_]{1,60}$/.test(named) ? named : `status ${status}`;
}
