import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { mockClient } from 'aws-sdk-client-mock';
import type { Memory } from '../../../../lib/chat/memory.ts';
import { parsePack } from '../../../../lib/engine/index.ts';
import { memoryOf } from '../../../../lib/run/chat/memory/memory.ts';
import { digestStep } from '../../../../lib/run/digest.ts';
import { planStep } from '../../../../lib/run/plan.ts';
import { publishStep } from '../../../../lib/run/publish.ts';
import { type RunTarget, type TargetOutcome, targetSchema } from '../../../../lib/run/steps.ts';
import { readDocument } from '../../../../lib/store/index.ts';
import type { MadeUp } from '../../../cli/estate.ts';
import { child } from '../../digest-run.ts';
import { hubClient, Nights, timeOf } from '../../nights.ts';

const places = { accounts: ['111122223333', '444455556666'], regions: ['us-east-1', 'us-west-2'] };

/** What a target of a run is found to be; nothing loses it. */
export type World = { readonly [place: string]: Omit<MadeUp, 'accountId' | 'region' | 'scope'> };

const isSingle = { fact: 'registeredDirectoryCount', operator: 'lessThanInclusive', value: 1 };
const hasRules = { fact: 'ruleCount', operator: 'greaterThanInclusive', value: 1 };

/** A pack of one rule about groups. */
const packOf = (id: string, requires: object) =>
  parsePack(
    JSON.stringify({
      ...{ id, version: '1.0.0', title: 'Sharing', description: 'What takes the whole Region.', parameters: {} },
      rules: [
        {
          ...{ id: `${id}-single`, title: 'Groups serve one directory', severity: 'LOW', subject: 'ipGroup', requires },
          reason: { compliant: 'It is in order.', nonCompliant: 'There are {registeredDirectoryCount}.' },
          ...{ remediation: 'Part them.', controls: [] },
          source: { section: 'IP access control groups', url: 'https://docs.aws.amazon.com/workspaces/' },
          examples: [
            { name: 'good', facts: { registeredDirectoryCount: 1, ruleCount: 1 }, outcome: 'COMPLIANT' },
            { name: 'bad', facts: { registeredDirectoryCount: 2, ruleCount: 0 }, outcome: 'NON_COMPLIANT' },
          ],
        },
      ],
    }),
    `${id}.json`,
  );

/** How many directories there are only the whole Region can tell. */
export const sharing = packOf('sharing', { all: [isSingle] });
/** Needs the Region only for groups without rules. */
export const lenient = packOf('lenient', { any: [hasRules, isSingle] });
/** Needs the Region, and the groups. */
export const strict = packOf('strict', { all: [isSingle, hasRules] });

/** Runs of all steps over two accounts and two Regions; what AWS has is made up. */
export class Runs extends Nights {
  readonly #sns = mockClient(SNSClient);

  override async start(): Promise<void> {
    await super.start();
    this.#sns.on(PublishCommand).resolves({ MessageId: 'm-1' });
  }

  override stop(): void {
    super.stop();
    this.#sns.restore();
  }

  refuseDigests(): void {
    this.#sns.on(PublishCommand).rejects(new Error('no'));
  }

  async plan(run: string, night: number, request: object = {}) {
    return await planStep(
      { run, startedAt: timeOf(night), request },
      {
        bucket: this.there,
        settings: { accounts: places.accounts, regions: places.regions },
        own: { accountId: '111122223333', partition: 'aws', region: 'us-east-1' },
        memberRoleName: 'workspaces-auditor',
        listAccounts: async () => [],
        loadPolicy: async () => undefined,
        regionsWithWorkspaces: () => [],
      },
    );
  }

  targets(run: string) {
    return readDocument(this.there, `runs/${run}/targets.json`, targetSchema.array());
  }

  /** A whole run. @param night from 1 on; snapshots are of that time */
  async run(run: string, night: number, world: World, request: object = {}): Promise<void> {
    const planned = await this.plan(run, night, request);
    const outcomes: TargetOutcome[] = [];
    for (const target of (await this.targets(run)) ?? []) outcomes.push(await this.#audit(run, night, target, world));
    const results = `runs/${run}/results/1`;
    const files = { SUCCEEDED: [{ Key: `${results}/SUCCEEDED_0.json` }], FAILED: [], PENDING: [] };
    this.s3.put(`${results}/manifest.json`, JSON.stringify({ ResultFiles: files }));
    this.s3.put(`${results}/SUCCEEDED_0.json`, JSON.stringify(outcomes.map(child)));
    await digestStep(
      { ...planned, results: { Bucket: 'evidence', Key: `${results}/manifest.json` } },
      {
        bucket: this.there,
        sns: new SNSClient({ region: 'us-east-1' }),
        topicArn: 'arn:aws:sns:us-east-1:111122223333:wsaudit',
        clock: () => new Date(Date.parse(timeOf(night)) + 3_600_000),
      },
    );
  }

  async #audit(run: string, night: number, target: RunTarget, world: World): Promise<TargetOutcome> {
    const { accountId, region, directories } = target;
    const made = world[`${accountId} ${region}`];
    const cause = JSON.stringify({ errorMessage: 'The role cannot be assumed.' });
    if (made === undefined) return { outcome: 'lost', target, step: 'collect', error: 'AccessError', cause };
    const scope = directories === null ? {} : { scope: { directories } };
    const resources = directories === null ? made.resources : made.resources.filter(isOf(directories));
    const { snapshot } = await this.collect(night, { ...made, resources, ...scope, accountId, region });
    const output = await this.evaluate({ run, target, snapshot }, night);
    return await publishStep(output, {
      bucket: this.there,
      securityHubOf: async () => hubClient(),
      timing: { clock: () => 0, sleep: async () => {} },
      clock: () => new Date(timeOf(night)),
      sourceUrlOf: () => undefined,
    });
  }

  memory(): Promise<Memory> {
    return memoryOf({ bucket: this.there, builtInPacks: this.packs });
  }

  /** What is asked of S3 while something is done, without what the policy takes. */
  async asked(work: () => Promise<unknown>): Promise<readonly string[]> {
    const before = this.s3.requests.length;
    await work();
    return this.s3.requests.slice(before);
  }
}

/** As a collection of some directories leaves out others and their WorkSpaces. */
const isOf =
  (directories: readonly string[]) =>
  ([type, { DirectoryId }]: MadeUp['resources'][number]): boolean =>
    !['WorkspaceDirectory', 'Workspace'].includes(type) || directories.includes(String(DirectoryId));
