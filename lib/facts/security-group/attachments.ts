import { isUnknown, Unknown } from '../../model/unknown.ts';
import { both, combined, counted, type FactTable, seen } from '../define.ts';
import { attachmentsOf } from '../joins/attachments.ts';
import { publicIpsOf } from '../joins/interfaces.ts';
import * as op from '../operations.ts';
import type { SecurityGroupContext } from './context.ts';

const attached = ({ estate, id }: SecurityGroupContext) => ({
  list: attachmentsOf(estate).byGroup.get(id) ?? [],
  unknown: attachmentsOf(estate).unknown,
});

const reachable = (context: SecurityGroupContext) => {
  const { list, unknown } = attached(context);
  return { list: list.filter(({ eni }) => publicIpsOf(eni).length > 0), unknown };
};

/** Where the group is attached. */
export const attachmentFacts: FactTable<SecurityGroupContext> = {
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
      const odd = systems.filter(({ os }) => os === 'UNKNOWN').map(({ id }) => id);
      const windows = systems.filter(({ os }) => os.startsWith('WINDOWS_')).map(({ id }) => id);
      const unnamed = combined(
        odd.map((id) => new Unknown(`Workspaces[${id}].WorkspaceProperties.OperatingSystemName is absent or UNKNOWN`)),
      );
      return seen(windows, unnamed === undefined ? unknown : both(unknown, unnamed));
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
