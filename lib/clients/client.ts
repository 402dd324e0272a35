import type { STSClientConfig } from '@aws-sdk/client-sts';
import { hasFipsEndpoint, type Service } from './regions.ts';

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

/** What a client of any service is made with. */
export interface ClientOptions {
  readonly region: string;
  readonly retryMode: string;
  readonly maxAttempts?: number;
  readonly profile?: string;
  readonly credentials?: Credentials;
  readonly useFipsEndpoint?: boolean;
}

/** With the SDK's exponential backoff of up to 20 s a call, this outlasts a throttled minute. */
const maxAttempts = 8;

/** A client of the SDK as far as its endpoint is concerned: what AWS_ENDPOINT_URL… or the profile configure. */
export interface Configured {
  readonly config: { readonly region: unknown; readonly serviceConfiguredEndpoint?: () => Promise<string | undefined> };
  destroy(): void;
}

/**
 * Makes a client with our retries, and on the FIPS endpoint where there is one: the SDK refuses FIPS together with a
 * configured endpoint, which therefore comes first.
 *
 * @param credentials undefined: those of the SDK's default chain
 * @param create the SDK's constructor
 */
export async function makeClient<Client extends Configured>(
  service: Service,
  region: string,
  credentials: Credentials | undefined,
  settings: ClientSettings,
  create: (options: ClientOptions) => Client,
): Promise<Client> {
  const options = { ...optionsFor(region, settings), ...(credentials === undefined ? {} : { credentials }) };
  if (!settings.fips) return create({ ...options, useFipsEndpoint: false });
  const plain = create({ ...options, useFipsEndpoint: false });
  const { serviceConfiguredEndpoint } = plain.config;
  // Older SDKs do not tell, but find the endpoint of all services all the same.
  const endpoint =
    serviceConfiguredEndpoint === undefined ? settings.env.AWS_ENDPOINT_URL : serviceConfiguredEndpoint();
  const configured = (await endpoint) !== undefined;
  const available = hasFipsEndpoint(region, service);
  if (configured) {
    if (available) settings.remark(`An endpoint is configured for ${service}: its FIPS endpoint is not used.`);
    return plain;
  }
  plain.destroy();
  // Left out rather than false where the table has none: AWS_USE_FIPS_ENDPOINT then still decides.
  return create(available ? { ...options, useFipsEndpoint: true } : options);
}

const optionsFor = (region: string, { profile, env }: ClientSettings) => ({
  region,
  // Backoff with jitter, and a rate limiter that slows the whole client down when AWS throttles it.
  retryMode: 'adaptive',
  ...(env.AWS_MAX_ATTEMPTS === undefined ? { maxAttempts } : {}),
  ...(profile === undefined ? {} : { profile }),
});
