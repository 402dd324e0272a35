import { isUnknown, Unknown } from '../../model/unknown.ts';
import type { CertificateAuthority } from '../../snapshot/index.ts';
import { type FactTable, known } from '../define.ts';
import { authorityOf } from '../joins/certificate-authority.ts';
import * as op from '../operations.ts';
import type { DirectoryContext } from './context.ts';

const from = [op.directories, op.certificateAuthorities];
const ways = ['CUSTOM_NAME', 'PUBLIC_OBJECTS'];
const acls = ['PUBLIC_READ', 'BUCKET_OWNER_FULL_CONTROL'];

function crlOf({ estate, directory }: DirectoryContext) {
  const authority = authorityOf(estate, directory);
  if (isUnknown(authority)) return authority;
  if (authority === null) return new Unknown('there is no such private CA');
  return { authority, crl: authority.RevocationConfiguration?.CrlConfiguration };
}

function distribution(context: DirectoryContext): string | Unknown {
  const found = crlOf(context);
  if (isUnknown(found)) return found;
  const { authority, crl } = found;
  if (crl?.CustomCname) return 'CUSTOM_NAME';
  const acl = known(crl?.S3ObjectAcl, acls, pathOfAcl(authority));
  if (isUnknown(acl)) return acl;
  if (acl === 'PUBLIC_READ') return 'PUBLIC_OBJECTS';
  return new Unknown(`only the policy of bucket ${crl?.S3BucketName ?? ''} can open the CRL, which is not read`);
}

const pathOfAcl = ({ Arn }: CertificateAuthority) =>
  `CertificateAuthorities[${Arn}].RevocationConfiguration.CrlConfiguration.S3ObjectAcl`;

/** Where a private CA publishes which of its certificates are revoked. */
export const certificateRevocationFacts: FactTable<DirectoryContext> = {
  'certificateAuthority.crl.openedBy': {
    type: 'string',
    about:
      'What lets clients read the CRL without signing in: a name of its own, behind which a distribution stands, or ' +
      'public objects; unknown when only the policy of the bucket can.',
    from,
    values: ways,
    read: distribution,
  },
  'certificateAuthority.crl.customName': {
    type: 'string',
    about: 'Name that certificates give as the place of the CRL instead of the bucket; null when none is set.',
    from,
    nullable: true,
    read: (context) => {
      const found = crlOf(context);
      return isUnknown(found) ? found : found.crl?.CustomCname || null;
    },
  },
  'certificateAuthority.crl.bucket': {
    type: 'string',
    about: 'Bucket that the CRL is written to; null when none is set.',
    from,
    nullable: true,
    read: (context) => {
      const found = crlOf(context);
      return isUnknown(found) ? found : found.crl?.S3BucketName || null;
    },
  },
};
