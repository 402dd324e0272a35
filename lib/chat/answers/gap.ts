import { listedBy } from '../../findings/proof.ts';
import type { CoverageGap, Result } from '../../model/report.ts';
import { ago } from '../ages.ts';
import type { PlaceMemory } from '../memory.ts';
import { code, type Line } from '../reply.ts';
import { name, sentence } from './cut.ts';
import type { GapData } from './data.ts';
import { placeSpans } from './finding.ts';

/** An operation that is not completely read, with since when where the ledger knows. */
export interface OpenGap {
  readonly gap: CoverageGap;
  readonly firstSeen: string | null;
}

/** What could not be completely read of a place. */
export const gapsIn = ({ gaps }: PlaceMemory): OpenGap[] =>
  gaps.flatMap(({ state, gap, firstSeen }) => (state === 'open' ? [{ gap, firstSeen }] : []));

/** What lists the subjects that a directory may have; without it, some may have no result. */
const listing = new Set(
  [
    listedBy.directory,
    listedBy.workspace,
    listedBy.ipGroup,
    listedBy.securityGroup,
    listedBy.subnet,
    listedBy.vpc,
  ].flat(),
);

/**
 * The gaps that matter to a directory. A look at some directories alone skips what only whole Regions need, on purpose;
 * an operation that was asked and did not answer matters whoever needs it.
 */
export function gapsOfDirectory(coverage: readonly CoverageGap[], results: readonly Result[]): CoverageGap[] {
  const missing = new Set(results.flatMap((result) => result.missing));
  return coverage.filter(
    ({ status, operation }) => status !== 'skipped' || listing.has(operation) || missing.has(operation),
  );
}

const listingDirectories = new Set(listedBy.directory);

/** Whether it leaves open which directories there are. */
export const listsDirectories = ({ operation }: CoverageGap): boolean => listingDirectories.has(operation);

export const isUnjudged = ({ status }: Result): boolean => status === 'INSUFFICIENT_DATA';

/** Whether a result has no verdict because something was not read, rather than for want of a setting. */
export const isBlocked = (result: Result): boolean => isUnjudged(result) && result.missing.length > 0;

const howRead = {
  complete: 'was read',
  partial: 'was read in part',
  denied: 'was denied',
  failed: 'failed',
  skipped: 'was not read',
} as const;

/** Such as `denied`, for a group of gaps. */
export const howReadOf = ({ status }: CoverageGap): string => howRead[status];

/** A gap in one line. */
export const gapLine = ({ gap, firstSeen }: OpenGap, now: Date): Line => [
  ...[code(gap.operation), ` ${howReadOf(gap)}`],
  ...(gap.errorCode === undefined ? [] : [' (', code(gap.errorCode), ')']),
  ...[' in ', ...placeSpans(gap)],
  ...(firstSeen === null ? [] : [`, first ${ago(firstSeen, now)}`]),
];

/** A gap for scripts. */
export const gapData = ({ gap, firstSeen }: OpenGap): GapData => ({
  ...{ accountId: name(gap.accountId), region: name(gap.region), operation: name(gap.operation), status: gap.status },
  errorCode: gap.errorCode === undefined ? null : name(gap.errorCode),
  message: gap.message === undefined ? null : sentence(gap.message),
  firstSeen,
});
