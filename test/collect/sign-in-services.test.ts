import { DescribeCertificateAuthorityCommand, ListTagsCommand } from '@aws-sdk/client-acm-pca';
import { DescribeKeyCommand, GetKeyPolicyCommand } from '@aws-sdk/client-kms';
import { DescribeOrganizationCommand, ListAccountsCommand } from '@aws-sdk/client-organizations';
import { ListResourceSharePermissionsCommand, ListResourcesCommand } from '@aws-sdk/client-ram';
import { DescribeSecretCommand, GetResourcePolicyCommand } from '@aws-sdk/client-secrets-manager';
import { GetApplicationAssignmentConfigurationCommand, ListInstancesCommand } from '@aws-sdk/client-sso-admin';
import {
  DescribeWorkspaceDirectoriesCommand,
  ListAccountLinksCommand,
  type WorkspaceDirectory,
} from '@aws-sdk/client-workspaces';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { awsError } from './estate.ts';
import { mockOptional, runOptional } from './optional-estate.ts';

let aws: ReturnType<typeof mockOptional>;
beforeEach(() => {
  aws = mockOptional();
});
afterEach(() => {
  for (const mock of Object.values(aws)) mock.restore();
});

const directories = (...all: readonly Partial<WorkspaceDirectory>[]): void => {
  aws.ws.on(DescribeWorkspaceDirectoriesCommand).resolves({
    Directories: all.map((members, index) => ({ DirectoryId: `d-906700000${index}`, State: 'REGISTERED', ...members })),
  });
};

describe('private CAs', () => {
  const describing = 'acm-pca:DescribeCertificateAuthority';
  const listing = 'acm-pca:ListTags';
  const own = 'arn:aws:acm-pca:us-east-1:111122223333:certificate-authority/1';
  const elsewhere = 'arn:aws:acm-pca:us-west-2:111122223333:certificate-authority/2';
  const signing = (CertificateAuthorityArn: string) => ({
    CertificateBasedAuthProperties: { Status: 'ENABLED' as const, CertificateAuthorityArn },
  });
  const authority = { Arn: own, Status: 'ACTIVE' as const, NotAfter: new Date('2036-01-01T00:00:00.000Z') };

  it('are those of the Region that directories name, each once', async () => {
    directories(signing(own), signing(own), signing(elsewhere), {});
    aws.privateCa.on(DescribeCertificateAuthorityCommand).resolves({ CertificateAuthority: authority });
    aws.privateCa.on(ListTagsCommand).resolves({ Tags: [{ Key: 'euc-private-ca' }] });
    expect(await runOptional([describing, listing])).toMatchObject({
      coverage: [
        { operation: describing, status: 'complete', count: 1 },
        { operation: listing, status: 'complete', count: 1 },
      ],
      lines: [
        { type: 'CertificateAuthority', resource: authority },
        {
          type: 'CertificateAuthorityTags',
          resource: { CertificateAuthorityArn: own, Tags: [{ Key: 'euc-private-ca' }] },
        },
      ],
    });
    expect(aws.privateCa.calls()).toHaveLength(2);
  });

  it('may be gone, which is an answer', async () => {
    directories(signing(own));
    aws.privateCa.on(DescribeCertificateAuthorityCommand).rejects(awsError('ResourceNotFoundException'));
    expect((await runOptional([describing])).coverage).toEqual([
      { operation: describing, status: 'complete', count: 0 },
    ]);
  });

  it('may be denied', async () => {
    directories(signing(own));
    aws.privateCa.onAnyCommand().rejects(awsError('AccessDeniedException', 'No.'));
    expect((await runOptional([describing, listing])).coverage).toEqual(
      [describing, listing].map((operation) => ({
        ...{ operation, status: 'denied', count: 0, errorCode: 'AccessDeniedException', message: 'No.' },
        resources: [own],
      })),
    );
  });

  it('are none where no directory signs in with certificates', async () => {
    directories({});
    expect((await runOptional([describing, listing])).coverage).toEqual([
      { operation: describing, status: 'complete', count: 0 },
      { operation: listing, status: 'complete', count: 0 },
    ]);
    expect(aws.privateCa.calls()).toHaveLength(0);
  });

  describe('of other accounts', () => {
    const [resources, permissions] = ['ram:ListResources', 'ram:ListResourceSharePermissions'];
    const share = 'arn:aws:ram:us-east-1:444455556666:resource-share/1';

    it('are looked for among what is shared with the account, with the permissions', async () => {
      directories(signing(own), signing(elsewhere));
      const first = { resourceOwner: 'OTHER-ACCOUNTS' as const, resourceArns: [own] };
      const shared = { arn: own, resourceShareArn: share, status: 'AVAILABLE' as const };
      aws.shares.on(ListResourcesCommand, first, true).resolves({ resources: [], nextToken: '2' });
      aws.shares.on(ListResourcesCommand, { ...first, nextToken: '2' }, true).resolves({ resources: [shared] });
      aws.shares.on(ListResourceSharePermissionsCommand).resolves({ permissions: [{ name: 'issue' }] });
      expect(await runOptional([resources, permissions])).toMatchObject({
        coverage: [
          { operation: permissions, status: 'complete', count: 1 },
          { operation: resources, status: 'complete', count: 1 },
        ],
        lines: [
          { type: 'SharedResource', resource: shared },
          {
            type: 'ResourceSharePermissions',
            resource: { resourceShareArn: share, permissions: [{ name: 'issue' }] },
          },
        ],
      });
    });

    it('leave the permissions unknown when they were denied', async () => {
      directories(signing(own));
      aws.shares.on(ListResourcesCommand).rejects(awsError('AccessDeniedException', 'No.'));
      expect(
        (await runOptional([resources, permissions])).coverage.map(({ operation, status }) => [operation, status]),
      ).toEqual([
        [permissions, 'skipped'],
        [resources, 'denied'],
      ]);
    });

    it('are not asked about where no directory names one', async () => {
      directories({});
      expect((await runOptional([resources, permissions])).coverage).toEqual([
        { operation: permissions, status: 'complete', count: 0 },
        { operation: resources, status: 'complete', count: 0 },
      ]);
      expect(aws.shares.calls()).toHaveLength(0);
    });
  });
});

