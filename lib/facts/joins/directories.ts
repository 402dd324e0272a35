import { isUnknown, Unknown } from '../../model/unknown.ts';
import type { WorkspaceDirectory } from '../../snapshot/index.ts';
import { known } from '../define.ts';
import type { Estate } from '../estate.ts';
import { findDescription } from './resources.ts';
export const encryptionModes = ['FIPS_VALIDATED', 'STANDARD_TLS'];
export const directoryKinds = ['DIRECTORY_SERVICE', 'IDENTITY_CENTER', 'ENTRA_ID', 'CUSTOM', 'POOLS'];
export const directoryServiceTypes = ['SimpleAD', 'ADConnector', 'MicrosoftAD', 'SharedMicrosoftAD'];

/** The mode in which a directory encrypts its endpoints; some Regions leave it out, which is not the same as off. */
export const encryptionModeOf = (directory: WorkspaceDirectory) =>
  known(
    directory.EndpointEncryptionMode,
    encryptionModes,
    `Directories[${directory.DirectoryId}].EndpointEncryptionMode`,
  );

/** The AWS Directory Service type; null for a directory that WorkSpaces manages itself. */
export function directoryServiceTypeOf(estate: Estate, directory: WorkspaceDirectory): string | null | Unknown {
  const kind = kindOf(estate, directory);
  if (isUnknown(kind)) return kind;
  if (kind !== 'DIRECTORY_SERVICE') return null;
  const description = findDescription(estate, directory.DirectoryId);
  if (isUnknown(description)) return description;
  return known(description.Type, directoryServiceTypes, `DirectoryDescriptions[${directory.DirectoryId}].Type`);
}

/**
 * What kind of directory it is. Directories that WorkSpaces manages itself (Entra ID, IAM Identity Center, custom)
 * have `wsd-` ids; Pools directories stand apart; all others belong to AWS Directory Service.
 */
export function kindOf(estate: Estate, directory: WorkspaceDirectory): string | Unknown {
  const type = directory.WorkspaceType ?? 'PERSONAL';
  if (type === 'POOLS') return 'POOLS';
  if (type !== 'PERSONAL') {
    return new Unknown(`Directories[${directory.DirectoryId}].WorkspaceType has the unknown value "${type}"`);
  }
  if (estate.index.descriptions.has(directory.DirectoryId)) return 'DIRECTORY_SERVICE';
  if (directory.MicrosoftEntraConfig) return 'ENTRA_ID';
  if (directory.UserIdentityType === 'AWS_IAM_IDENTITY_CENTER') return 'IDENTITY_CENTER';
  if (directory.UserIdentityType === 'CUSTOMER_MANAGED') return 'CUSTOM';
  return directory.DirectoryId.startsWith('wsd-') ? 'CUSTOM' : 'DIRECTORY_SERVICE';
}
