import { sorted } from '../facts/index.ts';
import type { Severity, Status } from '../model/outcome.ts';
import type { Json } from '../model/report.ts';
import { isUnknown, type Unknown } from '../model/unknown.ts';
import { comparedFact, factsOf, type Leaf } from './conditions.ts';
import type { Facts } from './decide.ts';
import type { Rule } from './rule.ts';
import { display, render } from './templates.ts';

/** What one set of values comes to; shared by all subjects that have them. */
export interface Verdict {
  readonly status: Status;
  readonly severity: Severity;
  /** Comparisons that make it NOT_APPLICABLE or NON_COMPLIANT. */
  readonly failing: readonly Leaf[];
  /** Comparisons that leave it open. */
  readonly open: readonly Leaf[];
  /** Templates of the remarks that hold. */
  readonly notes: readonly string[];
}

export interface Explanation {
  readonly reason: string;
  readonly notes: readonly string[];
  readonly missing: readonly string[];
}

/** Puts a verdict into words with the actual values of one subject. */
export function explain(rule: Rule, verdict: Verdict, facts: Facts): Explanation {
  const notes = verdict.status === 'NOT_APPLICABLE' ? [] : verdict.notes.map((note) => render(note, facts));
  if (verdict.status !== 'INSUFFICIENT_DATA') return { reason: reasonOf(rule, verdict, facts), notes, missing: [] };
  const unknowns = verdict.open.flatMap(factsOf).map(facts).filter(isUnknown);
  const reasons = distinct(unknowns.map(({ reason }) => reason));
  return {
    reason: `Cannot be judged: ${reasons.join('; ')}.`,
    notes,
    missing: sorted(unknowns.flatMap(({ operations }) => operations)),
  };
}

function reasonOf(rule: Rule, { status, failing }: Verdict, facts: Facts): string {
  if (status === 'COMPLIANT') return render(rule.reason.compliant, facts);
  if (status === 'NOT_APPLICABLE') {
    return `Not applicable: ${distinct(failing.map((leaf) => describe(leaf, facts))).join('; ')}.`;
  }
  const because = distinct(failing.flatMap((leaf) => leaf.because ?? [])).map((clause) => render(clause, facts));
  if (because.length === 0) return render(rule.reason.nonCompliant, facts);
  const sentence = capitalised(because.join('; '));
  // A message of AWS that stands at the end brings a full stop of its own.
  return sentence.endsWith('.') ? sentence : `${sentence}.`;
}

/** What a comparison found, without a word on what it wanted. */
function describe(leaf: Leaf, facts: Facts): string {
  const other = comparedFact(leaf);
  const value: Json | Unknown = facts(leaf.fact);
  const found = `${leaf.fact} is ${display(value)}`;
  return other === undefined ? found : `${found} and ${other} is ${display(facts(other))}`;
}

/** An id at the start of a sentence stays as it is. */
const capitalised = (sentence: string): string =>
  /^[a-z]+(-[a-z]+)*[ ,:]/.test(sentence) ? `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}` : sentence;

const distinct = (texts: readonly string[]): string[] => [...new Set(texts)];
