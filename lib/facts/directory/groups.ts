import { isUnknown, Unknown } from '../../model/unknown.ts';
import { counted, type FactTable, partition, seen, sorted } from '../define.ts';
import { type Attachment, attachmentsOfDirectory } from '../joins/attachments.ts';
import { directoryServiceTypeOf } from '../joins/directories.ts';
import { groupIdsOf, knownGroupIdsOf } from '../joins/interfaces.ts';
import { controllerInterfaces, controllersGroupId, membersGroupId, sameNamed } from '../joins/managed-groups.ts';
import { redundantIngress } from '../joins/redundant-rules.ts';
import { groupExists } from '../joins/resources.ts';
import * as op from '../operations.ts';
import type { DirectoryContext } from './context.ts';

const attachedGroups = ({ estate, directory }: DirectoryContext) =>
  attachmentsOfDirectory(estate, directory.DirectoryId);

const mostGroupsOf = (attached: readonly Attachment[]): number =>
  attached.reduce((most, { groupIds }) => Math.max(most, groupIds.length), 0);

const customGroupId = ({ directory }: DirectoryContext): string | null =>
  directory.WorkspaceCreationProperties?.CustomSecurityGroupId || null;

function customGroupRole(context: DirectoryContext): string | Unknown {
  const custom = customGroupId(context);
  if (custom === null) return 'NONE';
  const members = membersGroupId(context.directory);
  const controllers = controllersGroupId(context.estate, context.directory);
  if (custom === members) return 'MEMBERS';
  if (custom === controllers) return 'CONTROLLERS';
  // A group that only carries the name proves nothing about the one that Directory Service would name.
  const type = directoryServiceTypeOf(context.estate, context.directory);
  return [members, controllers, type].find(isUnknown) ?? 'SEPARATE';
}

/** Whether the controllers' group is there; a directory that names none is searched for by the group's name. */
function controllersExist({ estate, directory }: DirectoryContext): boolean | Unknown {
  const id = controllersGroupId(estate, directory);
  if (isUnknown(id)) return id;
  return id !== null && groupExists(estate, id);
}

export const groupFacts: FactTable<DirectoryContext> = {
  'membersGroup.id': {
    type: 'string',
    about: 'Security group of all WorkSpaces of the directory.',
    from: [op.directories],
    read: ({ directory }) => membersGroupId(directory),
  },
  'membersGroup.exists': {
    type: 'boolean',
    about: 'Whether that group exists; only a complete read proves that it does not.',
    from: [op.directories, op.securityGroups],
    read: ({ estate, directory }) => {
      const id = membersGroupId(directory);
      return isUnknown(id) ? id : groupExists(estate, id);
    },
  },
  'membersGroup.sameNamed': {
    type: 'list',
    about: "Groups that carry the members group's name.",
    from: [op.securityGroups],
    read: ({ estate, directory }) => sameNamed(estate, directory.DirectoryId, 'members'),
  },
  'controllersGroup.id': {
    type: 'string',
    about: "Security group of the directory's controllers; null when there is none.",
    from: [op.descriptions, op.securityGroups],
    nullable: true,
    read: ({ estate, directory }) => controllersGroupId(estate, directory),
  },
  'controllersGroup.exists': {
    type: 'boolean',
    about: 'Whether that group exists; only a complete read proves that it does not.',
    from: [op.descriptions, op.securityGroups],
    read: controllersExist,
  },
  'controllerInterfaces.ids': {
    type: 'list',
    about: 'Interfaces of the controllers; unknown when none is found.',
    from: [op.descriptions, op.interfaces],
    read: ({ estate, directory }) => {
      const interfaces = controllerInterfaces(estate, directory);
      return isUnknown(interfaces) ? interfaces : sorted(interfaces.map((eni) => eni.NetworkInterfaceId));
    },
  },
  'controllerInterfaces.withoutControllersGroup': {
    type: 'list',
    about: "Those that the controllers' group is not attached to.",
    from: [op.descriptions, op.interfaces],
    read: ({ estate, directory }) => {
      const interfaces = controllerInterfaces(estate, directory);
      const groupId = controllersGroupId(estate, directory);
      if (isUnknown(interfaces)) return interfaces;
      if (isUnknown(groupId)) return groupId;
      if (groupId === null) return new Unknown('the directory names no controllers group');
      const without = interfaces.filter((eni) => eni.Groups && !groupIdsOf(eni).includes(groupId));
      return seen(
        without.map((eni) => eni.NetworkInterfaceId),
        estate.unread('NetworkInterface') ?? partition(interfaces.map(knownGroupIdsOf)).unknown,
      );
    },
  },
  'customGroup.id': {
    type: 'string',
    about: 'Security group that the directory gives to WorkSpaces beside the members group; null when none is set.',
    from: [op.directories],
    nullable: true,
    read: customGroupId,
  },
  'customGroup.role': {
    type: 'string',
    about: 'Whether the custom group is a group of its own or one of the two managed groups.',
    from: [op.directories, op.descriptions],
    values: ['NONE', 'SEPARATE', 'MEMBERS', 'CONTROLLERS'],
    read: customGroupRole,
  },
  workspacesWithControllersGroup: {
    type: 'list',
    about: "Live WorkSpaces whose primary interface carries the controllers' group.",
    from: [op.descriptions, op.workspaces, op.interfaces],
    read: (context) => {
      const groupId = controllersGroupId(context.estate, context.directory);
      if (isUnknown(groupId)) return groupId;
      if (groupId === null) return [];
      const { list: attached, unknown } = attachedGroups(context);
      const carrying = attached.filter(({ groupIds }) => groupIds.includes(groupId));
      const type = directoryServiceTypeOf(context.estate, context.directory);
      return seen(
        carrying.map(({ workspace }) => workspace.WorkspaceId),
        isUnknown(type) ? type : unknown,
      );
    },
  },
  'interfaces.mostGroups': {
    type: 'number',
    about: 'The largest number of security groups on the primary interface of a live WorkSpace.',
    from: [op.workspaces, op.interfaces],
    read: (context) => {
      const { list: attached, unknown } = attachedGroups(context);
      return counted(mostGroupsOf(attached), unknown);
    },
  },
  'interfaces.workspacesWithMostGroups': {
    type: 'list',
    about: 'The first 20 WorkSpaces whose primary interface carries that many.',
    from: [op.workspaces, op.interfaces],
    read: (context) => {
      const { list: attached, unknown } = attachedGroups(context);
      const most = mostGroupsOf(attached);
      const carrying = attached.filter(({ groupIds }) => groupIds.length === most);
      const ids = seen(
        carrying.map(({ workspace }) => workspace.WorkspaceId),
        unknown,
      );
      return isUnknown(ids) ? ids : ids.slice(0, 20);
    },
  },
  'interfaces.redundantIngress': {
    type: 'list',
    about:
      'Ingress rules of those groups, but of the managed ones, that another rule of the same interface covers whole.',
    from: [op.workspaces, op.interfaces, op.securityGroups],
    read: (context) => {
      const { list: attached, unknown } = attachedGroups(context);
      const managed = [membersGroupId(context.directory), controllersGroupId(context.estate, context.directory)];
      const sets = new Map(attached.map(({ groupIds }) => [groupIds.join(' '), groupIds]));
      const { known, unknown: unreadable } = partition(
        [...sets.values()].map((groupIds) => redundantIngress(context.estate, groupIds, managed)),
      );
      return seen(known.flat(), unreadable ?? unknown);
    },
  },
};
