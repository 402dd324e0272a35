import * as z from 'zod';
import { readRequest } from '../malformed-request.ts';
import type { SlackRequest } from './ask.ts';
import { slackIdSchema } from './ids.ts';
import { typedText } from './typed-text.ts';

const optionalId = slackIdSchema.nullish();
const timestamp = z.string().regex(/^\d{1,16}\.\d{1,16}$/, 'expected a timestamp of Slack, such as 1700000000.000100');

const mentionSchema = z.object({
  event_id: z.string().regex(/^Ev\w{1,62}$/, 'expected the id of an event'),
  team_id: optionalId,
  enterprise_id: optionalId,
  /** Whether people of another organization are in the channel. */
  is_ext_shared_channel: z.boolean().optional(),
  /** The installation that the event is for: Slack sends one. */
  authorizations: z.array(z.object({ team_id: optionalId, enterprise_id: optionalId, user_id: optionalId })).optional(),
  event: z.object({
    user: optionalId,
    bot_id: z.string().nullish(),
    subtype: z.string().nullish(),
    edited: z.unknown().optional(),
    text: z.string(),
    ts: timestamp,
    thread_ts: timestamp.nullish(),
    channel: slackIdSchema,
    /** The workspace or organization of who asks; from another organization, `user_team`. */
    team: optionalId,
    user_team: optionalId,
  }),
});
type Mention = z.infer<typeof mentionSchema>;

/**
 * What a mention of the app asks.
 *
 * @throws MalformedRequest
 */
export function readMention(value: unknown): SlackRequest {
  const mention = readRequest(mentionSchema, value, 'the mention');
  const { event } = mention;
  const why = reasonToIgnore(event);
  if (why !== undefined) return { kind: 'ignored', why };
  const home = homeOf(mention);
  if (home === undefined || !event.user) return { kind: 'ignored', why: 'a mention that does not tell who asks' };
  return {
    kind: 'mention',
    ...home,
    channel: event.channel,
    user: event.user,
    text: typedText(withoutBot(event.text, mention.authorizations?.[0]?.user_id ?? undefined)),
    thread: event.thread_ts ?? event.ts,
    id: mention.event_id,
  };
}

/** Answering another bot, or ourselves, could go on for ever; an edited question was answered already. */
function reasonToIgnore({ bot_id, subtype, edited }: Mention['event']): string | undefined {
  if (bot_id || subtype === 'bot_message') return 'a mention by a bot';
  if (edited !== undefined && edited !== null) return 'a mention in a message that was edited';
  return subtype ? 'a mention in a message that nobody typed' : undefined;
}

/**
 * Whose request it is. In a channel that is shared with another organization the envelope tells whose installation
 * gets the event, not who asks: only what the message itself bears counts there, and somebody is of our organization
 * only where it says the very workspace or organization of the installation.
 */
function homeOf({ event, team_id, enterprise_id, authorizations, is_ext_shared_channel = false }: Mention) {
  const [installation] = authorizations ?? [];
  const team = installation?.team_id ?? team_id;
  const organization = installation?.enterprise_id ?? enterprise_id ?? undefined;
  const workspace = event.user_team ?? event.team ?? (is_ext_shared_channel ? undefined : team);
  if (workspace === undefined || workspace === null) return undefined;
  const isOurs = !(is_ext_shared_channel || event.user_team) || workspace === team || workspace === organization;
  return { workspace, organization: isOurs ? organization : undefined };
}

/** Without the id of our own user, the first mention is taken for ours. */
function withoutBot(text: string, bot = '[A-Z0-9]+'): string {
  return text.replace(new RegExp(`<@${bot}(\\|[^<>]*)?>`), ' ');
}
