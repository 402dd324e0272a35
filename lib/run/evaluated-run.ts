import type { Audit } from '../audit.ts';
import type { Run } from '../findings/index.ts';
import type { Snapshot } from '../snapshot/index.ts';

/** What a ledger remembers of the audit of one snapshot. */
export const runOf = (
  { report, unlisted, operations, inScope }: Audit,
  { header, sha256, coverage }: Snapshot,
): Run => ({
  ...{ header, sha256, coverage, results: report.results, unlisted, rules: operations, inScope },
});
