import { Unknown } from '../../model/unknown.ts';
import { type FactTable, present } from '../define.ts';
import * as op from '../operations.ts';
import { pathOf, type WorkspaceContext } from './context.ts';

export const operatingSystemFacts: FactTable<WorkspaceContext> = {
  operatingSystem: {
    type: 'string',
    about:
      'Operating system name, such as WINDOWS_11; unknown when the API says UNKNOWN, any other name counts as known.',
    from: [op.workspaces],
    read: (context) => {
      const name = context.workspace.WorkspaceProperties?.OperatingSystemName;
      const path = pathOf(context, 'WorkspaceProperties.OperatingSystemName');
      return name === 'UNKNOWN' ? new Unknown(`${path} is UNKNOWN`) : present(name, path);
    },
  },
};
