import * as z from 'zod';
import { readRequest } from '../malformed-request.ts';
import type { SlackRequest } from './ask.ts';
import { isSlackResponseUrl } from './hosts.ts';
import { slackIdSchema } from './ids.ts';
import { typedText } from './typed-text.ts';

const commandSchema = z.object({
  team_id: slackIdSchema,
  /** Only from an Enterprise Grid. */
  enterprise_id: slackIdSchema.optional(),
  channel_id: slackIdSchema,
  user_id: slackIdSchema,
  /** Empty when nothing follows the command. */
  text: z.string().default(''),
  response_url: z.string().refine(isSlackResponseUrl, 'expected an https URL on one of the hosts of Slack'),
  trigger_id: z.string().min(1),
});

/**
 * What a form of Slack asks. Only those who share the workspace of the app can give its slash commands, so that its
 * `team_id` is theirs.
 *
 * @throws MalformedRequest
 */
export function readCommand(form: Record<string, string>): SlackRequest {
  if (form.ssl_check === '1') return { kind: 'ignored', why: 'Slack checks the certificate' };
  if (form.payload !== undefined) return { kind: 'ignored', why: 'a button or a menu, of which answers have none' };
  const command = readRequest(commandSchema, form, 'the slash command');
  return {
    kind: 'command',
    workspace: command.team_id,
    organization: command.enterprise_id,
    channel: command.channel_id,
    user: command.user_id,
    text: typedText(command.text),
    responseUrl: command.response_url,
    id: command.trigger_id,
  };
}
