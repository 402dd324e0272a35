import { createHmac, randomInt } from 'node:crypto';
import type { WebRequest } from './url-event.ts';

export const tenant = '98fe2d4c-1b6a-4d3e-9c8f-7a6b5c4d3e2f';
export const teamsChannel = '19:253b1f341670408fb6fe51050b6e5ceb@thread.tacv2';

interface Telling {
  /** Seconds by which the message is old. */
  readonly age?: number;
  readonly tenant?: string;
}

/** What Teams posts to an outgoing webhook that somebody mentioned. */
export function activity(text: string, { age = 0, tenant: id = tenant }: Telling = {}): string {
  const messageId = String(1_700_000_000_000 + randomInt(2 ** 40));
  return JSON.stringify({
    ...{ type: 'message', id: messageId, timestamp: new Date(Date.now() - age * 1000).toISOString() },
    ...{ serviceUrl: 'https://smba.trafficmanager.net/amer/', channelId: 'msteams', textFormat: 'plain' },
    from: { id: '29:asker', name: 'On-call security', aadObjectId: 'b1eda5d2-9f0e-4c7a-8b3e-0f1a2b3c4d5e' },
    conversation: { isGroup: true, id: `${teamsChannel};messageid=${messageId}`, conversationType: 'channel' },
    text: `<at>Auditor</at>&nbsp;${text}\n`,
    channelData: { teamsChannelId: teamsChannel, channel: { id: teamsChannel }, tenant: { id } },
  });
}

/** Signs as Microsoft's documentation says: HMAC-SHA256 over the body, keyed by the bytes of the token. */
export function teamsRequest(body: string, securityToken: string): WebRequest {
  const digest = createHmac('sha256', Buffer.from(securityToken, 'base64')).update(body).digest('base64');
  const headers = { 'content-type': 'application/json; charset=utf-8', authorization: `HMAC ${digest}` };
  return { path: '/teams', headers, body };
}
