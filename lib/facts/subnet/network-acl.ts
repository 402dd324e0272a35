import ports from '../../../rules/reference/primary-interface.json' with { type: 'json' };
import { isUnknown } from '../../model/unknown.ts';
import { type AclEntry, blockList, type PortRange, portsShut } from '../arithmetic/network-acl.ts';
import { type FactDefinition, type FactTable, sorted } from '../define.ts';
import { entriesOfAcl, networkAclOf } from '../joins/network-acls.ts';
import * as op from '../operations.ts';
import type { SubnetContext } from './context.ts';

type Direction = 'egress' | 'ingress';

/** Ports that WorkSpaces call, and ports to which the answers come: Windows picks the latter from this range. */
const ranges: { readonly [D in Direction]: readonly PortRange[] } = {
  egress: ports.internet
    .filter(({ direction }) => direction === 'out')
    .flatMap((entry) => entry.ports.map(([from = 0, to = from]): PortRange => [from, to])),
  ingress: [[49_152, 65_535]],
};

const portText = ([from, to]: PortRange): string => `TCP ${from === to ? from : `${from}-${to}`}`;
const entryText = ({ number, cidr }: AclEntry): string => `entry ${number}: ${cidr}`;

const ofEntries = (
  direction: Direction,
  about: string,
  read: (entries: readonly AclEntry[], range: PortRange) => readonly string[],
): FactDefinition<SubnetContext> => ({
  type: 'list',
  about,
  from: [op.networkAcls],
  read: ({ estate, id }) => {
    const acl = networkAclOf(estate, id);
    const entries = isUnknown(acl) ? acl : entriesOfAcl(acl, direction);
    return isUnknown(entries) ? entries : sorted(ranges[direction].flatMap((range) => read(entries, range)));
  },
});

const shut = (direction: Direction, about: string) =>
  ofEntries(direction, about, (entries, range) => portsShut(entries, range).map(portText));
const blocked = (direction: Direction, about: string) =>
  ofEntries(direction, about, (entries, range) => blockList(entries, range).map(entryText));

/** What the network ACL of a subnet does to IPv4 traffic with the internet. */
export const networkAclFacts: FactTable<SubnetContext> = {
  'networkAcl.id': {
    type: 'string',
    about: 'Network ACL of the subnet.',
    from: [op.networkAcls],
    read: ({ estate, id }) => {
      const acl = networkAclOf(estate, id);
      return isUnknown(acl) ? acl : acl.NetworkAclId;
    },
  },
  'networkAcl.internetPortsShut': shut(
    'egress',
    'Of the TCP ports that internet access needs, those that it does not let out to every address; block lists set aside.',
  ),
  'networkAcl.replyPortsShut': shut(
    'ingress',
    'Of the TCP ports 49152-65535, those that it does not let in from every address; block lists set aside.',
  ),
  'networkAcl.egressBlockList': blocked('egress', 'Parts of the internet to which it denies such a port.'),
  'networkAcl.ingressBlockList': blocked('ingress', 'Parts of the internet from which it denies such a reply.'),
};
