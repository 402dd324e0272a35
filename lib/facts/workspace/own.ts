import { isUnknown, Unknown } from '../../model/unknown.ts';
import { type FactTable, known, present } from '../define.ts';
import { matcher } from '../globs.ts';
import {
  directoryModeOf,
  directoryModes,
  effectiveModeOf,
  workspaceModeOf,
  workspaceModes,
} from '../joins/accelerator-modes.ts';
import { isInFedrampScope, protocolsOf } from '../joins/resources.ts';
import * as op from '../operations.ts';
import { pathOf, type WorkspaceContext } from './context.ts';
export const workspaceStates = [
  'PENDING',
  'AVAILABLE',
  'IMPAIRED',
  'UNHEALTHY',
  'REBOOTING',
  'STARTING',
  'REBUILDING',
  'RESTORING',
  'MAINTENANCE',
  'ADMIN_MAINTENANCE',
  'TERMINATING',
  'TERMINATED',
  'SUSPENDED',
  'UPDATING',
  'STOPPING',
  'STOPPED',
  'ERROR',
];

/** What a WorkSpace is by itself. */
export const ownFacts: FactTable<WorkspaceContext> = {
  id: { type: 'string', about: 'WorkSpace id.', from: [op.workspaces], read: ({ workspace }) => workspace.WorkspaceId },
  region: { type: 'string', about: 'Region code.', from: [], read: ({ estate }) => estate.region },
  state: {
    type: 'string',
    about: 'State of the WorkSpace.',
    from: [op.workspaces],
    values: workspaceStates,
    read: (context) => known(context.workspace.State, workspaceStates, pathOf(context, 'State')),
  },
  directoryId: {
    type: 'string',
    about: 'Id of the directory that the WorkSpace belongs to.',
    from: [op.workspaces],
    read: (context) => present(context.workspace.DirectoryId, pathOf(context, 'DirectoryId')),
  },
  inFedrampScope: {
    type: 'boolean',
    about: 'Whether the parameter fedrampScope claims the directory of the WorkSpace.',
    from: [op.workspaces],
    read: (context) => {
      const id = context.workspace.DirectoryId;
      // By Region alone the scope does not ask which directory it is.
      if (!id && context.estate.parameters.fedrampScope !== 'us-regions') {
        return new Unknown(`${pathOf(context, 'DirectoryId')} is absent`);
      }
      return isInFedrampScope(context.estate, id ?? '');
    },
  },
  acceleratorOverrideApproved: {
    type: 'boolean',
    about: 'Whether the parameter approvedOverrides names the WorkSpace.',
    from: [op.workspaces],
    read: ({ estate, workspace }) => matcher(estate.parameters.approvedOverrides)(workspace.WorkspaceId),
  },
  'volumes.rootEncrypted': {
    type: 'boolean',
    about: 'Whether the root volume is encrypted; the API leaves the flag out when it is not.',
    from: [op.workspaces],
    read: ({ workspace }) => workspace.RootVolumeEncryptionEnabled ?? false,
  },
  'volumes.userEncrypted': {
    type: 'boolean',
    about: 'Whether the user volume is encrypted; the API leaves the flag out when it is not.',
    from: [op.workspaces],
    read: ({ workspace }) => workspace.UserVolumeEncryptionEnabled ?? false,
  },
  protocols: {
    type: 'list',
    about: 'Streaming protocols: PCOIP, and WSP for DCV.',
    from: [op.workspaces],
    read: ({ workspace }) => protocolsOf(workspace),
  },
  computeType: {
    type: 'string',
    about: 'Compute type name, such as STANDARD or GRAPHICS; any name counts as known.',
    from: [op.workspaces],
    read: (context) =>
      present(
        context.workspace.WorkspaceProperties?.ComputeTypeName,
        pathOf(context, 'WorkspaceProperties.ComputeTypeName'),
      ),
  },
  'globalAccelerator.mode': {
    type: 'string',
    about: "The WorkSpace's own AWS Global Accelerator setting; INHERITED when never set.",
    from: [op.workspaces],
    values: workspaceModes,
    read: ({ workspace }) => workspaceModeOf(workspace),
  },
  'globalAccelerator.preferredProtocol': {
    type: 'string',
    about: "The WorkSpace's own preferred protocol; INHERITED when never set.",
    from: [op.workspaces],
    values: ['INHERITED', 'TCP', 'NONE'],
    read: (context) =>
      known(
        context.workspace.WorkspaceProperties?.GlobalAccelerator?.PreferredProtocol ?? 'INHERITED',
        ['INHERITED', 'TCP', 'NONE'],
        pathOf(context, 'WorkspaceProperties.GlobalAccelerator.PreferredProtocol'),
      ),
  },
  'globalAccelerator.effectiveMode': {
    type: 'string',
    about: 'What the WorkSpace streams through, after inheritance; NOT_AFFECTED when it is not DCV.',
    from: [op.workspaces, op.directories],
    values: [...directoryModes, 'NOT_AFFECTED'],
    read: ({ workspace, directory }) =>
      effectiveModeOf(workspace, isUnknown(directory) ? directory : directoryModeOf(directory)),
  },
};
