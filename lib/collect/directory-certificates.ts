import {
  type Certificate,
  type CertificateInfo,
  DescribeCertificateCommand,
  type DirectoryServiceClient,
  paginateListCertificates,
} from '@aws-sdk/client-directory-service';
import type { OperationCoverage } from '../model/coverage.ts';
import { askEach, type EachAnswer, type EachOperation } from './ask-each.ts';
import { inDirectory, unsupported } from './directory-details.ts';
import type { Failure } from './failure.ts';
import { asked, paged } from './page.ts';
import { keepEach, outcomeOfEach } from './read-each.ts';
import type { Collection } from './workspaces.ts';

const list = 'ds:ListCertificates';
const describe = 'ds:DescribeCertificate';

/** The IAM actions called here. */
export const certificateActions = [list, describe];

type DirectoryCertificate = Certificate & { readonly DirectoryId: string };

/**
 * The certificates that are registered with the directories in use. A list says less of them than their descriptions,
 * and only these are kept.
 *
 * @returns how the lists were read, which have no lines of their own, and how the certificates were: not completely
 *   without the lists
 */
export async function collectCertificates(
  { client, port, named }: Collection<DirectoryServiceClient>,
  unread: readonly string[],
): Promise<readonly OperationCoverage[]> {
  const lists = await askEach(listing(client), port, named.directoriesToDescribe());
  const listed = { operation: list, ...outcomeOfEach(0, lists, unread) } as const;
  port.onProgress({ ...lists.progress, status: listed.status });
  const pairs = [...lists.read].flatMap(([id, infos]) => infos.map(({ CertificateId }) => `${id} ${CertificateId}`));
  const described = await askEach(describing(client), port, pairs);
  const kept = { ...describing(client), type: 'DirectoryCertificate' } as const;
  return [listed, await keepEach(kept, port, byDirectory(lists, described), unread)];
}

const listing = (client: DirectoryServiceClient): EachOperation<CertificateInfo, CertificateInfo> => ({
  name: list,
  idOf: (info) => info.CertificateId,
  none: [unsupported],
  request: (DirectoryId) =>
    paged(paginateListCertificates, { client }, { DirectoryId }, ({ CertificatesInfo }) => CertificatesInfo),
  join: (_, infos) => infos,
});

/** Asked by ids of directory and certificate, with a space between them. */
const describing = (client: DirectoryServiceClient): EachOperation<Certificate, DirectoryCertificate> => ({
  name: describe,
  idOf: ({ DirectoryId, CertificateId }) =>
    CertificateId === undefined ? undefined : `${DirectoryId} ${CertificateId}`,
  // It may be gone since it was listed.
  none: [unsupported, 'CertificateDoesNotExistException'],
  request: (pair) => {
    const [DirectoryId, CertificateId] = pair.split(' ');
    return asked(
      { DirectoryId, CertificateId },
      (input) => client.send(new DescribeCertificateCommand(input)),
      ({ Certificate }) => (Certificate === undefined ? [] : [Certificate]),
    );
  },
  join: (pair, certificates) => inDirectory(directoryOf(pair), certificates),
});

/** A directory is read when its list and each certificate on it was; else nothing of it is kept. */
function byDirectory(
  lists: EachAnswer<CertificateInfo>,
  { read, failures, progress }: EachAnswer<DirectoryCertificate>,
): EachAnswer<DirectoryCertificate> {
  const unread = new Map<string, Failure>();
  for (const [id, failure] of lists.failures) {
    unread.set(id, { ...failure, message: `${list}: ${failure.message}` });
  }
  for (const [pair, failure] of failures) unread.set(directoryOf(pair), failure);
  const certificates = [...read.values()].flat();
  const whole = [...lists.read.keys()].filter((id) => !unread.has(id));
  return {
    read: new Map(whole.map((id) => [id, certificates.filter(({ DirectoryId }) => DirectoryId === id)])),
    failures: unread,
    progress,
  };
}

const directoryOf = (pair: string): string => pair.split(' ')[0] ?? '';
