/** How completely one AWS operation was read. Only `complete` proves that what is not in the file does not exist. */
export const coverageStatuses = ['complete', 'partial', 'denied', 'failed', 'skipped'] as const;
export type CoverageStatus = (typeof coverageStatuses)[number];

/** One entry of a snapshot's coverage line. */
export interface OperationCoverage {
  /** `service:Operation`, which is also the IAM action. */
  readonly operation: string;
  readonly status: CoverageStatus;
  /** Resource lines that the operation contributed. */
  readonly count: number;
  readonly errorCode?: string | undefined;
  readonly message?: string | undefined;
  /** Of a per-resource operation: the ids that could not be read. */
  readonly resources?: readonly string[] | undefined;
}
