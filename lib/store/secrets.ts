import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { SSMClient } from '@aws-sdk/client-ssm';
import { SecretError } from './secret-error.ts';
import { stringMember } from './secret-member.ts';

/** Made when the first secret of the kind is read. */
export interface SecretClients {
  readonly ssm: () => Promise<SSMClient>;
  readonly secretsManager: () => Promise<SecretsManagerClient>;
}

/**
 * Reads a secret.
 *
 * @param reference `ssm:/name/of/a/parameter`, or the ARN of a secret, with `#member` where that is a JSON object
 * @param options.fresh the value in hand does not fit: it may have been rotated
 * @returns the value without white space around it, which pasting brings along
 * @throws SecretError, never with the value
 */
export type ReadSecret = (reference: string, options?: { readonly fresh?: boolean }) => Promise<string>;

/** A rotated secret is in use at the latest so long afterwards, in seconds. */
export const secretMaxAge = 300;
/** Whoever sends forged requests makes us ask for a fresh value no more often than this, for each secret. */
export const freshPauseMilliseconds = 30_000;
/** Nor more often than this for one that could not be read twice in a row. Once may be a moment's failure. */
const refusedPauseMilliseconds = 5_000;

interface Provider {
  get(
    name: string,
    options: { readonly maxAge: number; readonly forceFetch: boolean },
  ): Promise<string | Uint8Array | undefined>;
}

/**
 * A reader that remembers what it read for five minutes.
 *
 * @param now milliseconds since 1970
 */
export function makeSecretReader(clients: SecretClients, now: () => number): ReadSecret {
  const providers = { ssm: once(() => makeParameters(clients)), secret: once(() => makeSecrets(clients)) };
  const nextFetch = new Map<string, number>();
  const refused = new Map<string, { readonly error: unknown; readonly until: number }>();
  return async (reference, { fresh = false } = {}) => {
    const { store, name, member } = parse(reference);
    const last = refused.get(reference);
    if (last !== undefined && now() < last.until) throw last.error;
    const mayFetch = fresh && now() >= (nextFetch.get(name) ?? 0);
    if (mayFetch) nextFetch.set(name, now() + freshPauseMilliseconds);
    const text = await read(reference, async () => {
      const provider = await providers[store]();
      return await provider.get(name, { maxAge: secretMaxAge, forceFetch: mayFetch });
    }).catch((error: unknown) => {
      refused.set(reference, { error, until: last === undefined ? 0 : now() + refusedPauseMilliseconds });
      throw error;
    });
    refused.delete(reference);
    const value = (member === undefined ? text : stringMember(reference, text, member)).trim();
    if (value === '') throw new SecretError(reference, 'it is empty', 'Store the value again.');
    return value;
  };
}

interface Reference {
  readonly store: 'ssm' | 'secret';
  readonly name: string;
  readonly member: string | undefined;
}

function parse(reference: string): Reference {
  if (reference.startsWith('ssm:')) return { store: 'ssm', name: reference.slice('ssm:'.length), member: undefined };
  const [name = '', member] = reference.split('#');
  return { store: 'secret', name, member };
}

async function read(reference: string, get: () => Promise<string | Uint8Array | undefined>): Promise<string> {
  const value = await get().catch((error: unknown) => {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const found = cause instanceof Error ? `it cannot be read (${cause.name}: ${cause.message})` : 'it cannot be read';
    throw new SecretError(reference, found, 'Check that it is there and that the role of the function may read it.');
  });
  if (typeof value === 'string') return value;
  const found = value === undefined ? 'it has no value' : 'it is binary, not text';
  throw new SecretError(reference, found, 'Store the value as text.');
}

/* Each provider brings the SDK of its service along; one that no reference needs is never loaded. */
async function makeParameters({ ssm }: SecretClients): Promise<Provider> {
  const [{ SSMProvider }, awsSdkV3Client] = await Promise.all([import('./secret-parameters.ts'), ssm()]);
  const provider = new SSMProvider({ awsSdkV3Client });
  return { get: async (name, options) => await provider.get(name, { ...options, decrypt: true }) };
}

async function makeSecrets({ secretsManager }: SecretClients): Promise<Provider> {
  const [{ SecretsProvider }, awsSdkV3Client] = await Promise.all([import('./secret-provider.ts'), secretsManager()]);
  const provider = new SecretsProvider({ awsSdkV3Client });
  return { get: async (name, options) => await provider.get(name, options) };
}

/** What failed to be made is made again the next time. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}
