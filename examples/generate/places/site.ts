import { addNatGateway } from '../egress.ts';
import type { Place } from '../place.ts';
import type { RouteTable, Subnet, Vpc } from '../shapes.ts';
import { addRouteTable, addSubnet, addVpc } from '../vpcs.ts';

/** A VPC for desktops: a public subnet with a way out in each of two zones, and room for a pair of subnets per directory. */
export interface Site {
  readonly vpc: Vpc;
  /** Routes to the internet gateway. */
  readonly open: RouteTable;
  /** Route to the NAT gateway of the zone, and to the organisation's own networks through its VPN. */
  readonly private: readonly [RouteTable, RouteTable];
}

/** Networks of the organisation's data centres: domain controllers, and the desks from which desktops are used. */
export const dataCentres = ['10.8.0.0/16', '10.60.0.0/16', '10.64.0.0/16'];

/**
 * @param network first two octets
 * @param publicIps addresses of the VPC's own NAT gateways, one per zone; when there is one, it serves both zones
 */
export function addSite(place: Place, network: string, publicIps: readonly [string, string?]): Site {
  const vpc = addVpc(place, 'desktops', network);
  const open = addRouteTable(place, vpc, 'public', { GatewayId: addInternetGateway(place, vpc) });
  const first = addExit(place, vpc, open, 0, publicIps[0]);
  const second = publicIps[1] === undefined ? first : addExit(place, vpc, open, 1, publicIps[1]);
  return { vpc, open, private: [addPrivateTable(place, vpc, 'a', first), addPrivateTable(place, vpc, 'b', second)] };
}

function addInternetGateway(place: Place, { VpcId }: Vpc): string {
  const InternetGatewayId = place.ec2Id('igw', 'desktops');
  place.further.of('InternetGateway').push({
    InternetGatewayId,
    Attachments: [{ VpcId, State: 'available' }],
    OwnerId: place.origin.accountId,
    Tags: [{ Key: 'Name', Value: 'desktops' }],
  });
  return InternetGatewayId;
}

function addExit(place: Place, vpc: Vpc, table: RouteTable, zone: 0 | 1, publicIp: string): string {
  const letter = zone === 0 ? 'a' : 'b';
  const edge = addSubnet(place, vpc, { name: `edge-${letter}`, third: 250 + zone, zone, table });
  return addNatGateway(place, edge, `desktops-outbound-${letter}`, [publicIp]).NatGatewayId;
}

function addPrivateTable(place: Place, vpc: Vpc, letter: string, NatGatewayId: string): RouteTable {
  const table = addRouteTable(place, vpc, `private-${letter}`, { NatGatewayId });
  for (const network of dataCentres) routeToDataCentre(place, table, network);
  return table;
}

/** Leads a network of the organisation's own through its VPN. */
export function routeToDataCentre(place: Place, table: RouteTable, DestinationCidrBlock: string): void {
  const GatewayId = place.ec2Id('vgw', 'data centres');
  table.Routes.push({ DestinationCidrBlock, GatewayId, Origin: 'CreateRoute', State: 'active' });
}

/** Adds a directory's pair of subnets, one per zone. @param third third octet of the first, even */
export function addPair(
  place: Place,
  site: Site,
  name: string,
  third: number,
  tables: readonly [RouteTable, RouteTable] = site.private,
): readonly [Subnet, Subnet] {
  return [
    addSubnet(place, site.vpc, { name: `${name}-a`, third, zone: 0, table: tables[0] }),
    addSubnet(place, site.vpc, { name: `${name}-b`, third: third + 1, zone: 1, table: tables[1] }),
  ];
}
