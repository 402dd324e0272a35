import { Logger } from '@aws-lambda-powertools/logger';
import { type ClientOptions, type ClientSettings, type Configured, makeClient } from '../lib/clients/client.ts';
import type { Service } from '../lib/clients/regions.ts';
import { InputError } from '../lib/model/errors.ts';
import { type ChatSettings, chatSettingsSchema } from '../lib/run/chat/settings.ts';
import { makeSecretReader } from '../lib/store/secrets.ts';
import { optionalSetting, setting } from './environment.ts';

/*
 * What a conversation needs, apart from `clients.ts` and `handler.ts`: Slack waits three seconds for an answer, even of a
 * process that has just begun, so that as little as possible is loaded.
 */

export const logger = new Logger();

const settings: ClientSettings = { fips: true, env: process.env, remark: (text) => logger.debug(text) };

/**
 * Whoever waits for an answer in seconds is better told of a failure than left waiting for the third attempt, or for a
 * client that slows itself down because AWS throttled it.
 */
export const impatient = {
  ...{ retryMode: 'standard', maxAttempts: 2 },
  requestHandler: { connectionTimeout: 1_000, requestTimeout: 2_000 },
};

/** A client of the auditor's own account and Region. */
export const makeHomeClient = <Client extends Configured>(
  service: Service,
  create: (options: ClientOptions) => Client,
): Promise<Client> => makeClient(service, setting('AWS_REGION'), undefined, settings, create);

/** Remembers for five minutes; loads only the SDKs of where secrets are. */
export const readSecret = makeSecretReader(
  {
    ssm: async () => {
      const { SSMClient } = await import('../lib/clients/sdk/ssm.ts');
      return await makeHomeClient('ssm', (options) => new SSMClient({ ...options, ...impatient }));
    },
    secretsManager: async () => {
      const { SecretsManagerClient } = await import('../lib/clients/sdk/secrets-manager.ts');
      return await makeHomeClient(
        'secretsmanager',
        (options) => new SecretsManagerClient({ ...options, ...impatient }),
      );
    },
  },
  Date.now,
);

/**
 * From where may be asked, as the deployment says.
 *
 * @throws InputError with every problem
 */
export function chatSettings(): ChatSettings {
  const parsed = chatSettingsSchema.safeParse(JSON.parse(optionalSetting('CHAT') ?? '{}'));
  if (parsed.success) return parsed.data;
  throw new InputError(
    'configuration',
    parsed.error.issues.map(({ path, message }) => ({
      place: ['environment variable CHAT', ...path].map(String).join('.'),
      found: message,
      mend: 'Correct the chat settings and deploy again.',
    })),
  );
}
