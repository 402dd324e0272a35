import type { OperationCoverage } from '../model/coverage.ts';
import { operationOf } from '../snapshot/index.ts';
import type { ResourceName } from './baseline-subject.ts';

/**
 * The coverage of a snapshot after lines were added and removed. What was completely read stays complete; of an
 * operation that was not read, an added line makes a part: what is in the file is true, the rest is unknown.
 */
export function coverageWith(
  coverage: ReadonlyMap<string, OperationCoverage>,
  added: readonly ResourceName[],
  gone: readonly ResourceName[],
): OperationCoverage[] {
  const changed = new Map(coverage);
  const count = (resources: readonly ResourceName[], by: number) => {
    for (const { type } of resources) {
      const operation = operationOf(type);
      const entry = changed.get(operation) ?? { operation, status: 'skipped', count: 0 };
      changed.set(operation, { ...entry, count: entry.count + by });
    }
  };
  count(gone, -1);
  count(added, 1);
  return [...changed.values()].map((entry) =>
    entry.status === 'complete' || entry.count === 0 ? entry : { ...entry, status: 'partial' },
  );
}
