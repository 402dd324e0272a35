import { severities } from '../model/outcome.ts';
import type { AssessedControl, RuleEvidence } from './report-schema.ts';

type Rules = readonly RuleEvidence[];
type Manual = AssessedControl['manual'];

/** Names in a sentence before the rest is only counted. */
const shown = 3;

export const notCovered = 'Neither a rule nor a manual item speaks of it.';
export const notApplicable = 'Nothing that its rules speak of is in the snapshots.';

/** Findings without a valid exception, and how many have one. */
export function findings(rules: Rules): string {
  const excepted = sum(rules, (rule) => rule.excepted);
  const open = rules.filter(({ byStatus, ...rule }) => byStatus.NON_COMPLIANT > rule.excepted);
  const total = sum(open, ({ byStatus, ...rule }) => byStatus.NON_COMPLIANT - rule.excepted);
  const others = excepted === 0 ? '' : `; ${excepted} more under a valid exception`;
  return `${count(total, 'finding')} of ${count(open.length, 'rule')}, the worst ${worst(open)}${others}.`;
}

export function excepted(rules: Rules): string {
  const total = sum(rules, (rule) => rule.excepted);
  const all = total === 1 ? 'under' : 'all under';
  return `${count(total, 'finding')}, ${all} a valid exception: the risk is accepted, the control is not met.`;
}

export function manualItems(manual: Manual): string {
  const attested = manual.filter((item) => item.attested).length;
  return `No rule speaks of it; ${attested} of ${count(manual.length, 'manual item')} attested.`;
}

export const unseen = (what: readonly string[]): string =>
  `Subjects may have been missed: ${list(what)} ${what.length === 1 ? 'was' : 'were'} not completely read.`;

export function insufficientData(rules: Rules): string {
  const open = rules.filter(({ byStatus }) => byStatus.INSUFFICIENT_DATA > 0);
  const missing = [...new Set(open.flatMap((rule) => rule.missing))].sort();
  const total = sum(open, ({ byStatus }) => byStatus.INSUFFICIENT_DATA);
  const want = missing.length === 0 ? 'a baseline, a setting or a value' : list(missing);
  return `${count(total, 'result')} of ${count(open.length, 'rule')} could not be judged for want of ${want}.`;
}

export function notInForce(rules: Rules): string {
  const off = rules.filter(({ inForce }) => !inForce).map(({ ruleId }) => ruleId);
  return `${off.length} of ${count(rules.length, 'rule')} not in force: ${list(off)}.`;
}

export const rules = (all: Rules): string => `${compliant(all)}, and rules cover it fully.`;

export const attested = (all: Rules, manual: Manual): string =>
  `${compliant(all)}, and ${manual.length === 1 ? 'the manual item is' : `all ${manual.length} manual items are`} attested.`;

/** Clean, but rules alone do not prove the control. */
export function noFinding(coverage: AssessedControl['coverage'], manual: Manual): string {
  if (coverage === 'supporting') return 'No finding, but rules only support it.';
  if (manual.length === 0) return 'No finding, but rules cover it in part, and no manual item says what the rest is.';
  const open = manual.filter((item) => !item.attested).length;
  const extent = coverage === 'partial' ? 'rules cover it in part: ' : '';
  return `No finding, but ${extent}${open} of ${count(manual.length, 'manual item')} not attested.`;
}

const compliant = (all: Rules): string =>
  `${count(
    sum(all, ({ byStatus }) => byStatus.COMPLIANT),
    'compliant result',
  )} of ${count(all.filter(({ byStatus }) => byStatus.COMPLIANT > 0).length, 'rule')}`;

const sum = (all: Rules, of: (rule: RuleEvidence) => number): number =>
  all.reduce((total, rule) => total + of(rule), 0);

const worst = (all: Rules): string => severities.find((each) => all.some(({ severity }) => severity === each)) ?? '';

const count = (n: number, unit: string): string => `${n} ${unit}${n === 1 ? '' : 's'}`;

const list = (names: readonly string[]): string =>
  names.length <= shown ? names.join(', ') : `${names.slice(0, shown).join(', ')} and ${names.length - shown} more`;
