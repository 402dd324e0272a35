import { byCodePoint, type Estate, populationOf, type Subject, sorted, subjectId } from '../facts/index.ts';
import { type Severity, type Status, severities, statuses } from '../model/outcome.ts';
import type { Json, Result } from '../model/report.ts';
import type { SubjectType } from '../model/subject.ts';
import { AtLeast, isUnknown, type Unknown } from '../model/unknown.ts';
import { factsOf, leavesOf } from './conditions.ts';
import { Decider, type Decision, type Facts } from './decide.ts';
import { explain, type Verdict } from './explain.ts';
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
    const { subjects, unknown } = population;
    for (const operation of unknown?.operations ?? []) unlisted.add(operation);
    if (subjects.length === 0 && unknown !== undefined) results.push(nothingToJudge(estate, inForce, unknown));
    else results.push(...(await judgeAll(inForce, subjects, parameters)));
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
      const facts: Facts = (name) => (name.startsWith('config.') ? (parameters[name.slice(7)] ?? null) : view(name));
      const result = { ...(await judge.judge(facts)), subject: subject.id };
      if (worst === undefined || isWorse(result, worst)) worst = result;
    }
    if (worst !== undefined) results.push(worst);
  }
  return results;
}

const isWorse = (a: Result, b: Result): boolean =>
  statuses.indexOf(a.status) - statuses.indexOf(b.status) < 0 ||
  (a.status === b.status && severities.indexOf(a.severity) < severities.indexOf(b.severity));

/** The verdict of one rule on whatever facts it is shown; equal values are asked about once. */
export class Judge {
  readonly #rule: Rule;
  readonly #severity: Severity | undefined;
  readonly #decider: Decider;
  readonly #read: readonly string[];
  readonly #shown: readonly string[];
  readonly #verdicts = new Map<string, Verdict>();

  constructor(rule: Rule, severity?: Severity) {
    this.#rule = rule;
    this.#severity = severity;
    const trees = [
      rule.appliesWhen ?? rule.requires,
      rule.requires,
      ...rule.severityWhen.map(({ when }) => when),
      ...rule.notes.map(({ when }) => when),
    ];
    this.#decider = new Decider(trees);
    this.#read = sorted(trees.flatMap(leavesOf).flatMap(factsOf));
    const verdict = [trees[0], trees[1], ...rule.severityWhen.map(({ when }) => when)].flatMap((tree) =>
      tree === undefined ? [] : leavesOf(tree).flatMap(factsOf),
    );
    this.#shown = sorted([...verdict, ...rule.evidence]);
  }

  /** @returns a result but for its subject */
  async judge(facts: Facts): Promise<Omit<Result, 'subject'>> {
    const key = JSON.stringify(this.#read.map((name) => keyOf(facts(name))));
    let verdict = this.#verdicts.get(key);
    if (verdict === undefined) {
      verdict = this.#verdictOf(await this.#decider.decide(facts));
      this.#verdicts.set(key, verdict);
    }
    const { id: ruleId, packId, title, remediation, controls } = this.#rule;
    const { status, severity } = verdict;
    const { reason, notes, missing } = explain(this.#rule, verdict, facts);
    const evidence = Object.fromEntries(this.#shown.map((name) => [name, shown(facts(name))]));
    return {
      ...{ ruleId, packId, title, severity, status, reason },
      evidence: notes.length === 0 ? evidence : { ...evidence, notes },
      ...{ remediation, controls, missing, exception: null },
    };
  }

  #verdictOf(decisions: readonly Decision[]): Verdict {
    const [applies, requires, ...others] = decisions;
    if (applies === undefined || requires === undefined) throw new Error('a rule has no conditions');
    const always = this.#rule.appliesWhen === undefined;
    const grades = others.slice(0, this.#rule.severityWhen.length);
    const notes = others.slice(this.#rule.severityWhen.length);
    const status = statusOf(always ? true : applies.value, requires.value);
    const grade = this.#rule.severityWhen.find((_, index) => grades[index]?.value === true)?.severity;
    const graded = status === 'NON_COMPLIANT' ? (grade ?? this.#rule.severity) : this.#rule.severity;
    return {
      status,
      severity: this.#severity ?? graded,
      failing: status === 'NOT_APPLICABLE' ? applies.failing : requires.failing,
      open: !always && applies.value === undefined ? applies.open : requires.open,
      notes: this.#rule.notes.filter((_, index) => notes[index]?.value === true).map(({ text }) => text),
    };
  }
}

/** Applicability is decided first; then a proven violation counts whatever else is missing. */
function statusOf(applies: boolean | undefined, requires: boolean | undefined): Status {
  if (applies === false) return 'NOT_APPLICABLE';
  if (applies === undefined) return 'INSUFFICIENT_DATA';
  if (requires === undefined) return 'INSUFFICIENT_DATA';
  return requires ? 'COMPLIANT' : 'NON_COMPLIANT';
}

function keyOf(value: Json | Unknown): Json {
  if (value instanceof AtLeast) return { atLeast: value.floor };
  return isUnknown(value) ? { unknown: true } : value;
}

function shown(value: Json | Unknown): Json {
  if (value instanceof AtLeast) return { atLeast: value.floor };
  return isUnknown(value) ? { unknown: value.reason } : value;
}

/** The operation that lists the subjects was not read and none is known: that is one result, on the account. */
function nothingToJudge(estate: Estate, { rule, severity }: RuleInForce, unknown: Unknown): Result {
  const { id: ruleId, packId, title, remediation, controls } = rule;
  const account: SubjectType = 'account';
  return {
    ...{ ruleId, packId, title, severity: severity ?? rule.severity, status: 'INSUFFICIENT_DATA' as const },
    subject: subjectId(estate, account, estate.accountId),
    reason: `No ${rule.subject} could be judged: ${unknown.reason}.`,
    evidence: {},
    ...{ remediation, controls, missing: unknown.operations, exception: null },
  };
}
