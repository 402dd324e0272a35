import { byCodePoint } from '../facts/index.ts';
import type { Result } from '../model/report.ts';
import { isExcepted, isExpired } from './exceptions.ts';
import { fingerprint } from './fingerprint.ts';
import { rememberCoverage } from './ledger-coverage.ts';
import { isForgotten } from './ledger-forgetting.ts';
import { newsIn, tellAgain } from './ledger-news.ts';
import { refuseUnfit, timeOf } from './ledger-refusal.ts';
import { doubtIn, isLimited } from './ledger-sight.ts';
import type { FindingEvent, Ledger, LedgerEvent, LedgerFinding, Run } from './ledger-types.ts';
import { type Doubt, told } from './proof.ts';
import { summarize } from './summary.ts';

type Step = Omit<FindingEvent, 'kind'> & { readonly kind: FindingEvent['kind'] | 'none' };

/**
 * Enters a run into the ledger of its account and Region. Pure. The newest snapshot a second time gives the same ledger
 * and the same events again but for the `stillOpen` ones, which are no news: a step whose answer was lost is repeated.
 *
 * A finding is resolved only when all that its rule reads was completely read this time and its subject is sound or
 * gone. What a partial, limited or narrowed run did not see stays open, with the reason as its `doubt`; so does a
 * finding of a rule that was turned off: whoever turned it off did not mend anything.
 *
 * Of each finding that was or is open there is one event, the first that fits of `resolved`, `excepted` (newly
 * answered for, also when it is found for the first time), `new` (also when it comes back), `exceptionExpired` (the
 * exception ran out or was taken away), `changed`, `stillOpen`. A finding that comes back keeps its `firstSeen` and
 * counts in `reopened`.
 *
 * A run may be older than one of some directories that was entered before it: what that one found or saw resolved
 * stands. Of what it saw sound and the ledger never knew nothing is left, so the older run may open it; the next one
 * resolves it.
 *
 * @param previous undefined before the first run
 * @throws LedgerError `stale` for a snapshot older than the newest one of the whole Region, `place` for a run of
 *   elsewhere
 */
export function remember(
  previous: Ledger | undefined,
  run: Run,
): { readonly ledger: Ledger; readonly events: readonly LedgerEvent[] } {
  refuseUnfit(previous, run);
  if (previous?.news?.sha256 === run.sha256) return { ledger: previous, events: tellAgain(previous, previous.news) };
  const { accountId, region, capturedAt } = run.header;
  const at = timeOf(capturedAt);
  const doubtOf = doubtIn(run);
  const results = new Map(run.results.map((result) => [fingerprint(result.ruleId, result.subject), result]));
  const known = new Map((previous?.findings ?? []).map((finding) => [finding.id, finding]));
  const steps = [...new Set([...known.keys(), ...results.keys()])].sort(byCodePoint).flatMap((id): Step[] => {
    const earlier = known.get(id);
    const result = results.get(id);
    if (earlier !== undefined && isNewerThan(at, earlier)) return [left(earlier)];
    if (result?.status === 'NON_COMPLIANT') return [found(id, earlier, result, at)];
    if (earlier === undefined) return [];
    if (isForgotten(earlier, at)) return [];
    if (earlier.state === 'resolved') return [left(earlier)];
    return [notFound(earlier, doubtOf(earlier.result, result), at)];
  });
  const { coverage, gaps, events: coverageEvents } = rememberCoverage(previous, run);
  const events = [
    ...steps.flatMap(({ kind, ...rest }) => (kind === 'none' ? [] : [{ kind, ...rest }])),
    ...coverageEvents,
  ];
  const before = previous?.summary ?? null;
  return {
    ledger: {
      ...{ formatVersion: 1, accountId, region, capturedAt: latest(at, previous?.capturedAt), coverage, gaps },
      wholeAt: isLimited(run) ? (previous?.wholeAt ?? null) : at,
      findings: steps.map(({ finding }) => finding),
      summary: isLimited(run) ? before : summarize(run.results),
      news: newsIn(events, run.sha256, before),
    },
    events,
  };
}

const latest = (at: string, other = ''): string => (at > other ? at : other);

/** Whether a newer run, of some directories, knows better. */
const isNewerThan = (at: string, { lastSeen, resolvedAt }: LedgerFinding): boolean =>
  latest(lastSeen, resolvedAt ?? '') > at;

const left = (finding: LedgerFinding): Step =>
  finding.state === 'open'
    ? { kind: 'stillOpen', finding, before: finding.result, doubt: null }
    : { kind: 'none', finding, before: null, doubt: null };

function found(id: string, earlier: LedgerFinding | undefined, result: Result, at: string): Step {
  const cameBack = earlier?.state === 'resolved';
  const finding: LedgerFinding = {
    ...{ id, state: 'open', result, firstSeen: earlier?.firstSeen ?? at, lastSeen: at, resolvedAt: null },
    reopened: (earlier?.reopened ?? 0) + (cameBack ? 1 : 0),
    published: earlier?.published ?? {},
  };
  const before = earlier === undefined || cameBack ? null : earlier.result;
  return { kind: kindOf(before, result), finding, before, doubt: null };
}

function kindOf(before: Result | null, now: Result): FindingEvent['kind'] {
  const wasExcepted = before !== null && isExcepted(before);
  if (isExcepted(now) && !wasExcepted) return 'excepted';
  if (before === null) return 'new';
  if (wasExcepted && !isExcepted(now)) return 'exceptionExpired';
  return told(before) === told(now) ? 'stillOpen' : 'changed';
}

function notFound(earlier: LedgerFinding, doubt: Doubt | undefined, at: string): Step {
  const before = earlier.result;
  if (doubt === undefined) {
    return { kind: 'resolved', finding: { ...earlier, state: 'resolved', resolvedAt: at }, before, doubt: null };
  }
  // An exception runs out whether or not anybody can look: blindness must not prolong it.
  const { exception } = before;
  if (exception === null || exception.expired || !isExpired(exception.expires, at)) {
    return { kind: 'stillOpen', finding: earlier, before, doubt };
  }
  const result = { ...before, exception: { ...exception, expired: true } };
  return { kind: 'exceptionExpired', finding: { ...earlier, result }, before, doubt };
}
