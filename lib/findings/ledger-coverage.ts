import { sorted } from '../facts/index.ts';
import { isLimited } from './ledger-sight.ts';
import type { CoverageEvent, OperationStatus, Run } from './ledger-types.ts';

/**
 * Compares what was read with what was read last. An operation that nobody has heard of before and that is not
 * complete is lost, too: the first run must say what it could not see. One that is gone from the snapshot is lost only
 * while a rule in force reads it. A limited run says nothing of the Region, so it leaves everything as it was.
 */
export function rememberCoverage(
  previous: readonly OperationStatus[],
  run: Run,
): { readonly coverage: readonly OperationStatus[]; readonly events: readonly CoverageEvent[] } {
  if (isLimited(run)) return { coverage: previous, events: [] };
  const earlier = new Map(previous.map(({ operation, status }) => [operation, status]));
  const operations = sorted([...run.coverage.keys(), ...[...run.rules.values()].flat()]);
  const coverage = operations.map((operation) => ({
    operation,
    status: run.coverage.get(operation)?.status ?? ('skipped' as const),
  }));
  const events = coverage.flatMap(({ operation, status }): CoverageEvent[] => {
    const before = earlier.get(operation);
    const wasComplete = before === undefined || before === 'complete';
    if (wasComplete && status !== 'complete') return [{ kind: 'coverageLost', operation, status }];
    return !wasComplete && status === 'complete' ? [{ kind: 'coverageRegained', operation, status }] : [];
  });
  return { coverage, events };
}
