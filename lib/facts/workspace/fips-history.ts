import { isUnknown } from '../../model/unknown.ts';
import type { FactTable } from '../define.ts';
import { isMadeInFips, wasSwitchedToFips } from '../joins/fips-history.ts';
import * as op from '../operations.ts';
import type { WorkspaceContext } from './context.ts';

/** In which mode the WorkSpace was made, which only the past can tell. */
export const fipsHistoryFacts: FactTable<WorkspaceContext> = {
  'directory.switchedToFips': {
    type: 'boolean',
    about:
      'Whether the baseline or CloudTrail shows that the directory was not in FIPS mode before; unknown when neither could be read.',
    from: [op.directories, op.cloudTrail],
    read: ({ estate, directory }) => (isUnknown(directory) ? directory : wasSwitchedToFips(estate, directory)),
  },
  madeInFipsMode: {
    type: 'boolean',
    about:
      'Whether the WorkSpace was made after the last switch of its directory to FIPS mode; unknown when it is not known when one of them was.',
    from: [op.workspaces, op.directories, op.cloudTrail],
    read: ({ estate, workspace, directory }) =>
      isUnknown(directory) ? directory : isMadeInFips(estate, workspace, directory),
  },
};
