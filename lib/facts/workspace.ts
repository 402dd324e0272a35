import { isUnknown, type Unknown } from '../model/unknown.ts';
import type { NetworkInterface, Workspace, WorkspaceDirectory } from '../snapshot/index.ts';
import { type FactTable, known, present, sorted } from './define.ts';
import { directoryKinds, encryptionModeOf, encryptionModes } from './directory.ts';
import {
  directoryModeOf,
  directoryModes,
  directoryProtocolOf,
  effectiveModeOf,
  workspaceModeOf,
  workspaceModes,
} from './directory-accelerator.ts';
import type { Estate } from './estate.ts';
import { matcher } from './globs.ts';
import { findSubnet, groupExists, ipGroupIdsOf, isInFedrampScope, kindOf, protocolsOf, vpcIdsOf } from './joins.ts';
import { membersGroupId } from './managed-groups.ts';
import * as op from './operations.ts';
import { defaultRouteOf, routeTargets } from './routes.ts';
import { interfaceFacts } from './workspace-interface.ts';

/** A WorkSpace with what it is joined to. */
export interface WorkspaceContext {
  readonly estate: Estate;
  readonly workspace: Workspace;
  readonly directory: WorkspaceDirectory | Unknown;
  /** Candidates for the primary interface. */
  readonly interfaces: readonly NetworkInterface[] | Unknown;
  readonly eni: NetworkInterface | Unknown;
}

export const workspaceStates = [
  'PENDING',
  'AVAILABLE',
  'IMPAIRED',
  'UNHEALTHY',
  'REBOOTING',
  'STARTING',
  'REBUILDING',
  'RESTORING',
  'MAINTENANCE',
  'ADMIN_MAINTENANCE',
  'TERMINATING',
  'TERMINATED',
  'SUSPENDED',
  'UPDATING',
  'STOPPING',
  'STOPPED',
  'ERROR',
];

const pathOf = ({ workspace }: WorkspaceContext, member: string) => `Workspaces[${workspace.WorkspaceId}].${member}`;

/**
 * Reads a fact of the WorkSpace's directory, or says why the directory is not known. All WorkSpaces of a directory
 * share one value.
 */
function ofDirectory<T>(read: (directory: WorkspaceDirectory, estate: Estate) => T | Unknown) {
  const values = new WeakMap<WorkspaceDirectory, { readonly value: T | Unknown }>();
  return ({ directory, estate }: WorkspaceContext): T | Unknown => {
    if (isUnknown(directory)) return directory;
    let known = values.get(directory);
    if (known === undefined) {
      known = { value: read(directory, estate) };
      values.set(directory, known);
    }
    return known.value;
  };
}

const customGroupOf = ofDirectory((directory) => directory.WorkspaceCreationProperties?.CustomSecurityGroupId || null);

