import { account, directory } from './fleet-builders.ts';
import type { Line } from './harness.ts';
import { saml } from './identity-builders.ts';

/** Raw AWS shapes of a private CA and how another account shares it. */

export const describeAuthority = 'acm-pca:DescribeCertificateAuthority';
export const listTags = 'acm-pca:ListTags';
export const listResources = 'ram:ListResources';
export const listPermissions = 'ram:ListResourceSharePermissions';

export const otherAccount = '444455556666';
export const authorityArn = (region = 'us-east-1', accountId = account) =>
  `arn:aws:acm-pca:${region}:${accountId}:certificate-authority/0a1b2c3d-0000-4000-8000-000000000000`;
export const own = authorityArn();
export const shared = authorityArn('us-east-1', otherAccount);

/** A directory whose users sign in with certificates of this private CA. */
export const certified = (CertificateAuthorityArn: string | undefined = own, members: object = {}): Line =>
  directory({
    ...saml('ENABLED'),
    CertificateBasedAuthProperties: { Status: 'ENABLED', CertificateAuthorityArn },
    ...members,
  });

export const uncertified = (): Line =>
  directory({ CertificateBasedAuthProperties: { Status: 'DISABLED', CertificateAuthorityArn: own } });

/** A private CA as the guide describes it. */
export const authority = (members: object = {}): Line => ({
  type: 'CertificateAuthority',
  resource: {
    Arn: own,
    Status: 'ACTIVE',
    NotAfter: '2036-01-01T00:00:00.000Z',
    UsageMode: 'SHORT_LIVED_CERTIFICATE',
    CertificateAuthorityConfiguration: { KeyAlgorithm: 'RSA_2048', SigningAlgorithm: 'SHA256WITHRSA' },
    ...members,
  },
});

/** A private CA that publishes a CRL in this way. */
export const publishing = (CrlConfiguration: object): Line =>
  authority({ RevocationConfiguration: { CrlConfiguration: { S3BucketName: 'crl-bucket', ...CrlConfiguration } } });

export const tags = (...keys: readonly string[]): Line => ({
  type: 'CertificateAuthorityTags',
  resource: { CertificateAuthorityArn: own, Tags: keys.map((Key) => ({ Key, Value: '' })) },
});

const shareOf = (name: string) => `arn:aws:ram:us-east-1:${otherAccount}:resource-share/${name}`;

/** A share in which another account offers its private CA, with these permissions. */
export const share = (name: string, ...permissions: readonly string[]): Line[] => [
  {
    type: 'SharedResource',
    resource: {
      arn: shared,
      type: 'acm-pca:CertificateAuthority',
      resourceShareArn: shareOf(name),
      status: 'AVAILABLE',
    },
  },
  {
    type: 'ResourceSharePermissions',
    resource: {
      resourceShareArn: shareOf(name),
      permissions: permissions.map((permission) => ({
        arn: `arn:aws:ram::aws:permission/${permission}`,
        name: permission,
        resourceType: 'acm-pca:CertificateAuthority',
      })),
    },
  },
];
