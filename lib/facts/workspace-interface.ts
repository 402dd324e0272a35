import { isUnknown, Unknown } from '../model/unknown.ts';
import type { NetworkInterface, Workspace } from '../snapshot/index.ts';
import { associationsOf } from './associations.ts';
import { type FactTable, known, present, sorted } from './define.ts';
import { groupIdsOf, knownGroupIdsOf, primaryInterface, publicIpsOf } from './joins.ts';
import { membersGroupId } from './managed-groups.ts';
import * as op from './operations.ts';
import type { WorkspaceContext } from './workspace.ts';

const ofInterface =
  <T>(read: (eni: NetworkInterface, context: WorkspaceContext) => T | Unknown) =>
  (context: WorkspaceContext): T | Unknown =>
    isUnknown(context.eni) ? context.eni : read(context.eni, context);

/** Whether the baseline recorded the WorkSpace: one that it does not know is newer. */
function baselineWorkspace({ estate, workspace }: WorkspaceContext): Workspace | null | Unknown {
  if (estate.baseline === undefined) return new Unknown('no baseline is given');
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
  const eni = primaryInterface(context.estate.baseline, workspace);
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

/** Public addresses of the interface that are the account's own Elastic IPs. */
function ownElasticIps(eni: NetworkInterface, { estate }: WorkspaceContext): string[] | Unknown {
  let unknown: Unknown | undefined;
  const own = associationsOf(eni).filter(({ PublicIp, IpOwnerId }) => {
    const elastic = estate.index.addresses.get(PublicIp);
    if (IpOwnerId === estate.accountId || elastic?.NetworkInterfaceId === eni.NetworkInterfaceId) return true;
    if (IpOwnerId === undefined && elastic === undefined) {
      unknown = estate.unread('Address') ?? new Unknown(`the owner (IpOwnerId) of ${PublicIp} is absent`);
    }
    return false;
  });
  return own.length > 0 || unknown === undefined ? sorted(own.map((association) => association.PublicIp)) : unknown;
}

const interfaceStatuses = ['available', 'associated', 'attaching', 'in-use', 'detaching'];
const attachmentStatuses = ['attaching', 'attached', 'detaching', 'detached'];

const presenceFacts: FactTable<WorkspaceContext> = {
  'eni.count': {
    type: 'number',
    about: 'Interfaces that have the address of the WorkSpace in its subnet; one of them is its primary interface.',
    from: [op.workspaces, op.interfaces],
    read: ({ interfaces }) => (isUnknown(interfaces) ? interfaces : interfaces.length),
  },
  'eni.id': {
    type: 'string',
    about: 'Primary network interface (eth1) of the WorkSpace; unknown unless exactly one fits.',
    from: [op.workspaces, op.interfaces],
    read: ofInterface((eni) => eni.NetworkInterfaceId),
  },
  'eni.status': {
    type: 'string',
    about: 'Status of the interface, such as in-use.',
    from: [op.interfaces],
    values: interfaceStatuses,
    read: ofInterface((eni) =>
      known(eni.Status, interfaceStatuses, `NetworkInterfaces[${eni.NetworkInterfaceId}].Status`),
    ),
  },
  'eni.attachmentStatus': {
    type: 'string',
    about: 'Status of its attachment; null when it is attached to nothing.',
    from: [op.interfaces],
    values: attachmentStatuses,
    nullable: true,
    read: ofInterface(({ Attachment, NetworkInterfaceId }) =>
      Attachment
        ? known(Attachment.Status, attachmentStatuses, `NetworkInterfaces[${NetworkInterfaceId}].Attachment.Status`)
        : null,
    ),
  },
  'eni.namesWorkspaces': {
    type: 'boolean',
    about:
      'Whether the description of the interface, where it has one, mentions WorkSpaces; a private address can be reused.',
    from: [op.interfaces],
    read: ofInterface((eni) => !eni.Description || /workspaces/i.test(eni.Description)),
  },
  'eni.subnetId': {
    type: 'string',
    about: 'Subnet of the interface.',
    from: [op.interfaces],
    read: ofInterface((eni) => present(eni.SubnetId, `NetworkInterfaces[${eni.NetworkInterfaceId}].SubnetId`)),
  },
  'eni.groupIds': {
    type: 'list',
    about: 'Security groups on the interface.',
    from: [op.interfaces],
    read: ofInterface(knownGroupIdsOf),
  },
};

const addressFacts: FactTable<WorkspaceContext> = {
  'eni.publicIps': {
    type: 'list',
    about: 'Public IPv4 addresses of the interface, on its primary and secondary private addresses.',
    from: [op.interfaces],
    read: ofInterface(publicIpsOf),
  },
  'eni.hasPublicIp': {
    type: 'boolean',
    about: 'Whether the interface has any of these.',
    from: [op.interfaces],
    read: ofInterface((eni) => publicIpsOf(eni).length > 0),
  },
  'eni.ownElasticIps': {
    type: 'list',
    about: "Those that are the account's own Elastic IPs.",
    from: [op.interfaces, op.addresses],
    read: ofInterface(ownElasticIps),
  },
  'eni.hadPublicIpAtBaseline': {
    type: 'boolean',
    about: 'Whether the baseline recorded a public address for the WorkSpace; false without a baseline.',
    from: [op.interfaces],
    read: (context) => {
      const then = baselineInterface(context);
      return !isUnknown(then) && publicIpsOf(then).length > 0;
    },
  },
};

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

const baselineFacts: FactTable<WorkspaceContext> = {
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
      'migration that explains it; unknown for another interface while CloudTrail was not read.',
    from: [op.interfaces, op.cloudTrail],
    read: comparedWithBaseline((now, then, { estate }) => {
      const same =
        now.NetworkInterfaceId === then.NetworkInterfaceId && (now.MacAddress ?? '') === (then.MacAddress ?? '');
      if (same) return false;
      const unread = estate.unreadOperation(op.cloudTrail);
      return new Unknown(
        `the interface was ${then.NetworkInterfaceId} at the baseline and is ${now.NetworkInterfaceId} now: rebuilt, or replaced by hand`,
        unread?.operations ?? [],
      );
    }),
  },
};

/** What a rule can read of a WorkSpace's primary interface. */
export const interfaceFacts: FactTable<WorkspaceContext> = {
  ...presenceFacts,
  ...addressFacts,
  ...baselineFacts,
};
