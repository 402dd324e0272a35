import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname } from 'node:path';
import { freePort } from '../free-port.ts';
import { emulatorProgram, interfaceClientModule } from '../settings.ts';
import type { Artifact } from './artifact.ts';
import { listens } from './listens.ts';

export interface FunctionOptions {
  readonly artifact: Artifact;
  readonly environment: Readonly<Record<string, string>>;
  readonly timeoutSeconds: number;
}

/**
 * One function as Lambda runs it: the unpacked artifact under the Runtime Interface Client, below the emulator. It
 * starts cold when it is first invoked, and serves one invocation at a time.
 */
export class EmulatedFunction {
  readonly #process: ChildProcess;
  readonly #url: string;
  readonly #log: string[] = [];
  /** Ends with the invocation before; the emulator does not queue. */
  #turn: Promise<unknown> = Promise.resolve();

  private constructor(process: ChildProcess, port: number) {
    this.#process = process;
    this.#url = `http://127.0.0.1:${port}/2015-03-31/functions/function/invocations`;
    for (const stream of [process.stdout, process.stderr]) {
      stream?.on('data', (chunk: Buffer) => this.#log.push(String(chunk)));
    }
  }

  /** @throws Error with the log when the emulator does not come up */
  static async start({ artifact, environment, timeoutSeconds }: FunctionOptions): Promise<EmulatedFunction> {
    const [port, apiPort] = [await freePort(), await freePort()];
    const address = (of: number) => `127.0.0.1:${of}`;
    const listen = ['--runtime-interface-emulator-address', address(port), '--runtime-api-address', address(apiPort)];
    const runtime = [process.execPath, interfaceClientModule, `${artifact.name}.handler`];
    const child = spawn(emulatorProgram, ['--log-level', 'info', ...listen, ...runtime], {
      cwd: artifact.directory,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...environment,
        PATH: dirname(process.execPath),
        LAMBDA_TASK_ROOT: artifact.directory,
        AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
        // The emulator hands on no trace.
        AWS_XRAY_CONTEXT_MISSING: 'IGNORE_ERROR',
        AWS_LAMBDA_FUNCTION_NAME: artifact.name,
        AWS_LAMBDA_FUNCTION_TIMEOUT: String(timeoutSeconds),
        // A function that asks for credentials elsewhere would leave the machine.
        AWS_EC2_METADATA_DISABLED: 'true',
      },
    });
    // Whoever runs this is interrupted: the emulator must not stay behind.
    const kill = () => child.kill();
    process.once('exit', kill);
    child.once('exit', () => process.off('exit', kill));
    const started = new EmulatedFunction(child, port);
    if (await listens(port, child)) return started;
    await started.stop();
    throw new Error(`The Lambda emulator did not come up:\n${started.log}`);
  }

  /** What the function and the emulator have written. */
  get log(): string {
    return this.#log.join('');
  }

  /**
   * Milliseconds from the start of the process to its first `GET …/runtime/invocation/next`; undefined before. The
   * emulator's "Init Duration" is something else.
   */
  get coldStart(): number | undefined {
    const duration = /INIT REPORT\(durationMs: ([\d.]+)\)/.exec(this.log)?.[1];
    return duration === undefined ? undefined : Number(duration);
  }

  /**
   * @param event JSON
   * @returns the text that the function returned or, where it threw, Lambda's error object
   */
  async invoke(event: string): Promise<string> {
    const answer = this.#turn.then(() => this.#post(event));
    this.#turn = answer.catch(() => undefined);
    return await answer;
  }

  async stop(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    const ended = once(this.#process, 'exit');
    this.#process.kill();
    await ended;
  }

  async #post(body: string): Promise<string> {
    const response = await fetch(this.#url, { method: 'POST', body });
    const text = await response.text();
    if (response.ok) return text;
    return JSON.stringify({ errorType: 'Runtime.ExitError', errorMessage: `the emulator answered ${response.status}` });
  }
}
