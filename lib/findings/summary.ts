import type { Result, Summary } from '../model/report.ts';
import { isExcepted } from './exceptions.ts';

/** Counts all results, also those that a format leaves out. */
export function summarize(results: readonly Result[]): Summary {
  const byStatus = { COMPLIANT: 0, NON_COMPLIANT: 0, NOT_APPLICABLE: 0, INSUFFICIENT_DATA: 0 };
  const nonCompliantBySeverity = { CRITICAL: 0, HIGH: 0, MEDIUM: 0, LOW: 0, INFORMATIONAL: 0 };
  let excepted = 0;
  for (const result of results) {
    byStatus[result.status] += 1;
    if (result.status !== 'NON_COMPLIANT') continue;
    if (isExcepted(result)) excepted += 1;
    else nonCompliantBySeverity[result.severity] += 1;
  }
  return { results: results.length, byStatus, nonCompliantBySeverity, excepted };
}
