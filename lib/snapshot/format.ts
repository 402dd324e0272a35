import * as z from 'zod';
import { coverageStatuses, type OperationCoverage } from '../model/coverage.ts';
import type { Resources } from './resource-types.ts';

/** The only format version this program writes and reads. */
export const formatVersion = 1;

export const headerSchema = z.looseObject({
  type: z.literal('Snapshot'),
  formatVersion: z.literal(formatVersion),
  partition: z.string().min(1),
  accountId: z.string().regex(/^\d{12}$/, 'a 12-digit account id'),
  region: z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d+$/, 'a Region code such as us-east-1'),
  capturedAt: z.iso.datetime({ offset: true }),
  generator: z.string(),
  scope: z.looseObject({ directories: z.array(z.string()).optional() }).optional(),
});

/** First line of a snapshot: which account and Region, and when. */
export type SnapshotHeader = z.infer<typeof headerSchema>;

export const coverageSchema = z.looseObject({
  type: z.literal('Coverage'),
  operations: z.array(
    z.looseObject({
      operation: z.string().regex(/^[a-z0-9-]+:[A-Za-z0-9]+$/, 'an operation such as workspaces:DescribeWorkspaces'),
      status: z.enum(coverageStatuses),
      count: z.int().nonnegative(),
      errorCode: z.string().optional(),
      message: z.string().optional(),
      resources: z.array(z.string()).optional(),
    }),
  ),
});

/** A snapshot read into memory: raw resources of one account and Region and how completely they were read. */
export interface Snapshot {
  readonly header: SnapshotHeader;
  readonly resources: Resources;
  /** By operation; an operation that is not a key was skipped. */
  readonly coverage: ReadonlyMap<string, OperationCoverage>;
  /** Of the uncompressed bytes, hexadecimal. */
  readonly sha256: string;
  /** Remarks about the file that change nothing, such as resource types of a newer version. */
  readonly notes: readonly string[];
}
