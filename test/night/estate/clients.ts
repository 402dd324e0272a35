import { DirectoryServiceClient } from '@aws-sdk/client-directory-service';
import { EC2Client } from '@aws-sdk/client-ec2';
import { SecurityHubClient } from '@aws-sdk/client-securityhub';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { WorkSpacesClient } from '@aws-sdk/client-workspaces';
import { ownAccount, ownKeys } from '../../moto/clients.ts';
import { motoUrl } from '../../moto/settings.ts';

/** What a person with administrator's rights builds with, past the router and its faults. */
export function builderClients(credentials: typeof ownKeys, region: string) {
  const configuration = { endpoint: motoUrl, region, credentials };
  return {
    region,
    workspaces: new WorkSpacesClient(configuration),
    directoryService: new DirectoryServiceClient(configuration),
    ec2: new EC2Client(configuration),
    securityHub: new SecurityHubClient(configuration),
  };
}

export type BuilderClients = ReturnType<typeof builderClients>;

/** Keys of an account, as moto issues them to whoever assumes a role there. */
export async function keysOf(accountId: string): Promise<typeof ownKeys> {
  if (accountId === ownAccount) return ownKeys;
  const sts = new STSClient({ endpoint: motoUrl, region: 'us-east-1', credentials: ownKeys });
  const RoleArn = `arn:aws:iam::${accountId}:role/Builder`;
  const { Credentials } = await sts.send(new AssumeRoleCommand({ RoleArn, RoleSessionName: 'build' }));
  const { AccessKeyId = '', SecretAccessKey = '', SessionToken = '' } = Credentials ?? {};
  return { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken };
}
