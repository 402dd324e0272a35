import type { Result } from '../model/report.ts';
import type { Run } from './ledger-types.ts';
import { type Doubt, doubtOfSilence, doubtOfVerdict, listedBy, type Sight } from './proof.ts';

/** Whether only some directories were read, on purpose. */
export const isLimited = ({ header }: Pick<Run, 'header'>): boolean => header.scope?.directories !== undefined;

/**
 * What a run proves of open findings that it did not find again.
 *
 * @returns a function of a finding and of the run's result on the same rule and subject, if there is one; it gives the
 *   reason why the finding stays open, or undefined when it is proven to be gone
 */
export function doubtIn(run: Run): (finding: Result, now: Result | undefined) => Doubt | undefined {
  const unlisted = new Set(run.unlisted);
  const sight: Sight = {
    limited: isLimited(run),
    isComplete: (operation) => run.coverage.get(operation)?.status === 'complete' && !unlisted.has(operation),
    reads: (ruleId) => run.rules.get(ruleId),
  };
  const listing = new Set(Object.values(listedBy).flat());
  // An operation that turns out to list subjects of a type that the table does not know of: doubt them all.
  const odd = run.unlisted.filter((operation) => !listing.has(operation));
  const speechless = rulesWithoutSubjects(run);
  return (finding, now) => {
    if (now !== undefined) return doubtOfVerdict(now, sight);
    if (!run.inScope(finding.subject)) return { kind: 'excluded' };
    const doubt = doubtOfSilence(finding, sight);
    if (doubt !== undefined) return doubt;
    if (odd.length > 0) return { kind: 'unread', operations: odd };
    const missing = finding.subject.type === 'account' ? undefined : speechless.get(finding.ruleId);
    return missing === undefined ? undefined : { kind: 'unjudged', operations: missing };
  };
}

/** Rules that found nothing to judge because what lists their subjects is unknown: that is one result on the account. */
const rulesWithoutSubjects = ({ results }: Run): ReadonlyMap<string, readonly string[]> =>
  new Map(
    results.flatMap(({ ruleId, status, subject, missing }) =>
      subject.type === 'account' && status === 'INSUFFICIENT_DATA' ? [[ruleId, missing] as const] : [],
    ),
  );
