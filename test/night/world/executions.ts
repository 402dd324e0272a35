import { setTimeout as delay } from 'node:timers/promises';
import {
  CreateStateMachineCommand,
  DescribeExecutionCommand,
  SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import { ownAccount, ownKeys } from '../../moto/clients.ts';
import { required } from '../../moto/required.ts';
import { motoUrl } from '../../moto/settings.ts';
import { definition } from './definition.ts';

/** How an execution ended. */
export interface Execution {
  readonly status: string;
  /** JSON read back; undefined of one that failed. */
  readonly output: unknown;
  readonly error: string | undefined;
  readonly cause: string | undefined;
}

const patienceMilliseconds = 170_000;

/** The state machine in moto's engine. */
export class Executions {
  readonly #client = new SFNClient({ endpoint: motoUrl, region: 'us-east-1', credentials: ownKeys });
  #stateMachineArn = '';

  async create(): Promise<void> {
    const engine = { stepfunctions: { execute_state_machine: true }, lambda: { use_docker: false } };
    await fetch(`${motoUrl}/moto-api/config`, { method: 'POST', body: JSON.stringify(engine) });
    const { stateMachineArn } = await this.#client.send(
      new CreateStateMachineCommand({
        name: 'workspaces-auditor',
        definition: await definition(),
        roleArn: `arn:aws:iam::${ownAccount}:role/StateMachine`,
      }),
    );
    this.#stateMachineArn = required(stateMachineArn, 'stateMachineArn');
  }

  /** Runs the state machine to its end. */
  async run(name: string, request: object = {}): Promise<Execution> {
    const { executionArn } = await this.#client.send(
      new StartExecutionCommand({ stateMachineArn: this.#stateMachineArn, name, input: JSON.stringify(request) }),
    );
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
