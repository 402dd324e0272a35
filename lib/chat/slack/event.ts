import * as z from 'zod';
import { readRequest } from '../malformed-request.ts';
import type { SlackRequest } from './ask.ts';
import { readMention } from './mention.ts';

const envelopeSchema = z.discriminatedUnion(
  'type',
  [
    z.object({ type: z.literal('url_verification'), challenge: z.string().min(1) }),
    z.object({ type: z.literal('event_callback'), event: z.looseObject({ type: z.string() }) }),
    z.object({ type: z.literal('app_rate_limited') }),
  ],
  'expected url_verification, event_callback or app_rate_limited',
);

/**
 * What an event of Slack asks.
 *
 * @throws MalformedRequest
 */
export function readEvent(value: unknown): SlackRequest {
  const envelope = readRequest(envelopeSchema, value, 'the event');
  switch (envelope.type) {
    case 'url_verification':
      return { kind: 'challenge', challenge: envelope.challenge };
    case 'app_rate_limited':
      return { kind: 'ignored', why: 'Slack held events back, for there were too many' };
    case 'event_callback':
      if (envelope.event.type === 'app_mention') return readMention(value);
      return { kind: 'ignored', why: 'an event that is no mention' };
  }
}
