import { DirectoryServiceClient } from '@aws-sdk/client-directory-service';
import { EC2Client } from '@aws-sdk/client-ec2';
import { WorkSpacesClient } from '@aws-sdk/client-workspaces';
import type { Clients } from '../collect/index.ts';
import { type ClientSettings, type Credentials, makeClient } from './client.ts';
import { type EndableClients, makeOptionalClients } from './optional-clients.ts';

/** The clients that collecting needs, one per service, so that a service's calls share one adaptive rate limiter. */
export async function makeClients(
  region: string,
  credentials: Credentials | undefined,
  settings: ClientSettings,
): Promise<Clients & { readonly optional: EndableClients }> {
  return {
    workspaces: await makeClient(
      'workspaces',
      region,
      credentials,
      settings,
      (options) => new WorkSpacesClient(options),
    ),
    directoryService: await makeClient(
      'ds',
      region,
      credentials,
      settings,
      (options) => new DirectoryServiceClient(options),
    ),
    ec2: await makeClient('ec2', region, credentials, settings, (options) => new EC2Client(options)),
    optional: makeOptionalClients(region, credentials, settings),
  };
}
