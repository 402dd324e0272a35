import type { FactTable } from '../define.ts';
import { operatingSystemFamilies, operatingSystemFamilyOf, operatingSystemOf } from '../joins/operating-systems.ts';
import * as op from '../operations.ts';
import type { WorkspaceContext } from './context.ts';

export const operatingSystemFacts: FactTable<WorkspaceContext> = {
  operatingSystem: {
    type: 'string',
    about:
      'Operating system name, such as WINDOWS_11; unknown when the API says UNKNOWN, any other name counts as known.',
    from: [op.workspaces],
    read: ({ workspace }) => operatingSystemOf(workspace),
  },
  operatingSystemFamily: {
    type: 'string',
    about: 'What that name starts with: the maker of a Linux, or WINDOWS for clients and servers alike.',
    from: [op.workspaces],
    values: operatingSystemFamilies,
    read: ({ workspace }) => operatingSystemFamilyOf(workspace),
  },
};
