import { compareResults } from '../engine/index.ts';
import { placeKey } from '../model/place.ts';
import type { CoverageGap, Report, Result } from '../model/report.ts';
import { compareGaps } from './coverage.ts';
import { doubtOfSilence, told } from './proof.ts';

/** One side of a comparison. */
export interface Side {
  readonly report: Report;
  /** Rules that are known to have been in force; undefined for a saved report, whose results show only some. */
  readonly ruleIds: ReadonlySet<string> | undefined;
  /** Places (`account Region`) of which only some directories were read on purpose: what is outside may still be. */
  readonly limited: ReadonlySet<string>;
}

/** `diff --format json`. */
export interface Diff {
  readonly appeared: readonly Result[];
  /** As they were found. */
  readonly resolved: readonly Result[];
  readonly changed: readonly { readonly before: Result; readonly after: Result }[];
  readonly coverage: { readonly lost: readonly CoverageGap[]; readonly regained: readonly CoverageGap[] };
}

/** A finding of the old side of which the new side says nothing, and why that does not resolve it. */
export interface Undecided {
  readonly result: Result;
  readonly why: string;
}

/**
 * Compares two runs. A finding is resolved only when the new run proves it: by another verdict, or by a complete read
 * of everything that its rule reads in which the subject is gone.
 *
 * @param operations what each rule reads, by rule id
 */
export function diff(
  before: Side,
  after: Side,
  operations: ReadonlyMap<string, readonly string[]>,
): { readonly diff: Diff; readonly undecided: readonly Undecided[] } {
  const old = byKey(before.report.results);
  const now = byKey(after.report.results);
  const resolved: Result[] = [];
  const undecided: Undecided[] = [];
  for (const [key, result] of old) {
    if (result.status !== 'NON_COMPLIANT') continue;
    const later = now.get(key);
    const why = later === undefined ? whyUnproven(result, after, operations) : undefined;
    if (why !== undefined) undecided.push({ result, why });
    else if (later === undefined || isSound(later)) resolved.push(result);
  }
  const appeared = [...now].flatMap(([key, result]) =>
    result.status === 'NON_COMPLIANT' && old.get(key)?.status !== 'NON_COMPLIANT' ? [result] : [],
  );
  const changed = [...now].flatMap(([key, later]) => {
    const earlier = old.get(key);
    return earlier !== undefined && hasChanged(earlier, later) ? [{ before: earlier, after: later }] : [];
  });
  return {
    diff: {
      appeared: appeared.sort(compareResults),
      resolved: resolved.sort(compareResults),
      changed: changed.sort((a, b) => compareResults(a.after, b.after)),
      coverage: { lost: gapsOnlyIn(after.report, before.report), regained: gapsOnlyIn(before.report, after.report) },
    },
    undecided: undecided.sort((a, b) => compareResults(a.result, b.result)),
  };
}

const byKey = (results: readonly Result[]): Map<string, Result> =>
  new Map(
    results.map((result) => {
      const { accountId, region, type, id } = result.subject;
      return [[result.ruleId, accountId, region, type, id].join(' '), result];
    }),
  );

const isSound = ({ status }: Result): boolean => status === 'COMPLIANT' || status === 'NOT_APPLICABLE';

/** Changes that are neither an appearance nor a resolution; sound results may change their numbers. */
function hasChanged(before: Result, after: Result): boolean {
  if (before.status === after.status) return !isSound(after) && told(before) !== told(after);
  return after.status !== 'NON_COMPLIANT' && !(before.status === 'NON_COMPLIANT' && isSound(after));
}

/** @returns why the absence of a result proves nothing, or undefined when it proves that the finding is gone */
function whyUnproven(
  result: Result,
  { report, ruleIds, limited }: Side,
  operations: ReadonlyMap<string, readonly string[]>,
): string | undefined {
  const { ruleId, packId, subject } = result;
  const { accountId, region } = subject;
  const isHere = (at: { accountId: string; region: string }) => at.accountId === accountId && at.region === region;
  if (!report.snapshots.some(isHere)) return `NEW does not cover account ${accountId}, ${region}`;
  const gaps = new Set(report.coverage.filter(isHere).map(({ operation }) => operation));
  const doubt = doubtOfSilence(result, {
    limited: limited.has(`${accountId} ${region}`),
    isComplete: (operation) => !gaps.has(operation),
    reads: (id) => operations.get(id),
  });
  if (doubt?.kind === 'limited') return `NEW covers only some directories of account ${accountId}, ${region}`;
  if (doubt?.kind === 'unread') return `NEW did not completely read ${doubt.operations.join(', ')}`;
  if (doubt !== undefined) return `the rule ${ruleId} is not known any more`;
  if (ruleIds !== undefined) return ruleIds.has(ruleId) ? undefined : `the rule ${ruleId} is not in force in NEW`;
  // A saved report shows the rules that ran only when it was made with --all; else its packs have to do.
  const showsAll = report.results.length === report.summary.results;
  if (showsAll && !report.results.some((one) => one.ruleId === ruleId))
    return `NEW has no result of the rule ${ruleId}`;
  return report.packs.some(({ id }) => id === packId) ? undefined : `the pack ${packId} is not in force in NEW`;
}

/** Gaps of one report in places that the other covers without that gap. */
function gapsOnlyIn(report: Report, other: Report): CoverageGap[] {
  const covered = new Set(other.snapshots.map(placeKey));
  const known = new Set(other.coverage.map((gap) => `${placeKey(gap)} ${gap.operation}`));
  return report.coverage
    .filter((gap) => covered.has(placeKey(gap)) && !known.has(`${placeKey(gap)} ${gap.operation}`))
    .toSorted(compareGaps);
}
