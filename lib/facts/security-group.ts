import { isUnknown, Unknown } from '../model/unknown.ts';
import type { SecurityGroup, WorkspaceDirectory } from '../snapshot/index.ts';
import { attachmentsOf } from './attachments.ts';
import { both, counted, type FactTable, present, seen, sorted } from './define.ts';
import { entriesOf } from './directory-access.ts';
import type { Estate } from './estate.ts';
import { publicIpsOf } from './joins.ts';
import { type ManagedRole, managedGroupVpcs, managedName, sameNamed } from './managed-groups.ts';
import * as op from './operations.ts';
import { baselineFacts } from './security-group-baseline.ts';
import { defaultsFacts } from './security-group-defaults.ts';
import {
  expandPrefixLists,
  formatRule,
  isOpenToAnywhere,
  rulesOf,
  type SecurityRule,
  touches,
} from './security-rules.ts';

/** What a managed group is to a directory. */
export interface ManagedUse {
  readonly directory: WorkspaceDirectory;
  readonly role: ManagedRole;
  /** The id that the service reports; another one when this group only carries the name. */
  readonly reportedId: string;
}

/** A security group in one of its uses: a group that is managed for two directories is judged for each. */
export interface SecurityGroupContext {
  readonly estate: Estate;
  readonly id: string;
  readonly group: SecurityGroup | Unknown;
  readonly use: ManagedUse | undefined;
}

const roles = ['MEMBERS', 'CONTROLLERS', 'NONE'];

/** The group's rules of one direction. */
export function rulesIn({ group }: SecurityGroupContext, direction: 'ingress' | 'egress'): SecurityRule[] | Unknown {
  if (isUnknown(group)) return group;
  // EC2 says that there are no rules with an empty list.
  const member = direction === 'ingress' ? 'IpPermissions' : 'IpPermissionsEgress';
  const permissions = present(group[member], `SecurityGroups[${group.GroupId}].${member}`);
  return isUnknown(permissions) ? permissions : rulesOf(permissions);
}

const formatted = (rules: readonly SecurityRule[] | Unknown): readonly string[] | Unknown =>
  isUnknown(rules) ? rules : sorted(rules.map(formatRule));

/** Rules that are there for people to sign in: SSH, and RDP as its Windows counterpart. */
const remoteAccessPorts = [22, 3389];

