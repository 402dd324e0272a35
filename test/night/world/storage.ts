import { CreateBucketCommand, GetObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { ownKeys } from '../../moto/clients.ts';
import { motoUrl } from '../../moto/settings.ts';

export const bucketName = 'evidence';

/** The evidence bucket as an administrator sees it. */
export class Storage {
  readonly #client = new S3Client({
    ...{ endpoint: motoUrl, region: 'us-east-1', credentials: ownKeys, forcePathStyle: true },
  });

  async create(): Promise<void> {
    await this.#client.send(new CreateBucketCommand({ Bucket: bucketName }));
  }

  /** Sorted; fewer than a thousand, or the list would be cut. */
  async keys(prefix = ''): Promise<string[]> {
    const { Contents = [] } = await this.#client.send(new ListObjectsV2Command({ Bucket: bucketName, Prefix: prefix }));
    return Contents.map(({ Key = '' }) => Key).sort();
  }

  async bytes(key: string): Promise<Uint8Array> {
    const { Body } = await this.#client.send(new GetObjectCommand({ Bucket: bucketName, Key: key }));
    return (await Body?.transformToByteArray()) ?? new Uint8Array();
  }
}
