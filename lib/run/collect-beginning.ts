import * as z from 'zod';
import { type EvidenceBucket, updateDocument } from '../store/index.ts';
import { beginningKey, checkpointPrefix } from './keys.ts';
import type { CollectInput } from './steps.ts';

const beginningSchema = z.object({
  /** The snapshot's time, whenever it is done. */
  capturedAt: z.iso.datetime(),
  directories: z.array(z.string()).nullable(),
  /** Operations that the rules read that were in force then. */
  wanted: z.array(z.string()).default([]),
});

/** When the collection of a target began, and what it was asked. */
export interface Beginning extends z.infer<typeof beginningSchema> {
  /** Whether an earlier invocation began it. */
  readonly isResumed: boolean;
  /** Where its checkpoints are; no other collection's are there. */
  readonly prefix: string;
}

/**
 * Beyond this age a collection is begun again: a run that is taken up days later would mix what was true then with what
 * is true now, and tokens of pages do not live for ever. No collection takes so long: 24 hours are 80,000 pages at a
 * page a second.
 */
const resumableMilliseconds = 24 * 60 * 60 * 1000;

/**
 * Begins the collection of a target, or finds how it began; of two that begin at the same time, one is told of the other.
 *
 * @param wanted operations that rules in force read
 * @throws StoreError
 */
export async function beginCollection(
  bucket: EvidenceBucket,
  { run, target }: CollectInput,
  wanted: ReadonlySet<string>,
  now: Date,
): Promise<Beginning> {
  const told = (beginning: z.infer<typeof beginningSchema>, isResumed: boolean): Beginning => {
    return { ...beginning, isResumed, prefix: `${checkpointPrefix(run, target)}${beginning.capturedAt}/` };
  };
  return await updateDocument(bucket, beginningKey(run, target), beginningSchema, (previous) => {
    if (previous !== undefined && now.getTime() - Date.parse(previous.capturedAt) < resumableMilliseconds) {
      return { value: previous, outcome: told(previous, true) };
    }
    const value = { capturedAt: now.toISOString(), directories: target.directories, wanted: [...wanted].sort() };
    return { value, outcome: told(value, false) };
  });
}
