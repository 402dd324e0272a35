import { Unknown } from '../../model/unknown.ts';
import type { NetworkInterface } from '../../snapshot/index.ts';
import { changesOf, isByService, succeeded } from '../joins/trail-changes.ts';
import { isTrailAsked } from '../joins/trail-reach.ts';
import type { WorkspaceContext } from './context.ts';

/** Calls after which a WorkSpace has another interface. */
const rebuilding = ['MigrateWorkspace', 'RebuildWorkspaces', 'RestoreWorkspace'];
const creating = 'CreateNetworkInterface';

/**
 * Whether somebody other than the service exchanged the interface of a WorkSpace: CloudTrail tells who made the one that
 * is there, and whether the WorkSpace was rebuilt since the baseline.
 */
export function isReplacedOutsideService(
  now: NetworkInterface,
  then: NetworkInterface,
  { estate, workspace }: WorkspaceContext,
): boolean | Unknown {
  const since = estate.baseline?.snapshot.header.capturedAt;
  const rebuilt = changesOf(estate, { names: rebuilding, since, test: ({ ids }) => ids.has(workspace.WorkspaceId) });
  if (succeeded(rebuilt).length > 0) return false;
  const made = changesOf(estate, { names: [creating], since, test: ({ ids }) => ids.has(now.NetworkInterfaceId) });
  const [maker] = succeeded(made);
  if (maker !== undefined) return !isByService(maker);
  const found = `the interface was ${then.NetworkInterfaceId} at the baseline and is ${now.NetworkInterfaceId} now: rebuilt, or replaced by hand`;
  if (!isTrailAsked(estate)) return new Unknown(`${found}, and CloudTrail was not asked which`);
  const unread = rebuilt.unknown ?? made.unknown;
  if (unread === undefined) return new Unknown(`${found}, and CloudTrail shows neither`);
  return new Unknown(`${found}; ${unread.reason}`, unread.operations);
}
