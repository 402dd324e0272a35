import { isUnknown, Unknown } from '../../model/unknown.ts';
import type { NetworkInterface } from '../../snapshot/index.ts';
import { type FactTable, known, present, sorted } from '../define.ts';
import { associationsOf } from '../joins/associations.ts';
import { knownGroupIdsOf, publicIpsOf } from '../joins/interfaces.ts';
import * as op from '../operations.ts';
import type { WorkspaceContext } from './context.ts';
/** Reads a fact of the primary interface, or says why it is not known. */
export const ofInterface =
  <T>(read: (eni: NetworkInterface, context: WorkspaceContext) => T | Unknown) =>
  (context: WorkspaceContext): T | Unknown =>
    isUnknown(context.eni) ? context.eni : read(context.eni, context);

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
};

/** What a rule can read of a WorkSpace's primary interface. */
export const interfaceFacts: FactTable<WorkspaceContext> = { ...presenceFacts, ...addressFacts };
