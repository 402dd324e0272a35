import type { Json } from '../../model/report.ts';
import { isUnknown, Unknown } from '../../model/unknown.ts';
import type { CertificateAuthority } from '../../snapshot/index.ts';
import { type FactTable, known, present, sorted } from '../define.ts';
import { authorityOf, type NamedAuthority, namedAuthority } from '../joins/certificate-authority.ts';
import * as op from '../operations.ts';
import type { DirectoryContext } from './context.ts';

const statuses = ['CREATING', 'PENDING_CERTIFICATE', 'ACTIVE', 'DELETED', 'DISABLED', 'EXPIRED', 'FAILED'];
const usageModes = ['GENERAL_PURPOSE', 'SHORT_LIVED_CERTIFICATE'];
const keyAlgorithms = [
  ...['RSA_2048', 'RSA_3072', 'RSA_4096', 'EC_prime256v1', 'EC_secp384r1', 'EC_secp521r1', 'SM2'],
  ...['ML_DSA_44', 'ML_DSA_65', 'ML_DSA_87'],
];
const day = 86_400_000;

/** Something of the ARN that the directory names; null when it names none. */
const ofName =
  (read: (named: NamedAuthority) => string) =>
  ({ directory }: DirectoryContext) => {
    const named = namedAuthority(directory);
    return named === null || isUnknown(named) ? named : read(named);
  };

/** Something of the CA itself; `none` when there is no such CA. */
const ofAuthority =
  <T extends Json>(none: T | Unknown, read: (authority: CertificateAuthority, path: string) => T | Unknown) =>
  ({ estate, directory }: DirectoryContext): T | Unknown => {
    const authority = authorityOf(estate, directory);
    if (isUnknown(authority)) return authority;
    return authority === null ? none : read(authority, `CertificateAuthorities[${authority.Arn}]`);
  };

const absent = new Unknown('there is no such private CA');
const from = [op.directories, op.certificateAuthorities];

/** The private CA that signs users in with certificates. */
export const certificateAuthorityFacts: FactTable<DirectoryContext> = {
  accountId: { type: 'string', about: 'Account of the directory.', from: [], read: ({ estate }) => estate.accountId },
  'certificateAuthority.arn': {
    type: 'string',
    about: 'Private CA of certificate-based authentication; null when none is set.',
    from: [op.directories],
    nullable: true,
    read: ofName(({ arn }) => arn),
  },
  'certificateAuthority.region': {
    type: 'string',
    about: 'Region of that private CA; null when none is set.',
    from: [op.directories],
    nullable: true,
    read: ofName(({ region }) => region),
  },
  'certificateAuthority.accountId': {
    type: 'string',
    about: 'Account of that private CA; null when none is set.',
    from: [op.directories],
    nullable: true,
    read: ofName(({ accountId }) => accountId),
  },
  'certificateAuthority.exists': {
    type: 'boolean',
    about: 'Whether that private CA is there; unknown when none is set.',
    from,
    read: ({ estate, directory }) => {
      if (namedAuthority(directory) === null) return absent;
      const authority = authorityOf(estate, directory);
      return isUnknown(authority) ? authority : authority !== null;
    },
  },
  'certificateAuthority.status': {
    type: 'string',
    about: 'Its status.',
    from,
    values: statuses,
    read: ofAuthority<string>(absent, ({ Status }, path) => known(Status, statuses, `${path}.Status`)),
  },
  'certificateAuthority.daysToExpiry': {
    type: 'number',
    about: 'Whole days until its certificate expires; negative when it has; unknown while it has none.',
    from,
    read: (context) =>
      ofAuthority<number>(absent, ({ NotAfter }, path) => {
        const notAfter = present(NotAfter, `${path}.NotAfter`);
        if (isUnknown(notAfter)) return notAfter;
        const left = Date.parse(notAfter) - Date.parse(context.estate.snapshot.header.capturedAt);
        return Number.isNaN(left) ? new Unknown(`${path}.NotAfter is no time: "${notAfter}"`) : Math.floor(left / day);
      })(context),
  },
  'certificateAuthority.usageMode': {
    type: 'string',
    about: 'Whether it issues short-lived certificates only.',
    from,
    values: usageModes,
    read: ofAuthority<string>(absent, ({ UsageMode }, path) => known(UsageMode, usageModes, `${path}.UsageMode`)),
  },
  'certificateAuthority.keyAlgorithm': {
    type: 'string',
    about: 'Algorithm of its own key pair.',
    from,
    values: keyAlgorithms,
    read: ofAuthority<string>(absent, ({ CertificateAuthorityConfiguration }, path) =>
      known(
        CertificateAuthorityConfiguration?.KeyAlgorithm,
        keyAlgorithms,
        `${path}.CertificateAuthorityConfiguration.KeyAlgorithm`,
      ),
    ),
  },
  'certificateAuthority.crl.enabled': {
    type: 'boolean',
    about: 'Whether it publishes a certificate revocation list (CRL); false when never set.',
    from,
    read: ofAuthority<boolean>(
      absent,
      ({ RevocationConfiguration }) => RevocationConfiguration?.CrlConfiguration?.Enabled ?? false,
    ),
  },
  'certificateAuthority.tagKeys': {
    type: 'list',
    about: 'Keys of its tags.',
    from: [op.directories, op.certificateAuthorityTags],
    read: ({ estate, directory }) => {
      const named = namedAuthority(directory);
      if (isUnknown(named)) return named;
      if (named === null) return absent;
      const found = [estate, ...estate.others]
        .flatMap(({ snapshot }) => snapshot.resources.CertificateAuthorityTags.items)
        .find(({ CertificateAuthorityArn }) => CertificateAuthorityArn === named.arn);
      if (found !== undefined) return sorted((found.Tags ?? []).flatMap(({ Key }) => Key ?? []));
      return named.region === estate.region
        ? estate.notReturned('CertificateAuthorityTags', named.arn)
        : new Unknown(`${named.arn} is in ${named.region}, and was not read there`);
    },
  },
};
