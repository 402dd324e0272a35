import { isUnknown, type Unknown } from '../../model/unknown.ts';
import type { Workspace, WorkspaceDirectory } from '../../snapshot/index.ts';
import { known } from '../define.ts';
import { protocolsOf } from './resources.ts';

export const directoryModes = ['ENABLED_AUTO', 'DISABLED'];
export const workspaceModes = ['INHERITED', ...directoryModes];

/** The directory's accelerator setting; DISABLED when never set. */
export const directoryModeOf = (directory: WorkspaceDirectory): string | Unknown =>
  known(
    directory.StreamingProperties?.GlobalAccelerator?.Mode ?? 'DISABLED',
    directoryModes,
    `Directories[${directory.DirectoryId}].StreamingProperties.GlobalAccelerator.Mode`,
  );

export const directoryProtocolOf = (directory: WorkspaceDirectory): string | Unknown =>
  known(
    directory.StreamingProperties?.GlobalAccelerator?.PreferredProtocol,
    ['TCP', 'NONE'],
    `Directories[${directory.DirectoryId}].StreamingProperties.GlobalAccelerator.PreferredProtocol`,
  );

/** The WorkSpace's own accelerator setting; INHERITED when never set. */
export const workspaceModeOf = (workspace: Workspace): string | Unknown =>
  known(
    workspace.WorkspaceProperties?.GlobalAccelerator?.Mode ?? 'INHERITED',
    workspaceModes,
    `Workspaces[${workspace.WorkspaceId}].WorkspaceProperties.GlobalAccelerator.Mode`,
  );

/** What a WorkSpace streams through: an accelerator only ever carries DCV. */
export function effectiveModeOf(workspace: Workspace, directoryMode: string | Unknown): string | Unknown {
  const own = workspaceModeOf(workspace);
  const mode = own === 'INHERITED' ? directoryMode : own;
  if (mode === 'DISABLED') return 'DISABLED';
  const protocols = protocolsOf(workspace);
  if (isUnknown(protocols)) return protocols;
  return protocols.includes('WSP') ? mode : 'NOT_AFFECTED';
}
