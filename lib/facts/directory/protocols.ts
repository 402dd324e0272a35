import { counted, type FactTable, partition } from '../define.ts';
import { protocolsOf } from '../joins/resources.ts';
import * as op from '../operations.ts';
import type { DirectoryContext } from './context.ts';

/** What the WorkSpaces of a directory stream with. */
export const protocolFacts: FactTable<DirectoryContext> = {
  livePcoipWorkspaceCount: {
    type: 'number',
    about: 'Live WorkSpaces that stream with PCoIP.',
    from: [op.workspaces],
    read: ({ estate, directory }) => {
      const protocols = partition(estate.liveWorkspaces(directory.DirectoryId).map(protocolsOf));
      const count = protocols.known.filter((names) => names.includes('PCOIP')).length;
      return counted(count, protocols.unknown ?? estate.unread('Workspace'));
    },
  },
};
