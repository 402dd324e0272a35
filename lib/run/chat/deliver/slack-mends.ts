/** What to do about the errors of Slack that setting up can cause; https://docs.slack.dev/reference/methods/chat.postMessage */
const mends: Readonly<Record<string, string>> = {
  not_in_channel: 'Invite the app into the channel: type /invite and its name there.',
  channel_not_found: 'Invite the app into the channel: type /invite and its name there; it sees no other private ones.',
  is_archived: 'The channel is archived: ask in another one.',
  missing_scope: 'Give the app the scope chat:write and install it in the workspace again.',
  restricted_action: 'An owner of the workspace has to let the app post in this channel.',
  access_denied: 'An owner of the workspace has to let the app post there.',
  team_access_not_granted: 'Install the app in this workspace, too.',
  msg_too_long: 'This is an error of ours: report it, and ask for less meanwhile.',
  invalid_blocks: 'This is an error of ours: report it, and ask for less meanwhile.',
};

const tokenMend = 'Store the bot token of the app (xoxb-…) again, as its page "OAuth & Permissions" shows it.';

/** The token in hand is none that Slack knows; it may have been rotated. */
export const tokenErrors: readonly string[] = [
  'invalid_auth',
  'not_authed',
  'token_expired',
  'token_revoked',
  'account_inactive',
];

/** Slack has a bad moment. */
export const passingErrors: readonly string[] = [
  'fatal_error',
  'internal_error',
  'ratelimited',
  'rate_limited',
  'message_limit_exceeded',
  'request_timeout',
  'service_unavailable',
];

export function mendOf(code: string): string {
  if (tokenErrors.includes(code)) return tokenMend;
  return Object.hasOwn(mends, code) ? (mends[code] ?? unknownMend) : unknownMend;
}

const unknownMend = 'The documentation of Slack for chat.postMessage says what this means.';
