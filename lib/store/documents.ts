import { randomUUID } from 'node:crypto';
import type * as z from 'zod';
import { type EvidenceBucket, getObject, putObject, type StoredObject } from './bucket.ts';
import { StoreError } from './errors.ts';

/** What a change makes of a document, and what else it gives. */
export interface Change<T, R> {
  /** The same object as before means that nothing is to be written. */
  readonly value: T;
  readonly outcome: R;
}

/** How often an update is tried: with ten writers at once, the last one gets its turn. */
export const updateAttempts = 10;
const firstPauseMilliseconds = 50;
const longestPauseMilliseconds = 5_000;

/**
 * Reads a JSON document.
 *
 * @returns undefined when there is none
 * @throws StoreError `damaged`, `failed`
 */
export async function readDocument<T>(
  bucket: EvidenceBucket,
  key: string,
  schema: z.ZodType<T>,
): Promise<T | undefined> {
  const stored = await getObject(bucket, key);
  return stored === undefined ? undefined : parse(stored, key, schema);
}

/**
 * Changes a JSON document so that no other writer's change is lost: reads, changes, and writes on the condition that
 * nobody wrote in between, or starts again after a pause.
 *
 * @param change pure; called again with the newer document after each refusal
 * @returns the outcome of the change that was written
 * @throws StoreError `contended` after {@link updateAttempts} refusals, `damaged`, `failed`; whatever `change` throws
 */
export async function updateDocument<T, R>(
  bucket: EvidenceBucket,
  key: string,
  schema: z.ZodType<T>,
  change: (previous: T | undefined) => Change<T, R>,
): Promise<R> {
  let attempted: { readonly write: string; readonly outcome: R } | undefined;
  for (let attempt = 0; attempt < updateAttempts; attempt += 1) {
    const stored = await getObject(bucket, key);
    // The SDK sends a write again whose answer was lost, and is then refused by its own first one.
    if (attempted !== undefined && stored?.metadata.write === attempted.write) return attempted.outcome;
    const previous = stored === undefined ? undefined : parse(stored, key, schema);
    const { value, outcome } = change(previous);
    if (value === previous) return outcome;
    const write = randomUUID();
    const bytes = `${JSON.stringify(value)}\n`;
    const object = { bytes, contentType: 'application/json', metadata: { write } } as const;
    if (await putObject(bucket, key, object, stored?.etag)) return outcome;
    attempted = { write, outcome };
    await bucket.wait(pause(attempt, bucket.random()));
  }
  throw new StoreError(
    'contended',
    key,
    `other writers changed it ${updateAttempts} times in a row; nothing was written`,
  );
}

/** Full jitter: two writers that collided once must not do so in step for ever. */
const pause = (attempt: number, chance: number): number =>
  Math.round(chance * Math.min(longestPauseMilliseconds, firstPauseMilliseconds * 2 ** attempt));

function parse<T>({ bytes }: StoredObject, key: string, schema: z.ZodType<T>): T {
  let content: unknown;
  try {
    content = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    throw new StoreError('damaged', key, 'the object is not JSON; restore an earlier version of it', { cause: error });
  }
  const parsed = schema.safeParse(content);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const what = `${['$', ...(issue?.path ?? [])].map(String).join('.')}: ${issue?.message}`;
  throw new StoreError('damaged', key, `${what}; restore an earlier version of it`, { cause: parsed.error });
}
