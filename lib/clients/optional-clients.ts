import type { OptionalClients } from '../collect/index.ts';
import { type ClientOptions, type ClientSettings, type Configured, type Credentials, makeClient } from './client.ts';
import type { Service } from './regions.ts';

/** Clients that are made when they are first asked for, and ended together. */
export interface EndableClients extends OptionalClients {
  readonly destroy: () => void;
}

/** Where the one endpoint of AWS Organizations stands in each partition. */
export const organizationsRegion = (region: string): string =>
  region.startsWith('us-gov-') ? 'us-gov-west-1' : region.startsWith('cn-') ? 'cn-northwest-1' : 'us-east-1';

/**
 * The clients of services that only some rules read. Each SDK stands in a file of its own, so that a bundle keeps of it
 * only what is used, and loads it only on demand.
 */
export function makeOptionalClients(
  region: string,
  credentials: Credentials | undefined,
  settings: ClientSettings,
): EndableClients {
  const made: Configured[] = [];
  const lazily = <Client extends Configured>(
    service: Service,
    load: () => Promise<new (options: ClientOptions) => Client>,
    at: string = region,
  ) => {
    let client: Promise<Client> | undefined;
    return (): Promise<Client> => (client ??= make());
    async function make(): Promise<Client> {
      const Client = await load();
      const one = await makeClient(service, at, credentials, settings, (options) => new Client(options));
      made.push(one);
      return one;
    }
  };
  return {
    acmPca: lazily('acm-pca', async () => (await import('./sdk/acm-pca.ts')).ACMPCAClient),
    cloudTrail: lazily('cloudtrail', async () => (await import('./sdk/cloudtrail.ts')).CloudTrailClient),
    iam: lazily('iam', async () => (await import('./sdk/iam.ts')).IAMClient),
    kms: lazily('kms', async () => (await import('./sdk/kms.ts')).KMSClient),
    organizations: lazily(
      'organizations',
      async () => (await import('./sdk/organizations.ts')).OrganizationsClient,
      organizationsRegion(region),
    ),
    ram: lazily('ram', async () => (await import('./sdk/ram.ts')).RAMClient),
    secretsManager: lazily(
      'secretsmanager',
      async () => (await import('./sdk/secrets-manager.ts')).SecretsManagerClient,
    ),
    ssoAdmin: lazily('sso', async () => (await import('./sdk/sso-admin.ts')).SSOAdminClient),
    destroy: () => {
      for (const client of made) client.destroy();
    },
  };
}
