import { isUnknown, Unknown } from '../../model/unknown.ts';
import type { Workspace, WorkspaceDirectory } from '../../snapshot/index.ts';
import { known } from '../define.ts';
import type { Estate } from '../estate.ts';
import { operatingSystemOf } from './operating-systems.ts';
import { findDirectory } from './resources.ts';

export const tenancies = ['DEDICATED', 'SHARED'];

/** Whether WorkSpaces of a directory run on hardware of their own. */
export const tenancyOf = ({ DirectoryId, Tenancy }: WorkspaceDirectory) =>
  known(Tenancy, tenancies, `Directories[${DirectoryId}].Tenancy`);

/** Windows versions for desktops, which only come with a licence of one's own; Amazon's bundles run Windows Server. */
export const windowsClients = ['WINDOWS_7', 'WINDOWS_10', 'WINDOWS_11'];

/** The Windows version for desktops that a WorkSpace runs; null for Windows Server and everything else. */
export function windowsClientOf(workspace: Workspace): string | null | Unknown {
  const name = operatingSystemOf(workspace);
  if (isUnknown(name) || windowsClients.includes(name)) return name;
  if (!name.startsWith('WINDOWS') || name.startsWith('WINDOWS_SERVER_')) return null;
  return new Unknown(
    `Workspaces[${workspace.WorkspaceId}].WorkspaceProperties.OperatingSystemName has the unknown value "${name}"`,
  );
}

/** True only when all are, false as soon as one is; otherwise why that is not known. */
export function every(...parts: readonly (boolean | Unknown)[]): boolean | Unknown {
  if (parts.includes(false)) return false;
  return parts.find(isUnknown) ?? true;
}

/** Whether a WorkSpace runs on an own licence: a Windows version for desktops, in a dedicated directory. */
export function isByol(estate: Estate, workspace: Workspace): boolean | Unknown {
  const directory = findDirectory(estate, workspace.DirectoryId);
  const tenancy = isUnknown(directory) ? directory : tenancyOf(directory);
  const client = windowsClientOf(workspace);
  return every(isUnknown(tenancy) ? tenancy : tenancy === 'DEDICATED', isUnknown(client) ? client : client !== null);
}

/** Some of a number of things, as far as is known. */
export interface Tally {
  readonly certain: number;
  /** Those, and the ones of which it is not known. */
  readonly possible: number;
  readonly unknown: Unknown | undefined;
}

export function tally(values: readonly (boolean | Unknown)[]): Tally {
  const certain = values.filter((value) => value === true).length;
  const open = values.filter(isUnknown);
  return { certain, possible: certain + open.length, unknown: open[0] };
}
