import { ACMPCAClient } from '@aws-sdk/client-acm-pca';
import { CloudTrailClient } from '@aws-sdk/client-cloudtrail';
import { IAMClient } from '@aws-sdk/client-iam';
import { KMSClient } from '@aws-sdk/client-kms';
import { OrganizationsClient } from '@aws-sdk/client-organizations';
import { RAMClient } from '@aws-sdk/client-ram';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SSOAdminClient } from '@aws-sdk/client-sso-admin';
import { mockClient } from 'aws-sdk-client-mock';
import { makeClients } from '../../lib/clients/collect-clients.ts';
import type { CollectOptions } from '../../lib/collect/index.ts';
import { isOptional, operationOf } from '../../lib/snapshot/index.ts';
import { isResourceType } from '../../lib/snapshot/resource-types.ts';
import { mockEstate, type Run, runCollect } from './estate.ts';

/** The estate, and services beside it that answer nothing unless a test says what. */
export const mockOptional = () => ({
  ...mockEstate(),
  trail: mockClient(CloudTrailClient),
  keys: mockClient(KMSClient),
  organizations: mockClient(OrganizationsClient),
  iam: mockClient(IAMClient),
  privateCa: mockClient(ACMPCAClient),
  shares: mockClient(RAMClient),
  secrets: mockClient(SecretsManagerClient),
  identityCenter: mockClient(SSOAdminClient),
});

/** What collecting some optional operations left behind, without what is collected always. */
export async function runOptional(wanted: readonly string[], options: Partial<CollectOptions> = {}): Promise<Run> {
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const settings = { fips: false, env: {}, remark: () => {} };
  const clients = await makeClients('us-east-1', credentials, settings);
  const wait = () => Promise.resolve();
  const run = await runCollect({ clients, wanted: new Set(wanted), wait, ...options });
  return {
    coverage: run.coverage.filter(({ operation }) => !/^(workspaces|ds|ec2):/.test(operation)),
    lines: run.lines.filter(({ type }) => isResourceType(type) && isOptional(operationOf(type))),
    progress: run.progress,
  };
}