const identityFacts: FactTable<SecurityGroupContext> = {
  id: { type: 'string', about: 'Group id.', from: [op.securityGroups], read: ({ id }) => id },
  role: {
    type: 'string',
    about: 'Which managed group of a directory it is.',
    from: [op.directories, op.descriptions],
    values: roles,
    read: ({ use }) => use?.role.toUpperCase() ?? 'NONE',
  },
  directoryId: {
    type: 'string',
    about: 'Directory that it is a managed group of; null for any other group.',
    from: [op.directories, op.descriptions],
    nullable: true,
    read: ({ use }) => use?.directory.DirectoryId ?? null,
  },
  name: {
    type: 'string',
    about: 'Name of the group, which cannot be edited.',
    from: [op.securityGroups],
    read: ({ group }) =>
      isUnknown(group) ? group : present(group.GroupName, `SecurityGroups[${group.GroupId}].GroupName`),
  },
  'managed.name': {
    type: 'string',
    about: 'Name that the service gives the managed group; null for any other group.',
    from: [op.directories],
    nullable: true,
    read: ({ use }) => (use === undefined ? null : managedName(use.directory.DirectoryId, use.role)),
  },
  'managed.reportedId': {
    type: 'string',
    about: 'Id that the service reports for the managed group; null for any other group.',
    from: [op.directories, op.descriptions],
    nullable: true,
    read: ({ use }) => use?.reportedId ?? null,
  },
  'managed.sharedByName': {
    type: 'boolean',
    about: 'Whether the group carries the managed name of another directory that uses it too.',
    from: [op.directories],
    read: ({ estate, group, use }) =>
      isUnknown(group)
        ? group
        : use !== undefined &&
          estate.registeredDirectories.some(
            (other) =>
              other.DirectoryId !== use.directory.DirectoryId &&
              other.WorkspaceSecurityGroupId === group.GroupId &&
              managedName(other.DirectoryId, use.role) === group.GroupName,
          ),
  },
  'managed.sameNamed': {
    type: 'list',
    about: 'Other groups of the VPC that carry the same managed name.',
    from: [op.securityGroups],
    read: ({ estate, id, group, use }) => {
      if (isUnknown(group)) return group;
      if (use === undefined) return [];
      const others = sameNamed(estate, use.directory.DirectoryId, use.role).filter(
        (other) => other !== id && estate.index.securityGroups.get(other)?.VpcId === group.VpcId,
      );
      return seen(others, estate.unread('SecurityGroup'));
    },
  },
  'managed.describedByService': {
    type: 'boolean',
    about: 'Whether the description is the one that the service writes.',
    from: [op.securityGroups],
    read: ({ group, use }) => {
      if (isUnknown(group) || use === undefined) return isUnknown(group) ? group : false;
      const controllers = `AWS created security group for ${use.directory.DirectoryId} directory controllers`;
      return group.Description === (use.role === 'members' ? 'Amazon WorkSpaces Security Group' : controllers);
    },
  },
  vpcId: {
    type: 'string',
    about: 'VPC of the group.',
    from: [op.securityGroups],
    read: ({ group }) => (isUnknown(group) ? group : present(group.VpcId, `SecurityGroups[${group.GroupId}].VpcId`)),
  },
  'managed.vpcIds': {
    type: 'list',
    about: 'VPCs in which the managed group belongs.',
    from: [op.directories, op.descriptions, op.subnets],
    read: ({ estate, use }) => (use === undefined ? [] : managedGroupVpcs(estate, use.directory, use.role)),
  },
};

const ruleFacts: FactTable<SecurityGroupContext> = {
  ingress: {
    type: 'list',
    about: 'Ingress rules, as "protocol ports peer".',
    from: [op.securityGroups],
    read: (context) => formatted(rulesIn(context, 'ingress')),
  },
  egress: {
    type: 'list',
    about: 'Egress rules, as "protocol ports peer".',
    from: [op.securityGroups],
    read: (context) => formatted(rulesIn(context, 'egress')),
  },
  'ingress.remoteAccess': {
    type: 'list',
    about: 'Ingress rules that admit SSH (TCP 22) or RDP (TCP 3389).',
    from: [op.securityGroups],
    read: (context) => {
      const rules = rulesIn(context, 'ingress');
      if (isUnknown(rules)) return rules;
      return formatted(rules.filter((rule) => remoteAccessPorts.some((port) => touches(rule, 'tcp', port, port))));
    },
  },
  'ingress.remoteAccessFromAnywhere': {
    type: 'list',
    about: 'Which of these ports the rules together open to every IPv4 or every IPv6 address, prefix lists expanded.',
    from: [op.securityGroups, op.prefixLists],
    read: (context) => {
      const rules = rulesIn(context, 'ingress');
      if (isUnknown(rules)) return rules;
      const relevant = rules.filter((rule) => remoteAccessPorts.some((port) => touches(rule, 'tcp', port, port)));
      const expanded = expandPrefixLists(relevant, (id) => entriesOf(context.estate, id));
      const open = remoteAccessPorts.filter((port) => isOpenToAnywhere(expanded.rules, 'tcp', port));
      const [unread] = expanded.unread;
      const unknown = unread === undefined ? undefined : context.estate.notReturned('ManagedPrefixListEntries', unread);
      return seen(open.map(String), unknown);
    },
  },
  'ingress.ssh': {
    type: 'list',
    about: 'Ingress rules that admit SSH (TCP 22) from anything but the group itself.',
    from: [op.securityGroups],
    read: (context) => {
      const rules = rulesIn(context, 'ingress');
      if (isUnknown(rules)) return rules;
      return formatted(rules.filter((rule) => touches(rule, 'tcp', 22, 22) && rule.peer !== context.id));
    },
  },
  'ingress.sshOnly': {
    type: 'boolean',
    about: 'Whether TCP 22 is all that the group admits.',
    from: [op.securityGroups],
    read: (context) => {
      const rules = rulesIn(context, 'ingress');
      if (isUnknown(rules)) return rules;
      return (
        rules.length > 0 && rules.every(({ protocol, from, to }) => protocol === 'tcp' && from === 22 && to === 22)
      );
    },
  },
};

