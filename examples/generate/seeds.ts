import { createHash } from 'node:crypto';

/**
 * Everything that looks random in the examples is a digest of this seed and a label. A label always gives the same
 * value, so that an older and a newer snapshot agree on ids, and adding a resource changes no other.
 */
const seed = 'workspaces-auditor examples, edition 1';

const digest = (label: string): string => createHash('sha256').update(`${seed}\n${label}`).digest('hex');

/** Hexadecimal digits, as in EC2's ids. @param length at most 64 */
export const hex = (label: string, length: number): string => digest(label).slice(0, length);

/** Lower-case letters and digits, as in WorkSpaces' ids. @param length at most 40 */
export const alphanumeric = (label: string, length: number): string =>
  BigInt(`0x${digest(label)}`)
    .toString(36)
    .slice(-length);

/** A number from 0 to `below` - 1. */
export const numberBelow = (label: string, below: number): number => Number.parseInt(hex(label, 8), 16) % below;

/** A moment at most `days` before `end`, whole minutes. */
export function momentBefore(label: string, end: string, days: number): Date {
  const minutes = 1 + numberBelow(label, days * 24 * 60);
  return new Date(Date.parse(end) - minutes * 60_000);
}
