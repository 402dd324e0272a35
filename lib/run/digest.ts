import { type DigestOutcome, publishDigest } from '../publish/index.ts';
import { type EvidenceBucket, readDocument, updateDocument } from '../store/index.ts';
import { newsOfRun, readNews } from './digest-news.ts';
import { readFates } from './digest-results.ts';
import { outputOf, type RunSummary, runSummarySchema, summaryOf } from './digest-summary.ts';
import { summaryKey } from './keys.ts';
import { rememberLastRun } from './last-run.ts';
import type { DigestInput, DigestOutput } from './steps.ts';

/** What summing up needs beside its input. */
export interface DigestParts {
  readonly bucket: EvidenceBucket;
  readonly sns: Parameters<typeof publishDigest>[0];
  readonly topicArn: string;
  readonly clock: () => Date;
}

/** SNS did not take the digest. The record of the run says so too. */
export class DigestError extends Error {
  /** What the run came to all the same. */
  readonly output: DigestOutput;

  constructor(output: DigestOutput, topicArn: string) {
    const { status, message } = output.digest;
    super(`the digest of the run was not published to ${topicArn}: ${status}: ${message}`);
    this.name = 'DigestError';
    this.output = output;
  }
}

/**
 * Sums a run up: reads what became of every target, records it, and publishes the one digest.
 *
 * A run over everything is also remembered as the last one, whatever becomes of its digest.
 *
 * The record is written before the digest is sent and marked after it was, so that a retry of a step whose digest is
 * out sends no second one. Should the step end between the two, a retry sends it again: a digest twice is a nuisance,
 * none is a silence that nobody notices.
 *
 * @throws DigestError when SNS does not take it: a digest that nobody got must ring. The record stands by then, and a
 *   retry tries again. StoreError
 */
export async function digestStep(input: DigestInput, parts: DigestParts): Promise<DigestOutput> {
  const { bucket, sns, topicArn, clock } = parts;
  const earlier = await readDocument(bucket, summaryKey(input.run), runSummarySchema);
  if (isSent(earlier, input)) return outputOf(earlier, earlier.digest);
  const told = await readNews(await readFates(input, bucket), bucket);
  const news = newsOfRun(input.startedAt, told);
  const summary = await record(summaryOf(input, told, news, clock()), input, bucket);
  if (isSent(summary, input)) return outputOf(summary, summary.digest);
  // Before the digest is out: no retry comes back here after that.
  await rememberLastRun(bucket, summary);
  const digest = digestOf(await publishDigest(sns, topicArn, news));
  await record({ ...summary, digest }, input, bucket);
  if (digest.status !== 'published') throw new DigestError(outputOf(summary, digest), topicArn);
  return outputOf(summary, digest);
}

type Sent = RunSummary & { readonly digest: DigestOutput['digest'] };

/** An execution of the same name long ago is another run. */
const isSent = (summary: RunSummary | undefined, { startedAt }: DigestInput): summary is Sent =>
  summary?.startedAt === startedAt && summary.digest.status === 'published';

/** @returns the record that stands: one whose digest is out is kept */
const record = (summary: RunSummary, input: DigestInput, bucket: EvidenceBucket): Promise<RunSummary> =>
  updateDocument(bucket, summaryKey(input.run), runSummarySchema, (previous) => {
    const value = isSent(previous, input) ? previous : summary;
    return { value, outcome: value };
  });

const digestOf = (outcome: DigestOutcome): DigestOutput['digest'] =>
  outcome.status === 'published'
    ? { status: 'published', message: outcome.messageId }
    : { status: outcome.status, message: `${outcome.code}: ${outcome.message}` };
