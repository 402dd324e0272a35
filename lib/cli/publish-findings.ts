import { fingerprint } from '../findings/index.ts';
import { generator } from '../model/generator.ts';
import type { Report, SnapshotReference } from '../model/report.ts';
import { type Finding, findingOf, gapFindingOf, isPublished } from '../publish/index.ts';

/** What findings say besides what the report holds. */
export interface ScanTelling {
  readonly partition: string;
  /** When they are made; ISO 8601. */
  readonly updatedAt: string;
  /** Page of a rule's source; undefined when it is not known. */
  readonly sourceUrlOf: (ruleId: string) => string | undefined;
}

/**
 * The findings of one account and Region, as a scan knows them: what is wrong, and one for each operation that was not
 * completely read. They have the ids that nightly runs give them. A scan has no memory, so each was first seen now, and
 * none is resolved.
 */
export function scanFindings(report: Report, at: SnapshotReference, telling: ScanTelling): Finding[] {
  const { partition, updatedAt, sourceUrlOf } = telling;
  const { capturedAt } = at;
  const isHere = (one: { accountId: string; region: string }): boolean =>
    one.accountId === at.accountId && one.region === at.region;
  const times = { state: 'open', firstObservedAt: capturedAt, lastObservedAt: capturedAt, updatedAt } as const;
  return [
    ...report.results
      .filter((result) => isPublished(result) && isHere(result.subject))
      .map((result) => {
        const { ruleId, subject } = result;
        const id = fingerprint(ruleId, subject);
        return findingOf(result, { ...times, id, generator, sourceUrl: sourceUrlOf(ruleId) });
      }),
    ...report.coverage.filter(isHere).map((gap) => gapFindingOf(gap, { ...times, partition, generator })),
  ];
}
