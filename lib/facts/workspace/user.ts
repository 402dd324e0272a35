import { isUnknown, Unknown } from '../../model/unknown.ts';
import type { FactTable } from '../define.ts';
import { mixedWorkspacesOfUser, noUser, userNameOf, workspaceCountOfUser } from '../joins/users.ts';
import * as op from '../operations.ts';
import { pathOf, type WorkspaceContext } from './context.ts';

/** The name that the baseline recorded; null without a baseline, and for a WorkSpace that is newer. */
function earlierName({ estate: { baseline }, workspace }: WorkspaceContext): string | null | Unknown {
  if (baseline === undefined) return null;
  const earlier = baseline.index.workspaces.get(workspace.WorkspaceId);
  const unknown = earlier === undefined ? baseline.unread('Workspace') : undefined;
  if (unknown !== undefined) return new Unknown(`in the baseline, ${unknown.reason}`);
  if (earlier === undefined) return null;
  const name = userNameOf(earlier);
  return isUnknown(name) ? new Unknown(`in the baseline, ${name.reason}`) : name;
}

/** The user that a WorkSpace is assigned to. */
export const userFacts: FactTable<WorkspaceContext> = {
  userName: {
    type: 'string',
    about: 'Name of the user; [UNDEFINED] for a WorkSpace that is not assigned to any.',
    from: [op.workspaces],
    read: ({ workspace }) => userNameOf(workspace),
  },
  // Names differ on every WorkSpace; a rule that only asks for this shares its verdicts over the fleet.
  userDecoupled: {
    type: 'boolean',
    about: 'Whether the WorkSpace is assigned to no user.',
    from: [op.workspaces],
    read: ({ workspace }) => {
      const name = userNameOf(workspace);
      return isUnknown(name) ? name : name === noUser;
    },
  },
  'userPrincipalName.length': {
    type: 'number',
    about: 'Characters of a name in the form user@domain; unknown for a name in another form.',
    from: [op.workspaces],
    read: (context) => {
      const name = userNameOf(context.workspace);
      if (isUnknown(name)) return name;
      return /^[^@\s]+@[^@\s]+$/.test(name)
        ? name.length
        : new Unknown(`${pathOf(context, 'UserName')} is no user principal name`);
    },
  },
  'baseline.userName': {
    type: 'string',
    about: 'Name that the baseline recorded; null without a baseline, and for a WorkSpace that is newer.',
    from: [op.workspaces],
    nullable: true,
    read: earlierName,
  },
  'baseline.userNameChanged': {
    type: 'boolean',
    about: 'Whether that name is another one than now, not minding capitals; false when there is none.',
    from: [op.workspaces],
    read: (context) => {
      const then = earlierName(context);
      if (isUnknown(then) || then === null) return then ?? false;
      const now = userNameOf(context.workspace);
      return isUnknown(now) ? now : now.toLowerCase() !== then.toLowerCase();
    },
  },
  'user.workspaceCount': {
    type: 'number',
    about: 'Live WorkSpaces of the user in the directory, without standbys.',
    from: [op.workspaces],
    read: ({ estate, workspace }) => workspaceCountOfUser(estate, workspace),
  },
  'user.mixedProtocolWorkspaces': {
    type: 'list',
    about: 'Live WorkSpaces of the user in the directory of which one streams with PCoIP and another one with DCV.',
    from: [op.workspaces],
    read: ({ estate, workspace }) => mixedWorkspacesOfUser(estate, workspace),
  },
};
