import { readdir, readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { SFNClient } from '@aws-sdk/client-sfn';
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { mockClient } from 'aws-sdk-client-mock';
import { renderText } from '../../../lib/chat/index.ts';
import { readBuiltInPacks } from '../../../lib/cli/read-packs.ts';
import type { AskParts } from '../../../lib/run/chat/ask/parts.ts';
import { askStep } from '../../../lib/run/chat/ask/step.ts';
import { evidenceUrl } from '../../../lib/run/chat/evidence-url.ts';
import { memoryOf } from '../../../lib/run/chat/memory/memory.ts';
import type { AskStepOutput } from '../../../lib/run/chat/steps.ts';
import { digestStep } from '../../../lib/run/digest.ts';
import { evaluateStep } from '../../../lib/run/evaluate.ts';
import type { TargetOutcome } from '../../../lib/run/steps.ts';
import { readSnapshotBytes } from '../../../lib/snapshot/index.ts';
import { type EvidenceBucket, putSnapshot } from '../../../lib/store/index.ts';
import { child } from '../../run/digest-run.ts';
import { MemoryS3 } from '../../store/s3.ts';

const estate = new URL('../../../examples/estate/', import.meta.url);

/** An account of which nothing could be read in the run. */
const lost = { accountId: '777788889999', region: 'us-east-1' };
const startedAt = '2026-11-22T03:00:00.000Z';

/** When the questions are asked: most of a day later. */
export const now = new Date('2026-11-22T17:30:00.000Z');

const exceptions = `
exceptions:
  - rule: fips-directory-endpoint-encryption-mode
    subject: "d-e7d33067f7"
    reason: Migration until the end of the year
    owner: desktop-platform
    ticket: SEC-1042
    expires: 2026-12-01
  - rule: ip-group-not-empty
    subject: "wsipg-nothing*"
    reason: Left of a test
    owner: desktop-platform
    expires: 2027-06-30
`;

export interface Evidence {
  readonly s3: MemoryS3;
  readonly bucket: EvidenceBucket;
}

/** What one night leaves in the evidence bucket: the example estate, judged by the built-in packs. */
export async function exampleEvidence(): Promise<Evidence> {
  const s3 = new MemoryS3();
  const bucket = await s3.start();
  const sns = mockClient(SNSClient);
  sns.on(PublishCommand).resolves({ MessageId: 'm-1' });
  s3.put('configuration/wsaudit.yaml', exceptions);
  const builtInPacks = await readBuiltInPacks();
  const run = 'night-1';
  const clock = (): Date => new Date('2026-11-22T03:20:00.000Z');
  const outcomes: TargetOutcome[] = [];
  for (const name of (await readdir(estate)).sort()) {
    const text = await readFile(new URL(name, estate), 'utf8');
    const { header, sha256 } = await readSnapshotBytes(name, Buffer.from(text));
    const snapshot = await putSnapshot(bucket, { header, sha256, bytes: gzipSync(text) });
    const { accountId, region, partition } = header;
    const target = { accountId, region, partition, roleArn: null, directories: null };
    const { report, news } = await evaluateStep({ run, target, snapshot }, { bucket, builtInPacks, clock });
    const securityHub = { accepted: 0, failed: 0, unsent: 0, refusals: [], unavailable: null };
    outcomes.push({ outcome: 'audited', target, snapshot, report, news, securityHub });
  }
  const target = { ...lost, partition: 'aws', roleArn: null, directories: null };
  const cause = JSON.stringify({ errorMessage: 'the role WorkSpacesAuditor cannot be assumed' });
  outcomes.push({ outcome: 'lost', target, step: 'collect', error: 'AccessError', cause });
  const results = `runs/${run}/results/1`;
  s3.put(`runs/${run}/targets.json`, JSON.stringify(outcomes.map((outcome) => outcome.target)));
  const files = { SUCCEEDED: [{ Key: `${results}/SUCCEEDED_0.json` }], FAILED: [], PENDING: [] };
  s3.put(`${results}/manifest.json`, JSON.stringify({ ResultFiles: files }));
  s3.put(`${results}/SUCCEEDED_0.json`, JSON.stringify(outcomes.map(child)));
  const targets = { bucket: 'evidence', key: `runs/${run}/targets.json`, count: outcomes.length };
  const input = { run, startedAt, whole: true, targets };
  await digestStep(
    { ...input, results: { Bucket: 'evidence', Key: `${results}/manifest.json` } },
    { bucket, sns: new SNSClient({ region: 'us-east-1' }), topicArn: 'arn:aws:sns:us-east-1:111122223333:x', clock },
  );
  sns.restore();
  return { s3, bucket };
}

/** A reply as plain text; of an audit, the request that is handed to the state machine. */
export const textOf = (output: AskStepOutput): string =>
  output.kind === 'reply' ? renderText(output.reply) : `audit: ${JSON.stringify(output.request)}`;

/** Function `ask` over the evidence, at {@link now}. */
export async function answererOver(bucket: EvidenceBucket): Promise<(text: string) => Promise<AskStepOutput>> {
  const builtInPacks = await readBuiltInPacks();
  const never = (): never => {
    throw new Error('understanding a question starts nothing');
  };
  const client = new SFNClient({ region: 'us-east-1' });
  const parts: AskParts = {
    memory: () => memoryOf({ bucket, builtInPacks }),
    audits: { client, stateMachineArn: '', clock: () => now, sleep: never },
    evidenceUrl: (key) => evidenceUrl({ bucket: 'evidence', region: 'us-east-1' }, key),
    ...{ run: '', remaining: never, report: never },
  };
  return (text) => askStep({ step: 'understand', text }, parts);
}
