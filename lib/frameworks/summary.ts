import type { AssessedControl, FrameworkReport, ReportedItem } from './report-schema.ts';

/** Counts controls and manual items. */
export function summarizeControls(
  controls: readonly AssessedControl[],
  items: readonly ReportedItem[],
): FrameworkReport['summary'] {
  const byStatus = { 'not-satisfied': 0, satisfied: 0, 'not-assessed': 0 };
  const byReason = {
    findings: 0,
    'findings-excepted': 0,
    rules: 0,
    'rules-and-attestations': 0,
    'no-finding': 0,
    'insufficient-data': 0,
    'not-in-force': 0,
    'not-applicable': 0,
    'manual-items': 0,
    'not-covered': 0,
  };
  for (const { status, reason } of controls) {
    byStatus[status] += 1;
    byReason[reason] += 1;
  }
  return {
    controls: controls.length,
    byStatus,
    byReason,
    unverified: controls.filter(({ verified }) => !verified).length,
    manualItems: items.length,
    attested: items.filter(({ attestation }) => attestation !== null).length,
  };
}
