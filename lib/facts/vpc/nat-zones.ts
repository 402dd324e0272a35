import { isUnknown, Unknown } from '../../model/unknown.ts';
import type { NatGateway } from '../../snapshot/index.ts';
import { combined, type FactTable, known, partition, present, seen, sorted } from '../define.ts';
import type { Estate } from '../estate.ts';
import { isEnded } from '../joins/nat-gateways.ts';
import { findSubnet } from '../joins/resources.ts';
import { routeTableOf } from '../joins/routes.ts';
import * as op from '../operations.ts';
import type { VpcContext } from './context.ts';

/** A subnet of a directory, and a zonal NAT gateway that a route of it leads to. */
interface Way {
  readonly subnetId: string;
  readonly gateway: NatGateway;
}

/** Subnets of the VPC that directories use. */
function subnetsOf({ estate, id, directories }: VpcContext) {
  const ids = sorted(directories.flatMap(({ SubnetIds }) => SubnetIds ?? []));
  const { known: found, unknown } = partition(ids.map((subnetId) => findSubnet(estate, subnetId)));
  return { ids: found.filter(({ VpcId }) => VpcId === id).map(({ SubnetId }) => SubnetId), unknown };
}

/** Zonal gateways that routes of a subnet lead to, and why there may be more. A blackhole leads nowhere. */
function waysOf(estate: Estate, subnetId: string): (Way | Unknown)[] {
  const table = routeTableOf(estate, subnetId);
  if (isUnknown(table)) return [table];
  const routes = (table.Routes ?? []).filter(({ State }) => State !== 'blackhole');
  return sorted(routes.flatMap(({ NatGatewayId }) => NatGatewayId || [])).flatMap((id): (Way | Unknown)[] => {
    const gateway = estate.snapshot.resources.NatGateway.items.find((one) => one.NatGatewayId === id);
    if (gateway === undefined) return [estate.notReturned('NatGateway', id)];
    if (isEnded(gateway)) return [];
    // An answer without AvailabilityMode is of a zonal gateway.
    const mode = known(
      gateway.AvailabilityMode ?? 'zonal',
      ['zonal', 'regional'],
      `NatGateways[${id}].AvailabilityMode`,
    );
    if (isUnknown(mode)) return [mode];
    return mode === 'zonal' ? [{ subnetId, gateway }] : [];
  });
}

function zonalWays(context: VpcContext) {
  const subnets = subnetsOf(context);
  const ways = partition(subnets.ids.flatMap((id) => waysOf(context.estate, id)));
  return {
    known: ways.known,
    unknown: combined([subnets.unknown, ways.unknown, context.usesUnknown].filter(isUnknown)),
  };
}

function zoneOf(estate: Estate, subnetId: string | null | undefined): string | Unknown {
  const subnet = findSubnet(estate, subnetId);
  if (isUnknown(subnet)) return subnet;
  return present(subnet.AvailabilityZoneId, `Subnets[${subnet.SubnetId}].AvailabilityZoneId`);
}

/** `subnet-0a (use1-az2) through nat-0b (use1-az4)` where the zones differ, null where they do not. */
function acrossZones(estate: Estate, { subnetId, gateway }: Way): string | null | Unknown {
  const id = gateway.NatGatewayId;
  const own = zoneOf(estate, subnetId);
  if (isUnknown(own)) return own;
  const its = gateway.SubnetId
    ? zoneOf(estate, gateway.SubnetId)
    : new Unknown(`NatGateways[${id}].SubnetId is absent`);
  if (isUnknown(its)) return its;
  return own === its ? null : `${subnetId} (${own}) through ${id} (${its})`;
}

/** Availability Zones of directory subnets and of the NAT gateways that they use. */
export const natZoneFacts: FactTable<VpcContext> = {
  'natGateways.zonalFor': {
    type: 'list',
    about: 'Subnets of directories of which a route leads to a zonal NAT gateway; a regional one is in every zone.',
    from: [op.directories, op.subnets, op.routeTables, op.natGateways],
    read: (context) => {
      const ways = zonalWays(context);
      return seen(
        ways.known.map(({ subnetId }) => subnetId),
        ways.unknown,
      );
    },
  },
  'natGateways.inOtherZone': {
    type: 'list',
    about: 'Those of them whose zonal NAT gateway is in another Availability Zone, with both zones.',
    from: [op.directories, op.subnets, op.routeTables, op.natGateways],
    read: (context) => {
      const ways = zonalWays(context);
      const across = partition(ways.known.map((way) => acrossZones(context.estate, way)));
      return seen(
        across.known.filter((text) => text !== null),
        combined([across.unknown, ways.unknown].filter(isUnknown)),
      );
    },
  },
};
