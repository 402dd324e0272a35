import { closest, distance } from 'fastest-levenshtein';

/**
 * The known name that a misspelt one most likely meant.
 *
 * @returns a clause such as ` (did you mean "state"?)`, or nothing when no name is near
 */
export function suggestion(name: string, names: Iterable<string>): string {
  const candidates = [...names];
  if (candidates.length === 0) return '';
  const best = closest(name, candidates);
  return distance(name, best) <= Math.max(2, Math.ceil(name.length / 3)) ? ` (did you mean "${best}"?)` : '';
}
