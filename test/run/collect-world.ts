import { gunzipSync } from 'node:zlib';
import { readBuiltInPacks } from '../../lib/cli/read-packs.ts';
import { makeOptionalClients } from '../../lib/clients/optional-clients.ts';
import { defaultConfiguration } from '../../lib/config/index.ts';
import type { Pack, Rule } from '../../lib/engine/index.ts';
import { operationsOf } from '../../lib/findings/index.ts';
import { collectStep } from '../../lib/run/collect.ts';
import type { CollectInput, CollectOutput } from '../../lib/run/steps.ts';
import { isOptional } from '../../lib/snapshot/index.ts';
import type { EvidenceBucket } from '../../lib/store/index.ts';
import { clientsOf } from '../aws/clients.ts';
import { type AwsDouble, type Fault, startAwsDouble } from '../aws/index.ts';
import { MemoryS3 } from '../store/s3.ts';
import { estate } from './collect-estate.ts';

export const input: CollectInput = {
  run: 'night-1',
  target: { ...estate.header, roleArn: null, directories: null },
};

/** How one invocation goes; all else goes well. */
export interface Invocation {
  /** How many pages it has time for. */
  readonly pages?: number;
  /** Which page it dies at, from 1, before it can ask for it: it throws, and writes nothing any more. */
  readonly diesAtPage?: number;
  /** How many requests to S3 it makes before it dies; of the last, S3 does the work though nobody hears of it. */
  readonly diesAfterS3?: number;
  readonly pagesPerCheckpoint?: number;
  readonly onProgress?: Parameters<typeof collectStep>[1]['onProgress'];
  readonly now?: string;
  /** Why the role cannot be assumed. */
  readonly roleError?: string;
  readonly input?: CollectInput;
}

/** The built-in packs, with only some of their rules. */
export const packsOf = async (isIn: (rule: Rule) => boolean): Promise<readonly Pack[]> =>
  (await readBuiltInPacks()).map((pack) => ({ ...pack, rules: pack.rules.filter(isIn) }));

const fleetPacks = () => packsOf((rule) => !operationsOf(rule).some(isOptional));

/** An account in AWS and an evidence bucket, between which the step runs. */
export class World {
  readonly aws: AwsDouble;
  readonly s3: MemoryS3;
  readonly #bucket: EvidenceBucket;
  readonly #maxAttempts: number;
  rolesTaken = 0;
  /** What is in force: no rule that reads more than the fleet, unless a test says otherwise. */
  packs: Promise<readonly Pack[]> = fleetPacks();

  private constructor(aws: AwsDouble, s3: MemoryS3, bucket: EvidenceBucket, maxAttempts: number) {
    this.aws = aws;
    this.s3 = s3;
    this.#bucket = bucket;
    this.#maxAttempts = maxAttempts;
  }

  static async start(faults: readonly Fault[], maxAttempts = 1): Promise<World> {
    const [aws, s3] = [await startAwsDouble({ snapshots: [estate], faults, pageSize: 2 }), new MemoryS3()];
    return new World(aws, s3, await s3.start(), maxAttempts);
  }

  async stop(): Promise<void> {
    this.s3.stop();
    await this.aws.stop();
  }

  async invoke(how: Invocation = {}): Promise<CollectOutput> {
    const { pages = Infinity, diesAtPage = Infinity, diesAfterS3 = Infinity, ...rest } = how;
    const life = { asked: 0, requests: 0, isDead: false };
    const die = (): never => {
      life.isDead = true;
      throw new Error('killed');
    };
    const { client } = this.#bucket;
    client.middlewareStack.add(
      (next) => async (args) => {
        if (life.isDead) return die();
        const answer = await next(args);
        life.requests += 1;
        return life.requests >= diesAfterS3 ? die() : answer;
      },
      { step: 'initialize', name: 'life', override: true },
    );
    return await collectStep(rest.input ?? input, {
      bucket: this.#bucket,
      loadPolicy: async () => ({ packs: await this.packs, configuration: defaultConfiguration }),
      clientsOf: async ({ accountId, region }) => {
        if (rest.roleError !== undefined) throw new Error(rest.roleError);
        this.rolesTaken += 1;
        const { ds, ...others } = clientsOf(this.aws.url, accountId, region, this.#maxAttempts);
        const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
        const optional = makeOptionalClients(region, credentials, { fips: false, env: {}, remark: () => {} });
        return { ...others, directoryService: ds, optional };
      },
      clock: () => new Date(rest.now ?? '2026-11-22T03:00:00Z'),
      isTimeUp: () => {
        if (life.isDead || life.asked + 1 >= diesAtPage) return die();
        if (life.asked >= pages) return true;
        life.asked += 1;
        return false;
      },
      onProgress: rest.onProgress,
      pagesPerCheckpoint: rest.pagesPerCheckpoint,
    });
  }

  /** Invokes the step until it is done, as the state machine does. @returns how often that was */
  async invokeUntilDone(how: Invocation = {}): Promise<number> {
    for (let invocations = 1; ; invocations += 1) {
      if ((await this.invoke(how)).done) return invocations;
    }
  }

  /** What was asked of AWS, sorted: operations are read side by side, so their order means nothing. */
  asked(): string[] {
    return this.aws.requests.map(({ action, input }) => `${action} ${JSON.stringify(input)}`).sort();
  }

  /** The pages that checkpoints hold, each as operation and key. */
  checkpointed(): string[] {
    return [...this.s3.objects]
      .filter(([key]) => key.startsWith('checkpoints/') && key.endsWith('.gz'))
      .flatMap(([, { body }]) => gunzipSync(body).toString().trim().split('\n'));
  }

  /** Keys of the objects in the bucket, sorted. */
  keys(): string[] {
    return [...this.s3.objects.keys()].sort();
  }

  /** The bytes of the one snapshot in the bucket. */
  snapshot(): Buffer {
    const [object, ...more] = [...this.s3.objects].filter(([key]) => key.startsWith('snapshots/'));
    if (object === undefined || more.length > 0) throw new Error(`not one snapshot: ${this.keys()}`);
    return object[1].body;
  }
}
