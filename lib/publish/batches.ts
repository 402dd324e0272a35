import type { Finding } from './asff-finding.ts';
import { jsonBytes } from './text.ts';

/**
 * What one call takes: 100 findings of 240 KB each, 6 MB together. Read as decimal kilobytes, the smaller ones.
 *
 * @see https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_BatchImportFindings.html
 */
export const batchLimits = { findings: 100, findingBytes: 240_000, callBytes: 6_000_000 } as const;

/** Bytes of a request around its findings: `{"Findings":[]}`. */
const envelope = 16;

/** Findings in the order given, in as few calls as the limits allow, and those that no call can carry. */
export function batchesOf(findings: Iterable<Finding>): {
  readonly batches: readonly (readonly Finding[])[];
  readonly tooLarge: readonly Finding[];
} {
  const batches: Finding[][] = [];
  const tooLarge: Finding[] = [];
  let batch: Finding[] = [];
  let bytes = envelope;
  for (const finding of findings) {
    const size = jsonBytes(finding);
    if (size > batchLimits.findingBytes) {
      tooLarge.push(finding);
      continue;
    }
    // With the comma before it.
    if (batch.length === batchLimits.findings || bytes + size + 1 > batchLimits.callBytes) {
      batches.push(batch);
      batch = [];
      bytes = envelope;
    }
    batch.push(finding);
    bytes += size + 1;
  }
  if (batch.length > 0) batches.push(batch);
  return { batches, tooLarge };
}
