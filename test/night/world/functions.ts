import { rm } from 'node:fs/promises';
import { ownKeys } from '../../moto/clients.ts';
import { type Artifact, type FunctionName, functionNames, unpack } from '../lambda/artifact.ts';
import { EmulatedFunction } from '../lambda/function.ts';
import { routerPort } from '../settings.ts';
import { bucketName } from './storage.ts';

/** What `serverless.yml` sets for all functions and for some, and what Lambda sets itself. */
const common = {
  EVIDENCE_BUCKET: bucketName,
  POWERTOOLS_SERVICE_NAME: 'workspaces-auditor-night',
  POWERTOOLS_METRICS_NAMESPACE: 'WorkSpacesAuditor',
  POWERTOOLS_LOG_LEVEL: 'INFO',
  AWS_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: ownKeys.accessKeyId,
  AWS_SECRET_ACCESS_KEY: ownKeys.secretAccessKey,
  AWS_ENDPOINT_URL: `http://127.0.0.1:${routerPort}`,
};

/** What no log may show. */
export const secrets: readonly string[] = [ownKeys.secretAccessKey, 'secret-of-the-night'];

export const memberRoleName = 'WorkSpacesAuditor';

const own = (targets: object, topicArn: string): Readonly<Record<FunctionName, Record<string, string>>> => ({
  plan: { TARGETS: JSON.stringify(targets), MEMBER_ROLE_NAME: memberRoleName },
  collect: { EXTERNAL_ID: 'secret-of-the-night' },
  evaluate: {},
  publish: { EXTERNAL_ID: 'secret-of-the-night' },
  digest: { TOPIC_ARN: topicArn },
});

interface Deployed {
  readonly emulated: EmulatedFunction;
  readonly artifact: Artifact;
  readonly environment: Readonly<Record<string, string>>;
}

/** Functions of a deployment, each under an emulator of its own. */
export class Functions {
  readonly #deployed = new Map<FunctionName, Deployed>();

  /** @param targets what the deployment audits */
  async start(targets: object, topicArn: string, names: readonly FunctionName[] = functionNames): Promise<void> {
    for (const name of names) {
      const environment = { ...common, ...own(targets, topicArn)[name] };
      const artifact = await unpack(name);
      const emulated = await EmulatedFunction.start({ artifact, environment, timeoutSeconds: 900 });
      this.#deployed.set(name, { emulated, artifact, environment });
    }
  }

  get(name: FunctionName): EmulatedFunction {
    return this.#of(name).emulated;
  }

  /** Starts it cold again, with another time limit. */
  async restart(name: FunctionName, timeoutSeconds: number): Promise<EmulatedFunction> {
    const { emulated, artifact, environment } = this.#of(name);
    await emulated.stop();
    const restarted = await EmulatedFunction.start({ artifact, environment, timeoutSeconds });
    this.#deployed.set(name, { emulated: restarted, artifact, environment });
    return restarted;
  }

  async stop(): Promise<void> {
    for (const { emulated, artifact } of this.#deployed.values()) {
      await emulated.stop();
      await rm(artifact.directory, { recursive: true, force: true });
    }
  }

  #of(name: FunctionName): Deployed {
    const deployed = this.#deployed.get(name);
    if (deployed === undefined) throw new Error(`the function ${name} was not started`);
    return deployed;
  }
}
