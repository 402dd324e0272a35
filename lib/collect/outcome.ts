import type { OperationCoverage } from '../model/coverage.ts';

/** How completely an operation was read, without its name. */
export type Outcome = Omit<OperationCoverage, 'operation'>;

/**
 * The outcome of an operation of which every call succeeded.
 *
 * @param asked whether anything was asked at all
 * @param unread operations that were not completely read and could have named more to ask for
 */
export function outcomeOf(count: number, asked: boolean, unread: readonly string[]): Outcome {
  if (unread.length === 0) return { status: 'complete', count };
  const cause = `${unread.join(', ')} ${unread.length === 1 ? 'was' : 'were'} not completely read`;
  return asked
    ? { status: 'partial', count, message: `Asked only for what is known: ${cause}` }
    : { status: 'skipped', count, message: `Not known what to ask for: ${cause}` };
}

/** The operations that were not completely read, and so may have left something unnamed. */
export const unreadOf = (...coverage: readonly OperationCoverage[]): string[] =>
  coverage.filter(({ status }) => status !== 'complete').map(({ operation }) => operation);
