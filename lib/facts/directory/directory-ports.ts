import { isUnknown, type Unknown } from '../../model/unknown.ts';
import { type FactTable, present, seen } from '../define.ts';
import { directoryServiceTypeOf } from '../joins/directories.ts';
import { closedByService, controllerPorts, openedByService, type Ports } from '../joins/directory-ports.ts';
import { effectiveRules } from '../joins/effective-rules.ts';
import { type GroupSet, groupSetsOf, labelOf } from '../joins/group-sets.ts';
import { type Closed, closedToOthers, closedToSome, together, withGroupMembers } from '../joins/reach.ts';
import * as op from '../operations.ts';
import { type DirectoryContext, pathOf } from './context.ts';

const from = [op.directories, op.descriptions, op.workspaces, op.interfaces, op.securityGroups, op.prefixLists];

const isDns = ({ from }: Ports): boolean => from === 53;

const dnsAddresses = (context: DirectoryContext): readonly string[] | Unknown =>
  present(
    context.directory.DnsIpAddresses?.length ? context.directory.DnsIpAddresses : null,
    pathOf(context, 'DnsIpAddresses'),
  );

/** What is closed from one set of groups; the DNS servers of an AD Connector need not be the domain's controllers. */
function closedFrom(
  { estate }: DirectoryContext,
  { groupIds, vpcId }: GroupSet,
  ports: readonly Ports[],
  addresses: readonly string[],
  type: string | null,
): Closed {
  const set = withGroupMembers(estate, effectiveRules(estate, groupIds, 'egress'), vpcId, addresses);
  if (type !== 'ADConnector') return closedToSome(set, ports, addresses);
  return together([
    closedToSome(set, ports.filter(isDns), addresses),
    closedToOthers(
      set,
      ports.filter((port) => !isDns(port)),
      addresses,
    ),
  ]);
}

/** The same for each set of groups on WorkSpaces of the directory. */
function closedFromEach(context: DirectoryContext, choose: (type: string | null) => readonly Ports[]) {
  const type = directoryServiceTypeOf(context.estate, context.directory);
  if (isUnknown(type)) return type;
  const addresses = dnsAddresses(context);
  if (isUnknown(addresses)) return addresses;
  const { list, unknown } = groupSetsOf(context.estate, context.directory);
  const each = list.map((set) => ({ set, closed: closedFrom(context, set, choose(type), addresses, type) }));
  return { each, all: together([...each.map(({ closed }) => closed), { ports: [], unknown }]) };
}

/** The controllers of an AD Connector are the customer's own: nothing excuses what does not reach them. */
const demanded = (type: string | null) => (type === 'ADConnector' ? controllerPorts : openedByService);
const excused = (type: string | null) => (type === 'ADConnector' ? [] : closedByService);

/** The way from WorkSpaces to the directory's controllers. */
export const directoryPortFacts: FactTable<DirectoryContext> = {
  'directoryPorts.closed': {
    type: 'list',
    about:
      'Directory ports on which the security groups of some WorkSpace, together, do not reach every DNS server, without those of closedByService. Of an AD Connector, ports but DNS are unknown when they are open to other addresses.',
    from,
    read: (context) => {
      const closed = closedFromEach(context, demanded);
      return isUnknown(closed) ? closed : seen(closed.all.ports, closed.all.unknown);
    },
  },
  'directoryPorts.closedByService': {
    type: 'list',
    about:
      'The same of UDP 137, TCP 139 and UDP 636, which AWS Directory Service leaves closed at the other end; none of an AD Connector.',
    from,
    read: (context) => {
      const closed = closedFromEach(context, excused);
      return isUnknown(closed) ? closed : seen(closed.all.ports, closed.all.unknown);
    },
  },
  'directoryPorts.closedFor': {
    type: 'list',
    about: 'The sets of security groups that leave a port of directoryPorts.closed closed, and who has them.',
    from,
    read: (context) => {
      const closed = closedFromEach(context, demanded);
      if (isUnknown(closed)) return closed;
      const shut = closed.each.filter((one) => one.closed.ports.length > 0);
      return seen(
        shut.map(({ set }) => labelOf(set)),
        closed.all.unknown,
      );
    },
  },
};
