import { summarize } from '../../lib/findings/index.ts';
import type { Report, Result } from '../../lib/model/report.ts';

/** A report of some results, in an order of keys that is not the contract's. */
export const reportOf = (results: readonly Result[], changes: Partial<Report> = {}): Report => ({
  formatVersion: 1,
  generator: 'workspaces-auditor/9.9.9',
  snapshots: [{ accountId: '111122223333', region: 'us-east-1', capturedAt: '2027-01-31T12:00:00Z', sha256: 'aa' }],
  packs: [{ id: 'some-pack', version: '1.0.0', sha256: 'bb' }],
  summary: summarize(results),
  exceptions: [],
  coverage: [],
  results,
  ...changes,
});

export const options = { all: false, width: 100, color: false, program: 'wsaudit', unlisted: [] };
