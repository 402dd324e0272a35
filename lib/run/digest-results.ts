import * as z from 'zod';
import { placeKey } from '../model/place.ts';
import { type EvidenceBucket, readDocument, StoreError } from '../store/index.ts';
import { causeOf, jsonOf } from './digest-cause.ts';
import { type DigestInput, type RunTarget, type TargetOutcome, targetOutcomeSchema, targetSchema } from './steps.ts';

/** What became of a target: audited, with or without its findings published, or lost for a reason. */
export type Fate =
  | Extract<TargetOutcome, { outcome: 'audited' | 'unpublished' }>
  | { readonly outcome: 'lost'; readonly target: RunTarget; readonly message: string };

/**
 * The manifest and the result files of a Distributed Map's result writer.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/input-output-resultwriter.html
 */
const files = z.array(z.object({ Key: z.string() })).default([]);
const manifestSchema = z.object({ ResultFiles: z.object({ SUCCEEDED: files, FAILED: files, PENDING: files }) });
const text = z.string().default('');
const childrenSchema = z.array(z.object({ Status: text, Input: text, Output: text, Error: text, Cause: text }));
type Child = z.infer<typeof childrenSchema>[number];

const childInput = z.object({ target: targetSchema });

/**
 * Reads what the map over the targets left.
 *
 * @returns one fate for each target, in the order in which they were planned
 * @throws StoreError when targets, manifest or results cannot be read
 */
export async function readFates({ targets, results }: DigestInput, bucket: EvidenceBucket): Promise<readonly Fate[]> {
  const planned = await required({ ...bucket, bucket: targets.bucket }, targets.key, z.array(targetSchema));
  const written = { ...bucket, bucket: results.Bucket };
  const { SUCCEEDED, FAILED, PENDING } = (await required(written, results.Key, manifestSchema)).ResultFiles;
  const fates = new Map<string, Fate>();
  // The best comes last and stands: a target may have failed before the run was started again from there.
  for (const { Key } of [...PENDING, ...FAILED, ...SUCCEEDED]) {
    for (const child of await required(written, Key, childrenSchema)) {
      const fate = fateOf(child);
      if (fate !== undefined) fates.set(placeKey(fate.target), fate);
    }
  }
  return planned.map((target) => {
    const message = 'the run ended without a word about it';
    return fates.get(placeKey(target)) ?? { outcome: 'lost', target, message };
  });
}

const steps = { collect: 'reading it failed', evaluate: 'judging it failed' } as const;

function fateOf({ Status, Input, Output, Error: error, Cause }: Child): Fate | undefined {
  const outcome = targetOutcomeSchema.safeParse(jsonOf(Output)).data;
  if (outcome?.outcome === 'lost') {
    const { target, step, error: name, cause } = outcome;
    return { outcome: 'lost', target, message: `${steps[step]}: ${causeOf(name, cause)}` };
  }
  if (outcome !== undefined) return outcome;
  const { target } = childInput.safeParse(jsonOf(Input)).data ?? {};
  if (target === undefined) return undefined;
  return { outcome: 'lost', target, message: `its part of the run ended as ${Status}: ${causeOf(error, Cause)}` };
}

async function required<T>(bucket: EvidenceBucket, key: string, schema: z.ZodType<T>): Promise<T> {
  const document = await readDocument(bucket, key, schema);
  if (document !== undefined) return document;
  throw new StoreError('damaged', key, 'the object is gone; start the run again');
}
