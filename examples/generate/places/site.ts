import { addNatGateway } from '../egress.ts';
import type { Place } from '../place.ts';
import type { RouteTable, Subnet, Vpc } from '../shapes.ts';
import { addRouteTable, addSubnet, addVpc } from '../vpcs.ts';

/** A VPC for desktops: two public subnets with the way out, and room for a pair of subnets per directory. */
export interface Site {
  readonly vpc: Vpc;
  /** Routes to the internet gateway. */
  readonly open: RouteTable;
  /** Routes to the VPC's own NAT gateway. */
  readonly private: RouteTable;
}

/** @param network first two octets; @param publicIp address of the VPC's own NAT gateway */
export function addSite(place: Place, network: string, publicIp: string): Site {
  const vpc = addVpc(place, 'desktops', network);
  const open = addRouteTable(place, vpc, 'public', { GatewayId: place.ec2Id('igw', 'desktops') });
  const edge = addSubnet(place, vpc, { name: 'edge-a', third: 250, zone: 0, table: open });
  const { NatGatewayId } = addNatGateway(place, edge, 'desktops-outbound', [publicIp]);
  return { vpc, open, private: addRouteTable(place, vpc, 'private', { NatGatewayId }) };
}

/** Adds a directory's pair of subnets, one per zone. @param third third octet of the first, even */
export function addPair(
  place: Place,
  site: Site,
  name: string,
  third: number,
  table: RouteTable = site.private,
): readonly [Subnet, Subnet] {
  return [
    addSubnet(place, site.vpc, { name: `${name}-a`, third, zone: 0, table }),
    addSubnet(place, site.vpc, { name: `${name}-b`, third: third + 1, zone: 1, table }),
  ];
}
