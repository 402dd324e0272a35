const day = 86_400_000;

/**
 * Days from one time to a later one, with their fraction; 0 when `from` is later, as clocks of services differ a little.
 *
 * @returns undefined when one of them is no time
 */
export function daysBetween(from: string, to: string): number | undefined {
  const days = (Date.parse(to) - Date.parse(from)) / day;
  return Number.isNaN(days) ? undefined : Math.max(0, days);
}
