import type { TeamsQuestion } from './request.ts';

/** Who may ask: the part of the settings that is about it. */
export interface TeamsAllowed {
  /** Ids in Entra ID. */
  readonly tenants: readonly string[];
  /** Such as `19:…@thread.tacv2`. */
  readonly channels: readonly string[];
  /** Object ids in Entra ID. Absent: everyone in these channels. */
  readonly users?: readonly string[] | undefined;
}

/**
 * Why somebody may not ask; undefined when they may. The reason names only ids of who asks, and not what else is allowed.
 * Tenants and users are compared without case, as GUIDs are; ids of channels with it.
 */
export function refusalOf(
  { tenant, channel, user }: Pick<TeamsQuestion, 'tenant' | 'channel' | 'user'>,
  { tenants, channels, users }: TeamsAllowed,
): string | undefined {
  if (!hasGuid(tenants, tenant)) return refusal('tenant', tenant, 'tenants');
  if (!channels.includes(channel)) return refusal('channel', channel, 'channels');
  if (users !== undefined && !hasGuid(users, user)) return refusal('user', user, 'users');
  return undefined;
}

const refusal = (kind: string, id: string, list: string): string =>
  `I may not answer questions from ${kind} ${id}. ` +
  `Whoever runs WorkSpaces Auditor can add it to teams.${list} in its chat settings.`;

const hasGuid = (list: readonly string[], id: string): boolean =>
  list.some((allowed) => allowed.toLowerCase() === id.toLowerCase());
