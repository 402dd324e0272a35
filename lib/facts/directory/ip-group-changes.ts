import { isUnknown, Unknown } from '../../model/unknown.ts';
import { combined, type FactTable, seen } from '../define.ts';
import { connectionStateOf, findConnection } from '../joins/connections.ts';
import { changesOf, succeeded } from '../joins/trail-changes.ts';
import { tell } from '../joins/trail-events.ts';
import * as op from '../operations.ts';
import type { DirectoryContext } from './context.ts';

const ofGroup = ['AuthorizeIpRules', 'RevokeIpRules', 'UpdateRulesOfIpGroup'];
const ofDirectory = ['AssociateIpGroups', 'DisassociateIpGroups'];

/** Changes of the directory's IP groups and of which groups it has, the last one last. */
function changes({ estate, directory }: DirectoryContext) {
  const groupIds = directory.ipGroupIds ?? [];
  const found = [
    changesOf(estate, { names: ofGroup, test: ({ ids }) => groupIds.some((id) => ids.has(id)) }),
    changesOf(estate, { names: ofDirectory, test: ({ ids }) => ids.has(directory.DirectoryId) }),
  ];
  const events = found.flatMap(succeeded).sort((a, b) => (a.time < b.time ? -1 : 1));
  return { last: events.at(-1), unknown: combined(found.map(({ unknown }) => unknown).filter(isUnknown)) };
}

/** WorkSpaces with a session that was opened before `time`. */
function sessionsBefore({ estate, directory }: DirectoryContext, time: string) {
  const ids: string[] = [];
  const unknowns = [estate.unread('Workspace')];
  for (const { WorkspaceId } of estate.liveWorkspaces(directory.DirectoryId)) {
    const status = findConnection(estate, WorkspaceId);
    if (isUnknown(status)) {
      unknowns.push(estate.unread('WorkspaceConnectionStatus'));
      continue;
    }
    const state = connectionStateOf(status);
    if (isUnknown(state)) unknowns.push(state);
    if (state !== 'CONNECTED') continue;
    const since = Date.parse(status.LastKnownUserConnectionTimestamp ?? '');
    if (Number.isNaN(since)) {
      const path = `WorkspacesConnectionStatus[${WorkspaceId}].LastKnownUserConnectionTimestamp`;
      unknowns.push(new Unknown(`${path} is absent`));
    } else if (since < Date.parse(time)) ids.push(WorkspaceId);
  }
  return { ids, unknown: combined(unknowns.filter(isUnknown)) };
}

/** When it last changed who may connect, and who was connected by then. */
export const ipGroupChangeFacts: FactTable<DirectoryContext> = {
  'ipGroups.lastChange': {
    type: 'string',
    about:
      "The last change of the directory's IP groups, or of which groups it has, that CloudTrail shows: what, by whom, from where and when; null when there was none.",
    from: [op.directories, op.cloudTrail],
    nullable: true,
    read: (context) => {
      const { last, unknown } = changes(context);
      return last === undefined ? (unknown ?? null) : tell(last);
    },
  },
  'ipGroups.sessionsBeforeChange': {
    type: 'list',
    about: 'WorkSpaces whose users have been connected since before that change.',
    from: [op.directories, op.workspaces, op.connectionStatus, op.cloudTrail],
    read: (context) => {
      const { last, unknown } = changes(context);
      if (last === undefined) return unknown ?? [];
      const sessions = sessionsBefore(context, last.time);
      return seen(sessions.ids, sessions.unknown ?? unknown);
    },
  },
};
