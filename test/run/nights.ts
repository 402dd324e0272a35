import { readFile } from 'node:fs/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import { BatchImportFindingsCommand, SecurityHubClient } from '@aws-sdk/client-securityhub';
import { mockClient } from 'aws-sdk-client-mock';
import { type Pack, parsePack } from '../../lib/engine/index.ts';
import { evaluateStep } from '../../lib/run/evaluate.ts';
import { newsSchema } from '../../lib/run/news.ts';
import { publishStep } from '../../lib/run/publish.ts';
import type { EvaluateInput, EvaluateOutput } from '../../lib/run/steps.ts';
import { readSnapshotBytes } from '../../lib/snapshot/index.ts';
import { type EvidenceBucket, putSnapshot, readDocument, readLedger } from '../../lib/store/index.ts';
import { type MadeUp, small, snapshotText } from '../cli/estate.ts';
import { MemoryS3 } from '../store/s3.ts';

const demo = new URL('../cli/fixtures/demo.json', import.meta.url);
const pack = parsePack(await readFile(demo, 'utf8'), 'demo.json');
export const place = { accountId: '111122223333', region: 'us-east-1' };
export const target = { ...place, partition: 'aws', roleArn: null, directories: null };
const hourInMilliseconds = 3_600_000;

type Sent = { readonly Id: string; readonly RecordState?: string };

/** Security Hub as far as a publisher sees it. */
export class Hub {
  /** What became of each finding, by the last part of its id. */
  readonly findings = new Map<string, string>();
  /** The ids of each call, by their last part. */
  calls: string[][] = [];
  /** Findings that it refuses. */
  refuses: readonly string[] = [];
  error: Error | undefined;
  /** Runs within each call, before it is answered. */
  meanwhile: () => Promise<void> = async () => {};
  #mock: ReturnType<typeof mockClient> | undefined;

  start(): void {
    this.#mock = mockClient(SecurityHubClient);
    this.#mock.on(BatchImportFindingsCommand).callsFake((input: { Findings: Sent[] }) => this.#import(input.Findings));
  }

  stop(): void {
    this.#mock?.restore();
  }

  async #import(sent: readonly Sent[]) {
    this.calls.push(sent.map(({ Id }) => nameOf(Id)));
    await this.meanwhile();
    if (this.error !== undefined) throw this.error;
    const refused = sent.filter(({ Id }) => this.refuses.includes(nameOf(Id)));
    for (const each of sent) {
      if (!refused.includes(each)) this.findings.set(nameOf(each.Id), each.RecordState ?? '');
    }
    return {
      SuccessCount: sent.length - refused.length,
      FailedCount: refused.length,
      FailedFindings: refused.map(({ Id }) => ({ Id, ErrorCode: 'InvalidInput', ErrorMessage: 'It is odd.' })),
    };
  }
}

export const hubClient = () => new SecurityHubClient({ region: place.region });

const nameOf = (id: string): string => id.split('/').at(-1) ?? '';

/** One account and Region, night after night: its snapshots are judged and its findings published. */
export class Nights {
  readonly s3 = new MemoryS3();
  readonly hub = new Hub();
  bucket: EvidenceBucket | undefined;
  packs: readonly Pack[] = [pack];

  async start(): Promise<void> {
    this.bucket = await this.s3.start();
    this.hub.start();
  }

  stop(): void {
    this.s3.stop();
    this.hub.stop();
  }

  get there(): EvidenceBucket {
    if (this.bucket === undefined) throw new Error('not started');
    return this.bucket;
  }

  /** Stores the snapshot of a night. @param night from 1 on; the second of 2027-02-02 */
  async collect(night: number, made: MadeUp = small): Promise<EvaluateInput> {
    const text = snapshotText({ ...made, capturedAt: timeOf(night) });
    const { header, sha256 } = await readSnapshotBytes('made.ndjson', Buffer.from(text));
    const key = await putSnapshot(this.there, { header, sha256, bytes: gzipSync(text) });
    return { run: `night-${night}`, target, snapshot: key };
  }

  evaluate(input: EvaluateInput, night: number): Promise<EvaluateOutput> {
    const clock = () => new Date(Date.parse(timeOf(night)) + hourInMilliseconds);
    return evaluateStep(input, { bucket: this.there, builtInPacks: this.packs, clock });
  }

  /** @returns what the outcome says of Security Hub */
  async publish(output: EvaluateOutput, night: number) {
    let now = 0;
    const sleep = async (milliseconds: number) => {
      now += milliseconds;
    };
    const outcome = await publishStep(output, {
      bucket: this.there,
      securityHubOf: async () => hubClient(),
      timing: { clock: () => now, sleep },
      clock: () => new Date(Date.parse(timeOf(night)) + 2 * hourInMilliseconds),
      sourceUrlOf: (ruleId) => `https://example.com/${ruleId}`,
    });
    if (outcome.outcome !== 'audited') throw new Error(outcome.outcome);
    return outcome.securityHub;
  }

  /** A whole night. @returns what was sent that night, and what became of it */
  async pass(night: number, made: MadeUp = small) {
    this.hub.calls = [];
    const output = await this.evaluate(await this.collect(night, made), night);
    const outcome = await this.publish(output, night);
    return { sent: this.hub.calls.flat(), outcome };
  }

  news(night: number) {
    const { accountId, region } = place;
    return readDocument(this.there, `runs/night-${night}/news/${accountId}-${region}.json`, newsSchema);
  }

  ledger() {
    return readLedger(this.there, place);
  }

  /** The report of a night as it was printed. */
  report(night: number): string {
    const key = `reports/${place.accountId}/${place.region}/${timeOf(night)}.json.gz`;
    return gunzipSync(this.s3.objects.get(key)?.body ?? '').toString();
  }
}

export const timeOf = (night: number): string => new Date(Date.UTC(2027, 1, night, 3)).toISOString();

/**
 * Lets a step die at one of its writes: before S3 has it, or after.
 *
 * @returns how many writes there were, and a way to end it
 */
export function dieAt({ client }: EvidenceBucket, write: number, when: 'before' | 'after') {
  let writes = 0;
  const name = 'die';
  client.middlewareStack.add(
    (next, context) => async (args) => {
      if (context.commandName !== 'PutObjectCommand') return await next(args);
      writes += 1;
      const dies = writes === write;
      if (dies && when === 'before') throw new Error('died');
      const answer = await next(args);
      if (dies) throw new Error('died');
      return answer;
    },
    { step: 'initialize', name },
  );
  return { writes: () => writes, end: () => client.middlewareStack.remove(name) };
}
