import type { Ledger, Run } from './ledger-types.ts';

/** A run that cannot be entered into a ledger. It is the caller's order of events that is wrong, not a user's input. */
export class LedgerError extends Error {
  readonly code: 'stale' | 'place';

  constructor(code: LedgerError['code'], message: string) {
    super(message);
    this.name = 'LedgerError';
    this.code = code;
  }
}

/** A time of a snapshot in UTC, so that times compare as text. */
export const timeOf = (capturedAt: string): string => new Date(capturedAt).toISOString();

/**
 * Only a newer snapshot of the whole Region makes a run stale. A newer one of some directories does not: a question
 * asked while the nightly snapshot was still being taken must not cost the night.
 *
 * @throws LedgerError `stale` or `place`
 */
export function refuseUnfit(previous: Ledger | undefined, { header, results }: Run): void {
  const own = placeOf(header);
  const foreign = [previous, ...results.map(({ subject }) => subject)].find(
    (each) => each !== undefined && placeOf(each) !== own,
  );
  if (foreign !== undefined) {
    throw new LedgerError(
      'place',
      `the run is of ${own}, and ${placeOf(foreign)} is in it or in its ledger: remember each place on its own`,
    );
  }
  const newest = previous?.wholeAt ?? '';
  if (timeOf(header.capturedAt) < newest) {
    throw new LedgerError(
      'stale',
      `the snapshot of ${own} was captured at ${timeOf(header.capturedAt)}, and the ledger already remembers one of ` +
        `${newest}: take a new snapshot`,
    );
  }
}

const placeOf = ({ accountId, region }: { readonly accountId: string; readonly region: string }): string =>
  `account ${accountId}, ${region}`;
