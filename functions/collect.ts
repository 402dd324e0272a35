import { makeClients } from '../lib/clients/collect-clients.ts';
import { collectStep } from '../lib/run/collect.ts';
import { loadPolicy } from '../lib/run/configuration.ts';
import { collectInputSchema } from '../lib/run/steps.ts';
import { builtInPacks } from './built-in-packs.ts';
import { accessTo, clientSettings, evidenceBucket } from './clients.ts';
import { stepHandler } from './handler.ts';

/** What is left of the time limit when no new page is begun: a call that AWS throttles may take this long to end. */
const reserveMilliseconds = 60_000;

const bucket = await evidenceBucket();

/** Reads one account and Region into a snapshot; see `collectStep`. */
export const handler = stepHandler(collectInputSchema, async (input, context) =>
  collectStep(input, {
    bucket,
    loadPolicy: async () => await loadPolicy(bucket, await builtInPacks()),
    clientsOf: async (target) => await makeClients(target.region, (await accessTo(target)).credentials, clientSettings),
    clock: () => new Date(),
    isTimeUp: () => context.getRemainingTimeInMillis() < reserveMilliseconds,
  }),
);
