import { CreateAccountCommand, CreateOrganizationCommand, OrganizationsClient } from '@aws-sdk/client-organizations';
import { ownAccount, ownKeys } from '../../moto/clients.ts';
import { required } from '../../moto/required.ts';
import { motoUrl } from '../../moto/settings.ts';
import { builderClients, keysOf } from './clients.ts';
import { buildSite, type Site } from './site.ts';

export const regions = ['us-east-1', 'us-west-2'] as const;

/** The sites of an organization of three accounts, each in two Regions; the first account is the auditor's own. */
export interface Organization {
  readonly accounts: readonly [own: string, second: string, third: string];
  readonly sites: readonly Site[];
}

export async function buildOrganization(): Promise<Organization> {
  const client = new OrganizationsClient({ endpoint: motoUrl, region: 'us-east-1', credentials: ownKeys });
  await client.send(new CreateOrganizationCommand({ FeatureSet: 'ALL' }));
  const create = async (name: string): Promise<string> => {
    const command = new CreateAccountCommand({ AccountName: name, Email: `${name}@example.com` });
    const { CreateAccountStatus } = await client.send(command);
    return required(CreateAccountStatus?.AccountId, 'AccountId');
  };
  const accounts = [ownAccount, await create('second'), await create('third')] as const;
  const sites: Site[] = [];
  for (const accountId of accounts) {
    const keys = await keysOf(accountId);
    for (const region of regions) sites.push(await buildSite(accountId, builderClients(keys, region)));
  }
  return { accounts, sites };
}
