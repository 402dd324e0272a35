import { Unknown } from '../../model/unknown.ts';
import type { NetworkAcl } from '../../snapshot/index.ts';
import { toCidr } from '../arithmetic/addresses.ts';
import type { AclEntry } from '../arithmetic/network-acl.ts';
import { highestPort } from '../arithmetic/security-rules.ts';
import type { Estate } from '../estate.ts';

type RawEntry = NonNullable<NetworkAcl['Entries']>[number];

/** The network ACL of a subnet; every subnet has one. */
export function networkAclOf(estate: Estate, subnetId: string): NetworkAcl | Unknown {
  const found = estate.snapshot.resources.NetworkAcl.items.find(({ Associations }) =>
    (Associations ?? []).some((association) => association.SubnetId === subnetId),
  );
  return found ?? estate.unread('NetworkAcl') ?? new Unknown(`no network ACL of ${subnetId} was returned`);
}

/** The IPv4 entries of one direction; unknown when the list or something that decides what an entry does is absent. */
export function entriesOfAcl(acl: NetworkAcl, direction: 'egress' | 'ingress'): AclEntry[] | Unknown {
  const path = `NetworkAcls[${acl.NetworkAclId}].Entries`;
  if (!acl.Entries) return new Unknown(`${path} is absent`);
  const entries: AclEntry[] = [];
  for (const raw of acl.Entries) {
    if (typeof raw.Egress !== 'boolean') return new Unknown(`${path}[].Egress is absent`);
    if (raw.Egress !== (direction === 'egress') || (!raw.CidrBlock && raw.Ipv6CidrBlock)) continue;
    const entry = entryOf(raw);
    if (entry === undefined) return new Unknown(`${path}[] has ${JSON.stringify(raw)}, which cannot be read`);
    entries.push(entry);
  }
  return entries;
}

function entryOf({ RuleNumber, RuleAction, Protocol, PortRange, CidrBlock }: RawEntry): AclEntry | undefined {
  const cidr = toCidr(CidrBlock ?? '');
  if (cidr === undefined || typeof RuleNumber !== 'number' || !Protocol) return undefined;
  if (RuleAction !== 'allow' && RuleAction !== 'deny') return undefined;
  const number = RuleNumber;
  const allows = RuleAction === 'allow';
  // All protocols come without ports, and others than TCP and UDP have none.
  if (Protocol !== '6') return { number, allows, protocol: Protocol, from: 0, to: highestPort, cidr };
  if (typeof PortRange?.From !== 'number' || typeof PortRange.To !== 'number') return undefined;
  return { number, allows, protocol: Protocol, from: PortRange.From, to: PortRange.To, cidr };
}