const ownFacts: FactTable<WorkspaceContext> = {
  id: { type: 'string', about: 'WorkSpace id.', from: [op.workspaces], read: ({ workspace }) => workspace.WorkspaceId },
  region: { type: 'string', about: 'Region code.', from: [], read: ({ estate }) => estate.region },
  state: {
    type: 'string',
    about: 'State of the WorkSpace.',
    from: [op.workspaces],
    values: workspaceStates,
    read: (context) => known(context.workspace.State, workspaceStates, pathOf(context, 'State')),
  },
  directoryId: {
    type: 'string',
    about: 'Id of the directory that the WorkSpace belongs to.',
    from: [op.workspaces],
    read: (context) => present(context.workspace.DirectoryId, pathOf(context, 'DirectoryId')),
  },
  inFedrampScope: {
    type: 'boolean',
    about: 'Whether the parameter fedrampScope claims the directory of the WorkSpace.',
    from: [op.workspaces],
    read: (context) => {
      const id = present(context.workspace.DirectoryId, pathOf(context, 'DirectoryId'));
      return isUnknown(id) ? id : isInFedrampScope(context.estate, id);
    },
  },
  acceleratorOverrideApproved: {
    type: 'boolean',
    about: 'Whether the parameter approvedOverrides names the WorkSpace.',
    from: [op.workspaces],
    read: ({ estate, workspace }) => matcher(estate.parameters.approvedOverrides)(workspace.WorkspaceId),
  },
  'volumes.rootEncrypted': {
    type: 'boolean',
    about: 'Whether the root volume is encrypted; the API leaves the flag out when it is not.',
    from: [op.workspaces],
    read: ({ workspace }) => workspace.RootVolumeEncryptionEnabled ?? false,
  },
  'volumes.userEncrypted': {
    type: 'boolean',
    about: 'Whether the user volume is encrypted; the API leaves the flag out when it is not.',
    from: [op.workspaces],
    read: ({ workspace }) => workspace.UserVolumeEncryptionEnabled ?? false,
  },
  protocols: {
    type: 'list',
    about: 'Streaming protocols: PCOIP, and WSP for DCV.',
    from: [op.workspaces],
    read: ({ workspace }) => protocolsOf(workspace),
  },
  computeType: {
    type: 'string',
    about: 'Compute type name, such as STANDARD or GRAPHICS; any name counts as known.',
    from: [op.workspaces],
    read: (context) =>
      present(
        context.workspace.WorkspaceProperties?.ComputeTypeName,
        pathOf(context, 'WorkspaceProperties.ComputeTypeName'),
      ),
  },
  'globalAccelerator.mode': {
    type: 'string',
    about: "The WorkSpace's own AWS Global Accelerator setting; INHERITED when never set.",
    from: [op.workspaces],
    values: workspaceModes,
    read: ({ workspace }) => workspaceModeOf(workspace),
  },
  'globalAccelerator.preferredProtocol': {
    type: 'string',
    about: "The WorkSpace's own preferred protocol; INHERITED when never set.",
    from: [op.workspaces],
    values: ['INHERITED', 'TCP', 'NONE'],
    read: (context) =>
      known(
        context.workspace.WorkspaceProperties?.GlobalAccelerator?.PreferredProtocol ?? 'INHERITED',
        ['INHERITED', 'TCP', 'NONE'],
        pathOf(context, 'WorkspaceProperties.GlobalAccelerator.PreferredProtocol'),
      ),
  },
  'globalAccelerator.effectiveMode': {
    type: 'string',
    about: 'What the WorkSpace streams through, after inheritance; NOT_AFFECTED when it is not DCV.',
    from: [op.workspaces, op.directories],
    values: [...directoryModes, 'NOT_AFFECTED'],
    read: ({ workspace, directory }) =>
      effectiveModeOf(workspace, isUnknown(directory) ? directory : directoryModeOf(directory)),
  },
};

