import { setTimeout as sleep } from 'node:timers/promises';
import { S3Client } from '@aws-sdk/client-s3';
import { SFNClient } from '@aws-sdk/client-sfn';
import type { Context } from 'aws-lambda';
import { readAskOutput } from '../lib/run/chat/door/ask.ts';
import { openDoor } from '../lib/run/chat/door/door.ts';
import type { DoorParts } from '../lib/run/chat/door/parts.ts';
import { type DoorResponse, doorRequestSchema } from '../lib/run/chat/door/request.ts';
import { startExecution } from '../lib/store/executions.ts';
import { markRequest, rememberMarks } from '../lib/store/request-marks.ts';
import { chatSettings, impatient, logger, makeHomeClient, readSecret } from './chat-clients.ts';
import { setting } from './environment.ts';

const settings = chatSettings();
const [s3, sfn] = await Promise.all([
  makeHomeClient('s3', (options) => new S3Client({ ...options, ...impatient })),
  makeHomeClient('states', (options) => new SFNClient({ ...options, ...impatient })),
  // Read before the first request comes; what cannot be read now is tried again then, and told.
  ...[settings.slack?.signingSecret, settings.teams?.securityToken].map((reference) =>
    reference === undefined ? undefined : readSecret(reference).catch(() => undefined),
  ),
]);
// Teams waits five seconds in all, so that what it needs is loaded before, too.
const asking = settings.teams === undefined ? undefined : await import('./chat-ask.ts');
const wait = async (milliseconds: number): Promise<void> => void (await sleep(milliseconds));
const bucket = { client: s3, bucket: setting('EVIDENCE_BUCKET'), wait, random: Math.random };

const parts: DoorParts = {
  ...{ settings, readSecret, log: logger, clock: () => new Date() },
  mark: rememberMarks((id) => markRequest(bucket, id)),
  start: async (name, question) => (await startExecution(sfn, setting('CHAT_STATE_MACHINE_ARN'), name, question)).state,
  ask: async (text, patience) => {
    const { askFunction } = asking ?? (await import('./chat-ask.ts'));
    const answered = await askFunction({ step: 'understand', text }, patience);
    return answered === undefined ? undefined : readAskOutput(answered.answer);
  },
};

/** The front door for chat platforms, behind a function URL; see `openDoor`. Events are never logged. */
export async function handler(event: unknown, context: Context): Promise<DoorResponse> {
  logger.addContext(context);
  return await openDoor(doorRequestSchema.parse(event), parts);
}
