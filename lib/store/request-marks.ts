import { createHash } from 'node:crypto';
import { type EvidenceBucket, putObject } from './bucket.ts';
import { markKey } from './keys.ts';

/** Marks a request as seen; false when it has been seen before. */
export type MarkRequest = (id: string) => Promise<boolean>;

/**
 * Marks a request as seen, for every process that shares the bucket. Where S3 took the mark and its answer was lost, the
 * SDK's second attempt finds it there: such a request counts as seen, so that whoever sent it has to send a new one.
 *
 * @param id the same for a replay, and for nothing else
 * @returns false when it has been seen before
 * @throws StoreError `failed`
 */
export async function markRequest(bucket: EvidenceBucket, id: string): Promise<boolean> {
  const key = markKey(createHash('sha256').update(id).digest('hex'));
  return await putObject(bucket, key, { bytes: '{}\n', contentType: 'application/json', metadata: {} }, undefined);
}

/** So many ids are some 100 KB. */
const mostRemembered = 1_000;

/** Answers from memory where this process has seen the request itself. */
export function rememberMarks(mark: MarkRequest): MarkRequest {
  const seen = new Set<string>();
  return async (id) => {
    if (seen.has(id)) return false;
    const isNew = await mark(id);
    seen.add(id);
    for (const oldest of seen) {
      if (seen.size <= mostRemembered) break;
      seen.delete(oldest);
    }
    return isNew;
  };
}
