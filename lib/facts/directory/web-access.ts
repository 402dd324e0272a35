import type { Workspace } from '../../snapshot/index.ts';
import { counted, type FactTable, partition, sorted } from '../define.ts';
import { isReachedByWebAccess } from '../joins/web-access.ts';
import * as op from '../operations.ts';
import type { DirectoryContext } from './context.ts';

/** Live WorkSpaces, and whether a browser reaches them. */
const reached = ({ estate, directory }: DirectoryContext) =>
  estate.liveWorkspaces(directory.DirectoryId).map((workspace) => ({
    workspace,
    answer: isReachedByWebAccess(estate, directory, workspace),
  }));

const inWords = ({ WorkspaceId, WorkspaceProperties }: Workspace) =>
  `${WorkspaceId} (${WorkspaceProperties?.OperatingSystemName ?? 'unknown'} on ${WorkspaceProperties?.Protocols?.join(' and ') ?? 'unknown'})`;

/** Which WorkSpaces of a directory a browser can reach, by protocol, operating system, sign-in and Region. */
export const webAccessFacts: FactTable<DirectoryContext> = {
  'webAccess.workspaceCount': {
    type: 'number',
    about: 'Live WorkSpaces that a browser can reach.',
    from: [op.directories, op.workspaces],
    read: (context) => {
      const { known, unknown } = partition(reached(context).map(({ answer }) => answer));
      return counted(known.filter(Boolean).length, context.estate.unread('Workspace') ?? unknown);
    },
  },
  'webAccess.withoutWorkspaces': {
    type: 'list',
    about: 'Live WorkSpaces that are known to be out of reach of a browser, with operating system and protocol.',
    from: [op.directories, op.workspaces],
    read: (context) =>
      sorted(
        reached(context)
          .filter(({ answer }) => answer === false)
          .map(({ workspace }) => inWords(workspace)),
      ),
  },
  'webAccess.windows10OnPcoip': {
    type: 'list',
    about:
      'Live Windows 10 WorkSpaces on PCoIP that a browser may reach; the guide says that some of these it does not.',
    from: [op.directories, op.workspaces],
    read: (context) =>
      sorted(
        reached(context)
          .filter(({ workspace: { WorkspaceProperties: properties }, answer }) => {
            const { OperatingSystemName, Protocols } = properties ?? {};
            return OperatingSystemName === 'WINDOWS_10' && Protocols?.includes('PCOIP') && answer !== false;
          })
          .map(({ workspace }) => workspace.WorkspaceId),
      ),
  },
};