const directoryFacts: FactTable<WorkspaceContext> = {
  'directory.kind': {
    type: 'string',
    about: 'Kind of the directory.',
    from: [op.directories],
    values: directoryKinds,
    read: ofDirectory((directory, estate) => kindOf(estate, directory)),
  },
  'directory.endpointEncryptionMode': {
    type: 'string',
    about: 'Endpoint encryption mode of the directory.',
    from: [op.directories],
    values: encryptionModes,
    read: ofDirectory(encryptionModeOf),
  },
  'directory.ipGroupIds': {
    type: 'list',
    about: "The customer's IP access control groups of the directory.",
    from: [op.directories],
    read: ofDirectory((directory, estate) => ipGroupIdsOf(estate, directory)),
  },
  'directory.globalAccelerator.mode': {
    type: 'string',
    about: "The directory's AWS Global Accelerator setting.",
    from: [op.directories],
    values: directoryModes,
    read: ofDirectory(directoryModeOf),
  },
  'directory.globalAccelerator.preferredProtocol': {
    type: 'string',
    about: "The directory's preferred protocol.",
    from: [op.directories],
    values: ['TCP', 'NONE'],
    read: ofDirectory(directoryProtocolOf),
  },
  'directory.enableInternetAccess': {
    type: 'boolean',
    about: 'Whether WorkSpaces of the directory get a public address at launch; false when never set.',
    from: [op.directories],
    read: ofDirectory((directory) => directory.WorkspaceCreationProperties?.EnableInternetAccess ?? false),
  },
  'directory.subnetIds': {
    type: 'list',
    about: 'Subnets of the directory.',
    from: [op.directories],
    read: ofDirectory((directory) => {
      const subnets = present(directory.SubnetIds, `Directories[${directory.DirectoryId}].SubnetIds`);
      return isUnknown(subnets) ? subnets : sorted(subnets);
    }),
  },
  'directory.membersGroupId': {
    type: 'string',
    about: 'Security group of all WorkSpaces of the directory.',
    from: [op.directories],
    read: ofDirectory(membersGroupId),
  },
  'directory.customGroupId': {
    type: 'string',
    about: 'Custom security group of the directory; null when none is set.',
    from: [op.directories],
    nullable: true,
    read: customGroupOf,
  },
  'directory.customGroup.exists': {
    type: 'boolean',
    about: 'Whether the custom group exists; only a complete read proves that it does not.',
    from: [op.directories, op.securityGroups],
    read: (context) => {
      const id = customGroupOf(context);
      return typeof id === 'string' ? groupExists(context.estate, id) : (id ?? false);
    },
  },
  'directory.customGroup.vpcId': {
    type: 'string',
    about: 'VPC of the custom group; unknown when the group was not returned.',
    from: [op.directories, op.securityGroups],
    read: (context) => {
      const id = customGroupOf(context);
      if (isUnknown(id)) return id;
      const group = context.estate.index.securityGroups.get(id ?? '');
      if (group === undefined) return context.estate.notReturned('SecurityGroup', id ?? 'a custom group');
      return present(group.VpcId, `SecurityGroups[${group.GroupId}].VpcId`);
    },
  },
  'directory.vpcIds': {
    type: 'list',
    about: "VPCs of the directory's subnets.",
    from: [op.directories, op.subnets],
    read: ofDirectory((directory, estate) => vpcIdsOf(estate, directory)),
  },
};

const subnetFacts: FactTable<WorkspaceContext> = {
  subnetId: {
    type: 'string',
    about: 'Subnet of the WorkSpace.',
    from: [op.workspaces],
    read: (context) => present(context.workspace.SubnetId, pathOf(context, 'SubnetId')),
  },
  'subnet.autoAssignsIpv6': {
    type: 'boolean',
    about: 'Whether the subnet gives every new interface an IPv6 address.',
    from: [op.subnets],
    read: ({ estate, workspace }) => {
      const subnet = findSubnet(estate, workspace.SubnetId);
      return isUnknown(subnet) ? subnet : (subnet.AssignIpv6AddressOnCreation ?? false);
    },
  },
  'subnet.ipv6Native': {
    type: 'boolean',
    about: 'Whether the subnet has IPv6 only.',
    from: [op.subnets],
    read: ({ estate, workspace }) => {
      const subnet = findSubnet(estate, workspace.SubnetId);
      return isUnknown(subnet) ? subnet : (subnet.Ipv6Native ?? false);
    },
  },
  'subnet.defaultRoute': {
    type: 'string',
    about: "What the subnet's IPv4 default route leads to.",
    from: [op.subnets, op.routeTables],
    values: routeTargets,
    read: ({ estate, workspace }) => defaultRouteOf(estate, workspace.SubnetId),
  },
};

/** Everything a rule can read of a WorkSpace. */
export const workspaceFacts: FactTable<WorkspaceContext> = {
  ...ownFacts,
  ...directoryFacts,
  ...subnetFacts,
  ...interfaceFacts,
};
