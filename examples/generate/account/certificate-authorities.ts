import type { CertificateAuthority } from '@aws-sdk/client-acm-pca';
import type { Place } from '../place.ts';
import { hex } from '../seeds.ts';

const arnOf = (partition: string, region: string, accountId: string, label: string): string => {
  const id = hex(`authority ${label}`, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return `arn:${partition}:acm-pca:${region}:${accountId}:certificate-authority/${id}`;
};

/**
 * Adds a private CA as the guide would have it, which signs in the users of a directory with certificates.
 *
 * @returns the CA and its tags, for mistakes to be made in
 */
export function signInWithCertificates(place: Place, alias: string) {
  const { partition, region, accountId } = place.origin;
  const Arn = arnOf(partition, region, accountId, alias);
  const authority: CertificateAuthority = {
    Arn,
    OwnerAccount: accountId,
    CreatedAt: new Date('2025-03-10T08:00:00.000Z'),
    LastStateChangeAt: new Date('2025-03-10T08:05:00.000Z'),
    Type: 'SUBORDINATE',
    Serial: hex(`serial ${alias}`, 20),
    Status: 'ACTIVE',
    NotBefore: new Date('2025-03-10T08:00:00.000Z'),
    NotAfter: new Date('2030-03-10T08:00:00.000Z'),
    CertificateAuthorityConfiguration: {
      KeyAlgorithm: 'RSA_2048',
      SigningAlgorithm: 'SHA256WITHRSA',
      Subject: { Organization: 'Example Corp', CommonName: `Desktops of ${alias}` },
    },
    RevocationConfiguration: {
      CrlConfiguration: {
        Enabled: true,
        ExpirationInDays: 7,
        CustomCname: 'crl.example.com',
        S3BucketName: 'example-corp-crl',
        S3ObjectAcl: 'BUCKET_OWNER_FULL_CONTROL',
      },
      OcspConfiguration: { Enabled: false },
    },
    KeyStorageSecurityStandard: 'FIPS_140_2_LEVEL_3_OR_HIGHER',
    UsageMode: 'SHORT_LIVED_CERTIFICATE',
  };
  const tags = { CertificateAuthorityArn: Arn, Tags: [{ Key: 'euc-private-ca', Value: '' }] };
  place.further.of('CertificateAuthority').push(authority);
  place.further.of('CertificateAuthorityTags').push(tags);
  name(place, alias, Arn);
  return { authority, tags };
}

/** Has a directory sign its users in with certificates of a CA that another account shares, for anything but that. */
export function signInWithSharedCertificates(place: Place, alias: string, accountId: string): void {
  const { partition, region } = place.origin;
  const arn = arnOf(partition, region, accountId, alias);
  const resourceShareArn = `arn:${partition}:ram:${region}:${accountId}:resource-share/${hex(`share ${alias}`, 8)}`;
  const type = 'acm-pca:CertificateAuthority';
  place.further.of('SharedResource').push({ arn, type, resourceShareArn, status: 'AVAILABLE' });
  place.further.of('ResourceSharePermissions').push({
    resourceShareArn,
    permissions: [{ name: 'AWSRAMDefaultPermissionCertificateAuthority', resourceType: type, status: 'ATTACHABLE' }],
  });
  name(place, alias, arn);
}

function name(place: Place, alias: string, CertificateAuthorityArn: string): void {
  place.directory(alias).CertificateBasedAuthProperties = { Status: 'ENABLED', CertificateAuthorityArn };
}
