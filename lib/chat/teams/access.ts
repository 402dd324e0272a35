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
 * Why a verified question is not answered; undefined when it may be. One line, with the id that would have to be
 * added. Tenants and users are told apart without case, as GUIDs are; ids of channels with it.
 */
export function refusalOf(
  question: Pick<TeamsQuestion, 'tenant' | 'channel' | 'user'>,
  settings: TeamsAllowed,
): string | undefined {
  const refuse = (what: string, id: string, setting: string) =>
    `${what} ${id} may not ask: it is not in teams.${setting} of the chat settings`;
  const { tenant, channel, user } = question;
  if (!hasGuid(settings.tenants, tenant)) return refuse('tenant', tenant, 'tenants');
  if (!settings.channels.includes(channel)) return refuse('channel', channel, 'channels');
  if (settings.users !== undefined && !hasGuid(settings.users, user)) return refuse('user', user, 'users');
  return undefined;
}

const hasGuid = (list: readonly string[], id: string): boolean =>
  list.some((allowed) => allowed.toLowerCase() === id.toLowerCase());
