import {
  ACMPCAClient,
  CreateCertificateAuthorityCommand,
  TagCertificateAuthorityCommand,
} from '@aws-sdk/client-acm-pca';
import { CloudTrailClient } from '@aws-sdk/client-cloudtrail';
import {
  AttachRolePolicyCommand,
  CreatePolicyCommand,
  CreatePolicyVersionCommand,
  CreateRoleCommand,
  CreateSAMLProviderCommand,
  IAMClient,
  PutRolePolicyCommand,
} from '@aws-sdk/client-iam';
import { CreateKeyCommand, KMSClient, PutKeyPolicyCommand } from '@aws-sdk/client-kms';
import { OrganizationsClient } from '@aws-sdk/client-organizations';
import { RAMClient } from '@aws-sdk/client-ram';
import { CreateSecretCommand, PutResourcePolicyCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SSOAdminClient } from '@aws-sdk/client-sso-admin';
import type { WorkspaceDirectory } from '@aws-sdk/client-workspaces';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askAws } from '../../lib/collect/ask.ts';
import { Limiter } from '../../lib/collect/limiter.ts';
import { Named } from '../../lib/collect/named.ts';
import { collectOptional } from '../../lib/collect/optional.ts';
import type { OptionalClients } from '../../lib/collect/optional-collection.ts';
import { ownAccount, ownKeys, region, resetMoto } from './clients.ts';
import { required } from './required.ts';
import { motoUrl } from './settings.ts';

/**
 * The collectors of the services around sign-in against implementations that are none of ours. moto has no
 * `ram:ListResources`, answers for a private CA that is gone that it has no tags, and gives trust policies of listed roles
 * as they are, where IAM encodes them.
 */
const configuration = { endpoint: motoUrl, region, credentials: ownKeys };
const iam = new IAMClient(configuration);
const privateCa = new ACMPCAClient(configuration);
const kms = new KMSClient(configuration);
const secrets = new SecretsManagerClient(configuration);
const clients: OptionalClients = {
  acmPca: async () => privateCa,
  cloudTrail: async () => new CloudTrailClient(configuration),
  iam: async () => iam,
  kms: async () => kms,
  organizations: async () => new OrganizationsClient(configuration),
  ram: async () => new RAMClient(configuration),
  secretsManager: async () => secrets,
  ssoAdmin: async () => new SSOAdminClient(configuration),
};

/** What is collected for one directory: the lines, and how each operation ended. */
async function collect(directory: Partial<WorkspaceDirectory>, wanted: readonly string[]) {
  const named = new Named();
  named.directory({ DirectoryId: 'd-1234567890', State: 'REGISTERED', ...directory });
  const lines: object[] = [];
  const add = async (type: string, resource: object) => void lines.push({ type, resource });
  const coverage = await collectOptional(new Set(wanted), {
    ...{ clients, named, unread: () => [], isLimited: false, wait: async () => {} },
    port: () => ({ add, ask: askAws, onProgress: () => {}, limiter: new Limiter(4) }),
  });
  const statuses = coverage.map(
    ({ operation, status, count, message = '' }) => [operation, `${status} ${count} ${message}`.trim()] as const,
  );
  return { lines, statuses: Object.fromEntries(statuses) };
}

beforeAll(resetMoto);
afterAll(resetMoto);

describe('IAM', () => {
  const stream = JSON.stringify({
    Version: '2012-10-17',
    Statement: { Effect: 'Allow', Action: 'workspaces:Stream', Resource: '*' },
  });
  const trusting = (Principal: object, Action: string) =>
    JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal, Action }] });
  const provider = `arn:aws:iam::${ownAccount}:saml-provider/idp`;
  const operations = [
    ...['iam:GetRole', 'iam:ListRoles', 'iam:ListSAMLProviders', 'iam:ListRolePolicies', 'iam:GetRolePolicy'],
    ...['iam:ListAttachedRolePolicies', 'iam:GetPolicy', 'iam:GetPolicyVersion'],
  ];
  const saml = { SamlProperties: { Status: 'ENABLED' as const } };

  it('has no role of the service at first, which is an answer', async () => {
    expect((await collect({}, ['iam:GetRole'])).statuses).toEqual({ 'iam:GetRole': 'complete 0' });
  });

  it('tells roles for SAML users from others, and what they may do', async () => {
    await iam.send(new CreateSAMLProviderCommand({ Name: 'idp', SAMLMetadataDocument: 'a'.repeat(1024) }));
    const byService = trusting({ Service: 'workspaces.amazonaws.com' }, 'sts:AssumeRole');
    // More than moto gives in a page.
    for (let index = 0; index < 120; index += 1) {
      await iam.send(new CreateRoleCommand({ RoleName: `a${index}`, AssumeRolePolicyDocument: byService }));
    }
    await iam.send(new CreateRoleCommand({ RoleName: 'workspaces_DefaultRole', AssumeRolePolicyDocument: byService }));
    const byUsers = trusting({ Federated: provider }, 'sts:AssumeRoleWithSAML');
    await iam.send(new CreateRoleCommand({ RoleName: 'users', AssumeRolePolicyDocument: byUsers }));
    await iam.send(new PutRolePolicyCommand({ RoleName: 'users', PolicyName: 'inline', PolicyDocument: stream }));
    const first = stream.replace('Stream', 'Describe*');
    const policy = await iam.send(new CreatePolicyCommand({ PolicyName: 'managed', PolicyDocument: first }));
    const PolicyArn = required(policy.Policy?.Arn, 'the ARN of a policy');
    await iam.send(new CreatePolicyVersionCommand({ PolicyArn, PolicyDocument: stream, SetAsDefault: true }));
    await iam.send(new AttachRolePolicyCommand({ RoleName: 'users', PolicyArn }));

    const { lines, statuses } = await collect(saml, operations);
    expect(statuses).toEqual(Object.fromEntries(operations.map((operation) => [operation, 'complete 1'])));
    expect(lines).toMatchObject([
      { type: 'WorkspacesDefaultRole', resource: { RoleName: 'workspaces_DefaultRole' } },
      { type: 'SAMLProviderListEntry', resource: { Arn: provider, ValidUntil: expect.any(Date) } },
      { type: 'Role', resource: { RoleName: 'users', AssumeRolePolicyDocument: byUsers } },
      { type: 'RolePolicyNames', resource: { RoleName: 'users', PolicyNames: ['inline'] } },
      { type: 'RolePolicy', resource: { RoleName: 'users', PolicyName: 'inline' } },
      { type: 'AttachedRolePolicies', resource: { AttachedPolicies: [{ PolicyName: 'managed', PolicyArn }] } },
      { type: 'Policy', resource: { Arn: PolicyArn, DefaultVersionId: 'v2' } },
      { type: 'PolicyVersion', resource: { PolicyArn, VersionId: 'v2', IsDefaultVersion: true } },
    ]);
  });
});

