import { isUnknown, Unknown } from '../../model/unknown.ts';
import type { DirectoryCertificate } from '../../snapshot/index.ts';
import { daysBetween } from '../arithmetic/days.ts';
import { counted, type FactTable, known, partition, present, seen } from '../define.ts';
import * as op from '../operations.ts';
import type { DirectoryContext } from './context.ts';

const types = ['ClientCertAuth', 'ClientLDAPS'];
const states = ['Registering', 'Registered', 'RegisterFailed', 'Deregistering', 'Deregistered', 'DeregisterFailed'];

interface Certificates {
  readonly valid: readonly { readonly certificate: DirectoryCertificate; readonly days: number }[];
  /** Why there may be more. */
  readonly unknown: Unknown | undefined;
}

/** Certificates that smart cards are checked against: registered for it, and not expired when the snapshot was taken. */
function validCertificates({ estate, directory }: DirectoryContext): Certificates {
  const { items } = estate.snapshot.resources.DirectoryCertificate;
  const own = items.filter(({ DirectoryId }) => DirectoryId === directory.DirectoryId);
  const { capturedAt } = estate.snapshot.header;
  const { known: certificates, unknown } = partition(
    own.map((certificate) => {
      const days = validDays(certificate, capturedAt);
      return isUnknown(days) ? days : { certificate, days };
    }),
  );
  const unread = estate.unreadOf('DirectoryCertificate', directory.DirectoryId);
  return { valid: certificates.filter(({ days }) => days > 0), unknown: unread ?? unknown };
}

/** Days for which a certificate still serves smart cards; 0 for one that does not. */
function validDays(certificate: DirectoryCertificate, now: string): number | Unknown {
  const type = known(certificate.Type, types, pathOf(certificate, 'Type'));
  const state = known(certificate.State, states, pathOf(certificate, 'State'));
  if (type === 'ClientLDAPS' || (!isUnknown(state) && state !== 'Registered')) return 0;
  if (isUnknown(type)) return type;
  if (isUnknown(state)) return state;
  const path = pathOf(certificate, 'ExpiryDateTime');
  const expiry = present(certificate.ExpiryDateTime, path);
  if (isUnknown(expiry)) return expiry;
  return daysBetween(now, expiry) ?? new Unknown(`${path} is no time`);
}

const pathOf = ({ DirectoryId, CertificateId }: DirectoryCertificate, member: string) =>
  `Certificates[${DirectoryId} ${CertificateId}].${member}`;

const from = [op.certificates];

/** Certificates of the authorities that issued the users' smart cards. */
export const clientCertificateFacts: FactTable<DirectoryContext> = {
  'clientCertificates.valid': {
    type: 'list',
    about: 'Certificates that are registered for smart cards and have not expired.',
    from,
    read: (context) => {
      const { valid, unknown } = validCertificates(context);
      return seen(
        valid.map(({ certificate }) => certificate.CertificateId),
        unknown,
      );
    },
  },
  'clientCertificates.daysLeft': {
    type: 'number',
    about: 'Days until the last of them expires; a day that has begun counts. 0 when there is none.',
    from,
    read: (context) => {
      const { valid, unknown } = validCertificates(context);
      return counted(Math.ceil(Math.max(0, ...valid.map(({ days }) => days))), unknown);
    },
  },
  'clientCertificates.ocspUrls': {
    type: 'list',
    about:
      'OCSP servers that they name; unknown when one names none, because certificates on smart cards may name their own.',
    from,
    read: (context) => {
      const { valid, unknown } = validCertificates(context);
      const urls = valid.map(
        ({ certificate }) =>
          certificate.ClientCertAuthSettings?.OCSPUrl ||
          new Unknown(
            `certificate ${certificate.CertificateId} names no OCSP server, and whether the smart cards do stands in their own certificates`,
          ),
      );
      const { known: named, unknown: silent } = partition(urls);
      return unknown ?? silent ?? seen(named, undefined);
    },
  },
};
