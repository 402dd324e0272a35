import { type FactTable, seen } from '../define.ts';
import * as op from '../operations.ts';
import { byolFacts } from './byol.ts';
import type { VpcContext } from './context.ts';
import { managementRangeFacts } from './management-ranges.ts';
import { natZoneFacts } from './nat-zones.ts';
import { routeChangeFacts } from './route-changes.ts';

/** Everything a rule can read of a VPC. */
export const vpcFacts: FactTable<VpcContext> = {
  id: { type: 'string', about: 'VPC id.', from: [op.subnets], read: ({ id }) => id },
  region: { type: 'string', about: 'Region code.', from: [], read: ({ estate }) => estate.region },
  directoryIds: {
    type: 'list',
    about: 'Registered directories that have a subnet in the VPC.',
    from: [op.directories, op.subnets],
    read: ({ directories, usesUnknown }) =>
      seen(
        directories.map(({ DirectoryId }) => DirectoryId),
        usesUnknown,
      ),
  },
  ...natZoneFacts,
  ...managementRangeFacts,
  ...byolFacts,
  ...routeChangeFacts,
};

export type { VpcContext } from './context.ts';
