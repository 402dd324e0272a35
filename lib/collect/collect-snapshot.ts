import type { OperationCoverage } from '../model/coverage.ts';
import { SnapshotWriter } from '../snapshot/index.ts';
import { type Clients, collect } from './collect.ts';
import type { OnProgress } from './progress.ts';

/** What to read, with which clients, and where to put it. */
export interface SnapshotRequest {
  /** Path of the snapshot; `.gz` and `.zst` are compressed. */
  readonly file: string;
  readonly partition: string;
  readonly accountId: string;
  readonly region: string;
  readonly clients: Clients;
  /** Asked once, before the first call to AWS. */
  readonly clock: () => Date;
  readonly onProgress?: OnProgress | undefined;
  /** Only these directories; written into the header as the snapshot's scope. */
  readonly directories?: readonly string[] | undefined;
  /** Operations that rules in force read; of the optional ones, only these are asked. */
  readonly wanted?: ReadonlySet<string> | undefined;
}

/** A snapshot that stands, and how completely it was read. */
export interface CollectedSnapshot {
  readonly file: string;
  readonly accountId: string;
  readonly region: string;
  readonly coverage: readonly OperationCoverage[];
}

/**
 * Reads one account and Region into a snapshot file, which appears under its name only when it is whole.
 *
 * @throws the file system's error when the file cannot be written; AWS errors are recorded in the coverage instead
 */
export async function collectSnapshot(request: SnapshotRequest): Promise<CollectedSnapshot> {
  const { file, partition, accountId, region, clients, clock, onProgress, directories, wanted } = request;
  const writer = await SnapshotWriter.create(file, {
    partition,
    accountId,
    region,
    capturedAt: clock().toISOString(),
    ...(directories === undefined ? {} : { scope: { directories } }),
  });
  try {
    const coverage = await collect({
      clients,
      add: (type, resource) => writer.add(type, resource),
      onProgress,
      directories,
      wanted,
    });
    await writer.finish(coverage);
    return { file, accountId, region, coverage };
  } catch (error) {
    await writer.abort();
    throw error;
  }
}
