import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import { logMetrics } from '@aws-lambda-powertools/metrics/middleware';
import { SNSClient } from '@aws-sdk/client-sns';
import { makeClient } from '../lib/clients/client.ts';
import { DigestError, digestStep } from '../lib/run/digest.ts';
import { type DigestOutput, digestInputSchema } from '../lib/run/steps.ts';
import { clientSettings, evidenceBucket, homeRegion } from './clients.ts';
import { setting } from './environment.ts';
import { stepHandler } from './handler.ts';

/** Namespace and service come from the environment. */
const metrics = new Metrics();

const bucket = await evidenceBucket();
const sns = await makeClient('sns', homeRegion(), undefined, clientSettings, (options) => new SNSClient(options));

/** Sums the run up for people, machines and alarms; see `digestStep`. */
export const handler = stepHandler(digestInputSchema, async (input) => {
  try {
    const output = await digestStep(input, { bucket, sns, topicArn: setting('TOPIC_ARN'), clock: () => new Date() });
    // The dead man's switch: a run of some accounts only, or one that saw nothing, must not keep it quiet.
    if (output.whole && output.lost < output.targets) metrics.addMetric('SuccessfulRun', MetricUnit.Count, 1);
    count(output);
    return output;
  } catch (error) {
    if (error instanceof DigestError) count(error.output);
    throw error;
  }
}).use(logMetrics(metrics));

/** What the alarms watch, whoever heard of the run. */
function count({ lost, coverageLost, unpublished }: DigestOutput): void {
  metrics.addMetric('LostCoverage', MetricUnit.Count, lost + coverageLost);
  metrics.addMetric('Unpublished', MetricUnit.Count, unpublished);
}
