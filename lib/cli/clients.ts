import { DirectoryServiceClient } from '@aws-sdk/client-directory-service';
import { EC2Client } from '@aws-sdk/client-ec2';
import { STSClient, type STSClientConfig } from '@aws-sdk/client-sts';
import { WorkSpacesClient } from '@aws-sdk/client-workspaces';
import type { Clients } from '../collect/index.ts';
import { hasFipsEndpoint, type Service } from './clients-regions.ts';

export type Credentials = Exclude<STSClientConfig['credentials'], undefined>;

/** What all clients of one run share. */
export interface ClientSettings {
  readonly profile?: string | undefined;
  /** Whether FIPS endpoints are used where there are any. */
  readonly fips: boolean;
  readonly env: NodeJS.ProcessEnv;
  /** Tells the user something about the endpoints; the caller says each remark once. */
  readonly remark: (text: string) => void;
}

/** With the SDK's exponential backoff of up to 20 s a call, this outlasts a throttled minute. */
const maxAttempts = 8;

/** A client of the SDK as far as its endpoint is concerned: what AWS_ENDPOINT_URL… or the profile configure. */
interface Configured {
  readonly config: { readonly serviceConfiguredEndpoint?: () => Promise<string | undefined> };
  destroy(): void;
}

/** The clients that collecting needs, one per service, so that a service's calls share one adaptive rate limiter. */
export async function makeClients(
  region: string,
  credentials: Credentials,
  settings: ClientSettings,
): Promise<Clients> {
  const options = { ...optionsFor(region, settings), credentials };
  return {
    workspaces: await make('workspaces', region, settings, (fips) => new WorkSpacesClient({ ...options, ...fips })),
    directoryService: await make('ds', region, settings, (fips) => new DirectoryServiceClient({ ...options, ...fips })),
    ec2: await make('ec2', region, settings, (fips) => new EC2Client({ ...options, ...fips })),
  };
}

/** A client that asks who the credentials belong to. */
export async function makeStsClient(
  region: string,
  credentials: Credentials | undefined,
  settings: ClientSettings,
): Promise<STSClient> {
  const options = { ...optionsFor(region, settings), ...(credentials === undefined ? {} : { credentials }) };
  return await make('sts', region, settings, (fips) => new STSClient({ ...options, ...fips }));
}

/** Region, retries and profile: what a client of any service is made with. */
export function optionsFor(region: string, { profile, env }: ClientSettings) {
  return {
    region,
    // Backoff with jitter, and a rate limiter that slows the whole client down when AWS throttles it.
    retryMode: 'adaptive',
    ...(env.AWS_MAX_ATTEMPTS === undefined ? { maxAttempts } : {}),
    ...(profile === undefined ? {} : { profile }),
  };
}

/** Whether FIPS is on: the SDK refuses FIPS together with a configured endpoint, which therefore comes first. */
async function make<Client extends Configured>(
  service: Service,
  region: string,
  settings: ClientSettings,
  create: (fips: { useFipsEndpoint?: boolean }) => Client,
): Promise<Client> {
  if (!settings.fips) return create({ useFipsEndpoint: false });
  const plain = create({ useFipsEndpoint: false });
  const configured = (await plain.config.serviceConfiguredEndpoint?.()) !== undefined;
  const available = hasFipsEndpoint(region, service);
  if (configured) {
    if (available) settings.remark(`An endpoint is configured for ${service}: its FIPS endpoint is not used.`);
    return plain;
  }
  plain.destroy();
  // Left out rather than false where the table has none: AWS_USE_FIPS_ENDPOINT then still decides.
  return create(available ? { useFipsEndpoint: true } : {});
}
