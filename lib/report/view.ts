import type { Report, Result } from '../model/report.ts';

/** The results that are listed. */
export const listed = (report: Report, all: boolean): readonly Result[] =>
  all
    ? report.results
    : report.results.filter(({ status }) => status === 'NON_COMPLIANT' || status === 'INSUFFICIENT_DATA');

/** A result with its keys in the order of the contract. */
export const inOrder = (result: Result): Result => ({
  ruleId: result.ruleId,
  packId: result.packId,
  title: result.title,
  severity: result.severity,
  status: result.status,
  subject: {
    type: result.subject.type,
    id: result.subject.id,
    arn: result.subject.arn,
    accountId: result.subject.accountId,
    region: result.subject.region,
  },
  reason: result.reason,
  evidence: result.evidence,
  remediation: result.remediation,
  controls: result.controls,
  missing: result.missing,
  exception: result.exception,
});
