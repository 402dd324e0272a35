import { DirectoryServiceClient } from '@aws-sdk/client-directory-service';
import { EC2Client } from '@aws-sdk/client-ec2';
import { STSClient } from '@aws-sdk/client-sts';
import { WorkSpacesClient } from '@aws-sdk/client-workspaces';
import { credentialsOf } from './credentials.ts';

/** Unmodified SDK clients that talk to a double as a user of one account. */
export function clientsOf(url: string, accountId: string, region: string, maxAttempts = 1) {
  const configuration = { endpoint: url, region, credentials: credentialsOf(accountId), maxAttempts };
  return {
    workspaces: new WorkSpacesClient(configuration),
    ds: new DirectoryServiceClient(configuration),
    ec2: new EC2Client(configuration),
    sts: new STSClient(configuration),
  };
}

export type Clients = ReturnType<typeof clientsOf>;