describe('AWS Private CA', () => {
  const operations = ['acm-pca:DescribeCertificateAuthority', 'acm-pca:ListTags'];
  const signing = (CertificateAuthorityArn: string) => ({
    CertificateBasedAuthProperties: { Status: 'ENABLED' as const, CertificateAuthorityArn },
  });

  it('describes a private CA and its tags', async () => {
    const created = await privateCa.send(
      new CreateCertificateAuthorityCommand({
        CertificateAuthorityType: 'ROOT',
        UsageMode: 'SHORT_LIVED_CERTIFICATE',
        CertificateAuthorityConfiguration: {
          ...{ KeyAlgorithm: 'RSA_2048', SigningAlgorithm: 'SHA256WITHRSA', Subject: { CommonName: 'desktops' } },
        },
      }),
    );
    const CertificateAuthorityArn = required(created.CertificateAuthorityArn, 'the ARN of a private CA');
    const Tags = [{ Key: 'euc-private-ca', Value: '' }];
    await privateCa.send(new TagCertificateAuthorityCommand({ CertificateAuthorityArn, Tags }));
    const { lines, statuses } = await collect(signing(CertificateAuthorityArn), operations);
    expect(statuses).toEqual(Object.fromEntries(operations.map((operation) => [operation, 'complete 1'])));
    expect(lines).toMatchObject([
      {
        type: 'CertificateAuthority',
        resource: { Arn: CertificateAuthorityArn, UsageMode: 'SHORT_LIVED_CERTIFICATE' },
      },
      { type: 'CertificateAuthorityTags', resource: { CertificateAuthorityArn, Tags: [{ Key: 'euc-private-ca' }] } },
    ]);
  });

  it('knows a private CA that is gone', async () => {
    const gone = `arn:aws:acm-pca:${region}:${ownAccount}:certificate-authority/00000000-0000-4000-8000-000000000000`;
    const [describing = ''] = operations;
    expect((await collect(signing(gone), [describing])).statuses).toEqual({ [describing]: 'complete 0' });
  });
});

describe('Secrets Manager and KMS', () => {
  it('describe a secret and its key, without its value', async () => {
    const key = await kms.send(new CreateKeyCommand({}));
    const KmsKeyId = required(key.KeyMetadata?.Arn, 'the ARN of a key');
    const Policy = JSON.stringify({ Version: '2012-10-17', Statement: [] });
    await kms.send(new PutKeyPolicyCommand({ KeyId: KmsKeyId, PolicyName: 'default', Policy }));
    const created = await secrets.send(new CreateSecretCommand({ Name: 'entra', SecretString: 'hunter2', KmsKeyId }));
    const ARN = required(created.ARN, 'the ARN of a secret');
    await secrets.send(new PutResourcePolicyCommand({ SecretId: ARN, ResourcePolicy: Policy }));
    const directory = { MicrosoftEntraConfig: { ApplicationConfigSecretArn: ARN } };
    const operations = [
      ...['secretsmanager:DescribeSecret', 'secretsmanager:GetResourcePolicy'],
      ...['kms:DescribeKey', 'kms:GetKeyPolicy'],
    ];
    const { lines, statuses } = await collect(directory, operations);
    expect(statuses).toEqual(Object.fromEntries(operations.map((operation) => [operation, 'complete 1'])));
    expect(lines).toMatchObject([
      { type: 'Secret', resource: { ARN, KmsKeyId } },
      { type: 'SecretResourcePolicy', resource: { ARN, ResourcePolicy: Policy } },
      {
        type: 'KeyMetadata',
        resource: { KeyId: KmsKeyId, KeyMetadata: { KeyManager: 'CUSTOMER', KeySpec: 'SYMMETRIC_DEFAULT' } },
      },
      { type: 'KeyPolicy', resource: { KeyId: KmsKeyId, Policy } },
    ]);
    expect(JSON.stringify(lines)).not.toContain('hunter2');
  });
});

describe('IAM Identity Center', () => {
  it('lists the instances of a Region', async () => {
    expect(await collect({}, ['sso:ListInstances'])).toMatchObject({
      lines: [{ type: 'InstanceMetadata', resource: { OwnerAccountId: ownAccount } }],
      statuses: { 'sso:ListInstances': 'complete 1' },
    });
  });
});