describe('secrets of Microsoft Entra ID', () => {
  const [describing, policies] = ['secretsmanager:DescribeSecret', 'secretsmanager:GetResourcePolicy'];
  const [keys, keyPolicies] = ['kms:DescribeKey', 'kms:GetKeyPolicy'];
  const all = [describing, policies, keys, keyPolicies];
  const secret = 'arn:aws:secretsmanager:us-east-1:111122223333:secret:entra-AbCdEf';
  const key = 'arn:aws:kms:us-east-1:111122223333:key/1';
  const joined = { MicrosoftEntraConfig: { TenantId: 'tenant', ApplicationConfigSecretArn: secret } };

  beforeEach(() => {
    directories(joined);
    aws.secrets.on(DescribeSecretCommand).resolves({ ARN: secret, KmsKeyId: 'alias/entra', Description: 'hunter2' });
    aws.secrets.on(GetResourcePolicyCommand).resolves({ ARN: secret, Name: 'entra', ResourcePolicy: '{}' });
    aws.keys.on(DescribeKeyCommand).resolves({ KeyMetadata: { KeyId: '1', Arn: key, KeyManager: 'CUSTOMER' } });
    aws.keys.on(GetKeyPolicyCommand).resolves({ Policy: '{}', PolicyName: 'default' });
  });

  it('are described but never read, and then their keys', async () => {
    const { lines, coverage } = await runOptional(all);
    expect(lines).toEqual([
      { type: 'Secret', resource: { ARN: secret, KmsKeyId: 'alias/entra' } },
      { type: 'SecretResourcePolicy', resource: { ARN: secret, ResourcePolicy: '{}' } },
      {
        type: 'KeyMetadata',
        resource: { KeyId: 'alias/entra', KeyMetadata: { KeyId: '1', Arn: key, KeyManager: 'CUSTOMER' } },
      },
      { type: 'KeyPolicy', resource: { KeyId: key, Policy: '{}' } },
    ]);
    expect(coverage).toEqual(all.toSorted().map((operation) => ({ operation, status: 'complete', count: 1 })));
    expect(aws.secrets.calls().map(({ args: [command] }) => command.constructor.name)).toEqual([
      'DescribeSecretCommand',
      'GetResourcePolicyCommand',
    ]);
  });

  it('may be encrypted with a key that AWS manages, whose policy is no question', async () => {
    aws.keys.on(DescribeKeyCommand).resolves({ KeyMetadata: { KeyId: '1', Arn: key, KeyManager: 'AWS' } });
    expect((await runOptional(all)).coverage.find(({ operation }) => operation === keyPolicies)).toEqual({
      ...{ operation: keyPolicies, status: 'complete', count: 0 },
    });
    expect(aws.keys.commandCalls(GetKeyPolicyCommand)).toHaveLength(0);
  });

  it('leave their keys unknown when they were denied', async () => {
    aws.secrets.on(DescribeSecretCommand).rejects(awsError('AccessDeniedException', 'No.'));
    const { coverage } = await runOptional(all);
    expect(coverage.map(({ operation, status }) => [operation, status])).toEqual([
      [keys, 'skipped'],
      [keyPolicies, 'skipped'],
      [describing, 'denied'],
      [policies, 'complete'],
    ]);
  });

  it('are not asked about when only keys are wanted', async () => {
    expect((await runOptional([keys])).coverage).toEqual([{ operation: keys, status: 'complete', count: 0 }]);
    expect(aws.secrets.calls()).toHaveLength(0);
  });
});

