/** How far the clocks of Teams and ours may be apart, either way: what Slack asks for too. */
export const freshForMilliseconds = 5 * 60 * 1000;

/**
 * Whether a verified message is new. Teams signs no header with a time, yet the body that it signs tells when the
 * message was sent.
 *
 * @param activity its `timestamp` is ISO 8601
 * @param nowMilliseconds since 1970-01-01 UTC
 */
export function isFresh(activity: { readonly timestamp: string }, nowMilliseconds: number): boolean {
  // A time that cannot be read is NaN, which is not within any distance.
  return Math.abs(nowMilliseconds - Date.parse(activity.timestamp)) <= freshForMilliseconds;
}
