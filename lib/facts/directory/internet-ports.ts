import { isUnknown, Unknown } from '../../model/unknown.ts';
import { anywhere, familyOf } from '../arithmetic/addresses.ts';
import { admits } from '../arithmetic/rule-sets.ts';
import { combined, type FactDefinition, type FactTable, partition, seen } from '../define.ts';
import type { Estate } from '../estate.ts';
import { type Direction, effectiveRules } from '../joins/effective-rules.ts';
import { type GroupSet, groupSetsOf, labelOf } from '../joins/group-sets.ts';
import { networksOfVpc } from '../joins/vpc-networks.ts';
import * as op from '../operations.ts';
import type { DirectoryContext } from './context.ts';

/** Whether the groups of a set together admit a TCP port to all of IPv4, or from all of the VPC's IPv4. */
function isOpen(estate: Estate, set: GroupSet, direction: Direction, port: number): boolean | Unknown {
  const peers = direction === 'egress' ? [anywhere.IPv4] : vpcNetworks(estate, set);
  if (isUnknown(peers)) return peers;
  const rules = effectiveRules(estate, set.groupIds, direction);
  const verdicts = peers.map((peer) => admits(rules, { protocol: 'tcp', from: port, to: port, peer }));
  return verdicts.includes(false) ? false : (combined(verdicts.filter(isUnknown)) ?? true);
}

function vpcNetworks(estate: Estate, { vpcId }: GroupSet): string[] | Unknown {
  const networks = isUnknown(vpcId) ? vpcId : networksOfVpc(estate, vpcId);
  if (isUnknown(networks)) return networks;
  const ipv4 = networks.filter((cidr) => familyOf(cidr) === 'IPv4');
  return ipv4.length > 0 ? ipv4 : new Unknown(`Vpcs[${vpcId}].CidrBlockAssociationSet is absent`);
}

function closedFor(direction: Direction, port: number, about: string): FactDefinition<DirectoryContext> {
  const vpcs = direction === 'ingress' ? [op.vpcs] : [];
  return {
    type: 'list',
    about: `Sets of security groups that together do not admit TCP ${port} ${about}, and the WorkSpaces that have them; while there is no WorkSpace, what a new one would get.`,
    from: [op.directories, op.workspaces, op.interfaces, op.securityGroups, op.prefixLists, ...vpcs],
    read: ({ estate, directory }) => {
      const { list, unknown } = groupSetsOf(estate, directory);
      const verdicts = partition(
        list.map((set) => {
          const open = isOpen(estate, set, direction, port);
          return isUnknown(open) ? open : { set, open };
        }),
      );
      return seen(
        verdicts.known.filter(({ open }) => !open).map(({ set }) => labelOf(set)),
        combined([verdicts.unknown, unknown].filter(isUnknown)),
      );
    },
  };
}

/** The ports of internet access on the primary interfaces of WorkSpaces. */
export const internetPortFacts: FactTable<DirectoryContext> = {
  'egress.withoutHttpToAnywhere': closedFor('egress', 80, 'to every IPv4 address'),
  'egress.withoutHttpsToAnywhere': closedFor('egress', 443, 'to every IPv4 address'),
  'ingress.withoutHttpFromVpc': closedFor('ingress', 80, 'from every IPv4 network of the VPC'),
  'ingress.withoutHttpsFromVpc': closedFor('ingress', 443, 'from every IPv4 network of the VPC'),
};
