import { isUnknown, type Unknown } from '../../model/unknown.ts';
import type { WorkspaceDirectory } from '../../snapshot/index.ts';
import { type FactTable, present, sorted } from '../define.ts';
import type { Estate } from '../estate.ts';
import { directoryModeOf, directoryModes, directoryProtocolOf } from '../joins/accelerator-modes.ts';
import { certificateBasedAuthOf, certificateBasedAuthStatuses } from '../joins/certificate-authentication.ts';
import { directoryKinds, encryptionModeOf, encryptionModes, kindOf } from '../joins/directories.ts';
import { membersGroupId } from '../joins/managed-groups.ts';
import { groupExists, ipGroupIdsOf, vpcIdsOf } from '../joins/resources.ts';
import * as op from '../operations.ts';
import type { WorkspaceContext } from './context.ts';

/**
 * Reads a fact of the WorkSpace's directory, or says why the directory is not known. All WorkSpaces of a directory
 * share one value.
 */
export function ofDirectory<T>(read: (directory: WorkspaceDirectory, estate: Estate) => T | Unknown) {
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

/** What a WorkSpace has from its directory. */
export const directoryFacts: FactTable<WorkspaceContext> = {
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
  'directory.certificateBasedAuth.status': {
    type: 'string',
    about: 'Whether certificate-based authentication is on in the directory; DISABLED when never set.',
    from: [op.directories],
    values: certificateBasedAuthStatuses,
    read: ofDirectory(certificateBasedAuthOf),
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
