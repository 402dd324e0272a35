import type { OperationCoverage } from '../model/coverage.ts';
import { generator } from '../model/generator.ts';
import { formatVersion } from './format.ts';
import type { ResourceType } from './resource-types.ts';

/** What a collector says about a snapshot before the first resource. */
export interface SnapshotOrigin {
  readonly partition: string;
  readonly accountId: string;
  readonly region: string;
  /** ISO 8601, UTC. */
  readonly capturedAt: string;
  readonly scope?: { readonly directories: readonly string[] };
}

/** The first line of a snapshot. */
export const headerLine = (origin: SnapshotOrigin): string =>
  line({ type: 'Snapshot', formatVersion, ...origin, generator });

/** @param resource exactly as the AWS SDK returned it; dates become ISO 8601 strings */
export const resourceLine = (type: ResourceType, resource: object): string => line({ type, resource });

/** The last line of a snapshot. */
export const coverageLine = (operations: readonly OperationCoverage[]): string =>
  line({ type: 'Coverage', operations });

const line = (content: object): string => `${JSON.stringify(content)}\n`;
