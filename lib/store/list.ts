import { paginateListObjectsV2 } from '@aws-sdk/client-s3';
import { type EvidenceBucket, failure } from './bucket.ts';

/**
 * The keys below a prefix, in S3's order: by UTF-8 bytes.
 *
 * @throws StoreError `failed`
 */
export async function listKeys({ client, bucket }: EvidenceBucket, prefix: string): Promise<string[]> {
  const keys: string[] = [];
  try {
    for await (const { Contents = [] } of paginateListObjectsV2({ client }, { Bucket: bucket, Prefix: prefix })) {
      for (const { Key } of Contents) if (Key !== undefined) keys.push(Key);
    }
  } catch (error) {
    throw failure('s3:ListBucket', prefix, error);
  }
  return keys;
}
