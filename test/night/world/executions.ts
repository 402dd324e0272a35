import { setTimeout as delay } from 'node:timers/promises';
import {
  CreateStateMachineCommand,
  DescribeExecutionCommand,
  ListExecutionsCommand,
  SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import { ownAccount, ownKeys } from '../../moto/clients.ts';
import { required } from '../../moto/required.ts';
import { motoUrl } from '../../moto/settings.ts';

/** How an execution ended. */
export interface Execution {
  readonly status: string;
  /** JSON read back; undefined of one that failed. */
  readonly output: unknown;
  readonly error: string | undefined;
  readonly cause: string | undefined;
}

const patienceMilliseconds = 170_000;

/** A state machine in moto's engine. */
export class Executions {
  readonly #client = new SFNClient({ endpoint: motoUrl, region: 'us-east-1', credentials: ownKeys });
  #stateMachineArn = '';

  /** @returns its ARN */
  async create(name: string, definition: string): Promise<string> {
    const engine = { stepfunctions: { execute_state_machine: true }, lambda: { use_docker: false } };
    await fetch(`${motoUrl}/moto-api/config`, { method: 'POST', body: JSON.stringify(engine) });
    const roleArn = `arn:aws:iam::${ownAccount}:role/StateMachine`;
    const { stateMachineArn } = await this.#client.send(new CreateStateMachineCommand({ name, definition, roleArn }));
    this.#stateMachineArn = required(stateMachineArn, 'stateMachineArn');
    return this.#stateMachineArn;
  }

  /** Names of all that were started, sorted; fewer than a thousand, or the list would be cut. */
  async names(): Promise<string[]> {
    const { executions = [] } = await this.#client.send(
      new ListExecutionsCommand({ stateMachineArn: this.#stateMachineArn, maxResults: 1000 }),
    );
    return executions.map(({ name = '' }) => name).sort();
  }

  /** Runs the state machine to its end. */
  async run(name: string, request: object = {}): Promise<Execution> {
    await this.#client.send(
      new StartExecutionCommand({ stateMachineArn: this.#stateMachineArn, name, input: JSON.stringify(request) }),
    );
    return await this.end(name);
  }

  /** Waits for the end of an execution that was started. */
  async end(name: string): Promise<Execution> {
    const executionArn = `${this.#stateMachineArn.replace(':stateMachine:', ':execution:')}:${name}`;
    const end = performance.now() + patienceMilliseconds;
    while (performance.now() < end) {
      const { status, output, error, cause } = await this.#client.send(new DescribeExecutionCommand({ executionArn }));
      if (status !== 'RUNNING') {
        return { status: status ?? '', output: output === undefined ? undefined : JSON.parse(output), error, cause };
      }
      await delay(200);
    }
    throw new Error(`${name} did not come to its end within ${patienceMilliseconds} ms`);
  }
}
