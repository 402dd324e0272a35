import type { withKeptMembers } from './trail-members.ts';

/** An event as it is kept. */
export type KeptEvent = ReturnType<typeof withKeptMembers>;

const ids = /\b[a-z]{1,6}-[0-9a-z]+\b/g;

/** Events of interfaces that may be gone: of one that is, nobody can tell any more whose it was. */
const endings: ReadonlySet<string> = new Set(['DeleteNetworkInterface', 'DetachNetworkInterface']);

/**
 * Whether an event is about the fleet: it names something that was read, or somebody other than an AWS service took an
 * interface away.
 *
 * @param known ids of everything that was read
 */
export function concerns(
  { EventName, Resources, CloudTrailEvent = '' }: KeptEvent,
  known: ReadonlySet<string>,
): boolean {
  if (EventName !== undefined && endings.has(EventName) && !/"invokedBy":|"type":"AWSService"/.test(CloudTrailEvent)) {
    return true;
  }
  const named = [...(CloudTrailEvent.match(ids) ?? []), ...(Resources ?? []).map(({ ResourceName }) => ResourceName)];
  return named.some((id) => id !== undefined && known.has(id));
}
