import type { Ledger, LedgerFinding, Publication, Run } from '../../lib/findings/index.ts';
import type { CoverageStatus } from '../../lib/model/coverage.ts';
import type { Result } from '../../lib/model/report.ts';
import { finding } from './result.ts';

export const read = 'workspaces:DescribeWorkspaces';
export const first = '2027-01-01T03:00:00.000Z';
export const second = '2027-01-02T03:00:00.000Z';
export const third = '2027-01-03T03:00:00.000Z';
export const place = { accountId: '111122223333', region: 'us-east-1' };

export const publication = (changes: Partial<Publication> = {}) => ({
  'security-hub': { hash: 'abc', at: first, state: 'open' as const, ...changes },
});

/** A complete run of one rule over WorkSpaces. */
export const run = (capturedAt: string, results: readonly Result[], changes: Partial<Run> = {}): Run => ({
  ...{ header: { ...place, capturedAt }, sha256: `content of ${capturedAt}` },
  coverage: coverage('complete'),
  ...{ results, unlisted: [], rules: new Map([['some-rule', [read]]]), inScope: () => true },
  ...changes,
});

export const coverage = (status: CoverageStatus, operation = read): Run['coverage'] =>
  new Map([[operation, { operation, status, count: 0 }]]);

export const remembered = (changes: Partial<LedgerFinding> = {}): LedgerFinding => ({
  ...{ id: 'wsaudit/111122223333/us-east-1/some-rule/workspace/ws-1', state: 'open', result: finding() },
  ...{ firstSeen: first, lastSeen: first, resolvedAt: null, reopened: 0, published: {} },
  ...changes,
});

/** A ledger with one open finding. */
export const ledger = (changes: Partial<Ledger> = {}): Ledger => ({
  ...{ formatVersion: 1, ...place, capturedAt: first, wholeAt: first },
  ...{ coverage: [{ operation: read, status: 'complete' }] },
  ...{ findings: [remembered()], gaps: [], summary: null, news: null },
  ...changes,
});
