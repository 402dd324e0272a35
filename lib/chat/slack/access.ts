import type { SlackAsk } from './ask.ts';

/** Who may ask, as in the settings. */
export interface SlackAllowLists {
  /** Workspaces, and organizations of an Enterprise Grid with all of theirs. */
  readonly workspaces: readonly string[];
  readonly channels: readonly string[];
  /** Absent: everyone in these channels. */
  readonly users?: readonly string[] | undefined;
}

/**
 * Why somebody may not ask; undefined when they may. The reason names only ids of who asks, and not what else is allowed.
 */
export function refusalOf(ask: SlackAsk, { workspaces, channels, users }: SlackAllowLists): string | undefined {
  const { workspace, organization, channel, user } = ask;
  const isKnown = workspaces.includes(workspace) || (organization !== undefined && workspaces.includes(organization));
  if (!isKnown) return refusal('workspace', workspace, 'workspaces');
  if (!channels.includes(channel)) return refusal('channel', channel, 'channels');
  if (users !== undefined && !users.includes(user)) return refusal('user', user, 'users');
  return undefined;
}

const refusal = (kind: string, id: string, list: string): string =>
  `I may not answer questions from ${kind} ${id}. ` +
  `Whoever runs WorkSpaces Auditor can add it to slack.${list} in its chat settings.`;
