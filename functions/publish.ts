import { setTimeout as sleep } from 'node:timers/promises';
import { SecurityHubClient } from '@aws-sdk/client-securityhub';
import { makeClient } from '../lib/clients/client.ts';
import { publishStep } from '../lib/run/publish.ts';
import { publishInputSchema } from '../lib/run/steps.ts';
import { builtInPacks } from './built-in-packs.ts';
import { accessTo, clientSettings, evidenceBucket } from './clients.ts';
import { stepHandler } from './handler.ts';

const bucket = await evidenceBucket();
const rules = (await builtInPacks()).flatMap((pack) => pack.rules);
const sources = new Map(rules.map(({ id, source }) => [id, source.url]));

/** Sends to Security Hub what is due there; see `publishStep`. */
export const handler = stepHandler(publishInputSchema, async (input) =>
  publishStep(input, {
    bucket,
    securityHubOf: async (target) => {
      const { credentials } = await accessTo(target);
      return await makeClient(
        'securityhub',
        target.region,
        credentials,
        clientSettings,
        (options) => new SecurityHubClient(options),
      );
    },
    timing: { clock: () => performance.now(), sleep: async (milliseconds) => void (await sleep(milliseconds)) },
    clock: () => new Date(),
    sourceUrlOf: (ruleId) => sources.get(ruleId),
  }),
);
