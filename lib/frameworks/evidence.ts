import { isExcepted } from '../findings/index.ts';
import { severities } from '../model/outcome.ts';
import type { Result } from '../model/report.ts';
import type { RuleEvidence } from './report-schema.ts';

/** A rule that some pack holds, as far as a control needs to know it. */
export interface KnownRule {
  readonly id: string;
  readonly controls: readonly string[];
}

/**
 * What the results of one rule say about its controls.
 *
 * @param results those of the rule, in the order of the report
 * @param all whether subjects that are compliant, or that the rule does not apply to, are named too
 */
export function evidenceOf(ruleId: string, inForce: boolean, results: readonly Result[], all: boolean): RuleEvidence {
  const byStatus = { COMPLIANT: 0, NON_COMPLIANT: 0, NOT_APPLICABLE: 0, INSUFFICIENT_DATA: 0 };
  const missing = new Set<string>();
  let excepted = 0;
  for (const result of results) {
    byStatus[result.status] += 1;
    for (const operation of result.missing) missing.add(operation);
    if (isExcepted(result)) excepted += 1;
  }
  const found = results.filter(({ status }) => status === 'NON_COMPLIANT');
  const open = found.filter((result) => !isExcepted(result));
  const named = results.filter(({ status }) => all || status === 'NON_COMPLIANT' || status === 'INSUFFICIENT_DATA');
  return {
    ...{ ruleId, inForce, severity: worst(open.length > 0 ? open : found), byStatus, excepted },
    missing: [...missing].sort(),
    subjects: named.map((result) => {
      const { type, id, accountId, region } = result.subject;
      return { type, id, accountId, region, status: result.status, excepted: isExcepted(result) };
    }),
  };
}

const worst = (results: readonly Result[]): RuleEvidence['severity'] =>
  severities.find((each) => results.some(({ severity }) => severity === each)) ?? null;
