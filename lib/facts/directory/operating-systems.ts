import { isUnknown } from '../../model/unknown.ts';
import { counted, type FactTable, partition, seen } from '../define.ts';
import { operatingSystemFamilyOf, operatingSystemOf } from '../joins/operating-systems.ts';
import * as op from '../operations.ts';
import type { DirectoryContext } from './context.ts';

const linux = ['AMAZON_LINUX', 'UBUNTU', 'RHEL', 'ROCKY'];
/** Linux that asks Active Directory through SSSD. */
const sssd = ['UBUNTU', 'RHEL', 'ROCKY'];

const liveCount = (families: readonly string[], about: string) => ({
  type: 'number' as const,
  about,
  from: [op.workspaces],
  read: ({ estate, directory }: DirectoryContext) => {
    const { known, unknown } = partition(estate.liveWorkspaces(directory.DirectoryId).map(operatingSystemFamilyOf));
    const count = known.filter((family) => families.includes(family)).length;
    return counted(count, estate.unread('Workspace') ?? unknown);
  },
});

/** What the WorkSpaces of a directory run. */
export const operatingSystemFacts: FactTable<DirectoryContext> = {
  liveLinuxWorkspaceCount: liveCount(linux, 'Live WorkSpaces that run some Linux.'),
  liveSssdWorkspaceCount: liveCount(sssd, 'Live WorkSpaces that run Ubuntu, Red Hat Enterprise Linux or Rocky Linux.'),
  'liveWorkspaces.otherThanWindows10Or11': {
    type: 'list',
    about: 'Live WorkSpaces that run anything but Windows 10 or 11, with what they run.',
    from: [op.workspaces],
    read: ({ estate, directory }) => {
      const systems = estate.liveWorkspaces(directory.DirectoryId).map((workspace) => {
        const system = operatingSystemOf(workspace);
        return isUnknown(system) ? system : { id: workspace.WorkspaceId, system };
      });
      const { known, unknown } = partition(systems);
      return seen(
        known
          .filter(({ system }) => system !== 'WINDOWS_10' && system !== 'WINDOWS_11')
          .map(({ id, system }) => `${id} (${system})`),
        estate.unread('Workspace') ?? unknown,
      );
    },
  },
};
