import { isUnknown, Unknown } from '../../model/unknown.ts';
import type { NetworkInterface, Workspace } from '../../snapshot/index.ts';
import { type FactTable, present, sorted } from '../define.ts';
import { groupIdsOf, knownGroupIdsOf, primaryInterface, primaryInterfaces, publicIpsOf } from '../joins/interfaces.ts';
import { membersGroupId } from '../joins/managed-groups.ts';
import * as op from '../operations.ts';
import type { WorkspaceContext } from './context.ts';
import { ofInterface } from './interface.ts';
import { isReplacedOutsideService } from './replacement.ts';

/** Whether the baseline recorded the WorkSpace: one that it does not know is newer. */
function baselineWorkspace({ estate, workspace }: WorkspaceContext): Workspace | null | Unknown {
  if (estate.baseline === undefined) return new Unknown('no baseline of this account and Region is given');
  const earlier = estate.baseline.index.workspaces.get(workspace.WorkspaceId);
  if (earlier !== undefined) return earlier;
  const unread = estate.baseline.unread('Workspace');
  return unread === undefined ? null : new Unknown(`in the baseline, ${unread.reason}`);
}

function baselineInterface(context: WorkspaceContext): NetworkInterface | Unknown {
  const workspace = baselineWorkspace(context);
  if (isUnknown(workspace)) return workspace;
  if (workspace === null || context.estate.baseline === undefined)
    return new Unknown('the WorkSpace is newer than the baseline');
  const eni = primaryInterface(workspace, primaryInterfaces(context.estate.baseline, workspace));
  // Operations that failed back then are no operations to permit now.
  return isUnknown(eni) ? new Unknown(`in the baseline, ${eni.reason}`) : eni;
}

const comparedWithBaseline = <T>(
  compare: (now: NetworkInterface, then: NetworkInterface, context: WorkspaceContext) => T | Unknown,
) =>
  ofInterface<T>((now, context) => {
    const then = baselineInterface(context);
    return isUnknown(then) ? then : compare(now, then, context);
  });

const secondaryAddressesOf = (eni: NetworkInterface): string[] =>
  (eni.PrivateIpAddresses ?? []).filter((a) => a.Primary !== true).flatMap((a) => a.PrivateIpAddress ?? []);

/** Needs the earlier value only of a check that is off now, and the other way round. */
function sourceDestCheckTurnedOff(now: NetworkInterface, then: NetworkInterface): boolean | Unknown {
  if (now.SourceDestCheck === true || then.SourceDestCheck === false) return false;
  const path = `NetworkInterfaces[${now.NetworkInterfaceId}].SourceDestCheck`;
  const earlier = present(then.SourceDestCheck, `in the baseline, ${path}`);
  const current = present(now.SourceDestCheck, path);
  if (isUnknown(current)) return current;
  return isUnknown(earlier) ? earlier : earlier && !current;
}

/** While nobody knows which group is the members group, two groups that are gone include another one for certain. */
function groupsRemoved(
  now: NetworkInterface,
  then: NetworkInterface,
  { directory }: WorkspaceContext,
): string[] | Unknown {
  const earlier = knownGroupIdsOf(then);
  if (isUnknown(earlier)) return new Unknown(`in the baseline, ${earlier.reason}`);
  const current = knownGroupIdsOf(now);
  if (isUnknown(current)) return current;
  const gone = earlier.filter((id) => !current.includes(id));
  const members = isUnknown(directory) ? directory : membersGroupId(directory);
  if (!isUnknown(members)) return gone.filter((id) => id !== members);
  return gone.length === 1 ? members : gone;
}

/** The primary interface compared with the one that the baseline recorded. */
export const baselineFacts: FactTable<WorkspaceContext> = {
  'eni.hadPublicIpAtBaseline': {
    type: 'boolean',
    about: 'Whether the baseline recorded a public address for the WorkSpace; false without a baseline.',
    from: [op.interfaces],
    read: (context) => {
      const then = baselineInterface(context);
      return !isUnknown(then) && publicIpsOf(then).length > 0;
    },
  },
  'baseline.hasWorkspace': {
    type: 'boolean',
    about: 'Whether the baseline recorded the WorkSpace; false when it is newer.',
    from: [op.workspaces],
    read: (context) => {
      const workspace = baselineWorkspace(context);
      return isUnknown(workspace) ? workspace : workspace !== null;
    },
  },
  'eni.sourceDestCheckTurnedOff': {
    type: 'boolean',
    about: 'Whether the source/destination check was on at the baseline and is off now.',
    from: [op.interfaces],
    read: comparedWithBaseline(sourceDestCheckTurnedOff),
  },
  'eni.groupsRemoved': {
    type: 'list',
    about: 'Security groups that the baseline recorded on the interface and that are gone, without the members group.',
    from: [op.interfaces],
    read: comparedWithBaseline(groupsRemoved),
  },
  'eni.groupsAdded': {
    type: 'list',
    about: 'Security groups that the baseline did not record on the interface.',
    from: [op.interfaces],
    read: comparedWithBaseline((now, then) => groupIdsOf(now).filter((id) => !groupIdsOf(then).includes(id))),
  },
  'eni.secondaryAddressesChanged': {
    type: 'boolean',
    about: 'Whether the secondary private addresses are others than at the baseline.',
    from: [op.interfaces],
    read: comparedWithBaseline(
      (now, then) => sorted(secondaryAddressesOf(now)).join() !== sorted(secondaryAddressesOf(then)).join(),
    ),
  },
  'eni.replacedOutsideService': {
    type: 'boolean',
    about:
      'Whether the interface (id or MAC address) is another than at the baseline without a rebuild, restore or ' +
      'migration that explains it; unknown for another interface of which CloudTrail does not tell who made it.',
    from: [op.interfaces],
    helpedBy: [op.cloudTrail],
    read: comparedWithBaseline((now, then, context) => {
      const same =
        now.NetworkInterfaceId === then.NetworkInterfaceId && (now.MacAddress ?? '') === (then.MacAddress ?? '');
      return same ? false : isReplacedOutsideService(now, then, context);
    }),
  },
};
