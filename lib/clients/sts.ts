import { STSClient } from '@aws-sdk/client-sts';
import { fromTemporaryCredentials } from '@aws-sdk/credential-providers';
import { type ClientSettings, type Credentials, makeClient } from './client.ts';
import { shareCredentials } from './share-credentials.ts';

/** Shows in the member account's CloudTrail. */
const roleSessionName = 'workspaces-auditor';

/** A role of another account. */
export interface MemberRole {
  readonly arn: string;
  /** How messages name it: a flag, or the role itself. */
  readonly place: string;
  /** What the role's trust policy asks for; absent when it asks for nothing. */
  readonly externalId?: string | undefined;
}

/** A client that asks who the credentials belong to. */
export const makeStsClient = (
  region: string,
  credentials: Credentials | undefined,
  settings: ClientSettings,
): Promise<STSClient> => makeClient('sts', region, credentials, settings, (options) => new STSClient(options));

/**
 * A role's credentials, asked for when they are first used and renewed by the SDK while a long run goes on.
 *
 * @param own credentials that may assume it
 */
export async function assume(
  { arn, externalId }: MemberRole,
  own: Credentials | undefined,
  region: string,
  settings: ClientSettings,
): Promise<Credentials> {
  const sts = await makeStsClient(region, undefined, settings);
  const useFipsEndpoint = await sts.config.useFipsEndpoint();
  sts.destroy();
  const renew = fromTemporaryCredentials({
    params: {
      RoleArn: arn,
      RoleSessionName: roleSessionName,
      ...(externalId === undefined ? {} : { ExternalId: externalId }),
    },
    ...(own === undefined ? {} : { masterCredentials: own }),
    clientConfig: { region, useFipsEndpoint },
  });
  return shareCredentials(renew);
}