const attached = ({ estate, id }: SecurityGroupContext) => ({
  list: attachmentsOf(estate).byGroup.get(id) ?? [],
  unknown: attachmentsOf(estate).unknown,
});

const reachable = (context: SecurityGroupContext) => {
  const { list, unknown } = attached(context);
  return { list: list.filter(({ eni }) => publicIpsOf(eni).length > 0), unknown };
};

const attachmentFacts: FactTable<SecurityGroupContext> = {
  attachedWorkspaceCount: {
    type: 'number',
    about: 'Live WorkSpaces whose primary interface carries the group.',
    from: [op.workspaces, op.interfaces],
    read: (context) => counted(attached(context).list.length, attached(context).unknown),
  },
  attachedWorkspaces: {
    type: 'list',
    about: 'The first 20 of them.',
    from: [op.workspaces, op.interfaces],
    read: (context) => {
      const { list, unknown } = attached(context);
      const ids = seen(
        list.map(({ workspace }) => workspace.WorkspaceId),
        unknown,
      );
      return isUnknown(ids) ? ids : ids.slice(0, 20);
    },
  },
  attachedWorkspacesWithPublicIp: {
    type: 'list',
    about: 'The first 20 live WorkSpaces with the group that have a public address.',
    from: [op.workspaces, op.interfaces],
    read: (context) => {
      const { list, unknown } = reachable(context);
      const ids = seen(
        list.map(({ workspace }) => workspace.WorkspaceId),
        unknown,
      );
      return isUnknown(ids) ? ids : ids.slice(0, 20);
    },
  },
  attachedWorkspacesWithPublicIpCount: {
    type: 'number',
    about: 'Live WorkSpaces with the group that have a public address.',
    from: [op.workspaces, op.interfaces],
    read: (context) => counted(reachable(context).list.length, reachable(context).unknown),
  },
  attachedWindowsWorkspaces: {
    type: 'list',
    about: 'Those of them that run Windows; unknown when none is seen and the operating system of one is not known.',
    from: [op.workspaces, op.interfaces],
    read: (context) => {
      const { list, unknown } = attached(context);
      const systems = list.map(({ workspace }) => ({
        id: workspace.WorkspaceId,
        os: workspace.WorkspaceProperties?.OperatingSystemName ?? 'UNKNOWN',
      }));
      const odd = systems.find(({ os }) => os === 'UNKNOWN');
      const windows = systems.filter(({ os }) => os.startsWith('WINDOWS_')).map(({ id }) => id);
      const path = `Workspaces[${odd?.id}].WorkspaceProperties.OperatingSystemName`;
      return seen(windows, odd === undefined ? unknown : both(unknown, new Unknown(`${path} is absent or UNKNOWN`)));
    },
  },
  customGroupOf: {
    type: 'list',
    about: 'Registered directories that name it as their custom security group.',
    from: [op.directories],
    read: ({ estate, id }) =>
      seen(
        estate.registeredDirectories
          .filter((directory) => directory.WorkspaceCreationProperties?.CustomSecurityGroupId === id)
          .map((directory) => directory.DirectoryId),
        estate.unread('WorkspaceDirectory'),
      ),
  },
};

/** Everything a rule can read of a security group. */
export const securityGroupFacts: FactTable<SecurityGroupContext> = {
  ...identityFacts,
  ...ruleFacts,
  ...attachmentFacts,
  ...defaultsFacts,
  ...baselineFacts,
};
