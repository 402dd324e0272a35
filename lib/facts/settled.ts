import { Unknown } from '../model/unknown.ts';
import { known } from './define.ts';

/**
 * A state that lasts. One that a resource only passes through says nothing yet: what comes after it is unknown.
 *
 * @param lasting known values that stay until somebody acts
 * @param passing known values on the way to another one
 */
export function settled(
  value: string | null | undefined,
  lasting: readonly string[],
  passing: readonly string[],
  path: string,
): string | Unknown {
  return passing.includes(value ?? '') ? new Unknown(`${path} is ${value}, on its way`) : known(value, lasting, path);
}
