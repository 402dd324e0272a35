import type * as z from 'zod';
import { InputError } from '../model/errors.ts';

/**
 * Reads the event of a step.
 *
 * @param mend a whole sentence: who makes such events
 * @throws InputError `usage` that names every member that is wrong
 */
export function readEvent<Schema extends z.ZodType>(schema: Schema, event: unknown, mend: string): z.output<Schema> {
  const parsed = schema.safeParse(event);
  if (parsed.success) return parsed.data;
  throw new InputError(
    'usage',
    parsed.error.issues.map(({ path, message }) => ({
      place: ['$', ...path].map(String).join('.'),
      found: message,
      mend,
    })),
  );
}
