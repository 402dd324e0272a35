import { DeleteObjectCommand } from '@aws-sdk/client-s3';
import { type EvidenceBucket, failure } from './bucket.ts';

/**
 * Removes an object; one that is not there is no error.
 *
 * @throws StoreError `failed`
 */
export async function removeObject({ client, bucket }: EvidenceBucket, key: string): Promise<void> {
  try {
    await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }));
  } catch (error) {
    throw failure('s3:DeleteObject', key, error);
  }
}
