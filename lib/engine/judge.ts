import { sorted } from '../facts/index.ts';
import type { Severity, Status } from '../model/outcome.ts';
import type { Json, Result } from '../model/report.ts';
import { AtLeast, isUnknown, type Unknown } from '../model/unknown.ts';
import { factsOf, leavesOf } from './conditions.ts';
import { Decider, type Decision, type Facts } from './decide.ts';
import { explain, type Verdict } from './explain.ts';
import type { Rule } from './rule.ts';

/** A result but for its subject. */
export type Judgement = Omit<Result, 'subject'>;

/** The verdict of one rule on whatever facts it is shown; equal values are asked about once. */
export class Judge {
  readonly #rule: Rule;
  readonly #severity: Severity | undefined;
  readonly #decider: Decider;
  /** Facts that decide whether the rule applies. */
  readonly #readFirst: readonly string[];
  /** Facts that conditions read: they decide, and equal values share a verdict. */
  readonly #read: readonly string[];
  /** Facts that stand in the evidence: those that the verdict rests on, and the ones that the rule wants shown. */
  readonly #shown: readonly string[];
  readonly #verdicts = new Map<string, Verdict>();
  /** Whole answers for values of which nothing is unknown and where the rule does not apply: they are the same. */
  readonly #inapplicable = new Map<string, Judgement>();

  /** @param severity set by a configuration; replaces the base severity and every grade */
  constructor(rule: Rule, severity?: Severity) {
    this.#rule = rule;
    this.#severity = severity;
    const verdict = [rule.appliesWhen ?? rule.requires, rule.requires, ...rule.severityWhen.map(({ when }) => when)];
    const trees = [...verdict, ...rule.notes.map(({ when }) => when)];
    this.#decider = new Decider(trees);
    this.#readFirst = rule.appliesWhen === undefined ? [] : sorted(leavesOf(rule.appliesWhen).flatMap(factsOf));
    this.#read = sorted(trees.flatMap(leavesOf).flatMap(factsOf));
    this.#shown = sorted([...verdict.flatMap(leavesOf).flatMap(factsOf), ...rule.evidence]);
  }

  /** Judges one subject. Answers at once, without a promise, for values that it has met before. */
  judge(facts: Facts): Judgement | Promise<Judgement> {
    const first = keyOfAll(this.#readFirst, facts);
    const shared = this.#inapplicable.get(first);
    if (shared !== undefined) return shared;
    const key = keyOfAll(this.#read, facts);
    const verdict = this.#verdicts.get(key);
    if (verdict !== undefined) return this.#judgement(verdict, facts);
    return this.#decider.decide(facts).then((decisions) => {
      const decided = this.#verdictOf(decisions);
      const judgement = this.#judgement(decided, facts);
      const isSame = decided.status === 'NOT_APPLICABLE' && !this.#readFirst.some((name) => isUnknown(facts(name)));
      if (isSame) this.#inapplicable.set(first, judgement);
      else this.#verdicts.set(key, decided);
      return judgement;
    });
  }

  #judgement(verdict: Verdict, facts: Facts): Judgement {
    const { id: ruleId, packId, title, remediation, controls } = this.#rule;
    const { status, severity } = verdict;
    const { reason, notes, missing } = explain(this.#rule, verdict, facts);
    const evidence: Record<string, Json> = {};
    // Where the rule does not apply, what decides that says why; the rest would only be noise.
    const names = status === 'NOT_APPLICABLE' ? this.#readFirst : this.#shown;
    for (const name of names) evidence[name] = shown(facts(name));
    if (notes.length > 0) evidence.notes = notes;
    return {
      ruleId,
      packId,
      title,
      severity,
      status,
      reason,
      evidence,
      remediation,
      controls,
      missing,
      exception: null,
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
  if (applies === undefined || requires === undefined) return 'INSUFFICIENT_DATA';
  return requires ? 'COMPLIANT' : 'NON_COMPLIANT';
}

function keyOfAll(names: readonly string[], facts: Facts): string {
  let key = '';
  for (const name of names) key += `${keyOf(facts(name))}\n`;
  return key;
}

/** Lists that many subjects share, such as the subnets of a directory, are put into words once. */
const listKeys = new WeakMap<object, string>();

function keyOf(value: Json | Unknown): string {
  if (value instanceof AtLeast) return `>=${value.floor}`;
  if (isUnknown(value)) return '?';
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  let key = listKeys.get(value);
  if (key === undefined) {
    key = JSON.stringify(value);
    listKeys.set(value, key);
  }
  return key;
}

function shown(value: Json | Unknown): Json {
  if (value instanceof AtLeast) return { atLeast: value.floor };
  return isUnknown(value) ? { unknown: value.reason } : value;
}
