import type { WorkspaceState } from '@aws-sdk/client-workspaces';
import type { Place } from './place.ts';

/** What goes on in a fleet on any day and is nobody's mistake: desktops that are not simply available. */
export function liveADay(place: Place): void {
  if (place.era === 'baseline') return;
  const states: Readonly<Record<string, WorkspaceState>> = {
    'call-agent-020': 'REBUILDING',
    'call-agent-021': 'MAINTENANCE',
    'contractor-020': 'UNHEALTHY',
    'store-manager-020': 'SUSPENDED',
    'developer-028': 'TERMINATING',
  };
  for (const [userName, state] of Object.entries(states)) place.workspace(userName).State = state;
  notLaunched(place, 'claims-handler-014', 'PENDING');
  notLaunched(place, 'store-clerk-020', 'ERROR');
  const failed = place.workspace('store-clerk-020');
  failed.ErrorCode = 'ComputerObjectNotFound';
  failed.ErrorMessage = 'The computer object was not found in the directory.';
  // A stopped desktop's interface may be detached until it starts again.
  place.workspace('store-clerk-010').State = 'STOPPED';
  const resting = place.interfaceOf('store-clerk-010');
  delete resting.Attachment;
  resting.Status = 'available';
}

/** A WorkSpace without a running instance has neither address nor interface. */
function notLaunched(place: Place, userName: string, state: WorkspaceState): void {
  const eni = place.interfaceOf(userName);
  const workspace = place.workspace(userName);
  place.interfaces = place.interfaces.filter((one) => one !== eni);
  workspace.State = state;
  delete workspace.IpAddress;
  delete workspace.ComputerName;
}
