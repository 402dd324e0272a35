import type { LedgerFinding } from './ledger-types.ts';

/**
 * Longer than a year, so that a yearly assessment finds in the ledger whatever was resolved since the one before, and a
 * finding that comes back with the seasons keeps its first sight.
 */
const daysRemembered = 400;
const dayInMilliseconds = 86_400_000;

/**
 * Whether a finding may leave the ledger, which would grow for ever otherwise. One that a destination still shows as
 * open must be resolved there first: nothing but the ledger knows of it.
 *
 * @param at capture of the snapshot that is entered
 */
export function isForgotten({ resolvedAt, published }: LedgerFinding, at: string): boolean {
  if (resolvedAt === null) return false;
  const days = (Date.parse(at) - Date.parse(resolvedAt)) / dayInMilliseconds;
  return days > daysRemembered && Object.values(published).every(({ state }) => state === 'resolved');
}
