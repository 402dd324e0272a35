import { DescribeExecutionCommand, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { mockClient } from 'aws-sdk-client-mock';
import { ask } from '../../../../lib/run/chat/ask/ask.ts';
import type { AskParts } from '../../../../lib/run/chat/ask/parts.ts';
import { evidenceUrl } from '../../../../lib/run/chat/evidence-url.ts';
import { directory, ipGroup, workspace } from '../../../cli/estate.ts';
import { awsError } from '../../../collect/estate.ts';
import { timeOf } from '../../nights.ts';
import { Runs, type World } from '../memory/runs.ts';

export const stateMachineArn = 'arn:aws:states:us-east-1:111122223333:stateMachine:wsaudit';
export const executionArn = (run: string): string => `arn:aws:states:us-east-1:111122223333:execution:wsaudit:${run}`;

export const corp = 'd-90671abc01';
export const lab = 'd-90671abc02';
export const west = 'd-92672abc03';
const secondInMilliseconds = 1_000;

/** Two directories in the east, one of them without an IP group and with a WorkSpace that is not encrypted. */
export const estate: World = {
  '111122223333 us-east-1': {
    resources: [
      directory(corp, { ipGroupIds: ['wsipg-1'], Alias: 'corp', DirectoryName: 'corp.example.com' }),
      directory(lab, { Alias: 'lab', DirectoryName: 'lab.example.com' }),
      workspace('ws-1', corp, true),
      workspace('ws-2', lab, false),
      ipGroup('wsipg-1', '203.0.113.7'),
    ],
  },
  '111122223333 us-west-2': { resources: [] },
  '444455556666 us-east-1': { resources: [] },
  '444455556666 us-west-2': {
    resources: [directory(west, { ipGroupIds: ['wsipg-2'], Alias: 'west' }), ipGroup('wsipg-2', '203.0.113.7')],
  },
};

/** How an execution ends; `dies` before the digest leaves a record. */
export interface Fate {
  /** Seconds after its start. */
  readonly seconds: number;
  readonly status?: string;
  readonly error?: string;
  readonly cause?: string;
  readonly dies?: true;
}

const firstNight: Runs['s3']['objects'] = new Map();

/** The function, with Step Functions made up and everything behind it real. */
export class AskWorld {
  readonly runs = new Runs();
  readonly #sfn = mockClient(SFNClient);
  readonly #started = new Map<string, { readonly at: number; readonly request: object; ended: boolean }>();
  /** Inputs of StartExecution. */
  readonly starts: unknown[] = [];
  readonly pauses: number[] = [];
  readonly reported: unknown[] = [];
  fate: Fate = { seconds: 40 };
  /** Seconds for which Step Functions does not know of a new execution. */
  lag = 0;
  now = new Date(Date.parse(timeOf(1)) + 14 * 3_600_000).getTime();
  /** When Lambda ends the invocation. */
  deadline = this.now + 900 * secondInMilliseconds;
  night = 2;

  async start(): Promise<void> {
    await this.runs.start();
    // The first night is the same for all tests of a file.
    if (firstNight.size === 0) {
      await this.runs.run('night-1', 1, estate);
      for (const [key, stored] of this.runs.s3.objects) firstNight.set(key, stored);
    } else for (const [key, stored] of firstNight) this.runs.s3.objects.set(key, stored);
    this.#sfn.on(StartExecutionCommand).callsFake((input: { name: string; input: string }) => {
      this.starts.push(input);
      this.#started.set(input.name, { at: this.now, request: JSON.parse(input.input), ended: false });
      return { executionArn: executionArn(input.name), startDate: new Date(this.now) };
    });
    this.#sfn
      .on(DescribeExecutionCommand)
      .callsFake(async ({ executionArn: arn }: { executionArn: string }) => this.#describe(arn));
  }

  stop(): void {
    this.runs.stop();
    this.#sfn.restore();
  }

  get sfn() {
    return this.#sfn;
  }

  async #describe(arn: string) {
    const run = arn.split(':').at(-1) ?? '';
    const execution = this.#started.get(run);
    const startDate = new Date(execution?.at ?? 0);
    const age = this.now - startDate.getTime();
    if (execution === undefined || age < this.lag * secondInMilliseconds) {
      throw awsError('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`);
    }
    const { seconds, status = 'SUCCEEDED', dies, ...failure } = this.fate;
    const input = JSON.stringify(execution.request);
    if (age < seconds * secondInMilliseconds) return { status: 'RUNNING', startDate, input };
    if (!execution.ended && dies === undefined) await this.runs.run(run, this.night, estate, execution.request);
    execution.ended = true;
    return { status, startDate, input, ...failure };
  }

  get parts(): AskParts {
    return {
      memory: () => this.runs.memory(),
      audits: {
        client: new SFNClient({ region: 'us-east-1' }),
        stateMachineArn,
        clock: () => new Date(this.now),
        sleep: async (milliseconds) => {
          this.pauses.push(milliseconds);
          this.now += milliseconds;
        },
      },
      run: 'ask-1',
      remaining: () => this.deadline - this.now,
      evidenceUrl: (key) => evidenceUrl({ bucket: 'evidence', region: 'us-east-1' }, key),
      report: (error) => this.reported.push(error),
    };
  }

  ask(event: unknown) {
    return ask(event, this.parts);
  }
}
