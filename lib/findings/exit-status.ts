import { atLeast, type Severity } from '../model/outcome.ts';
import type { Result } from '../model/report.ts';
import { isExcepted } from './exceptions.ts';

/** What `--fail-on` takes. */
export const failLevels = ['none', 'low', 'medium', 'high', 'critical'] as const;
export type FailOn = (typeof failLevels)[number];

const severityOf: { readonly [level in Exclude<FailOn, 'none'>]: Severity } = {
  low: 'LOW',
  medium: 'MEDIUM',
  high: 'HIGH',
  critical: 'CRITICAL',
};

/** Whether a result fails a run: INFORMATIONAL ones never do, nor those with a valid exception. */
export const fails = (result: Result, failOn: FailOn): boolean =>
  failOn !== 'none' &&
  result.status === 'NON_COMPLIANT' &&
  !isExcepted(result) &&
  atLeast(result.severity, severityOf[failOn]);

/** Whether clean cannot be claimed, because something that a verdict depends on was not read. */
export const isBlind = (results: readonly Result[], unlisted: readonly string[]): boolean =>
  unlisted.length > 0 || results.some(({ status, missing }) => status === 'INSUFFICIENT_DATA' && missing.length > 0);

/**
 * The exit status of a run whose input could be read: findings decide first, then what could not be read.
 *
 * @param unlisted operations that list subjects and were not completely read: some subjects may have no result
 */
export function exitStatus(results: readonly Result[], unlisted: readonly string[], failOn: FailOn): 0 | 1 | 3 {
  if (failOn === 'none') return 0;
  if (results.some((result) => fails(result, failOn))) return 1;
  return isBlind(results, unlisted) ? 3 : 0;
}
