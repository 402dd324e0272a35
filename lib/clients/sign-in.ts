import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { fromNodeProviderChain } from '@aws-sdk/credential-providers';
import { describeFailure } from '../collect/index.ts';
import { InputError, type Problem } from '../model/errors.ts';
import type { ClientSettings, Credentials } from './client.ts';
import { assume, type MemberRole, makeStsClient } from './sts.ts';

/** Credentials that AWS accepted, and whose they are. */
export interface Access {
  readonly credentials: Credentials;
  readonly accountId: string;
  readonly partition: string;
}

/** Credentials were not found, not accepted, or the endpoint did not answer. */
export class AccessError extends Error {
  readonly errorCode: string;
  readonly problem: Problem;

  constructor(problem: Problem, errorCode: string, options: ErrorOptions) {
    super(problem.found, options);
    this.name = 'AccessError';
    this.problem = problem;
    this.errorCode = errorCode;
  }
}

/**
 * Finds credentials by the SDK's default chain or in the named profile, assumes the role if there is one, and asks
 * STS whose they are. GetCallerIdentity needs no permission.
 *
 * @throws AccessError that says what was tried
 */
export async function signIn(region: string, role: MemberRole | undefined, settings: ClientSettings): Promise<Access> {
  const own = fromNodeProviderChain({ ...(settings.profile === undefined ? {} : { profile: settings.profile }) });
  const credentials = role === undefined ? own : await assume(role, own, region, settings);
  const client = await makeStsClient(region, credentials, settings);
  try {
    const { Account, Arn } = await client.send(new GetCallerIdentityCommand({}));
    const partition = Arn?.split(':')[1];
    if (Account === undefined || partition === undefined) throw new Error('STS answered without an account');
    return { credentials, accountId: Account, partition };
  } catch (error) {
    const { errorCode, message } = describeFailure(error);
    throw new AccessError(problemOf(errorCode, message, region, role, settings.profile), errorCode, {
      cause: error,
    });
  } finally {
    client.destroy();
  }
}

function problemOf(
  errorCode: string,
  message: string,
  region: string,
  role: MemberRole | undefined,
  profile: string | undefined,
): Problem {
  const tried =
    profile === undefined
      ? 'environment variables, the shared configuration files, IAM Identity Center, web identity, container and instance roles'
      : `profile "${profile}"`;
  const place = role?.place ?? 'AWS credentials';
  if (errorCode === 'CredentialsProviderError' || errorCode === 'TokenProviderError') {
    return {
      place,
      found: `no usable credentials in ${tried} (${message})`,
      mend: 'Sign in (for example with "aws sso login"), set AWS_PROFILE, or name a profile with --profile.',
    };
  }
  if (isUnreachable(errorCode)) {
    return {
      place,
      found: `STS in ${region} cannot be reached (${errorCode}: ${message}) with credentials from ${tried}`,
      mend: 'Check the network, the proxy, --region and AWS_ENDPOINT_URL.',
    };
  }
  if (role !== undefined) {
    return {
      place,
      found: `${role.arn} cannot be assumed (${errorCode}: ${message})`,
      mend: 'Check that the role exists, that it trusts the caller with its external id, and that the caller may sts:AssumeRole.',
    };
  }
  return {
    place,
    found: `STS in ${region} refused the credentials from ${tried} (${errorCode}: ${message})`,
    mend: 'Renew the credentials, and check that they belong to the partition of the Region.',
  };
}

const networkErrors: ReadonlySet<string> = new Set([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  'TimeoutError',
]);

/** Whether an error code says that no endpoint answered. */
export const isUnreachable = (errorCode: string | undefined): boolean =>
  errorCode !== undefined && networkErrors.has(errorCode);

/** The problem that access failures add up to when nothing could be scanned. */
export const credentialsError = (failures: readonly AccessError[]): InputError =>
  new InputError(
    'credentials',
    failures.map(({ problem }) => problem),
    { cause: failures[0] },
  );
