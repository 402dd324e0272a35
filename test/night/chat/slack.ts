import { createHmac, randomBytes } from 'node:crypto';
import type { WebRequest } from './url-event.ts';

export const workspace = 'T0NIGHT00';
export const channel = 'C0NIGHT00';
export const asker = 'U0ASKER00';

/** Where the answer to a slash command goes; a new address each time, that nobody else knows. */
export const newResponseUrl = (): string =>
  `https://hooks.slack.com/commands/${workspace}/${Date.now()}/${randomBytes(12).toString('hex')}`;

/** The form of a slash command. */
export const commandForm = (text: string, changed: Readonly<Record<string, string>> = {}): string =>
  new URLSearchParams({
    ...{ token: 'of-no-use', team_id: workspace, team_domain: 'night', channel_id: channel, channel_name: 'audits' },
    ...{ user_id: asker, user_name: 'asker', command: '/wsaudit', text, api_app_id: 'A0NIGHT00' },
    ...{ is_enterprise_install: 'false', response_url: newResponseUrl() },
    trigger_id: `${Date.now()}.${randomBytes(8).toString('hex')}`,
    ...changed,
  }).toString();

/** The event of a mention in a thread. */
export const mentionEvent = (text: string, eventId = `Ev${randomBytes(5).toString('hex').toUpperCase()}`): string =>
  JSON.stringify({
    ...{ token: 'of-no-use', team_id: workspace, api_app_id: 'A0NIGHT00', type: 'event_callback', event_id: eventId },
    event: {
      ...{ type: 'app_mention', user: asker, text: `<@U0BOT0000> ${text}`, ts: '1763866800.000200', team: workspace },
      ...{ channel, thread_ts: '1763866800.000100', event_ts: '1763866800.000200' },
    },
    event_time: Math.floor(Date.now() / 1000),
    authorizations: [{ enterprise_id: null, team_id: workspace, user_id: 'U0BOT0000', is_bot: true }],
    is_ext_shared_channel: false,
  });

interface Signing {
  /** Seconds by which the request is old. */
  readonly age?: number;
  readonly path?: string;
}

const contentTypes = { form: 'application/x-www-form-urlencoded', json: 'application/json' };

/** Signs as Slack's documentation says: HMAC-SHA256 over `v0:<seconds>:<body>`. */
export function slackRequest(body: string, secret: string, { age = 0, path = '/slack' }: Signing = {}): WebRequest {
  const seconds = Math.floor(Date.now() / 1000) - age;
  const digest = createHmac('sha256', secret).update(`v0:${seconds}:${body}`).digest('hex');
  return {
    path,
    headers: {
      'content-type': body.startsWith('{') ? contentTypes.json : contentTypes.form,
      'x-slack-request-timestamp': String(seconds),
      'x-slack-signature': `v0=${digest}`,
    },
    body,
  };
}
