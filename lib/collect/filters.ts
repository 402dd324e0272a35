import type { Filter } from '@aws-sdk/client-ec2';

/** EC2's limit of values in one filter ("Filter values: 200 per request", Amazon EC2 API Reference, `Filter`). */
const valuesPerFilter = 200;

/**
 * Filters that together ask for all the values, in batches that EC2 accepts. Asking by filter instead of by id,
 * because one deleted id fails a whole call by ids while a filter simply does not match it.
 *
 * @returns one list of filters per call; none when there is nothing to ask for
 */
export function filtersFor(name: string, values: Iterable<string>): Filter[][] {
  const sorted = [...new Set(values)].sort();
  const batches: Filter[][] = [];
  for (let from = 0; from < sorted.length; from += valuesPerFilter) {
    batches.push([{ Name: name, Values: sorted.slice(from, from + valuesPerFilter) }]);
  }
  return batches;
}
