import { isUnknown, Unknown } from '../../model/unknown.ts';
import type { WorkspaceDirectory } from '../../snapshot/index.ts';
import { type FactTable, seen, sorted } from '../define.ts';
import { changesOf, succeeded } from '../joins/trail-changes.ts';
import { tell, textsIn } from '../joins/trail-events.ts';
import * as op from '../operations.ts';
import type { DirectoryContext } from './context.ts';

/** What AWS Directory Service calls a change of DNS servers, among others. */
const updating = 'UpdateDirectory';
const creating = 'CreateWorkspaces';
/** Guide: no WorkSpace is to be launched so long before or after the change. */
const around = 15 * 60_000;

/** DNS servers of now and of the baseline, where the baseline has the directory. */
function servers({ estate, directory }: DirectoryContext): { current: string[]; previous: string[] | null } | Unknown {
  const { baseline } = estate;
  if (baseline === undefined) return new Unknown('no baseline of this account and Region is given');
  const earlier: WorkspaceDirectory | undefined = baseline.index.directories.get(directory.DirectoryId);
  const unread = earlier === undefined ? baseline.unread('WorkspaceDirectory') : undefined;
  if (unread !== undefined) return new Unknown(`in the baseline, ${unread.reason}`);
  const path = `Directories[${directory.DirectoryId}].DnsIpAddresses`;
  if (!directory.DnsIpAddresses?.length) return new Unknown(`${path} is absent or empty`);
  if (earlier === undefined) return { current: sorted(directory.DnsIpAddresses), previous: null };
  if (!earlier.DnsIpAddresses?.length) return new Unknown(`in the baseline, ${path} is absent or empty`);
  return { current: sorted(directory.DnsIpAddresses), previous: sorted(earlier.DnsIpAddresses) };
}

function isChanged(context: DirectoryContext): boolean | Unknown {
  const both = servers(context);
  if (isUnknown(both)) return both;
  return both.previous !== null && both.current.join() !== both.previous.join();
}

const changesSince = ({ estate, directory }: DirectoryContext, name: string) =>
  changesOf(estate, {
    names: [name],
    since: estate.baseline?.snapshot.header.capturedAt,
    test: ({ ids }) => ids.has(directory.DirectoryId),
  });

/** One call that leaves none of the servers that there were. */
function isReplacedAtOnce(context: DirectoryContext): boolean | Unknown {
  const both = servers(context);
  if (isUnknown(both)) return both;
  const { current, previous } = both;
  // One that stays, or only one to replace: then it was one at a time.
  if (previous === null || previous.length < 2) return false;
  if (current.some((address) => previous.includes(address))) return false;
  const updates = changesSince(context, updating);
  const calls = succeeded(updates).map(({ body }) =>
    textsIn(body.requestParameters, ['dnsipaddrs', 'dnsipaddresses', 'dnsips']),
  );
  const told = calls.filter((addresses) => addresses.length > 0);
  const [first] = told;
  if (first !== undefined && !first.some((address) => previous.includes(address))) return true;
  if (updates.unknown !== undefined) return updates.unknown;
  return first === undefined ? new Unknown('CloudTrail does not show how the DNS servers were replaced') : false;
}

/** WorkSpaces were made so near the change that they may have either servers. */
function createdAround(context: DirectoryContext): readonly string[] | Unknown {
  const changed = isChanged(context);
  if (changed !== true) return isUnknown(changed) ? changed : [];
  const updates = changesSince(context, updating);
  const made = changesSince(context, creating);
  const times = succeeded(updates).map(({ time }) => Date.parse(time));
  const near = succeeded(made).filter(({ time }) => times.some((at) => Math.abs(Date.parse(time) - at) <= around));
  return seen(near.map(tell), updates.unknown ?? made.unknown);
}

/** A rebuilt WorkSpace has another address. One with the address that it had may have been updated by hand. */
function withOldServers(context: DirectoryContext): readonly string[] | Unknown {
  const { estate, directory } = context;
  const changed = isChanged(context);
  if (changed !== true) return isUnknown(changed) ? changed : [];
  const earlier = estate.baseline?.liveWorkspaces(directory.DirectoryId) ?? [];
  const kept = earlier.flatMap(({ WorkspaceId, IpAddress }) => {
    const now = estate.index.workspaces.get(WorkspaceId);
    if (now === undefined || /^TERMINAT(ING|ED)$/.test(now.State ?? '')) return [];
    return now.IpAddress && IpAddress && now.IpAddress !== IpAddress ? [] : [WorkspaceId];
  });
  const unread = estate.unread('Workspace') ?? estate.baseline?.unread('Workspace');
  if (kept.length === 0) return unread === undefined ? [] : new Unknown(unread.reason, unread.operations);
  return new Unknown(`whether the DNS servers of ${sorted(kept).join(', ')} were updated in place is not in any API`);
}

/** A change of DNS servers since the baseline, and how it came to the WorkSpaces. */
export const dnsChangeFacts: FactTable<DirectoryContext> = {
  'dns.changedSinceBaseline': {
    type: 'boolean',
    about:
      'Whether the DNS servers that WorkSpaces knows are others than at the baseline; false for a newer directory.',
    from: [op.directories],
    read: isChanged,
  },
  'dns.replacedAtOnce': {
    type: 'boolean',
    about: 'Whether all of several DNS servers were replaced in one call since the baseline.',
    from: [op.directories, op.cloudTrail],
    read: isReplacedAtOnce,
  },
  'dns.createdAroundChange': {
    type: 'list',
    about:
      'Launches of WorkSpaces in the directory within 15 minutes before or after the change, as far as CloudTrail shows it.',
    from: [op.directories, op.cloudTrail],
    read: createdAround,
  },
  'dns.workspacesWithOldServers': {
    type: 'list',
    about:
      'WorkSpaces that still have the earlier DNS servers: none when all that the baseline has were rebuilt since, and so have another address; unknown else, for nothing tells.',
    from: [op.directories, op.workspaces],
    read: withOldServers,
  },
};
