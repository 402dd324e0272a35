import type { Place } from './place.ts';
import { momentBefore, numberBelow } from './seeds.ts';
import type { Workspace } from './shapes.ts';

/** Adds what WorkSpaces knows of a desktop's use: somebody was there within the last three weeks, some are now. */
export function addSession(place: Place, { WorkspaceId, UserName, State }: Workspace): void {
  const { capturedAt } = place.origin;
  const label = `${UserName} ${WorkspaceId} ${place.era}`;
  const connected = State === 'AVAILABLE' && numberBelow(`connected ${label}`, 4) === 0;
  place.further.of('WorkspaceConnectionStatus').push({
    WorkspaceId,
    ConnectionState: connected ? 'CONNECTED' : 'DISCONNECTED',
    ConnectionStateCheckTimestamp: momentBefore(`check ${label}`, capturedAt, 1 / 144),
    LastKnownUserConnectionTimestamp: momentBefore(`session ${label}`, capturedAt, connected ? 1 / 3 : 21),
  });
}

/** Has nobody been at a desktop for so many days; never, when none are given. */
export function leaveIdle(place: Place, userName: string, days?: number): void {
  const { WorkspaceId } = place.workspace(userName);
  const session = place.further.of('WorkspaceConnectionStatus').find((one) => one.WorkspaceId === WorkspaceId);
  if (session === undefined) throw new Error(`nothing is known of sessions of ${userName}`);
  session.ConnectionState = 'DISCONNECTED';
  if (days === undefined) delete session.LastKnownUserConnectionTimestamp;
  else session.LastKnownUserConnectionTimestamp = new Date(Date.parse(place.origin.capturedAt) - days * 86_400_000);
}