describe('IAM Identity Center', () => {
  const [instances, applications] = ['sso:ListInstances', 'sso:GetApplicationAssignmentConfiguration'];
  const organization = 'organizations:DescribeOrganization';
  const instance = { InstanceArn: 'arn:aws:sso:::instance/ssoins-1', OwnerAccountId: '999900001111' };
  const application = 'arn:aws:sso::111122223333:application/ssoins-1/apl-1';
  const using = { IDCConfig: { InstanceArn: instance.InstanceArn, ApplicationArn: application } };

  it('is its instances of the Region, and the applications of directories', async () => {
    directories(using);
    aws.identityCenter.on(ListInstancesCommand, { NextToken: undefined }).resolves({ Instances: [], NextToken: '2' });
    aws.identityCenter.on(ListInstancesCommand, { NextToken: '2' }).resolves({ Instances: [instance] });
    aws.identityCenter.on(GetApplicationAssignmentConfigurationCommand).resolves({ AssignmentRequired: false });
    expect(await runOptional([instances, applications])).toMatchObject({
      coverage: [
        { operation: applications, status: 'complete', count: 1 },
        { operation: instances, status: 'complete', count: 1 },
      ],
      lines: [
        { type: 'InstanceMetadata', resource: instance },
        {
          type: 'ApplicationAssignmentConfiguration',
          resource: { ApplicationArn: application, AssignmentRequired: false },
        },
      ],
    });
  });

  it('lists instances where no directory names one: a directory of another Region may', async () => {
    directories({});
    aws.identityCenter.on(ListInstancesCommand).resolves({ Instances: [instance] });
    expect((await runOptional([instances, applications])).coverage).toEqual([
      { operation: applications, status: 'complete', count: 0 },
      { operation: instances, status: 'complete', count: 1 },
    ]);
  });

  it('asks which organization it is, and not for its members', async () => {
    directories(using);
    aws.ws.on(ListAccountLinksCommand).resolves({ AccountLinks: [] });
    aws.organizations.on(DescribeOrganizationCommand).resolves({ Organization: { Id: 'o-1', MasterAccountId: '1' } });
    expect((await runOptional([organization, 'organizations:ListAccounts'])).coverage).toEqual([
      { operation: organization, status: 'complete', count: 1 },
      { operation: 'organizations:ListAccounts', status: 'complete', count: 0 },
    ]);
    expect(aws.organizations.commandCalls(ListAccountsCommand)).toHaveLength(0);
  });
});
