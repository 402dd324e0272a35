import type * as z from 'zod';

/**
 * A request that is not what the platform sends. The message names what was found and expected by member and kind; it
 * never holds what the request said, so that it can be logged.
 */
export class MalformedRequest extends Error {
  override readonly name = 'MalformedRequest';
}

/**
 * Reads a value by a schema.
 *
 * @param what such as `the slash command`
 * @throws MalformedRequest that names the first few members that are wrong
 */
export function readRequest<T>(schema: z.ZodType<T>, value: unknown, what: string): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.slice(0, 5).map(({ path, message }) => {
    const member = path.join('.');
    return member === '' ? message : `${member}: ${message}`;
  });
  throw new MalformedRequest(`${what} is not as expected: ${problems.join('; ')}`);
}

/**
 * Reads a text as JSON.
 *
 * @throws MalformedRequest without the parser's error, which quotes from the text
 */
export function readJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new MalformedRequest(`${what} is not JSON: found ${text.length} characters that do not parse`);
  }
}
