import { overlapCidr } from 'cidr-tools';
import { isUnknown, Unknown } from '../../model/unknown.ts';
import { toCidr } from '../arithmetic/addresses.ts';
import { combined, type FactTable, seen, sorted } from '../define.ts';
import type { Estate } from '../estate.ts';
import { rangesOfRegion, takersOf } from '../joins/management-ranges.ts';
import { changesOf, succeeded } from '../joins/trail-changes.ts';
import { tell, textsIn } from '../joins/trail-events.ts';
import * as op from '../operations.ts';
import type { VpcContext } from './context.ts';

const names = ['CreateRoute', 'ReplaceRoute'];

/** Routes of a VPC, without default routes: `10.0.0.0/8 of rtb-…`. */
const routesOf = (estate: Estate, vpcId: string) => {
  const { list, unknown } = takersOf(estate, vpcId);
  return { list: list.filter(({ of }) => of !== vpcId), unknown };
};

/** Calls that made or replaced routes in the tables of the VPC, since the baseline where there is one. */
function calls({ estate, id }: VpcContext) {
  const tables = new Set(
    estate.snapshot.resources.RouteTable.items.filter(({ VpcId }) => VpcId === id).map((table) => table.RouteTableId),
  );
  const since = estate.baseline?.snapshot.header.capturedAt;
  const found = changesOf(estate, { names, since, test: ({ ids }) => [...ids].some((one) => tables.has(one)) });
  return { list: succeeded(found), unknown: found.unknown };
}

interface Added {
  readonly list: readonly { readonly cidr: string; readonly of: string }[];
  readonly unknown: Unknown | undefined;
}

/** Routes that are there now and that the baseline did not have, or that CloudTrail shows being made. */
function added(context: VpcContext): Added {
  const { estate, id } = context;
  const now = routesOf(estate, id);
  const then = estate.baseline === undefined ? undefined : routesOf(estate.baseline, id);
  const earlier = new Set(then?.list.map(({ cidr }) => cidr));
  const trail = calls(context);
  const made = new Set(
    trail.list.flatMap(({ body }) =>
      textsIn(body.requestParameters, ['destinationcidrblock']).map((text) => toCidr(text) ?? text),
    ),
  );
  const isNew = (cidr: string): boolean =>
    made.has(cidr) || (then !== undefined && then.unknown === undefined && !earlier.has(cidr));
  const noBaseline = new Unknown('no baseline of this account and Region is given');
  const before =
    then === undefined ? noBaseline : then.unknown && new Unknown(`in the baseline, ${then.unknown.reason}`);
  // One of the two is enough to know what is new.
  const past = before === undefined || trail.unknown === undefined ? undefined : combined([before, trail.unknown]);
  return {
    list: now.list.filter(({ cidr }) => isNew(cidr)),
    unknown: combined([now.unknown, past].filter(isUnknown)),
  };
}

const texts = (routes: Added['list']): string[] => sorted(routes.map(({ cidr, of }) => `${cidr} of ${of}`));

/** Routes that came after the baseline, or that CloudTrail shows being made. */
export const routeChangeFacts: FactTable<VpcContext> = {
  'routes.added': {
    type: 'list',
    about:
      'IPv4 routes of the VPC that the baseline did not have, or that CloudTrail shows being made, and that are still there; without default routes and gateway endpoints. Unknown while there are none and neither could be read.',
    from: [op.routeTables, op.cloudTrail],
    read: (context) => {
      const { list, unknown } = added(context);
      return seen(texts(list), unknown);
    },
  },
  'routes.addedOnManagementRanges': {
    type: 'list',
    about: 'Those that overlap a management range of the Region.',
    from: [op.routeTables, op.cloudTrail],
    read: (context) => {
      const ranges = rangesOfRegion(context.estate.region);
      if (isUnknown(ranges)) return ranges;
      const { list, unknown } = added(context);
      const all = [...ranges.common, ...ranges.dcv];
      return seen(texts(list.filter(({ cidr }) => all.some((range) => overlapCidr(cidr, range)))), unknown);
    },
  },
  'routes.changesSeen': {
    type: 'list',
    about:
      'Calls that made or replaced routes of the VPC, since the baseline where there is one, that CloudTrail shows.',
    from: [],
    helpedBy: [op.cloudTrail],
    read: (context) => sorted(calls(context).list.map(tell)),
  },
};
