import { account, directory } from './fleet-builders.ts';
import type { Line } from './harness.ts';
import { entra } from './identity-builders.ts';

/** Raw AWS shapes of the secret of a Microsoft Entra ID application, and of its key. */

export const describeSecret = 'secretsmanager:DescribeSecret';
export const getResourcePolicy = 'secretsmanager:GetResourcePolicy';
export const describeKey = 'kms:DescribeKey';
export const getKeyPolicy = 'kms:GetKeyPolicy';

export const secretArn = `arn:aws:secretsmanager:us-east-1:${account}:secret:entra-AbCdEf`;
export const keyArn = `arn:aws:kms:us-east-1:${account}:key/0a1b2c3d-0000-4000-8000-000000000000`;

/** A directory that is joined to Microsoft Entra ID, whose application is in that secret. */
export const joined = (members: object = {}, ApplicationConfigSecretArn: string | null = secretArn): Line =>
  directory({ ...entra, MicrosoftEntraConfig: { TenantId: 'tenant', ApplicationConfigSecretArn }, ...members });

export const secret = (members: object = {}): Line => ({
  type: 'Secret',
  resource: { ARN: secretArn, Name: 'entra', KmsKeyId: keyArn, ...members },
});

export const secretPolicy = (...statements: readonly object[]): Line => ({
  type: 'SecretResourcePolicy',
  resource: {
    ARN: secretArn,
    Name: 'entra',
    ResourcePolicy: JSON.stringify({ Version: '2012-10-17', Statement: statements }),
  },
});

/** What lets WorkSpaces read the secret. */
export const readable = (members: object = {}) => ({
  Effect: 'Allow',
  Principal: { Service: ['workspaces.amazonaws.com'] },
  Action: 'secretsmanager:GetSecretValue',
  Resource: '*',
  Condition: { StringEquals: { 'aws:SourceAccount': account } },
  ...members,
});

/** What KMS says of the key, by the name that the secret has for it. */
export const key = (members: object = {}, KeyId = keyArn): Line => ({
  type: 'KeyMetadata',
  resource: {
    KeyId,
    KeyMetadata: {
      Arn: keyArn,
      KeyManager: 'CUSTOMER',
      KeySpec: 'SYMMETRIC_DEFAULT',
      KeyUsage: 'ENCRYPT_DECRYPT',
      KeyState: 'Enabled',
      ...members,
    },
  },
});

export const keyPolicy = (...statements: readonly object[]): Line => ({
  type: 'KeyPolicy',
  resource: { KeyId: keyArn, Policy: JSON.stringify({ Version: '2012-10-17', Statement: statements }) },
});

/** What lets WorkSpaces use the key. */
export const usable = (members: object = {}) => ({
  Effect: 'Allow',
  Principal: { Service: ['workspaces.amazonaws.com'] },
  Action: ['kms:Decrypt', 'kms:DescribeKey'],
  Resource: '*',
  ...members,
});
