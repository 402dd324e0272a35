import accelerator from '../../../rules/reference/global-accelerator.json' with { type: 'json' };
import { isUnknown, Unknown } from '../../model/unknown.ts';
import type { WorkspaceDirectory } from '../../snapshot/index.ts';
import { counted, type FactTable, partition } from '../define.ts';
import type { Estate } from '../estate.ts';
import { directoryModeOf, directoryModes, directoryProtocolOf, effectiveModeOf } from '../joins/accelerator-modes.ts';
import { protocolsOf } from '../joins/resources.ts';
import * as op from '../operations.ts';
import type { DirectoryContext } from './context.ts';

/**
 * Whether an accelerator is in effect: some live WorkSpace streams through it, or the directory switches it on and has
 * no WorkSpace yet, so that the first one will. Where all WorkSpaces are PCoIP the setting has no effect.
 */
function isInEffect(estate: Estate, directory: WorkspaceDirectory): boolean | Unknown {
  const mode = directoryModeOf(directory);
  const live = estate.liveWorkspaces(directory.DirectoryId);
  const { known: effective, unknown } = partition(live.map((workspace) => effectiveModeOf(workspace, mode)));
  if (effective.includes('ENABLED_AUTO')) return true;
  const unread = unknown ?? estate.unread('Workspace');
  if (unread !== undefined) return unread;
  if (live.length > 0) return false;
  return isUnknown(mode) ? mode : mode === 'ENABLED_AUTO';
}

export const acceleratorFacts: FactTable<DirectoryContext> = {
  'globalAccelerator.mode': {
    type: 'string',
    about: "The directory's AWS Global Accelerator setting; DISABLED when never set.",
    from: [op.directories],
    values: directoryModes,
    read: ({ directory }) => directoryModeOf(directory),
  },
  'globalAccelerator.preferredProtocol': {
    type: 'string',
    about: 'TCP when the accelerator always uses TCP, NONE when the client chooses.',
    from: [op.directories],
    values: ['TCP', 'NONE'],
    read: ({ directory }) => directoryProtocolOf(directory),
  },
  'globalAccelerator.inEffect': {
    type: 'boolean',
    about:
      'Whether a live WorkSpace streams through an accelerator, or the first WorkSpace of an empty directory will.',
    from: [op.directories, op.workspaces],
    read: ({ estate, directory }) => isInEffect(estate, directory),
  },
  'globalAccelerator.regionRanges': {
    type: 'list',
    about: "IPv4 ranges of the Region's accelerator endpoints; unknown for a Region that the table does not have.",
    from: [],
    read: ({ estate }) => {
      const row = Object.entries(accelerator.endpointRanges).find(([region]) => region === estate.region);
      if (row !== undefined) return row[1];
      return new Unknown(`the table of DCV gateways has no row for ${estate.region} and may be older than the Region`);
    },
  },
  liveDcvWorkspaceCount: {
    type: 'number',
    about: 'Live WorkSpaces that stream with DCV.',
    from: [op.workspaces],
    read: ({ estate, directory }) => {
      const protocols = partition(estate.liveWorkspaces(directory.DirectoryId).map(protocolsOf));
      const count = protocols.known.filter((names) => names.includes('WSP')).length;
      return counted(count, protocols.unknown ?? estate.unread('Workspace'));
    },
  },
};
