import * as z from 'zod';
import { slackHosts } from '../../chat/slack/hosts.ts';

/**
 * Where a secret is kept: `ssm:/path/of/a/parameter`, or the ARN of a secret in Secrets Manager, with `#member` behind it
 * where the secret is a JSON object.
 */
export const secretReferenceSchema = z
  .string()
  .regex(
    /^(ssm:\/[\w./-]{1,1010}|arn:aws[\w-]*:secretsmanager:[\w-]+:\d{12}:secret:[\w/+=.@!-]{1,512}(#[\w.-]{1,128})?)$/,
    'expected ssm:/name/of/a/parameter or the ARN of a secret in Secrets Manager',
  );

const slackId = (first: string, what: string) =>
  z
    .string()
    .regex(
      new RegExp(`^[${first}][A-Z0-9]{2,31}$`),
      `expected the id of a ${what} of Slack, such as ${first.charAt(0)}0123ABCD`,
    );

const listOf = <Item extends z.ZodType>(item: Item, what: string) =>
  z.array(item, `expected a list of ${what}`).min(1, `expected at least one of the ${what}`);

const guid = z.guid('expected a GUID');

/** Who may ask from Slack. */
export const slackSettingsSchema = z.strictObject({
  signingSecret: secretReferenceSchema,
  /** Only mentions, and audits of more than half an hour, need it. */
  botToken: secretReferenceSchema.optional(),
  /** slack-gov.com for GovSlack. Absent: slack.com. */
  host: z.enum(slackHosts).optional(),
  /** With the id of an organization (`E…`), all of its workspaces. */
  workspaces: listOf(slackId('TE', 'workspace'), 'workspaces'),
  channels: listOf(slackId('CGD', 'channel'), 'channels'),
  /** Absent: everyone in these channels. */
  users: listOf(slackId('UW', 'user'), 'users').optional(),
});
export type SlackSettings = z.infer<typeof slackSettingsSchema>;

/** Who may ask from Microsoft Teams. */
export const teamsSettingsSchema = z.strictObject({
  /** The security token that Teams showed when the outgoing webhook was made. */
  securityToken: secretReferenceSchema,
  /** Address of the workflow that posts what an audit came to. */
  workflowUrl: secretReferenceSchema.optional(),
  tenants: listOf(guid, 'tenants'),
  /** Such as `19:…@thread.tacv2`. */
  channels: listOf(
    z
      .string()
      .regex(
        /^19:[\w-]+@thread\.(tacv2|skype)$/,
        "expected the id of a channel of Teams, such as 19:…@thread.tacv2, decoded from the channel's address",
      ),
    'channels',
  ),
  /** Object ids in Entra ID. Absent: everyone in these channels. */
  users: listOf(guid, 'users').optional(),
});
export type TeamsSettings = z.infer<typeof teamsSettingsSchema>;

/** From where the auditor may be asked over its URL. */
export const chatSettingsSchema = z.strictObject({
  slack: slackSettingsSchema.optional(),
  teams: teamsSettingsSchema.optional(),
});
export type ChatSettings = z.infer<typeof chatSettingsSchema>;
