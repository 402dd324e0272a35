import { isUnknown, type Unknown } from '../../model/unknown.ts';
import type { Cidr } from '../arithmetic/addresses.ts';
import { combined, counted, type FactTable, known, partition, seen, sorted } from '../define.ts';
import { kindOf } from '../joins/directories.ts';
import { rangesOfRegion, type Takers, takersOf, takersOfRange } from '../joins/management-ranges.ts';
import { protocolsOf } from '../joins/resources.ts';
import * as op from '../operations.ts';
import type { VpcContext } from './context.ts';

const from = [op.vpcs, op.routeTables, op.prefixLists];

/** Directories of the VPC whose WorkSpaces are on shared hardware: BYOL has management ranges of its own. */
function onSharedHardware({ estate, directories, usesUnknown }: VpcContext) {
  const looked = partition(
    directories.map((directory) => {
      const kind = kindOf(estate, directory);
      if (isUnknown(kind) || kind === 'POOLS') return isUnknown(kind) ? kind : { directory, shared: false };
      const path = `Directories[${directory.DirectoryId}].Tenancy`;
      const tenancy = known(directory.Tenancy ?? 'SHARED', ['SHARED', 'DEDICATED'], path);
      return isUnknown(tenancy) ? tenancy : { directory, shared: tenancy === 'SHARED' };
    }),
  );
  return {
    list: looked.known.filter(({ shared }) => shared).map(({ directory }) => directory),
    unknown: combined([looked.unknown, usesUnknown].filter(isUnknown)),
  };
}

type Kind = 'common' | 'dcv';

function rangesWith(
  { estate, id }: VpcContext,
  kind: Kind,
  look: (ranges: readonly Cidr[], takers: Takers) => string[],
) {
  const ranges = rangesOfRegion(estate.region);
  if (isUnknown(ranges)) return ranges;
  const takers = takersOf(estate, id);
  return seen(look(ranges[kind], takers), takers.unknown);
}

const taken = (context: VpcContext, kind: Kind): readonly string[] | Unknown =>
  rangesWith(context, kind, (ranges, takers) => ranges.filter((range) => takersOfRange(takers, range).length > 0));

const conflicts = (context: VpcContext, kind: Kind): readonly string[] | Unknown =>
  rangesWith(context, kind, (ranges, takers) =>
    ranges.flatMap((range) => takersOfRange(takers, range).map(({ cidr, of }) => `${cidr} of ${of}`)),
  );

/** The ranges of the management interfaces of WorkSpaces that are not BYOL, and what of the VPC overlaps them. */
export const managementRangeFacts: FactTable<VpcContext> = {
  sharedHardwareDirectoryIds: {
    type: 'list',
    about: 'Registered directories of the VPC on shared hardware, without Pools directories.',
    from: [op.directories, op.subnets],
    read: (context) => {
      const { list, unknown } = onSharedHardware(context);
      return seen(
        list.map(({ DirectoryId }) => DirectoryId),
        unknown,
      );
    },
  },
  sharedHardwareDcvWorkspaceCount: {
    type: 'number',
    about: 'Live WorkSpaces of these that stream with DCV.',
    from: [op.directories, op.subnets, op.workspaces],
    read: (context) => {
      const { list, unknown } = onSharedHardware(context);
      const workspaces = list.flatMap(({ DirectoryId }) => context.estate.liveWorkspaces(DirectoryId));
      const protocols = partition(workspaces.map(protocolsOf));
      const count = protocols.known.filter((names) => names.includes('WSP')).length;
      return counted(
        count,
        combined([context.estate.unread('Workspace'), unknown, protocols.unknown].filter(isUnknown)),
      );
    },
  },
  'managementRanges.common': {
    type: 'list',
    about: 'Management ranges of the Region of which the service picks one; unknown for a Region without a row.',
    from: [],
    read: ({ estate }) => {
      const ranges = rangesOfRegion(estate.region);
      return isUnknown(ranges) ? ranges : sorted(ranges.common);
    },
  },
  'managementRanges.free': {
    type: 'list',
    about:
      'Those that overlap neither a range of the VPC nor a route in it; default routes and gateway endpoints aside.',
    from,
    read: (context) => {
      const ranges = rangesOfRegion(context.estate.region);
      if (isUnknown(ranges)) return ranges;
      const takers = takersOf(context.estate, context.id);
      const free = ranges.common.filter((range) => takersOfRange(takers, range).length === 0);
      // What was not read can take a range, and give none back.
      return free.length > 0 && takers.unknown !== undefined ? takers.unknown : sorted(free);
    },
  },
  'managementRanges.taken': {
    type: 'list',
    about: 'Those that overlap one of these.',
    from,
    read: (context) => taken(context, 'common'),
  },
  'managementRanges.conflicts': {
    type: 'list',
    about: 'Ranges and route destinations of the VPC that overlap them, with the VPC or route table.',
    from,
    read: (context) => conflicts(context, 'common'),
  },
  'managementRanges.dcvConflicts': {
    type: 'list',
    about: 'Ranges and route destinations of the VPC that overlap a range used for DCV besides.',
    from,
    read: (context) => conflicts(context, 'dcv'),
  },
};
