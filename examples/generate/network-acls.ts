import type { NetworkAclEntry } from '@aws-sdk/client-ec2';
import type { Place } from './place.ts';
import type { Subnet, Vpc } from './shapes.ts';

/** Where AWS puts the entry that it adds to every list, which refuses what no other has let through. */
const last = 32_767;

const entry = (RuleNumber: number, Egress: boolean, RuleAction: 'allow' | 'deny', port?: number): NetworkAclEntry => ({
  CidrBlock: '0.0.0.0/0',
  Egress,
  Protocol: port === undefined ? '-1' : '6',
  ...(port !== undefined && { PortRange: { From: port, To: port } }),
  RuleAction,
  RuleNumber,
});

const both = (make: (egress: boolean) => NetworkAclEntry): NetworkAclEntry[] => [make(true), make(false)];

/** Adds the network ACL that every VPC begins with: it lets everything through, and guards subnets without another. */
export function addDefaultNetworkAcl(place: Place, vpc: Vpc): void {
  place.further.of('NetworkAcl').push({
    NetworkAclId: place.ec2Id('acl', `${vpc.VpcId} default`),
    VpcId: vpc.VpcId,
    IsDefault: true,
    Associations: [],
    Entries: [...both((egress) => entry(100, egress, 'allow')), ...both((egress) => entry(last, egress, 'deny'))],
    Tags: [],
    OwnerId: place.origin.accountId,
  });
}

/** Puts a new subnet under its VPC's default network ACL. */
export function guardByDefault(place: Place, { SubnetId, VpcId }: Subnet): void {
  const acl = place.further.of('NetworkAcl').find((one) => one.VpcId === VpcId && one.IsDefault);
  acl?.Associations?.push({
    NetworkAclAssociationId: place.ec2Id('aclassoc', SubnetId),
    NetworkAclId: acl.NetworkAclId,
    SubnetId,
  });
}

/** Moves a subnet to a network ACL of its own that refuses one TCP port on the way out and admits everything else. */
export function refusePortOut(place: Place, { SubnetId, VpcId }: Subnet, port: number): void {
  const NetworkAclId = place.ec2Id('acl', `${SubnetId} own`);
  const acls = place.further.of('NetworkAcl');
  for (const acl of acls) acl.Associations = acl.Associations?.filter((one) => one.SubnetId !== SubnetId);
  acls.push({
    NetworkAclId,
    VpcId,
    IsDefault: false,
    Associations: [{ NetworkAclAssociationId: place.ec2Id('aclassoc', `${SubnetId} own`), NetworkAclId, SubnetId }],
    Entries: [
      entry(90, true, 'deny', port),
      ...both((egress) => entry(100, egress, 'allow')),
      ...both((egress) => entry(last, egress, 'deny')),
    ],
    Tags: [{ Key: 'Name', Value: `no TCP ${port} out` }],
    OwnerId: place.origin.accountId,
  });
}
