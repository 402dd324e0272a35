import { setTimeout as sleep } from 'node:timers/promises';
import { S3Client } from '@aws-sdk/client-s3';
import { type ClientSettings, makeClient } from '../clients/client.ts';
import { InputError } from '../model/errors.ts';
import { type EvidenceBucket, StoreError } from '../store/index.ts';
import { configuredRegion } from './configured-region.ts';
import type { CliIo } from './io.ts';
import { checkRegions } from './named-regions.ts';

/** Which bucket, and with whose credentials. */
export interface BucketFlags {
  readonly bucket: string;
  /** Of the bucket; the one that the environment or profile sets when absent. */
  readonly region?: string;
  readonly profile?: string;
  readonly fips: boolean;
}

const mends = {
  contended: 'Try again.',
  damaged: 'Restore it.',
  occupied: 'Report this: evidence never changes under its key.',
  failed: 'Check --bucket, --region, the credentials, and that they may read and write the bucket and use its key.',
} as const satisfies Record<StoreError['code'], string>;

/**
 * Does something with the evidence bucket.
 *
 * @throws InputError `usage` when no Region is known; `file` for what the bucket refuses, naming the object
 */
export async function withBucket<T>(flags: BucketFlags, io: CliIo, use: (bucket: EvidenceBucket) => Promise<T>) {
  const { bucket, profile, fips } = flags;
  // The SDK reads endpoints only from the profile that the environment names.
  if (profile !== undefined) io.env.AWS_PROFILE = profile;
  const settings: ClientSettings = { profile, fips, env: io.env, remark: (text) => io.stderr.write(`${text}\n`) };
  const region = await regionOf(flags);
  const client = await makeClient('s3', region, undefined, settings, (options) => new S3Client(options));
  const wait = async (milliseconds: number): Promise<void> => void (await sleep(milliseconds));
  try {
    return await use({ client, bucket, wait, random: Math.random });
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    const found = error.message.replace(/\.$/, '');
    const problem = { place: `--bucket ${bucket}`, found, mend: mends[error.code] };
    throw new InputError('file', problem, { cause: error });
  } finally {
    client.destroy();
  }
}

async function regionOf({ region, profile }: BucketFlags): Promise<string> {
  const [named] = checkRegions(region === undefined ? [] : [region]);
  const found = named ?? (await configuredRegion(profile));
  if (found !== undefined) return found;
  throw new InputError('usage', {
    place: '--region',
    found: 'no Region is named, and neither AWS_REGION nor the profile sets one',
    mend: 'Name the Region of the bucket with --region.',
  });
}
