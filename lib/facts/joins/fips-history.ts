import { isUnknown, Unknown } from '../../model/unknown.ts';
import type { Workspace, WorkspaceDirectory } from '../../snapshot/index.ts';
import { combined } from '../define.ts';
import type { Estate } from '../estate.ts';
import { type Changes, changesOf, succeeded } from './trail-changes.ts';
import { textsIn } from './trail-events.ts';

const switching = ['ModifyEndpointEncryptionMode'];
const creating = ['CreateWorkspaces', 'MigrateWorkspace'];

/** Switches of a directory to FIPS 140-2 validated mode that succeeded. */
function switchesOf(estate: Estate, { DirectoryId }: WorkspaceDirectory): Changes {
  const changes = changesOf(estate, { names: switching, test: ({ ids }) => ids.has(DirectoryId) });
  const events = succeeded(changes).filter(({ body }) =>
    textsIn(body.requestParameters, ['endpointencryptionmode']).includes('FIPS_VALIDATED'),
  );
  return { ...changes, events };
}

/** The mode that the baseline recorded; null when it does not have the directory, or does not say. */
function earlierMode(estate: Estate, { DirectoryId }: WorkspaceDirectory): string | null | Unknown {
  const { baseline } = estate;
  if (baseline === undefined) return new Unknown('no baseline of this account and Region is given');
  const mode = baseline.index.directories.get(DirectoryId)?.EndpointEncryptionMode;
  const unread = mode ? undefined : baseline.unread('WorkspaceDirectory');
  return unread === undefined ? (mode ?? null) : new Unknown(`in the baseline, ${unread.reason}`);
}

/** Whether the baseline or CloudTrail shows that the directory was not in FIPS mode before. */
export function wasSwitchedToFips(estate: Estate, directory: WorkspaceDirectory): boolean | Unknown {
  const before = earlierMode(estate, directory);
  const switches = switchesOf(estate, directory);
  if (before === 'STANDARD_TLS' || switches.events.length > 0) return true;
  if (!isUnknown(before) || switches.unknown === undefined) return false;
  return combined([before, switches.unknown]) ?? before;
}

/** When the WorkSpace was made, as CloudTrail tells it; a migrated one is made anew. */
function creationOf(estate: Estate, { WorkspaceId }: Workspace): string | Unknown {
  const { events, unknown } = changesOf(estate, { names: creating, test: ({ ids }) => ids.has(WorkspaceId) });
  const made = events.find(
    ({ name, body }) =>
      !body.errorCode &&
      textsIn(body.responseElements, [name === 'CreateWorkspaces' ? 'workspaceid' : 'targetworkspaceid']).includes(
        WorkspaceId,
      ),
  );
  return made?.time ?? unknown ?? new Unknown(`CloudTrail does not show when ${WorkspaceId} was created`);
}

/**
 * Whether a WorkSpace was made after its directory was switched to FIPS mode for the last time. The API does not say in
 * which mode a WorkSpace was made.
 */
export function isMadeInFips(estate: Estate, workspace: Workspace, directory: WorkspaceDirectory): boolean | Unknown {
  const before = earlierMode(estate, directory);
  const earlier = estate.baseline?.index.workspaces.get(workspace.WorkspaceId);
  if (before === 'STANDARD_TLS' && earlier?.DirectoryId === directory.DirectoryId) return false;
  const { events, unknown } = switchesOf(estate, directory);
  const last = events.at(-1)?.time;
  const made = creationOf(estate, workspace);
  if (last !== undefined && !isUnknown(made) && made < last) return false;
  if (unknown !== undefined) return unknown;
  if (last === undefined) return new Unknown('CloudTrail does not show when the directory was switched to FIPS mode');
  if (!isUnknown(made)) return made > last;
  return isNewSince(estate, workspace, last) ? true : made;
}

/** Whether a baseline of after `time` does not have the WorkSpace, which is newer then. */
function isNewSince({ baseline }: Estate, { WorkspaceId }: Workspace, time: string): boolean {
  if (baseline === undefined || baseline.unread('Workspace') !== undefined) return false;
  return (
    Date.parse(baseline.snapshot.header.capturedAt) > Date.parse(time) && !baseline.index.workspaces.has(WorkspaceId)
  );
}
