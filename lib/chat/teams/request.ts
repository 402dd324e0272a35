import * as z from 'zod';
import { cut } from '../../model/text.ts';
import { MalformedRequest, readJson, readRequest } from '../malformed-request.ts';
import { lineOf, plainTextOf } from './plain-text.ts';

/** What somebody asked in a channel of Teams. */
export interface TeamsQuestion {
  /** Of the message, unique within its conversation. */
  readonly id: string;
  /** When Teams took the message; ISO 8601. */
  readonly timestamp: string;
  /** Id in Entra ID, in small letters. */
  readonly tenant: string;
  readonly team?: string;
  /** Such as `19:…@thread.tacv2`. */
  readonly channel: string;
  /** As Teams gives it: the channel, and the message that began the thread. */
  readonly conversation: string;
  /** Id of the message that began the thread; absent where the conversation does not tell. */
  readonly thread?: string;
  /** Object id in Entra ID, in small letters. */
  readonly user: string;
  /** The name that they gave themselves, so it is no proof of who they are; empty where there is none. */
  readonly asker: string;
  /** One line, without the mention. */
  readonly text: string;
}

/** A message of Teams has some 28 KB at most, with all its markup. */
const mostTextCharacters = 28 * 1024;
const mostAskerCharacters = 64;

/** Ids of Teams have neither spaces nor slashes; the log holds them, so that nothing else may be put in their place. */
const id = z.string().regex(/^[\w:@.;=+-]{1,256}$/, 'expected an id of Teams');
const guid = z.guid('expected a GUID').toLowerCase();
const withId = z.object({ id: id.nullish() }).nullish();

/** Teams sends null for what it does not tell. */
const activitySchema = z.object({
  type: z.literal('message', 'expected the activity of a message'),
  id,
  timestamp: z.iso.datetime({ offset: true, error: 'expected a time in ISO 8601' }),
  text: z.string().max(mostTextCharacters),
  from: z.object({
    aadObjectId: guid,
    name: z.string().nullish(),
  }),
  conversation: z.object({ id: id.regex(/^[^;]+(;messageid=\d{1,32})?$/, 'expected the id of a conversation') }),
  channelData: z.object({
    tenant: z.object({ id: guid }),
    channel: withId,
    team: withId,
    teamsChannelId: id.nullish(),
    teamsTeamId: id.nullish(),
  }),
});

/**
 * Reads what Teams posts to an outgoing webhook. Call it only with a verified body.
 *
 * @param body as received; a string stands for its bytes in UTF-8
 * @throws MalformedRequest naming the members that are not as expected, without their values
 */
export function readTeamsActivity(body: string | Uint8Array): TeamsQuestion {
  const what = 'the message of Teams';
  const activity = readRequest(activitySchema, readJson(textOf(body, what), what), what);
  const { channelData, conversation, from } = activity;
  const [place = '', thread] = conversation.id.split(';messageid=');
  const team = channelData.team?.id ?? channelData.teamsTeamId;
  return {
    id: activity.id,
    timestamp: activity.timestamp,
    tenant: channelData.tenant.id,
    ...(team ? { team } : {}),
    channel: channelData.channel?.id ?? channelData.teamsChannelId ?? place,
    conversation: conversation.id,
    ...(thread ? { thread } : {}),
    user: from.aadObjectId,
    asker: askerOf(from.name ?? ''),
    text: plainTextOf(activity.text),
  };
}

/** A display name as one short line. */
function askerOf(name: string): string {
  const line = lineOf(name);
  return line === '' ? '' : cut(line, mostAskerCharacters);
}

function textOf(body: string | Uint8Array, what: string): string {
  if (typeof body === 'string') return body;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    throw new MalformedRequest(`${what} is not UTF-8: found ${body.length} bytes that are no text`);
  }
}
