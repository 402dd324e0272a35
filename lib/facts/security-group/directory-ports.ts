import { isUnknown, type Unknown } from '../../model/unknown.ts';
import type { WorkspaceDirectory } from '../../snapshot/index.ts';
import { admits, known, mapRules, type RuleSet } from '../arithmetic/rule-sets.ts';
import { combined, type FactTable, partition, present, seen } from '../define.ts';
import type { Estate } from '../estate.ts';
import { closedByService, closedTo, connectorPorts, openedByService, type Ports } from '../joins/directory-ports.ts';
import { effectiveRules } from '../joins/effective-rules.ts';
import { type GroupSets, groupSetsOf } from '../joins/group-sets.ts';
import { closedToOthers, closedToSome, together, withGroupMembers } from '../joins/reach.ts';
import { findDescription, findSubnet } from '../joins/resources.ts';
import * as op from '../operations.ts';
import type { SecurityGroupContext } from './context.ts';

/** IPv4 networks of the directory's subnets, and why there may be more. */
function networksOf(estate: Estate, { DirectoryId, SubnetIds }: WorkspaceDirectory) {
  const ids = present(SubnetIds?.length ? SubnetIds : null, `Directories[${DirectoryId}].SubnetIds`);
  if (isUnknown(ids)) return { known: [], unknown: ids };
  return partition(
    ids.map((id) => {
      const subnet = findSubnet(estate, id);
      return isUnknown(subnet) ? subnet : present(subnet.CidrBlock, `Subnets[${id}].CidrBlock`);
    }),
  );
}

/** The rules for WorkSpaces that carry `groupIds`: those for one of these groups let each such WorkSpace in. */
const forCarriers = (rules: RuleSet, groupIds: readonly string[], networks: readonly string[]): RuleSet =>
  mapRules(rules, (rule) => known(groupIds.includes(rule.peer) ? networks.map((peer) => ({ ...rule, peer })) : [rule]));

/** Networks that a port is closed to, whatever groups the WorkSpaces in them carry, and why there may be more. */
function closedNetworks(rules: RuleSet, sets: GroupSets, port: Ports, networks: readonly string[]) {
  const verdicts = networks.map((peer) => {
    const byAddress = admits(rules, { ...port, peer });
    if (byAddress === true || !rules.possible.some((rule) => rule.peer.startsWith('sg-')))
      return { peer, open: byAddress };
    const byGroup = sets.list.map(({ groupIds }) => admits(forCarriers(rules, groupIds, networks), { ...port, peer }));
    if (byGroup.includes(false)) return { peer, open: false };
    return { peer, open: combined([...byGroup, sets.unknown].filter(isUnknown)) ?? true };
  });
  return {
    closed: verdicts.filter(({ open }) => open === false).map(({ peer }) => peer),
    unknown: combined(verdicts.flatMap(({ open }) => (isUnknown(open) ? open : []))),
  };
}

/** Ports on which the group lets in no one from some subnet of the directory, and why there may be more. */
function closedFromSubnets(
  { estate, id, use }: SecurityGroupContext,
  ports: readonly Ports[],
): readonly string[] | Unknown {
  if (use === undefined) return [];
  const networks = networksOf(estate, use.directory);
  // What the group admits from itself serves the controllers.
  const rules = mapRules(effectiveRules(estate, [id], 'ingress'), (rule) => known(rule.peer === id ? [] : [rule]));
  const sets = groupSetsOf(estate, use.directory);
  const all = ports.map((port) => {
    const { closed, unknown } = closedNetworks(rules, sets, port, networks.known);
    return { ports: closed.length === 0 ? [] : closedTo(port, closed, networks.known, 'from'), unknown };
  });
  const { ports: names, unknown } = together([...all, { ports: [], unknown: networks.unknown }]);
  return seen(names, unknown);
}

/** Ports on which an AD Connector does not reach the servers of the domain. */
function closedToServers({ estate, id, group, use }: SecurityGroupContext): readonly string[] | Unknown {
  if (use === undefined) return [];
  const description = findDescription(estate, use.directory.DirectoryId);
  if (isUnknown(description)) return description;
  const path = `DirectoryDescriptions[${use.directory.DirectoryId}].DnsIpAddrs`;
  const addresses = present(description.DnsIpAddrs?.length ? description.DnsIpAddrs : null, path);
  if (isUnknown(addresses)) return addresses;
  const vpcId = isUnknown(group) ? group : present(group.VpcId, `SecurityGroups[${id}].VpcId`);
  const set = withGroupMembers(estate, effectiveRules(estate, [id], 'egress'), vpcId, addresses);
  const dns = connectorPorts.filter((port) => port.from === 53);
  const others = connectorPorts.filter((port) => port.from !== 53);
  const { ports, unknown } = together([closedToSome(set, dns, addresses), closedToOthers(set, others, addresses)]);
  return seen(ports, unknown);
}

const from = [
  op.directories,
  op.descriptions,
  op.subnets,
  op.workspaces,
  op.interfaces,
  op.securityGroups,
  op.prefixLists,
];

/** Directory traffic through the group of a directory's controllers. */
export const directoryPortFacts: FactTable<SecurityGroupContext> = {
  'directoryPorts.closed': {
    type: 'list',
    about:
      'Directory ports that the group does not open to WorkSpaces in every subnet of the directory, by address or by a group they carry; without those of closedByService.',
    from,
    read: (context) => closedFromSubnets(context, openedByService),
  },
  'directoryPorts.closedByService': {
    type: 'list',
    about: 'The same of UDP 137, TCP 139 and UDP 636, which AWS Directory Service leaves closed itself.',
    from,
    read: (context) => closedFromSubnets(context, closedByService),
  },
  'directoryPorts.subnetNetworks': {
    type: 'list',
    about: "Networks of the directory's subnets.",
    from: [op.directories, op.subnets],
    read: ({ estate, use }) => {
      if (use === undefined) return [];
      const { known: networks, unknown } = networksOf(estate, use.directory);
      return seen(networks, unknown);
    },
  },
  'connectorPorts.closed': {
    type: 'list',
    about:
      'DNS, Kerberos and LDAP ports on which the group does not reach every DNS server of an AD Connector; but for DNS, unknown when they are open to other addresses.',
    from: [op.descriptions, op.interfaces, op.securityGroups, op.prefixLists],
    read: closedToServers,
  },
};
