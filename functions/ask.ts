import { setTimeout as sleep } from 'node:timers/promises';
import { SFNClient } from '@aws-sdk/client-sfn';
import * as z from 'zod';
import { makeClient } from '../lib/clients/client.ts';
import { ask } from '../lib/run/chat/ask/ask.ts';
import { evidenceUrl } from '../lib/run/chat/evidence-url.ts';
import { memoryOf } from '../lib/run/chat/memory/memory.ts';
import { builtInPacks } from './built-in-packs.ts';
import { clientSettings, evidenceBucket, homeRegion } from './clients.ts';
import { setting } from './environment.ts';
import { logger, stepHandler } from './handler.ts';

const bucket = await evidenceBucket();
const client = await makeClient('states', homeRegion(), undefined, clientSettings, (options) => new SFNClient(options));

/** Answers people, scripts and the chat state machine; see `ask`. */
export const handler = stepHandler(z.unknown(), async (event, context) =>
  ask(event, {
    memory: async () => await memoryOf({ bucket, builtInPacks: await builtInPacks() }),
    audits: {
      client,
      stateMachineArn: setting('STATE_MACHINE_ARN'),
      clock: () => new Date(),
      sleep: async (milliseconds) => void (await sleep(milliseconds)),
    },
    // Lambda repeats a failed asynchronous invocation under the same id, and an audit starts once for each name.
    run: `ask-${context.awsRequestId}`,
    remaining: () => context.getRemainingTimeInMillis(),
    evidenceUrl: (key) => evidenceUrl({ bucket: bucket.bucket, region: homeRegion() }, key),
    report: (error) => logger.error('The question could not be answered', { error }),
  }),
);
