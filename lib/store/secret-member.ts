import * as z from 'zod';
import { SecretError } from './secret-error.ts';

const objectSchema = z.record(z.string(), z.unknown());

/**
 * One member of a secret that is a JSON object.
 *
 * @throws SecretError; its message and cause hold nothing of the text
 */
export function stringMember(reference: string, text: string, member: string): string {
  const object = objectSchema.safeParse(parseJson(text));
  if (!object.success) {
    throw new SecretError(reference, 'it is no JSON object', `Store it as {"${member}":"…"}, or name no member.`);
  }
  const value = Object.hasOwn(object.data, member) ? object.data[member] : undefined;
  if (typeof value === 'string') return value;
  const found = value === undefined ? `it has no member ${member}` : `its member ${member} is no text`;
  throw new SecretError(reference, found, `Store it as {"${member}":"…"}, or name another member.`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // What is thrown quotes the text.
    return undefined;
  }
}
