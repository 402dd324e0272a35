import { Unknown } from '../../model/unknown.ts';
import type { CertificateAuthority, WorkspaceDirectory } from '../../snapshot/index.ts';
import type { Estate } from '../estate.ts';

/** The private CA that a directory's certificates come from, as its ARN tells. */
export interface NamedAuthority {
  readonly arn: string;
  readonly region: string;
  readonly accountId: string;
}

/** @returns null when the directory names none */
export function namedAuthority(directory: WorkspaceDirectory): NamedAuthority | null | Unknown {
  const arn = directory.CertificateBasedAuthProperties?.CertificateAuthorityArn;
  if (!arn) return null;
  const [, , service, region, accountId] = arn.split(':');
  const path = `Directories[${directory.DirectoryId}].CertificateBasedAuthProperties.CertificateAuthorityArn`;
  return service === 'acm-pca' && region && accountId
    ? { arn, region, accountId }
    : new Unknown(`${path} is no ARN of a private CA: "${arn}"`);
}

/**
 * The CA as it was read: here, or in the account and Region that it belongs to, when that is part of the audit.
 *
 * @returns null when it does not exist: only its own account can tell for sure
 */
export function findAuthority(estate: Estate, named: NamedAuthority): CertificateAuthority | null | Unknown {
  const found = [estate, ...estate.others]
    .flatMap(({ snapshot }) => snapshot.resources.CertificateAuthority.items)
    .find(({ Arn }) => Arn === named.arn);
  if (found !== undefined) return found;
  if (named.region !== estate.region) {
    return new Unknown(`${named.arn} is in ${named.region}, and was not read there`);
  }
  const unread = estate.unreadOf('CertificateAuthority', named.arn);
  if (unread !== undefined) return unread;
  return named.accountId === estate.accountId
    ? null
    : new Unknown(`${named.arn} belongs to ${named.accountId}, where alone it can be seen whether it exists`);
}

/** The CA of a directory, or why it is not known; null when there is none. */
export function authorityOf(estate: Estate, directory: WorkspaceDirectory): CertificateAuthority | null | Unknown {
  const named = namedAuthority(directory);
  return named === null || named instanceof Unknown ? named : findAuthority(estate, named);
}
