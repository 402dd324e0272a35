import { DirectoryServiceClient } from '@aws-sdk/client-directory-service';
import { EC2Client } from '@aws-sdk/client-ec2';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { WorkSpacesClient } from '@aws-sdk/client-workspaces';
import { motoUrl } from './settings.ts';

export const region = 'us-east-1';

interface Keys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** moto takes any key that it did not issue for one of its own account, 123456789012. */
export const ownKeys: Keys = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'nobody-verifies-it' };
export const ownAccount = '123456789012';

export const otherAccount = '444455556666';
export const otherRole = `arn:aws:iam::${otherAccount}:role/Auditor`;

export function clientsOf(credentials: Keys) {
  const configuration = { endpoint: motoUrl, region, credentials };
  return {
    workspaces: new WorkSpacesClient(configuration),
    directoryService: new DirectoryServiceClient(configuration),
    ec2: new EC2Client(configuration),
  };
}

export type Clients = ReturnType<typeof clientsOf>;

/** Keys of the other account, as moto issues them to whoever assumes a role there. */
export async function otherKeys(): Promise<Keys> {
  const sts = new STSClient({ endpoint: motoUrl, region, credentials: ownKeys });
  const { Credentials } = await sts.send(new AssumeRoleCommand({ RoleArn: otherRole, RoleSessionName: 'build' }));
  const { AccessKeyId = '', SecretAccessKey = '', SessionToken = '' } = Credentials ?? {};
  return { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken };
}

/** Forgets everything that was built. */
export async function resetMoto(): Promise<void> {
  await fetch(`${motoUrl}/moto-api/reset`, { method: 'POST' });
}
