import { byCodePoint, type Estate, populationOf, type Subject, sorted, subjectId } from '../facts/index.ts';
import { type Severity, severities, statuses } from '../model/outcome.ts';
import type { Json, Result } from '../model/report.ts';
import type { Unknown } from '../model/unknown.ts';
import { withParameters } from './decide.ts';
import { factNamesOf } from './fact-names.ts';
import { Judge } from './judge.ts';
import type { Rule } from './rule.ts';

/** A rule with what a configuration says of it. */
export interface RuleInForce {
  readonly rule: Rule;
  /** Replaces the base severity and every grade. */
  readonly severity?: Severity | undefined;
}

export interface Evaluation {
  readonly results: readonly Result[];
  /** Operations that list subjects and were not read completely, so that some subjects may have no result. */
  readonly unlisted: readonly string[];
}

/**
 * Judges every subject of an estate by every rule. Pure: the same estate and rules give the same results.
 *
 * @param parameters values of all declared parameters, by name
 * @returns one result per rule and subject, in the order of {@link compareResults}
 */
export async function evaluate(
  estate: Estate,
  rules: readonly RuleInForce[],
  parameters: { readonly [name: string]: Json },
): Promise<Evaluation> {
  const results: Result[] = [];
  const unlisted = new Set<string>();
  const populations = new Map(
    [...new Set(rules.map(({ rule }) => rule.subject))].map((type) => [type, populationOf(estate, type)] as const),
  );
  for (const inForce of rules) {
    const population = populations.get(inForce.rule.subject);
    if (population === undefined) continue;
    const { subjects, unknown, nameless, namelessTo } = population;
    for (const operation of unknown?.operations ?? []) unlisted.add(operation);
    if (subjects.length === 0 && unknown !== undefined) results.push(onAccount(estate, inForce, 'No', unknown));
    else if (nameless !== undefined && reads(inForce.rule, namelessTo))
      results.push(onAccount(estate, inForce, 'Not every', nameless));
    if (subjects.length === 0) continue;
    for (const result of await judgeAll(inForce, subjects, parameters)) results.push(result);
  }
  return { results: results.sort(compareResults), unlisted: sorted(unlisted) };
}

/** Severity, rule, account, Region, subject type, subject id; all by code point. */
export function compareResults(a: Result, b: Result): number {
  return (
    severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
    byCodePoint(a.ruleId, b.ruleId) ||
    byCodePoint(a.subject.accountId, b.subject.accountId) ||
    byCodePoint(a.subject.region, b.subject.region) ||
    byCodePoint(a.subject.type, b.subject.type) ||
    byCodePoint(a.subject.id, b.subject.id)
  );
}

async function judgeAll(
  { rule, severity }: RuleInForce,
  subjects: readonly Subject[],
  parameters: { readonly [name: string]: Json },
): Promise<Result[]> {
  const judge = new Judge(rule, severity);
  const results: Result[] = [];
  for (const subject of subjects) {
    let worst: Result | undefined;
    for (const view of subject.views) {
      const facts = withParameters(view, parameters);
      const judged = judge.judge(facts);
      // A promise for each of a hundred thousand results would cost more than the verdicts.
      const judgement = judged instanceof Promise ? await judged : judged;
      const { ruleId, packId, title, severity: graded, status, ...rest } = judgement;
      const result: Result = { ruleId, packId, title, severity: graded, status, subject: subject.id, ...rest };
      if (worst === undefined || isWorse(result, worst)) worst = result;
    }
    if (worst !== undefined) results.push(worst);
  }
  return results;
}

/** Whether a rule has something to do with a fact; with no fact in particular, it does. */
const reads = (rule: Rule, fact: string | undefined): boolean => fact === undefined || factNamesOf(rule).includes(fact);

const isWorse = (a: Result, b: Result): boolean =>
  statuses.indexOf(a.status) - statuses.indexOf(b.status) < 0 ||
  (a.status === b.status && severities.indexOf(a.severity) < severities.indexOf(b.severity));

/** Subjects that could not be listed or named share one result, on the account. */
function onAccount(estate: Estate, { rule, severity }: RuleInForce, how: string, unknown: Unknown): Result {
  return {
    ruleId: rule.id,
    packId: rule.packId,
    title: rule.title,
    severity: severity ?? rule.severity,
    status: 'INSUFFICIENT_DATA',
    subject: subjectId(estate, 'account', estate.accountId),
    reason: `${how} ${rule.subject} could be judged: ${unknown.reason}.`,
    evidence: {},
    remediation: rule.remediation,
    controls: rule.controls,
    missing: unknown.operations,
    exception: null,
  };
}
