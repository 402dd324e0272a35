import { setTimeout as sleep } from 'node:timers/promises';
import { S3Client } from '@aws-sdk/client-s3';
import { type ClientSettings, makeClient } from '../lib/clients/client.ts';
import { type Access, signIn } from '../lib/clients/sign-in.ts';
import type { RunTarget } from '../lib/run/steps.ts';
import type { EvidenceBucket } from '../lib/store/index.ts';
import { optionalSetting, setting } from './environment.ts';
import { logger } from './handler.ts';

/** FIPS endpoints wherever a Region has them; a configured endpoint comes first. */
export const clientSettings: ClientSettings = {
  fips: true,
  env: process.env,
  remark: (text) => logger.debug(text),
};

/** The auditor's own Region; Lambda sets it. */
export const homeRegion = (): string => setting('AWS_REGION');

export async function evidenceBucket(): Promise<EvidenceBucket> {
  const client = await makeClient('s3', homeRegion(), undefined, clientSettings, (options) => new S3Client(options));
  const wait = async (milliseconds: number): Promise<void> => void (await sleep(milliseconds));
  return { client, bucket: setting('EVIDENCE_BUCKET'), wait, random: Math.random };
}

/**
 * Credentials of a target: the member role's, or the function's own in the auditor's account.
 *
 * @throws AccessError when the role cannot be assumed
 */
export async function accessTo({ roleArn, region }: RunTarget): Promise<Access> {
  if (roleArn === null) return await signIn(region, undefined, clientSettings);
  const externalId = optionalSetting('EXTERNAL_ID');
  return await signIn(region, { arn: roleArn, place: `the role ${roleArn}`, externalId }, clientSettings);
}
