import { isUnknown, Unknown } from '../../model/unknown.ts';
import type { Workspace, WorkspaceConnectionStatus } from '../../snapshot/index.ts';
import { daysBetween } from '../arithmetic/days.ts';
import { known } from '../define.ts';
import type { Estate } from '../estate.ts';

export const connectionStates = ['CONNECTED', 'DISCONNECTED', 'UNKNOWN'];

const pathOf = (workspaceId: string, member: string) => `WorkspacesConnectionStatus[${workspaceId}].${member}`;

export function findConnection(estate: Estate, workspaceId: string): WorkspaceConnectionStatus | Unknown {
  const status = estate.index.connectionStatuses.get(workspaceId);
  return status ?? estate.notReturned('WorkspaceConnectionStatus', workspaceId);
}

/** Whether a user is connected; the service itself says UNKNOWN of a WorkSpace that is stopped. */
export const connectionStateOf = ({ WorkspaceId, ConnectionState }: WorkspaceConnectionStatus) =>
  known(ConnectionState, connectionStates, pathOf(WorkspaceId, 'ConnectionState'));

/** Days since the last known user connection, with their fraction; unknown when the service knows of none. */
export function daysSinceConnection(estate: Estate, status: WorkspaceConnectionStatus): number | Unknown {
  const path = pathOf(status.WorkspaceId, 'LastKnownUserConnectionTimestamp');
  const last = status.LastKnownUserConnectionTimestamp;
  if (!last) return new Unknown(`${path} is absent`);
  return daysBetween(last, estate.snapshot.header.capturedAt) ?? new Unknown(`${path} is no time: "${last}"`);
}

/**
 * Days since a user was last seen at a WorkSpace.
 *
 * @returns 0 while one is connected; null when the service knows of no connection at all
 */
export function daysUnused(estate: Estate, { WorkspaceId }: Workspace): number | null | Unknown {
  const status = findConnection(estate, WorkspaceId);
  if (isUnknown(status)) return estate.unread('WorkspaceConnectionStatus') ?? null;
  const state = connectionStateOf(status);
  if (state === 'CONNECTED') return 0;
  if (!status.LastKnownUserConnectionTimestamp) return null;
  return daysSinceConnection(estate, status);
}
