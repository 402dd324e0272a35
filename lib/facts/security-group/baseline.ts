import { isUnknown, Unknown } from '../../model/unknown.ts';
import type { IpPermission, SecurityGroup } from '../../snapshot/index.ts';
import { beyond, formatRule, rulesOf, type SecurityRule } from '../arithmetic/security-rules.ts';
import { type FactTable, sorted } from '../define.ts';
import { managedGroupId, managedRoles } from '../joins/managed-groups.ts';
import * as op from '../operations.ts';
import { rulesIn, type SecurityGroupContext } from './context.ts';

/** The group as the baseline recorded it; null when a complete baseline does not have it. */
function recorded({ estate, id }: SecurityGroupContext): SecurityGroup | null | Unknown {
  if (estate.baseline === undefined) return new Unknown('no baseline of this account and Region is given');
  const group = estate.baseline.index.securityGroups.get(id);
  if (group !== undefined) return group;
  const unread = estate.baseline.unread('SecurityGroup');
  return unread === undefined ? null : new Unknown(`in the baseline, ${unread.reason}`);
}

type Compare = (now: readonly SecurityRule[], then: readonly SecurityRule[]) => SecurityRule[];

/** Both directions compared by the space they cover: the same permissions split over other CIDRs are equal. */
function compare(context: SecurityGroupContext, difference: Compare): string[] | Unknown {
  const then = recorded(context);
  if (isUnknown(then)) return then;
  const ingress = rulesIn(context, 'ingress');
  const egress = rulesIn(context, 'egress');
  if (isUnknown(ingress)) return ingress;
  if (isUnknown(egress)) return egress;
  return sorted([
    ...difference(ingress, rulesOf(then?.IpPermissions)).map((rule) => `in ${formatRule(rule)}`),
    ...difference(egress, rulesOf(then?.IpPermissionsEgress)).map((rule) => `out ${formatRule(rule)}`),
  ]);
}

const descriptionsOf = (permissions: readonly IpPermission[] | null | undefined): string =>
  sorted(
    (permissions ?? []).flatMap((permission) =>
      [permission.IpRanges, permission.Ipv6Ranges, permission.PrefixListIds, permission.UserIdGroupPairs].flatMap(
        (peers) => (peers ?? []).map((peer) => peer.Description ?? ''),
      ),
    ),
  ).join('\n');

export const baselineFacts: FactTable<SecurityGroupContext> = {
  'baseline.hasGroup': {
    type: 'boolean',
    about: 'Whether the baseline recorded the group; unknown without a baseline.',
    from: [op.securityGroups],
    read: (context) => {
      const group = recorded(context);
      return isUnknown(group) ? group : group !== null;
    },
  },
  'baseline.rulesAdded': {
    type: 'list',
    about: 'Rules that admit what the baseline did not, as "in|out protocol ports peer".',
    from: [op.securityGroups],
    read: (context) => compare(context, (now, then) => beyond(now, then)),
  },
  'baseline.rulesRemoved': {
    type: 'list',
    about: 'Rules of the baseline that the group no longer admits in full.',
    from: [op.securityGroups],
    read: (context) => compare(context, (now, then) => beyond(then, now)),
  },
  'baseline.descriptionsChanged': {
    type: 'boolean',
    about: 'Whether descriptions of rules differ from the baseline.',
    from: [op.securityGroups],
    read: (context) => {
      const then = recorded(context);
      if (isUnknown(then) || isUnknown(context.group)) return isUnknown(then) ? then : context.group instanceof Unknown;
      return (
        descriptionsOf(then?.IpPermissions) !== descriptionsOf(context.group.IpPermissions) ||
        descriptionsOf(then?.IpPermissionsEgress) !== descriptionsOf(context.group.IpPermissionsEgress)
      );
    },
  },
  'baseline.otherManagedIds': {
    type: 'list',
    about: 'Ids that the baseline recorded for this managed group of the directory, other than this one.',
    from: [op.directories, op.descriptions],
    read: ({ estate, id, use }) => {
      const { baseline } = estate;
      const directory = baseline?.index.directories.get(use?.directory.DirectoryId ?? '');
      if (baseline === undefined || directory === undefined || use === undefined) return [];
      const ids = managedRoles
        .filter((role) => role === use.role)
        .map((role) => managedGroupId(baseline, directory, role));
      return ids.filter((other) => typeof other === 'string').filter((other) => other !== id);
    },
  },
};
