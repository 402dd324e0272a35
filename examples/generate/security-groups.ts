import type { IpPermission } from '@aws-sdk/client-ec2';
import type { Place } from './place.ts';
import type { SecurityGroup, Vpc } from './shapes.ts';

type Peer = { readonly cidr: string } | { readonly prefixList: string };

/** One rule set of a protocol and port range, in the shape that AWS answers with: empty lists included. */
export function permission(protocol: string, from: number, to: number, ...peers: readonly Peer[]): IpPermission {
  return {
    IpProtocol: protocol,
    FromPort: from,
    ToPort: to,
    IpRanges: peers.flatMap((peer) => ('cidr' in peer ? [{ CidrIp: peer.cidr }] : [])),
    Ipv6Ranges: [],
    PrefixListIds: peers.flatMap((peer) => ('prefixList' in peer ? [{ PrefixListId: peer.prefixList }] : [])),
    UserIdGroupPairs: [],
  };
}

export const tcp = (port: number, ...cidrs: readonly string[]): IpPermission =>
  permission('tcp', port, port, ...cidrs.map((cidr) => ({ cidr })));

/** All traffic to anywhere, which every new group has. AWS leaves the ports out of a rule for all protocols. */
export const allOut: IpPermission = {
  IpProtocol: '-1',
  IpRanges: [{ CidrIp: '0.0.0.0/0' }],
  Ipv6Ranges: [],
  PrefixListIds: [],
  UserIdGroupPairs: [],
};

export const allFromGroup = ({ GroupId, OwnerId }: SecurityGroup): IpPermission => ({
  IpProtocol: '-1',
  IpRanges: [],
  Ipv6Ranges: [],
  PrefixListIds: [],
  UserIdGroupPairs: [{ UserId: OwnerId, GroupId }],
});

/** Adds a group without ingress and with the egress of a new group. */
export function addSecurityGroup(
  place: Place,
  vpc: Vpc,
  spec: { readonly name: string; readonly description: string; readonly ingress?: readonly IpPermission[] },
): SecurityGroup {
  const GroupId = place.ec2Id('sg', `${vpc.VpcId} ${spec.name}`);
  const group: SecurityGroup = {
    GroupId,
    IpPermissionsEgress: [allOut],
    VpcId: vpc.VpcId,
    SecurityGroupArn: place.arn('ec2', `security-group/${GroupId}`),
    OwnerId: place.origin.accountId,
    GroupName: spec.name,
    Description: spec.description,
    IpPermissions: [...(spec.ingress ?? [])],
  };
  place.securityGroups.push(group);
  return group;
}

/** The group that WorkSpaces makes when a directory is registered. */
export const addMembersGroup = (place: Place, vpc: Vpc, directoryId: string): SecurityGroup =>
  addSecurityGroup(place, vpc, {
    name: `${directoryId}_workspacesMembers`,
    description: 'Amazon WorkSpaces Security Group',
  });

/** The group that Directory Service makes for its controllers, with the rules of its kind of directory. */
export function addControllersGroup(place: Place, vpc: Vpc, directoryId: string, managedAd: boolean): SecurityGroup {
  const group = addSecurityGroup(place, vpc, {
    name: `${directoryId}_controllers`,
    description: `AWS created security group for ${directoryId} directory controllers`,
  });
  const ports = managedAd ? managedAdPorts : simpleAdPorts;
  group.IpPermissions = [
    ...ports.map(([protocol, from, to]) => permission(protocol, from, to, { cidr: vpc.CidrBlock })),
    allFromGroup(group),
  ];
  if (managedAd) group.IpPermissionsEgress = [allFromGroup(group)];
  return group;
}

type Port = readonly [protocol: string, from: number, to: number];

const both = (port: number): readonly Port[] => [
  ['tcp', port, port],
  ['udp', port, port],
];

const managedAdPorts: readonly Port[] = [
  ...[53, 88, 389, 445, 464].flatMap(both),
  ['tcp', 135, 135],
  ['tcp', 636, 636],
  ['tcp', 1024, 65535],
  ['udp', 123, 123],
  ['udp', 138, 138],
  ['icmp', -1, -1],
];

const simpleAdPorts: readonly Port[] = [
  ...[53, 88, 389, 445, 636].flatMap(both),
  ['tcp', 135, 135],
  ['tcp', 139, 139],
  ['tcp', 1024, 65535],
  ['udp', 123, 123],
  ['udp', 137, 138],
  ['icmp', -1, -1],
];
