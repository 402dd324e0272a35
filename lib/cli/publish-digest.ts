import { SNSClient } from '@aws-sdk/client-sns';
import { makeClient } from '../clients/client.ts';
import { placeKey } from '../model/place.ts';
import { type DigestOutcome, publishDigest, type Unpublished } from '../publish/index.ts';
import type { Topic } from './publish-options.ts';
import type { PublishRequest } from './publish-request.ts';

/** The digest of a run that is the first one as far as it knows: everything has appeared. */
export async function publishScanDigest(
  topic: Topic,
  { report, collected: { lost, settings } }: PublishRequest,
  unpublished: readonly Unpublished[],
): Promise<DigestOutcome> {
  const reached = new Set(report.snapshots.map(placeKey));
  const client = await makeClient('sns', topic.region, undefined, settings, (options) => new SNSClient(options));
  try {
    return await publishDigest(client, topic.arn, {
      startedAt: report.snapshots.map(({ capturedAt }) => capturedAt).sort()[0] ?? new Date().toISOString(),
      targets: report.snapshots,
      unreached: lost,
      unpublished,
      diff: {
        appeared: report.results.filter(({ status }) => status === 'NON_COMPLIANT'),
        resolved: [],
        changed: [],
        coverage: {
          lost: report.coverage.filter((gap) => reached.has(placeKey(gap))),
          regained: [],
        },
      },
      now: report.summary,
      before: null,
    });
  } finally {
    client.destroy();
  }
}
