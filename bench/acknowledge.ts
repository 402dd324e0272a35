/**
 * How long Slack waits for the acknowledgement of a slash command when nothing is warm, against a handler that does
 * nothing under the same runtime client. Slack gives up after three seconds.
 *
 * `npm run bench:ack` measures 20 cold starts of each, in turn; `npm run bench:ack -- 50` another number. The suite in
 * test/night runs it too, because it needs the packaged bundle, the Lambda emulator and moto.
 *
 * What is measured is all of a cold start that is ours: a new process of Node, loading the bundle, reading the secrets,
 * verifying the signature, marking the request in S3 and starting an execution. Lambda's own part — fetching the bundle,
 * making the sandbox — and the way to Slack come on top, and a function of little memory has less than one core.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { resetMoto } from '../test/moto/clients.ts';
import { motoUrl } from '../test/moto/settings.ts';
import { makeSecrets, storeSecrets } from '../test/night/chat/secrets.ts';
import { commandForm, slackRequest } from '../test/night/chat/slack.ts';
import { urlEvent } from '../test/night/chat/url-event.ts';
import { type Artifact, unpack } from '../test/night/lambda/artifact.ts';
import { EmulatedFunction } from '../test/night/lambda/function.ts';
import { common, type Environment } from '../test/night/world/environments.ts';
import { Executions } from '../test/night/world/executions.ts';
import { Storage } from '../test/night/world/storage.ts';

/** Slack shows an error after that. */
const patienceMilliseconds = 3_000;

/** One function, started cold again and again; all times in milliseconds. */
export interface Measured {
  readonly name: string;
  /** From the invocation, which starts the process, to the answer. */
  readonly total: readonly number[];
  /** The part of it until the process asks for an event. */
  readonly starting: readonly number[];
  readonly answers: readonly string[];
}

/** @returns the front door, which verifies and starts an execution each time, and the empty handler */
export async function measure(rounds: number): Promise<readonly [door: Measured, empty: Measured]> {
  await resetMoto();
  await new Storage().create();
  const secrets = makeSecrets();
  const environment = {
    ...{ ...common, AWS_ENDPOINT_URL: motoUrl, ASK_FUNCTION_NAME: 'ask' },
    CHAT: await storeSecrets(secrets),
    // An execution that calls nobody takes no processor away from what is measured.
    CHAT_STATE_MACHINE_ARN: await new Executions().create('questions', JSON.stringify(succeeding)),
  };
  const event = () => JSON.stringify(urlEvent(slackRequest(commandForm('status'), secrets.signingSecret)));
  const [door, empty] = [await unpack('chat'), await emptyHandler()];
  const [ofDoor, ofEmpty] = [subject('front door'), subject('empty handler')];
  try {
    // The first of each reads files that no cache has yet, and is no part of it.
    for (let round = -1; round < rounds; round += 1) {
      await coldStart(door, environment, event(), round < 0 ? subject('') : ofDoor);
      await coldStart(empty, environment, event(), round < 0 ? subject('') : ofEmpty);
    }
  } finally {
    for (const { directory } of [door, empty]) await rm(directory, { recursive: true, force: true });
  }
  return [ofDoor, ofEmpty];
}

const succeeding = { StartAt: 'Done', States: { Done: { Type: 'Succeed' } } };

const subject = (name: string) => ({ name, total: [] as number[], starting: [] as number[], answers: [] as string[] });

async function emptyHandler(): Promise<Artifact> {
  const directory = await mkdtemp(join(tmpdir(), 'wsaudit-empty-'));
  await writeFile(join(directory, 'empty.mjs'), 'export const handler = async () => ({ statusCode: 200 });\n');
  return { name: 'empty', directory };
}

async function coldStart(
  artifact: Artifact,
  environment: Environment,
  event: string,
  { total, starting, answers }: ReturnType<typeof subject>,
): Promise<void> {
  const emulated = await EmulatedFunction.start({ artifact, environment, timeoutSeconds: 10 });
  try {
    const begun = performance.now();
    answers.push(await emulated.invoke(event));
    total.push(performance.now() - begun);
    starting.push(emulated.coldStart ?? Number.NaN);
  } finally {
    await emulated.stop();
  }
}

/** The measurement as a table for people. */
export function table([door, empty]: readonly [door: Measured, empty: Measured]): string {
  const line = (cells: readonly string[]) => cells.map((cell, at) => (at === 0 ? cell.padEnd(16) : cell.padStart(12)));
  const whole = (milliseconds: number) => `${milliseconds.toFixed(0)} ms`;
  const rowOf = ({ name, total, starting }: Measured) =>
    line([
      name,
      ...[percentile(total, 50), percentile(total, 95), Math.max(...total), percentile(starting, 50)].map(whole),
    ]);
  const inTime = door.total.filter((milliseconds) => milliseconds <= patienceMilliseconds).length;
  const ratio = percentile(door.total, 50) / percentile(empty.total, 50);
  return [
    `Cold acknowledgement of a slash command: ${door.total.length} of each in turn, ${availableParallelism()} cores`,
    line(['', 'median', '95 %', 'worst', 'of it start']).join(''),
    rowOf(door).join(''),
    rowOf(empty).join(''),
    `within ${patienceMilliseconds / 1000} s     ${inTime} of ${door.total.length} (${((100 * inTime) / door.total.length).toFixed(0)} %)`,
    `ratio of medians ${ratio.toFixed(2)}`,
    '',
  ].join('\n');
}

/** The smallest value that so many percent of all do not exceed. */
function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN;
}
