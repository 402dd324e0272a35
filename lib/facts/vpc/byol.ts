import { isUnknown } from '../../model/unknown.ts';
import { combined, counted, type FactTable, partition, seen } from '../define.ts';
import { every, isByol, tally, tenancyOf } from '../joins/byol.ts';
import { protocolsOf } from '../joins/resources.ts';
import * as op from '../operations.ts';
import { byolRangeFacts } from './byol-range.ts';
import type { VpcContext } from './context.ts';

/** Dedicated directories that use the VPC. */
function dedicatedDirectories({ directories, usesUnknown }: VpcContext) {
  const looked = partition(
    directories.map((directory) => {
      const tenancy = tenancyOf(directory);
      return isUnknown(tenancy) ? tenancy : { id: directory.DirectoryId, tenancy };
    }),
  );
  const ids = looked.known.filter(({ tenancy }) => tenancy === 'DEDICATED').map(({ id }) => id);
  return { ids, unknown: combined([looked.unknown, usesUnknown].filter(isUnknown)) };
}

/** What the VPC has of BYOL: Windows desktop licences of the customer, on dedicated hardware. */
export const byolFacts: FactTable<VpcContext> = {
  'byol.directoryIds': {
    type: 'list',
    about: 'Registered directories on dedicated hardware that have a subnet in the VPC.',
    from: [op.directories, op.subnets],
    read: (context) => {
      const { ids, unknown } = dedicatedDirectories(context);
      return seen(ids, unknown);
    },
  },
  'byol.dcvWorkspaceCount': {
    type: 'number',
    about: 'Live BYOL WorkSpaces of these directories that stream with DCV.',
    from: [op.directories, op.workspaces],
    read: (context) => {
      const { estate } = context;
      const { ids, unknown } = dedicatedDirectories(context);
      const found = tally(
        ids
          .flatMap((id) => estate.liveWorkspaces(id))
          .map((workspace) => {
            const protocols = protocolsOf(workspace);
            return every(isByol(estate, workspace), isUnknown(protocols) ? protocols : protocols.includes('WSP'));
          }),
      );
      return counted(found.certain, estate.unread('Workspace') ?? unknown ?? found.unknown);
    },
  },
  ...byolRangeFacts,
};
