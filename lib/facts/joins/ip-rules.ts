import { isUnknown, Unknown } from '../../model/unknown.ts';
import type { WorkspaceDirectory, WorkspacesIpGroup } from '../../snapshot/index.ts';
import { type Cidr, familyOf, toCidr } from '../arithmetic/addresses.ts';
import { both, combined } from '../define.ts';
import type { Estate } from '../estate.ts';
import { ipGroupIdsOf } from './resources.ts';

/** A rule of an IP access control group: as it is written, and as a network when it is one. */
export interface IpRule {
  readonly text: string;
  readonly cidr: Cidr | undefined;
}

export function findIpGroup(estate: Estate, id: string): WorkspacesIpGroup | Unknown {
  return estate.index.ipGroups.get(id) ?? estate.notReturned('WorkspacesIpGroup', id);
}

/** @returns unknown when the answer has no `userRules` at all, which is not the same as an empty list */
export function rulesOfGroup(group: WorkspacesIpGroup): readonly IpRule[] | Unknown {
  if (!group.userRules) return new Unknown(`Result[${group.groupId}].userRules is absent`);
  return group.userRules.map(({ ipRule }) => ({ text: ipRule ?? '', cidr: toCidr(ipRule ?? '') }));
}

/** The networks of a group's rules, and why there may be more. */
export interface Ranges {
  readonly cidrs: readonly Cidr[];
  readonly unknown: Unknown | undefined;
}

export function rangesOfGroup(group: WorkspacesIpGroup | Unknown): Ranges {
  const rules = isUnknown(group) ? group : rulesOfGroup(group);
  if (isUnknown(rules)) return { cidrs: [], unknown: rules };
  const id = isUnknown(group) ? '' : group.groupId;
  const odd = rules.filter((rule) => rule.cidr === undefined);
  return {
    cidrs: rules.flatMap((rule) => rule.cidr ?? []),
    unknown: combined(
      odd.map(({ text }) => new Unknown(`rule ${JSON.stringify(text)} of ${id} is not an IP address or network`)),
    ),
  };
}

/** Whether the ranges are sure to hold no IPv4 address, the only kind that Elastic IPs and NAT gateways have. */
export const holdsNoIpv4 = ({ cidrs, unknown }: Ranges): boolean =>
  unknown === undefined && cidrs.every((cidr) => familyOf(cidr) === 'IPv6');

/** The union of all groups that the directory has: what one group does not admit a sibling may. */
export function rangesOfDirectory(estate: Estate, directory: WorkspaceDirectory): Ranges {
  const cidrs: Cidr[] = [];
  let unknown: Unknown | undefined;
  for (const id of ipGroupIdsOf(estate, directory)) {
    const ranges = rangesOfGroup(findIpGroup(estate, id));
    cidrs.push(...ranges.cidrs);
    if (ranges.unknown !== undefined) unknown = both(unknown, ranges.unknown);
  }
  return { cidrs, unknown };
}

/** Registered directories that a group is associated with. */
export function directoriesOfGroup(estate: Estate, groupId: string): WorkspaceDirectory[] {
  return estate.registeredDirectories.filter((directory) => (directory.ipGroupIds ?? []).includes(groupId));
}
