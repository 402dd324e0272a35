import { type Clients, collect, Interruption, type OnProgress, PageJournal } from '../collect/index.ts';
import { rulesInForce } from '../config/index.ts';
import { operationsOfAll } from '../findings/index.ts';
import { MemorySnapshot } from '../snapshot/index.ts';
import { Checkpoints, type EvidenceBucket, listKeys, putSnapshot, snapshotKey } from '../store/index.ts';
import { type Beginning, beginCollection } from './collect-beginning.ts';
import { Recorder } from './collect-recorder.ts';
import type { Policy } from './configuration.ts';
import type { CollectInput, CollectOutput, RunTarget } from './steps.ts';

/** What the step is handed to work with. */
export interface CollectParts {
  readonly bucket: EvidenceBucket;
  /** Loads what will be judged by. @throws InputError */
  readonly loadPolicy: () => Promise<Policy>;
  /** Takes on the target's role. @throws when it may not */
  readonly clientsOf: (target: RunTarget) => Promise<Clients>;
  readonly clock: () => Date;
  /** Whether the time that is left is only enough to end; asked before each call to AWS. */
  readonly isTimeUp: () => boolean;
  readonly onProgress?: OnProgress | undefined;
  /** How many pages an invocation that dies may lose; a hundred, unless a test says otherwise. */
  readonly pagesPerCheckpoint?: number | undefined;
}

/** The collection was taken up again and came no page further: taken up once more, it would go on so for ever. */
export class CollectionStalledError extends Error {
  constructor({ accountId, region }: RunTarget) {
    super(
      `collecting ${accountId} ${region} came no page further: the time was up before AWS gave one; ` +
        'raise the timeout of the collect function, or see in its log what took so long',
    );
    this.name = 'CollectionStalled';
  }
}

/**
 * Reads one account and Region into a snapshot in the evidence bucket. When the time is up before all is read, what was
 * read is kept, and the same input goes on from there; so it does after an invocation that died.
 *
 * @throws what `clientsOf` and `loadPolicy` throw; CollectionStalledError; StoreError. Operations that AWS refuses are recorded in the
 *   snapshot instead
 */
export async function collectStep(input: CollectInput, parts: CollectParts): Promise<CollectOutput> {
  const { run, target } = input;
  const { bucket } = parts;
  const { packs, configuration } = await parts.loadPolicy();
  const wanted = operationsOfAll(rulesInForce(packs, configuration, {}).rules);
  const beginning = await beginCollection(bucket, input, wanted, parts.clock());
  const checkpoints = await Checkpoints.open(bucket, beginning.prefix);
  const standing = snapshotKey(target, beginning.capturedAt);
  // Whoever called did not hear that it was done.
  const isDone = beginning.isResumed && (await listKeys(bucket, standing)).includes(standing);
  const snapshot = isDone ? standing : await collectOn(target, beginning, checkpoints, parts);
  if (snapshot === undefined) return { run, target, done: false };
  await checkpoints.remove();
  return { run, target, done: true, snapshot };
}

/** @returns the key of the snapshot; undefined when the time was up first */
async function collectOn(
  target: RunTarget,
  { capturedAt, directories, wanted, isResumed }: Beginning,
  checkpoints: Checkpoints,
  parts: CollectParts,
): Promise<string | undefined> {
  const { bucket, isTimeUp, onProgress } = parts;
  const clients = await parts.clientsOf(target);
  const { partition, accountId, region } = target;
  const scope = directories === null ? undefined : { directories };
  const header = { partition, accountId, region, capturedAt, ...(scope === undefined ? {} : { scope }) };
  const snapshot = new MemorySnapshot(header);
  const recorder = new Recorder(checkpoints, parts.pagesPerCheckpoint);
  const journal = new PageJournal({ recorded: await checkpoints.read(), record: recorder.record, isTimeUp });
  try {
    const coverage = await collect({
      ...{ clients, onProgress, ...scope, ask: journal.ask, wanted: new Set(wanted) },
      add: async (type, resource) => snapshot.add(type, resource),
    });
    return await putSnapshot(bucket, { header, ...(await snapshot.finish(coverage)) });
  } catch (error) {
    if (!(error instanceof Interruption)) throw error;
    if (isResumed && recorder.count === 0) throw new CollectionStalledError(target);
    await recorder.save();
    return undefined;
  }
}
