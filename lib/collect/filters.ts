import type { Filter } from '@aws-sdk/client-ec2';
import { batchesOf } from './batches.ts';

/** EC2's limit of values in one filter ("Filter values: 200 per request", Amazon EC2 API Reference, `Filter`). */
const valuesPerFilter = 200;

/**
 * Filters that together ask for all the values, in batches that EC2 accepts. Asking by filter instead of by id,
 * because one deleted id fails a whole call by ids while a filter simply does not match it.
 *
 * @returns one list of filters per call; none when there is nothing to ask for
 */
export const filtersFor = (name: string, values: Iterable<string>): Filter[][] =>
  batchesOf(values, valuesPerFilter).map((Values) => [{ Name: name, Values }]);
