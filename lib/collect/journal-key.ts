import { createHash } from 'node:crypto';

/** Raised when what a journal holds changes, so that pages which another version recorded are asked for again. */
const journalFormat = 1;

/**
 * What tells one page from all others: hexadecimal, of 64 characters. It does not depend on the order of ids in the
 * input, because they come in the order in which earlier operations were answered.
 */
export const keyOf = (operation: string, input: object, token: string | undefined): string =>
  createHash('sha256')
    .update(JSON.stringify([journalFormat, operation, canonical(input), token]))
    .digest('hex');

function canonical(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = value.map(canonical);
    return items.every((item) => typeof item === 'string') ? items.sort() : items;
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .map(([name, member]) => [name, canonical(member)])
    .sort(([a = ''], [b = '']) => (String(a) < String(b) ? -1 : 1));
}
