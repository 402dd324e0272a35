import * as z from 'zod';
import { isUnknown, Unknown } from '../../model/unknown.ts';
import type { CloudTrailEvent } from '../../snapshot/index.ts';
import { byCodePoint } from '../define.ts';
import type { Estate } from '../estate.ts';

const text = z.string().nullish();
const bodySchema = z.looseObject({
  userIdentity: z
    .looseObject({
      ...{ type: text, arn: text, userName: text, invokedBy: text },
      sessionContext: z
        .looseObject({ sessionIssuer: z.looseObject({ arn: text, userName: text }).nullish() })
        .nullish(),
    })
    .nullish(),
  ...{ sourceIPAddress: text, errorCode: text, sessionCredentialFromConsole: text },
  tlsDetails: z.looseObject({ clientProvidedHostHeader: text }).nullish(),
  requestParameters: z.unknown().optional(),
  responseElements: z.unknown().optional(),
});
type Body = z.infer<typeof bodySchema>;

/** What somebody did, as CloudTrail tells it. */
export interface TrailEvent {
  readonly name: string;
  /** ISO 8601, UTC; empty when CloudTrail gives none. */
  readonly time: string;
  /** The caller's ARN, else the user name. */
  readonly caller: string;
  /** The AWS service that called, by itself or for the caller. */
  readonly service: string | undefined;
  readonly body: Body;
  /** Ids anywhere in the request, the answer or the list of resources. */
  readonly ids: ReadonlySet<string>;
}

/** What of an event cannot be read: who it was and whether it succeeded is not known then. */
interface Unread {
  readonly name: string;
  readonly ids: ReadonlySet<string>;
  readonly unknown: Unknown;
}

export type ReadEvent = TrailEvent | Unread;

const cache = new WeakMap<Estate, ReadonlyMap<string, readonly ReadEvent[]>>();

/** All events of a snapshot by name, oldest first. */
export function eventsByName(estate: Estate): ReadonlyMap<string, readonly ReadEvent[]> {
  let events = cache.get(estate);
  if (events === undefined) {
    const sorted = estate.snapshot.resources.CloudTrailEvent.items.toSorted(
      (a, b) => byCodePoint(timeOf(a), timeOf(b)) || byCodePoint(a.EventId, b.EventId),
    );
    events = Map.groupBy(sorted.map(read), ({ name }) => name);
    cache.set(estate, events);
  }
  return events;
}

function read(event: CloudTrailEvent): ReadEvent {
  const name = event.EventName ?? '';
  const path = `Events[${event.EventId}].CloudTrailEvent`;
  const named = (event.Resources ?? []).flatMap(({ ResourceName }) => ResourceName ?? []);
  const json = event.CloudTrailEvent ?? '';
  const ids = new Set([...named, ...(json.match(/\b[a-z]{1,6}-[0-9a-z]+\b/g) ?? [])]);
  const body = bodyOf(json, path);
  if (isUnknown(body)) return { name, ids, unknown: body };
  const { userIdentity } = body;
  return {
    ...{ name, ids, body, time: timeOf(event) },
    caller: userIdentity?.arn ?? event.Username ?? userIdentity?.userName ?? 'an unnamed caller',
    service: userIdentity?.invokedBy ?? serviceOf(body.sourceIPAddress),
  };
}

function bodyOf(json: string, path: string): Body | Unknown {
  try {
    const body = bodySchema.safeParse(JSON.parse(json));
    return body.success ? body.data : new Unknown(`${path} is no event`);
  } catch {
    return new Unknown(json === '' ? `${path} is absent` : `${path} is no JSON`);
  }
}

const timeOf = ({ EventTime }: CloudTrailEvent): string => {
  const time = Date.parse(EventTime ?? '');
  return Number.isNaN(time) ? '' : new Date(time).toISOString();
};

/** A service that calls by itself stands where a caller's address does. */
const serviceOf = (address: string | null | undefined): string | undefined =>
  address?.endsWith('.amazonaws.com') ? address : undefined;

/** All texts of the members of a request or an answer that have one of these names, in lower case. */
export function textsIn(value: unknown, names: readonly string[], name = ''): string[] {
  if (typeof value === 'string') return names.includes(name) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((item) => textsIn(item, names, name));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => textsIn(member, names, key.toLowerCase()));
}

/** A change as evidence has it: what, by whom, from where and when, and why it failed. */
export function tell({ name, caller, service, time, body }: TrailEvent): string {
  const from = service ?? body.sourceIPAddress;
  const failed = body.errorCode ? `, refused with ${body.errorCode}` : '';
  return `${name} by ${caller}${from ? ` from ${from}` : ''} at ${time}${failed}`;
}
