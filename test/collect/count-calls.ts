import { ACMPCAClient } from '@aws-sdk/client-acm-pca';
import { CloudTrailClient } from '@aws-sdk/client-cloudtrail';
import { GetRoleCommand, IAMClient } from '@aws-sdk/client-iam';
import { DescribeKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { OrganizationsClient } from '@aws-sdk/client-organizations';
import { RAMClient } from '@aws-sdk/client-ram';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SSOAdminClient } from '@aws-sdk/client-sso-admin';
import { mockClient } from 'aws-sdk-client-mock';
import { makeOptionalClients } from '../../lib/clients/optional-clients.ts';
import { collect } from '../../lib/collect/index.ts';
import { clientsOf } from '../aws/clients.ts';
import { credentialsOf } from '../aws/credentials.ts';
import { type EstateSnapshot, startAwsDouble } from '../aws/index.ts';

/** How many calls each operation took. */
export interface Calls {
  readonly [operation: string]: number;
}

/**
 * Collects a Region, or some directories of it, and counts the requests. Those of services beside the fleet's are
 * answered with nothing, but for the role and the keys that every Region has.
 */
export async function countCalls(
  estate: EstateSnapshot,
  wanted: ReadonlySet<string>,
  directories?: readonly string[],
): Promise<Calls> {
  const { accountId, region } = estate.header;
  const aws = await startAwsDouble({ snapshots: [estate] });
  const others = {
    'acm-pca': mockClient(ACMPCAClient),
    cloudtrail: mockClient(CloudTrailClient),
    iam: mockClient(IAMClient),
    kms: mockClient(KMSClient),
    organizations: mockClient(OrganizationsClient),
    ram: mockClient(RAMClient),
    secretsmanager: mockClient(SecretsManagerClient),
    sso: mockClient(SSOAdminClient),
  };
  for (const mock of Object.values(others)) mock.resolves({});
  others.iam.on(GetRoleCommand).resolves({
    Role: { RoleName: 'workspaces_DefaultRole', Arn: 'arn', Path: '/', RoleId: '1', CreateDate: new Date(0) },
  });
  others.kms.on(DescribeKeyCommand).callsFake(({ KeyId }) => ({ KeyMetadata: { KeyId } }));
  try {
    const { ds, ...fleet } = clientsOf(aws.url, accountId, region);
    const settings = { fips: false, env: {}, remark: () => {} };
    const optional = makeOptionalClients(region, credentialsOf(accountId), settings);
    await collect({
      ...{ clients: { ...fleet, directoryService: ds, optional }, wanted, ...(directories && { directories }) },
      ...{ add: async () => {}, wait: async () => {} },
    });
    const names = [
      ...aws.requests.map(({ action }) => action),
      ...Object.entries(others).flatMap(([service, mock]) =>
        mock.calls().map(({ args: [command] }) => `${service}:${command.constructor.name.replace(/Command$/, '')}`),
      ),
    ];
    const counted = Map.groupBy(names.sort(), (name) => name);
    return Object.fromEntries([...counted].map(([name, calls]) => [name, calls.length]));
  } finally {
    for (const mock of Object.values(others)) mock.restore();
    await aws.stop();
  }
}

export const totalOf = (calls: Calls): number => Object.values(calls).reduce((sum, count) => sum + count, 0);
