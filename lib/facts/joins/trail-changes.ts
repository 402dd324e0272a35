import { isUnknown, type Unknown } from '../../model/unknown.ts';
import { combined } from '../define.ts';
import type { Estate } from '../estate.ts';
import { eventsByName, type ReadEvent, type TrailEvent, tell } from './trail-events.ts';
import { unreadEvents } from './trail-reach.ts';

/** The services that look after managed groups and the interfaces of WorkSpaces. */
const caretakers = ['workspaces.amazonaws.com', 'ds.amazonaws.com'];

/** Whether the service itself made a call, or the role that it takes on in the account. */
export function isByService({ service, caller, body }: TrailEvent): boolean {
  if (service !== undefined) return caretakers.includes(service);
  const issuer = body.userIdentity?.sessionContext?.sessionIssuer?.arn ?? '';
  const isOwnRole =
    /:role\/(.*\/)?workspaces_DefaultRole$/.test(issuer) || /:assumed-role\/workspaces_DefaultRole\//.test(caller);
  return isOwnRole || caretakers.some((name) => issuer.includes(`:role/aws-service-role/${name}/`));
}

/** Changes, and why there may be more. */
export interface Changes {
  readonly events: readonly TrailEvent[];
  readonly unknown: Unknown | undefined;
}

interface Looked {
  readonly names: readonly string[];
  /** Whether it is one that is looked for; of one that cannot be read, by its ids alone. */
  readonly test: (event: ReadEvent) => boolean;
  /** Only events after this time. */
  readonly since?: string | undefined;
}

/** Events of some names, oldest first within each name. */
export function changesOf(estate: Estate, { names, test, since }: Looked): Changes {
  const all = eventsByName(estate);
  const events: TrailEvent[] = [];
  const unknowns = [unreadEvents(estate, names, since)];
  for (const event of names.flatMap((name) => all.get(name) ?? [])) {
    if (!test(event)) continue;
    if ('unknown' in event) unknowns.push(event.unknown);
    else if (since === undefined || event.time > new Date(since).toISOString()) events.push(event);
  }
  return { events, unknown: combined(unknowns.filter(isUnknown)) };
}

/** Those that came to something. */
export const succeeded = ({ events }: Changes): TrailEvent[] => events.filter(({ body }) => !body.errorCode);

/** Texts of changes, those that succeeded and that somebody else made. */
export const byOthers = (changes: Changes): string[] =>
  succeeded(changes)
    .filter((event) => !isByService(event))
    .map(tell);

/** Those of others that were refused. */
export const attempts = ({ events }: Changes): string[] =>
  events.filter((event) => event.body.errorCode && !isByService(event)).map(tell);
