import { counted, type FactTable, known } from '../define.ts';
import { directoryKinds, directoryServiceTypeOf, directoryServiceTypes, kindOf } from '../joins/directories.ts';
import { isInFedrampScope } from '../joins/resources.ts';
import * as op from '../operations.ts';
import { type DirectoryContext, pathOf } from './context.ts';

const directoryStates = ['REGISTERING', 'REGISTERED', 'DEREGISTERING', 'DEREGISTERED', 'ERROR'];

/** What a directory is. */
export const identityFacts: FactTable<DirectoryContext> = {
  id: {
    type: 'string',
    about: 'Directory id.',
    from: [op.directories],
    read: ({ directory }) => directory.DirectoryId,
  },
  region: { type: 'string', about: 'Region code.', from: [], read: ({ estate }) => estate.region },
  state: {
    type: 'string',
    about: 'Registration state.',
    from: [op.directories],
    values: directoryStates,
    read: (context) => known(context.directory.State, directoryStates, pathOf(context, 'State')),
  },
  kind: {
    type: 'string',
    about: 'Who manages the directory: AWS Directory Service, or WorkSpaces itself; Pools directories stand apart.',
    from: [op.directories],
    values: directoryKinds,
    read: ({ estate, directory }) => kindOf(estate, directory),
  },
  directoryServiceType: {
    type: 'string',
    about: 'AWS Directory Service type; null for a directory that WorkSpaces manages itself.',
    from: [op.directories, op.descriptions],
    values: directoryServiceTypes,
    nullable: true,
    read: ({ estate, directory }) => directoryServiceTypeOf(estate, directory),
  },
  inFedrampScope: {
    type: 'boolean',
    about: 'Whether the parameter fedrampScope claims the directory under FedRAMP or the DoD SRG.',
    from: [op.directories],
    read: ({ estate, directory }) => isInFedrampScope(estate, directory.DirectoryId),
  },
  liveWorkspaceCount: {
    type: 'number',
    about: 'WorkSpaces that are not TERMINATING or TERMINATED.',
    from: [op.workspaces],
    read: ({ estate, directory }) =>
      counted(estate.liveWorkspaces(directory.DirectoryId).length, estate.unread('Workspace')),
  },
};
