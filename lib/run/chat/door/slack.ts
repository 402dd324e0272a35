import { refusalOf } from '../../../chat/slack/access.ts';
import type { SlackCommand, SlackMention } from '../../../chat/slack/ask.ts';
import { slackAck } from '../../../chat/slack/post.ts';
import { readSlackRequest } from '../../../chat/slack/request.ts';
import { isFarAhead, verifySlackSignature } from '../../../chat/slack/signature.ts';
import type { SlackSettings } from '../settings.ts';
import type { Destination } from '../steps.ts';
import { type DoorParts, executionName, traceOf } from './parts.ts';
import { Refusal } from './refusals.ts';
import { bodyOf, type DoorRequest, type DoorResponse, json, mediaType, nothing, sentence } from './request.ts';
import { verify } from './verify.ts';

const mediaTypes: readonly string[] = ['application/json', 'application/x-www-form-urlencoded'];

/**
 * Verifies what Slack sends, and hands questions to the state machine.
 *
 * @throws Refusal, MalformedRequest, SecretError, StoreError
 */
export async function openToSlack(
  request: DoorRequest,
  settings: SlackSettings,
  parts: DoorParts,
): Promise<DoorResponse> {
  // Slack signs text. It cannot tell bytes apart that are no UTF-8, and neither can what is marked and read below.
  const body = bodyOf(request).toString('utf8');
  const { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': signature } = request.headers;
  // Without one there is nothing to verify, nor a secret to read for it.
  if (timestamp === undefined || signature === undefined) throw new Refusal('forged');
  const nowMilliseconds = parts.clock().getTime();
  await verify(settings.signingSecret, parts.readSecret, (signingSecret) =>
    verifySlackSignature({ signingSecret, body, timestamp, signature, nowMilliseconds }),
  );
  if (isFarAhead({ timestamp, nowMilliseconds })) throw new Refusal('ahead');
  if (!(await parts.mark(markOf(signature)))) throw new Refusal('replayed');
  if (!mediaTypes.includes(mediaType(request))) throw new Refusal('content-type');
  const asked = readSlackRequest(request.headers['content-type'], body);
  switch (asked.kind) {
    case 'challenge':
      return sentence(200, asked.challenge);
    case 'ignored':
      parts.log.info('a request of Slack asks nothing', { platform: 'slack', why: asked.why });
      return nothing;
    case 'command':
    case 'mention':
      return await accept(asked, settings, parts);
  }
}

/** The digest alone: what a verifier overlooks around it could be changed by whoever sends the request again. */
const markOf = (signature: string): string => `slack ${signature.split('=')[1] ?? ''}`;

async function accept(
  asked: SlackCommand | SlackMention,
  settings: SlackSettings,
  { start, clock, log }: DoorParts,
): Promise<DoorResponse> {
  const { workspace, channel, user, text, id } = asked;
  const sender = { workspace, channel, user };
  const detail = refusalOf(asked, settings);
  if (detail !== undefined) throw new Refusal('not-allowed', { sender, detail });
  if (asked.kind === 'mention' && settings.botToken === undefined) {
    log.warn('a mention cannot be answered', { status: 200, reason: 'no-bot-token', platform: 'slack', ...sender });
    return nothing;
  }
  const name = executionName('slack', id);
  try {
    const state = await start(name, { text, askedAt: clock().toISOString(), destination: destinationOf(asked) });
    log.info('a question was accepted', { platform: 'slack', kind: asked.kind, ...sender, execution: name, state });
  } catch (error) {
    log.error('a question could not be handed on', {
      status: asked.kind === 'command' ? 200 : 503,
      reason: 'not-started',
      platform: 'slack',
      ...sender,
      ...traceOf(error),
    });
    // Slack shows the answer to a command, and sends a mention again.
    return asked.kind === 'command' ? json(slackAck(notStarted)) : sentence(503, notStarted);
  }
  return asked.kind === 'command' ? json(slackAck(accepted)) : nothing;
}

const destinationOf = ({ channel, user, ...asked }: SlackCommand | SlackMention): Destination => ({
  ...{ platform: 'slack', channel, user },
  ...(asked.kind === 'command' ? { responseUrl: asked.responseUrl } : { thread: asked.thread }),
});

const accepted = 'Your question has arrived; the answer comes here.';
const notStarted = 'Your question has arrived, but AWS did not take the work on. Please ask again in a minute.';
