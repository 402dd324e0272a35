import { Unknown } from '../../model/unknown.ts';
import { sorted } from '../define.ts';
import type { Estate } from '../estate.ts';
import * as op from '../operations.ts';

/** As far back as CloudTrail looks things up (CloudTrail API, LookupEvents). */
const milliseconds = 90 * 86_400_000;

/**
 * How far back events of one name were read.
 *
 * @returns the time after which all are there, ISO 8601; undefined when nobody looked them up
 */
function reachOf(estate: Estate, value: string): string | undefined {
  const lookup = estate.snapshot.resources.CloudTrailLookup.items.find(({ LookupAttributes }) =>
    LookupAttributes.some(
      ({ AttributeKey, AttributeValue }) => AttributeKey === 'EventName' && AttributeValue === value,
    ),
  );
  if (lookup === undefined) return undefined;
  return new Date(lookup.StartTime ?? Date.parse(estate.snapshot.header.capturedAt) - milliseconds).toISOString();
}

/** Whether CloudTrail was asked at all. Where it was not, nobody wanted to know, and nothing was refused. */
export const isTrailAsked = (estate: Estate): boolean => estate.snapshot.coverage.has(op.cloudTrail);

/**
 * Why events of some names may be missing.
 *
 * @param since only events after this time matter; absent: as far back as CloudTrail goes
 */
export function unreadEvents(estate: Estate, names: readonly string[], since?: string): Unknown | undefined {
  const capturedAt = Date.parse(estate.snapshot.header.capturedAt);
  const wanted = since === undefined ? capturedAt - milliseconds : Date.parse(since);
  const reaches = names.map((name) => ({ name, reach: reachOf(estate, name) }));
  const short = reaches.filter(({ reach }) => reach === undefined || Date.parse(reach) > wanted);
  if (short.length === 0) return undefined;
  const unread = estate.unread('CloudTrailEvent');
  if (wanted < capturedAt - milliseconds && short.length === names.length && unread === undefined) {
    return new Unknown(`CloudTrail keeps events of 90 days only, and not since ${since}`);
  }
  const ends = short.map(({ name, reach }) => `${name}${reach === undefined ? '' : ` back to ${reach} only`}`);
  const why = unread?.reason ?? `${op.cloudTrail} was read`;
  return new Unknown(`${why}, without ${sorted(ends).join(', ')}`, unread?.operations ?? []);
}

/** The time after which all events of these names are there; unknown when some were not looked up. */
export function readSince(estate: Estate, names: readonly string[]): string | Unknown {
  const reaches = names.map((name) => reachOf(estate, name));
  const known = sorted(reaches.filter((reach) => reach !== undefined));
  if (known.length > 0 && !reaches.includes(undefined)) return known.at(-1) ?? '';
  return unreadEvents(estate, names) ?? new Unknown(`${op.cloudTrail} was not asked for ${names.join(', ')}`);
}
