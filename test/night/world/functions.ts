import { rm } from 'node:fs/promises';
import { type Artifact, type FunctionName, unpack } from '../lambda/artifact.ts';
import { EmulatedFunction } from '../lambda/function.ts';
import { common, type Environment } from './environments.ts';

interface Deployed {
  readonly emulated: EmulatedFunction;
  readonly artifact: Artifact;
  readonly environment: Environment;
}

/** Functions of a deployment, each under an emulator of its own. */
export class Functions {
  readonly #deployed = new Map<FunctionName, Deployed>();
  /** What emulators wrote that were started anew since. */
  readonly #earlier: string[] = [];

  /** @param environment what the deployment sets for this function, beside what it sets for all */
  async start(name: FunctionName, environment: Environment): Promise<EmulatedFunction> {
    const artifact = await unpack(name);
    return await this.#start(name, artifact, { ...common, ...environment }, 900);
  }

  get(name: FunctionName): EmulatedFunction {
    return this.#of(name).emulated;
  }

  /** What all of them have written. */
  get log(): string {
    return [...this.#earlier, ...[...this.#deployed.values()].map(({ emulated }) => emulated.log)].join('');
  }

  /** Starts it cold again, with another time limit. */
  async restart(name: FunctionName, timeoutSeconds: number): Promise<EmulatedFunction> {
    const { emulated, artifact, environment } = this.#of(name);
    await emulated.stop();
    this.#earlier.push(emulated.log);
    return await this.#start(name, artifact, environment, timeoutSeconds);
  }

  async stop(): Promise<void> {
    for (const { emulated, artifact } of this.#deployed.values()) {
      await emulated.stop();
      await rm(artifact.directory, { recursive: true, force: true });
    }
  }

  async #start(
    name: FunctionName,
    artifact: Artifact,
    environment: Environment,
    timeoutSeconds: number,
  ): Promise<EmulatedFunction> {
    const emulated = await EmulatedFunction.start({ artifact, environment, timeoutSeconds });
    this.#deployed.set(name, { emulated, artifact, environment });
    return emulated;
  }

  #of(name: FunctionName): Deployed {
    const deployed = this.#deployed.get(name);
    if (deployed === undefined) throw new Error(`the function ${name} was not started`);
    return deployed;
  }
}
