import { isUnknown } from '../../model/unknown.ts';
import { type FactTable, present, seen } from '../define.ts';
import { managedGroupVpcs, managedName, sameNamed } from '../joins/managed-groups.ts';
import * as op from '../operations.ts';
import type { SecurityGroupContext } from './context.ts';

const roles = ['MEMBERS', 'CONTROLLERS', 'NONE'];

/** Which group it is, and for whom. */
export const identityFacts: FactTable<SecurityGroupContext> = {
  id: { type: 'string', about: 'Group id.', from: [op.securityGroups], read: ({ id }) => id },
  role: {
    type: 'string',
    about: 'Which managed group of a directory it is.',
    from: [op.directories, op.descriptions],
    values: roles,
    read: ({ use, useUnknown }) => use?.role.toUpperCase() ?? useUnknown ?? 'NONE',
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
