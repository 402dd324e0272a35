import type { News } from '../../lib/run/news.ts';
import type { RunTarget, TargetOutcome } from '../../lib/run/steps.ts';
import { putObject } from '../../lib/store/bucket.ts';
import type { EvidenceBucket } from '../../lib/store/index.ts';
import { quiet, summary } from '../publish/news.ts';

export const run = 'night-1';
export const startedAt = '2026-11-22T03:00:00.000Z';

export const target = (accountId: string, region = 'us-east-1'): RunTarget => ({
  ...{ accountId, region, partition: 'aws', directories: null },
  roleArn: `arn:aws:iam::${accountId}:role/workspaces-auditor`,
});

/** The keys of what was written down about a target. */
export const evidence = ({ accountId, region }: RunTarget) => ({
  snapshot: `snapshots/${accountId}/${region}/now.ndjson.gz`,
  report: `reports/${accountId}/${region}/now.json.gz`,
  news: `runs/${run}/news/${accountId}-${region}.json`,
});

export const taken = { accepted: 3, failed: 0, unsent: 0, refusals: [], unavailable: null };

export const audited = (of: RunTarget, changes: object = {}): TargetOutcome => ({
  ...{ outcome: 'audited', target: of, ...evidence(of) },
  securityHub: { ...taken, ...changes },
});

export const news = ({ accountId, region }: RunTarget, changes: Partial<News> = {}): News => ({
  ...{ formatVersion: 1, accountId, region, capturedAt: startedAt, superseded: false },
  ...{ diff: quiet.diff, now: summary(3), before: summary(2) },
  ...changes,
});

/** A child execution, as Step Functions' result writer writes it. */
export const child = (outcome: TargetOutcome) => ({
  ...{ ExecutionArn: 'arn:aws:states:us-east-1:111122223333:execution:x/y:1', Name: '1', Status: 'SUCCEEDED' },
  ...{ Input: JSON.stringify({ run, target: outcome.target }), InputDetails: { Included: true } },
  ...{ Output: JSON.stringify(outcome), OutputDetails: { Included: true } },
});

/** One that failed. */
export const broken = (of: RunTarget, error: string, Cause: string, Status = 'FAILED') => ({
  ...{ Name: '2', Status, Error: error, Cause, Input: JSON.stringify({ run, target: of }) },
});

/** Puts everything in place that the steps before the digest leave. @returns the digest's input */
export async function leave(
  bucket: EvidenceBucket,
  targets: readonly RunTarget[],
  files: { readonly [kind in 'SUCCEEDED' | 'FAILED' | 'PENDING']?: readonly object[] },
  documents: readonly News[],
) {
  const put = async (key: string, content: unknown) => {
    const object = { bytes: JSON.stringify(content), contentType: 'application/json', metadata: {} } as const;
    if (!(await putObject(bucket, key, object, undefined))) throw new Error(`${key} is there already`);
  };
  const results = `runs/${run}/results/1`;
  const listed = (kind: keyof typeof files) =>
    files[kind] === undefined ? [] : [{ Key: `${results}/${kind}_0.json`, Size: 1 }];
  await put(`runs/${run}/targets.json`, targets);
  await put(`${results}/manifest.json`, {
    ...{ DestinationBucket: bucket.bucket, MapRunArn: 'arn:aws:states:us-east-1:111122223333:mapRun:x/y:z' },
    ResultFiles: { SUCCEEDED: listed('SUCCEEDED'), FAILED: listed('FAILED'), PENDING: listed('PENDING') },
  });
  for (const [kind, children] of Object.entries(files)) await put(`${results}/${kind}_0.json`, children);
  for (const document of documents) {
    await put(`runs/${run}/news/${document.accountId}-${document.region}.json`, document);
  }
  return {
    ...{ run, startedAt, whole: true },
    targets: { bucket: bucket.bucket, key: `runs/${run}/targets.json`, count: targets.length },
    results: { Bucket: bucket.bucket, Key: `${results}/manifest.json` },
  };
}
