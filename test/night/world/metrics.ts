import * as z from 'zod';

/** A line of a function's log in CloudWatch's embedded metric format; each metric's value stands at the top. */
const metricSchema = z.looseObject({
  _aws: z.looseObject({
    CloudWatchMetrics: z.array(
      z.looseObject({ Namespace: z.string(), Metrics: z.array(z.looseObject({ Name: z.string() })) }),
    ),
  }),
});

/**
 * The metrics in a log, by name with all values in their order.
 *
 * @param namespace others are left out
 */
export function metricsIn(log: string, namespace: string): Record<string, unknown[]> {
  const values: Record<string, unknown[]> = {};
  for (const line of log.split('\n').filter((text) => text.includes('"CloudWatchMetrics"'))) {
    const entry = metricSchema.parse(JSON.parse(line.slice(line.indexOf('{'))));
    const own = entry._aws.CloudWatchMetrics.filter(({ Namespace }) => Namespace === namespace);
    for (const { Name } of own.flatMap(({ Metrics }) => Metrics)) {
      const value = entry[Name];
      values[Name] = [...(values[Name] ?? []), ...(Array.isArray(value) ? value : [value])];
    }
  }
  return values;
}
