import type { Exception } from '../config/index.ts';
import { matcher } from '../facts/index.ts';
import type { AppliedException, ReportedException, Result, SnapshotReference } from '../model/report.ts';

/** Results with their exceptions on them, and what became of every exception. */
export interface Excepted {
  readonly results: readonly Result[];
  /** In the order of the configuration. */
  readonly exceptions: readonly ReportedException[];
}

const dayInMilliseconds = 86_400_000;

/** Whether the last valid day, in UTC, was over when the snapshot was taken. */
export const isExpired = (expires: string, capturedAt: string): boolean =>
  Date.parse(capturedAt) >= Date.parse(`${expires}T00:00:00Z`) + dayInMilliseconds;

/**
 * Marks what exceptions cover. Only NON_COMPLIANT results can be excepted: what could not be judged stays open. Of
 * several that match, a valid one counts before an expired one, then the first.
 */
export function applyExceptions(
  results: readonly Result[],
  exceptions: readonly Exception[],
  snapshots: readonly SnapshotReference[],
): Excepted {
  const capturedAt = new Map(snapshots.map((s) => [`${s.accountId} ${s.region}`, s.capturedAt]));
  const prepared = exceptions.map((exception) => ({
    exception,
    matches: matching(exception),
    matched: 0,
    expired: expiredIn(exception, snapshots),
  }));
  const marked = results.map((result): Result => {
    if (result.status !== 'NON_COMPLIANT') return result;
    const { accountId, region } = result.subject;
    const applying = prepared.filter(({ matches }) => matches(result));
    for (const each of applying) each.matched += 1;
    const applied = applying.map(({ exception }) => apply(exception, capturedAt.get(`${accountId} ${region}`) ?? ''));
    return { ...result, exception: applied.find(({ expired }) => !expired) ?? applied[0] ?? null };
  });
  return {
    results: marked,
    exceptions: prepared.map(({ exception: { rule, subject, owner, expires }, expired, matched }) => ({
      ...{ rule, subject, owner, expires, expired, matched },
    })),
  };
}

/** Whether a result counts as answered for. */
export const isExcepted = ({ exception }: Result): boolean => exception !== null && !exception.expired;

function matching({ rule, subject, accounts }: Exception): (result: Result) => boolean {
  const isSubject = matcher([subject]);
  return (result) =>
    result.ruleId === rule &&
    isSubject(result.subject.id) &&
    (accounts === undefined || accounts.includes(result.subject.accountId));
}

const apply = ({ reason, owner, ticket, expires }: Exception, capturedAt: string): AppliedException => ({
  ...{ reason, owner, ticket, expires },
  expired: isExpired(expires, capturedAt),
});

/** Expired for at least one snapshot that it could speak for: snapshots of one run may be of different days. */
function expiredIn({ accounts, expires }: Exception, snapshots: readonly SnapshotReference[]): boolean {
  const own = snapshots.filter(({ accountId }) => accounts?.includes(accountId) ?? true);
  return (own.length > 0 ? own : snapshots).some(({ capturedAt }) => isExpired(expires, capturedAt));
}
