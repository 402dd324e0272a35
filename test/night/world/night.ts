import { CreateTopicCommand, SNSClient, SubscribeCommand } from '@aws-sdk/client-sns';
import { ownKeys, resetMoto } from '../../moto/clients.ts';
import { required } from '../../moto/required.ts';
import { motoUrl } from '../../moto/settings.ts';
import { buildOrganization, type Organization, regions } from '../estate/organization.ts';
import type { Site } from '../estate/site.ts';
import { type FunctionName, runFunctionNames } from '../lambda/artifact.ts';
import type { Offer } from '../router/imports.ts';
import { Router } from '../router/router.ts';
import { definition } from './definition.ts';
import { type DigestText, digestOf } from './digest.ts';
import { type Environment, runEnvironments } from './environments.ts';
import { type Execution, Executions } from './executions.ts';
import { Functions } from './functions.ts';
import { makeQueue, type Queue } from './queue.ts';
import { Storage } from './storage.ts';

/** What one run did, seen from outside. */
export interface Outcome extends Execution {
  /** What was offered to Security Hub. */
  readonly offers: readonly Offer[];
  /** What the queue received. */
  readonly digests: readonly DigestText[];
  readonly invocations: Router['invocations'];
}

/** A deployment that audits an organization, in moto. */
export class Night {
  readonly router = new Router();
  readonly functions = new Functions();
  readonly storage = new Storage();
  readonly executions = new Executions();
  #queue: Queue | undefined;
  #organization: Organization | undefined;
  #stateMachineArn = '';

  async start(): Promise<void> {
    await resetMoto();
    await this.router.start();
    await this.storage.create();
    this.#stateMachineArn = await this.executions.create(
      'workspaces-auditor',
      await definition('state-machine.asl.json'),
    );
    this.#queue = await makeQueue('digests');
    const environments = runEnvironments({ accounts: { organization: {} }, regions }, await topicWith(this.#queue));
    for (const name of runFunctionNames) await this.deploy(name, environments[name]);
    this.#organization = await buildOrganization();
  }

  async stop(): Promise<void> {
    await this.functions.stop();
    await this.router.stop();
  }

  /** Deploys a function, where all who invoke it find it. */
  async deploy(name: FunctionName, environment: Environment): Promise<void> {
    this.router.functions.set(name, await this.functions.start(name, environment));
  }

  get stateMachineArn(): string {
    return this.#stateMachineArn;
  }

  get organization(): Organization {
    return required(this.#organization, 'an organization');
  }

  /** A site by its number: two of the auditor's own account, two of the second, two of the third. */
  site(number: number): Site {
    return required(this.organization.sites[number], 'a site of that number');
  }

  /** Deploys the collect function anew. */
  async useCollect({ timeoutSeconds }: { readonly timeoutSeconds: number }): Promise<void> {
    this.router.functions.set('collect', await this.functions.restart('collect', timeoutSeconds));
  }

  /** Runs the state machine once, from beginning to end. */
  async run(name: string, request: object = {}): Promise<Outcome> {
    this.router.forget();
    const execution = await this.executions.run(name, request);
    const { offers, invocations } = this.router;
    const digests = await this.digests();
    return { ...execution, offers: [...offers], digests, invocations: [...invocations] };
  }

  /** Runs it several times at once. */
  async runTogether(names: readonly string[]): Promise<readonly Execution[]> {
    this.router.forget();
    return await Promise.all(names.map((name) => this.executions.run(name)));
  }

  /** What the queue received since it was last looked at. */
  async digests(): Promise<readonly DigestText[]> {
    return (await required(this.#queue, 'a queue').messages()).map(digestOf);
  }
}

async function topicWith({ arn }: Queue): Promise<string> {
  const sns = new SNSClient({ endpoint: motoUrl, region: 'us-east-1', credentials: ownKeys });
  const { TopicArn } = await sns.send(new CreateTopicCommand({ Name: 'digests' }));
  const Attributes = { RawMessageDelivery: 'true' };
  await sns.send(new SubscribeCommand({ TopicArn, Protocol: 'sqs', Endpoint: arn, Attributes }));
  return required(TopicArn, 'TopicArn');
}
