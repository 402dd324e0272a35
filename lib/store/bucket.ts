import { GetObjectCommand, PutObjectCommand, type S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import { StoreError } from './errors.ts';

/** Where evidence is kept, and what waiting and chance are: tests bring their own. */
export interface EvidenceBucket {
  readonly client: S3Client;
  readonly bucket: string;
  /** Waits so many milliseconds. */
  readonly wait: (milliseconds: number) => Promise<void>;
  /** From 0 up to 1, as `Math.random` gives it. */
  readonly random: () => number;
}

export interface StoredObject {
  readonly bytes: Uint8Array;
  readonly etag: string;
  /** By lower-case name. */
  readonly metadata: { readonly [name: string]: string };
}

export interface NewObject {
  readonly bytes: string | Uint8Array;
  readonly contentType: 'application/json' | 'application/gzip';
  readonly metadata: { readonly [name: string]: string };
}

/**
 * @param range a part of it, as the HTTP header has it; all of it when absent
 * @returns undefined when there is no such object
 * @throws StoreError `failed`
 */
export async function getObject(
  { client, bucket }: EvidenceBucket,
  key: string,
  range?: string,
): Promise<StoredObject | undefined> {
  const part = range === undefined ? {} : { Range: range };
  try {
    const { Body, ETag, Metadata } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key, ...part }));
    if (Body === undefined || ETag === undefined)
      throw new StoreError('failed', key, 'S3 answered without a body or ETag');
    return { bytes: await Body.transformToByteArray(), etag: ETag, metadata: Metadata ?? {} };
  } catch (error) {
    if (error instanceof S3ServiceException && error.name === 'NoSuchKey') return undefined;
    throw failure('s3:GetObject', key, error);
  }
}

/**
 * Writes an object only if nobody else wrote it since.
 *
 * @param replaces the ETag that was read; undefined when there was no such object
 * @returns false when the object is not, or not only, what was read; then nothing was written
 * @throws StoreError `failed`
 */
export async function putObject(
  { client, bucket }: EvidenceBucket,
  key: string,
  { bytes, contentType, metadata }: NewObject,
  replaces: string | undefined,
): Promise<boolean> {
  const condition = replaces === undefined ? { IfNoneMatch: '*' } : { IfMatch: replaces };
  try {
    await client.send(
      new PutObjectCommand({
        ...{ Bucket: bucket, Key: key, Body: bytes, ContentType: contentType, Metadata: { ...metadata } },
        ...condition,
      }),
    );
    return true;
  } catch (error) {
    if (isRefusal(error, replaces)) return false;
    throw failure('s3:PutObject', key, error);
  }
}

/**
 * 412: another ETag stands there. 409: another conditional write of the key is under way. 404, of a write that replaces:
 * the object was deleted.
 */
function isRefusal(error: unknown, replaces: string | undefined): boolean {
  if (!(error instanceof S3ServiceException)) return false;
  const { name } = error;
  return (
    name === 'PreconditionFailed' ||
    name === 'ConditionalRequestConflict' ||
    (replaces !== undefined && name === 'NoSuchKey')
  );
}

/** What was thrown, as an error that says which action failed on which key. */
export function failure(action: string, key: string, error: unknown): unknown {
  if (error instanceof StoreError || !(error instanceof Error)) return error;
  return new StoreError('failed', key, `${action} failed: ${error.name}: ${error.message}`, { cause: error });
}
