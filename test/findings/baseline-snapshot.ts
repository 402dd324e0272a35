import type { CoverageStatus } from '../../lib/model/coverage.ts';
import type { Snapshot } from '../../lib/snapshot/index.ts';
import { emptyResources } from '../../lib/snapshot/resource-types.ts';
import { place, read } from './ledger-run.ts';

/** A snapshot without resources, of one operation. */
export const snapshot = (sha256: string, capturedAt: string, status: CoverageStatus = 'complete'): Snapshot => ({
  header: { type: 'Snapshot', formatVersion: 1, partition: 'aws', ...place, capturedAt, generator: 'test/1' },
  coverage: new Map([[read, { operation: read, status, count: 0 }]]),
  ...{ resources: emptyResources(), sha256, notes: [] },
});

export const limited = (of: Snapshot): Snapshot => ({
  ...of,
  header: { ...of.header, scope: { directories: ['d-1'] } },
});
