import type { Ledger, Publication } from '../findings/index.ts';
import { hashOf, idOf, type Remembered, rememberedIn, type Telling } from './remembered.ts';

/** The name under which a ledger remembers what Security Hub took. */
export const destination = 'security-hub';

/**
 * Security Hub deletes what was not updated for 90 days. A month before that there is time for many more tries.
 *
 * @see https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-findings-update-types.html
 */
const daysUntilRefresh = 60;
const dayInMilliseconds = 86_400_000;

/** What Security Hub is to be told, and the hash of what it is told. */
export interface Due {
  readonly remembered: Remembered;
  readonly hash: string;
}

/**
 * What Security Hub does not know yet: what is open and new to it or other than it was told, what it holds as open and
 * is resolved, and what is open and was told so long ago that it is about to be deleted there. What was resolved
 * before Security Hub ever heard of it stays untold.
 */
export const dueIn = (ledger: Ledger, now: Date, telling: Telling): Due[] =>
  rememberedIn(ledger).flatMap((remembered) => {
    const told = remembered.published[destination];
    if (remembered.state === 'resolved') {
      return told?.state === 'open' ? [{ remembered, hash: hashOf(remembered, telling) }] : [];
    }
    const hash = hashOf(remembered, telling);
    const isOld = (at: string) => now.getTime() - Date.parse(at) > daysUntilRefresh * dayInMilliseconds;
    return told === undefined || told.hash !== hash || isOld(told.at) ? [{ remembered, hash }] : [];
  });

/**
 * Marks what Security Hub took, as it was sent, even if a run changed it since: then it is due because the mark differs,
 * and one that was resolved since is archived rather than never told of again. A mark of what was sent later stays, for
 * Security Hub, too, keeps the version of the later `UpdatedAt`.
 *
 * @param taken by id in Security Hub
 * @returns the same ledger when nothing is to be marked
 */
export function markTaken(ledger: Ledger, taken: ReadonlyMap<string, Publication>): Ledger {
  let marked = false;
  const mark = <R extends Remembered>(one: R): R => {
    const publication = taken.get(idOf(one));
    const told = one.published[destination];
    if (publication === undefined || (told !== undefined && told.at >= publication.at)) return one;
    marked = true;
    return { ...one, published: { ...one.published, [destination]: publication } };
  };
  const findings = ledger.findings.map(mark);
  const gaps = ledger.gaps.map(mark);
  return marked ? { ...ledger, findings, gaps } : ledger;
}
