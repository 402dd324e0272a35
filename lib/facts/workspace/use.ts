import { isUnknown, Unknown } from '../../model/unknown.ts';
import { daysBetween } from '../arithmetic/days.ts';
import type { FactTable } from '../define.ts';
import { connectionStateOf, connectionStates, daysSinceConnection, findConnection } from '../joins/connections.ts';
import { isStandby } from '../joins/standby.ts';
import * as op from '../operations.ts';
import type { WorkspaceContext } from './context.ts';

/** Days from the baseline to this snapshot; a day that has begun counts. */
function baselineAge({ estate }: WorkspaceContext): number {
  const { capturedAt } = estate.snapshot.header;
  return Math.ceil(daysBetween(estate.baseline?.snapshot.header.capturedAt ?? capturedAt, capturedAt) ?? 0);
}

const isRecorded = ({ estate, workspace }: WorkspaceContext): boolean =>
  estate.baseline?.index.workspaces.has(workspace.WorkspaceId) ?? false;

/** Whether and how lately a WorkSpace was used, and how long it has been there. */
export const useFacts: FactTable<WorkspaceContext> = {
  'connection.state': {
    type: 'string',
    about: 'Whether a user is connected; the service says UNKNOWN of a stopped WorkSpace.',
    from: [op.connectionStatus],
    values: connectionStates,
    read: ({ estate, workspace }) => {
      const status = findConnection(estate, workspace.WorkspaceId);
      return isUnknown(status) ? status : connectionStateOf(status);
    },
  },
  'connection.lastDays': {
    type: 'number',
    about: 'Days since the last known user connection; a day that has begun counts. Unknown when none is known.',
    from: [op.connectionStatus],
    read: ({ estate, workspace }) => {
      const status = findConnection(estate, workspace.WorkspaceId);
      if (isUnknown(status)) return status;
      const days = daysSinceConnection(estate, status);
      return isUnknown(days) ? days : Math.ceil(days);
    },
  },
  'connection.everKnown': {
    type: 'boolean',
    about: 'Whether the service knows of any user connection to the WorkSpace.',
    from: [op.connectionStatus],
    read: ({ estate, workspace }) => {
      const status = findConnection(estate, workspace.WorkspaceId);
      return isUnknown(status) ? status : Boolean(status.LastKnownUserConnectionTimestamp);
    },
  },
  standby: {
    type: 'boolean',
    about: 'Whether it is the standby of a WorkSpace in another Region.',
    from: [op.workspaces],
    read: ({ workspace }) => isStandby(workspace),
  },
  'baseline.knownDays': {
    type: 'number',
    about:
      'Days since the baseline that recorded the WorkSpace; a day that has begun counts. 0 when no baseline recorded it.',
    from: [op.workspaces],
    read: (context) => (isRecorded(context) ? baselineAge(context) : 0),
  },
  'baseline.newerThanDays': {
    type: 'number',
    about:
      'Days since a baseline that did not record the WorkSpace, which is newer; a day that has begun counts. ' +
      'Null when there is no such baseline.',
    from: [op.workspaces],
    nullable: true,
    read: (context) => {
      const { baseline } = context.estate;
      if (baseline === undefined || isRecorded(context)) return null;
      const unread = baseline.unread('Workspace');
      return unread === undefined ? baselineAge(context) : new Unknown(`in the baseline, ${unread.reason}`);
    },
  },
};
