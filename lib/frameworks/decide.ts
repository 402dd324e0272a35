import * as because from './because.ts';
import type { AssessedControl, ControlStatus, Reason, RuleEvidence } from './report-schema.ts';

/** What is known of one control before it is decided. */
export interface ControlEvidence extends Pick<AssessedControl, 'coverage' | 'manual'> {
  readonly rules: readonly RuleEvidence[];
  /** What may hide subjects from the rules: see `unseen` of the report. */
  readonly unseen: readonly string[];
}

export interface Decision {
  readonly status: ControlStatus;
  readonly reason: Reason;
  /** One sentence. */
  readonly because: string;
}

/**
 * Decides one control, the worst reason first. A control is satisfied only when its rules were all in force, judged
 * everything and found nothing, and cover it fully, or in part with every manual item attested.
 */
export function decide(control: ControlEvidence): Decision {
  const { rules, manual, coverage, unseen } = control;
  const total = (count: (rule: RuleEvidence) => number) => rules.reduce((sum, rule) => sum + count(rule), 0);
  const found = total(({ byStatus }) => byStatus.NON_COMPLIANT);
  if (found > total(({ excepted }) => excepted)) return no('findings', because.findings(rules));
  if (found > 0) return no('findings-excepted', because.excepted(rules));
  if (coverage === null) return open('not-covered', because.notCovered);
  if (rules.length === 0) return open('manual-items', because.manualItems(manual));
  if (unseen.length > 0) return open('insufficient-data', because.unseen(unseen));
  if (total(({ byStatus }) => byStatus.INSUFFICIENT_DATA) > 0) {
    return open('insufficient-data', because.insufficientData(rules));
  }
  if (rules.some(({ inForce }) => !inForce)) return open('not-in-force', because.notInForce(rules));
  if (total(({ byStatus }) => byStatus.COMPLIANT) === 0) return open('not-applicable', because.notApplicable);
  const attested = manual.every((item) => item.attested);
  if (coverage === 'full' && manual.length === 0) return yes('rules', because.rules(rules));
  if (coverage !== 'supporting' && manual.length > 0 && attested) {
    return yes('rules-and-attestations', because.attested(rules, manual));
  }
  return open('no-finding', because.noFinding(coverage, manual));
}

const no = (reason: Reason, text: string): Decision => ({ status: 'not-satisfied', reason, because: text });
const yes = (reason: Reason, text: string): Decision => ({ status: 'satisfied', reason, because: text });
const open = (reason: Reason, text: string): Decision => ({ status: 'not-assessed', reason, because: text });
