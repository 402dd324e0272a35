import { count } from '../model/lines.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Up to here an age is told in hours, because "1 day" says too little of how fresh a nightly look is. */
const mostHours = 48;

/**
 * A look at a whole Region that is older says too little of now: the schedule looks every night, and a run may take
 * two hours longer than the one before.
 */
export const mostHoursOfAWholeLook = 26;

/**
 * How long something has lasted, as people say it: `5 minutes`, `14 hours`, `3 days`; never rounded up.
 *
 * @param from ISO 8601
 * @returns `less than a minute` also where clocks differ and it lies ahead
 */
export function elapsed(from: string, now: Date): string {
  const milliseconds = now.getTime() - Date.parse(from);
  if (Number.isNaN(milliseconds)) return 'an unknown time';
  if (milliseconds < minute) return 'less than a minute';
  if (milliseconds < hour) return count(Math.floor(milliseconds / minute), 'minute');
  if (milliseconds < mostHours * hour) return count(Math.floor(milliseconds / hour), 'hour');
  return count(Math.floor(milliseconds / day), 'day');
}

/** Such as `14 hours ago`. @param from ISO 8601 */
export const ago = (from: string, now: Date): string => `${elapsed(from, now)} ago`;

/** Such as `2026-11-22 03:00 UTC`. @param at ISO 8601; another text stays as it is */
export const utc = (at: string): string =>
  Number.isNaN(Date.parse(at)) ? at : `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;

/** Such as `14 hours ago (2026-11-22 03:00 UTC)`. @param at ISO 8601 */
export const seen = (at: string, now: Date): string => `${ago(at, now)} (${utc(at)})`;

/** Whether a look at a whole Region is too old to rely on. @param at ISO 8601 */
export const isStale = (at: string, now: Date): boolean =>
  !(now.getTime() - Date.parse(at) <= mostHoursOfAWholeLook * hour);

/**
 * Whole days, in UTC, until something runs out: 0 on the last day, negative afterwards.
 *
 * @param lastDay `YYYY-MM-DD`, the last valid one
 */
export const daysLeft = (lastDay: string, now: Date): number =>
  Math.round((Date.parse(`${lastDay}T00:00:00Z`) - Math.floor(now.getTime() / day) * day) / day);
