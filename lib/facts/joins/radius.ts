import { isUnknown, type Unknown } from '../../model/unknown.ts';
import type { DirectoryDescription, WorkspaceDirectory } from '../../snapshot/index.ts';
import { present } from '../define.ts';
import type { Estate } from '../estate.ts';
import { kindOf } from './directories.ts';
import { findDescription } from './resources.ts';

type Settings = Pick<DirectoryDescription, 'RadiusStatus' | 'RadiusSettings'>;

/** The RADIUS set-up of a directory, and where it stands. */
export interface Radius extends Settings {
  readonly path: string;
}

/**
 * RADIUS of the directory; of a shared one the owner's, which a consumer cannot change. A directory that WorkSpaces
 * manages itself, and one of Pools, has none.
 */
export function radiusOf(estate: Estate, directory: WorkspaceDirectory): Radius | Unknown {
  const kind = kindOf(estate, directory);
  if (isUnknown(kind)) return kind;
  const path = `DirectoryDescriptions[${directory.DirectoryId}]`;
  if (kind !== 'DIRECTORY_SERVICE') return { path };
  const description = findDescription(estate, directory.DirectoryId);
  if (isUnknown(description)) return description;
  if (description.Type !== 'SharedMicrosoftAD') return withPath(description, path);
  const ownerPath = `${path}.OwnerDirectoryDescription`;
  const owner = present(description.OwnerDirectoryDescription, ownerPath);
  return isUnknown(owner) ? owner : withPath(owner, ownerPath);
}

const withPath = ({ RadiusStatus, RadiusSettings }: Settings, path: string): Radius => ({
  RadiusStatus,
  RadiusSettings,
  path,
});

/** Whether RADIUS was set up, in whatever state it is. */
export const isConfigured = ({ RadiusStatus, RadiusSettings }: Radius): boolean =>
  Boolean(RadiusStatus) ||
  [...(RadiusSettings?.RadiusServers ?? []), ...(RadiusSettings?.RadiusServersIpv6 ?? [])].length > 0;
