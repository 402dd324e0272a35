import { isUnknown } from '../../model/unknown.ts';
import type { FactTable } from '../define.ts';
import { directoryKinds, directoryServiceTypeOf, directoryServiceTypes, kindOf } from '../joins/directories.ts';
import * as op from '../operations.ts';
import type { SubnetContext } from './context.ts';

/** Whose subnet it is, and what kind of directory uses it. */
export const useFacts: FactTable<SubnetContext> = {
  'directory.kind': {
    type: 'string',
    about: 'Who manages that directory: AWS Directory Service, or WorkSpaces itself; Pools directories stand apart.',
    from: [op.directories],
    values: directoryKinds,
    read: ({ estate, directory }) => kindOf(estate, directory),
  },
  'directory.directoryServiceType': {
    type: 'string',
    about: 'Its AWS Directory Service type; null for a directory that WorkSpaces manages itself.',
    from: [op.directories, op.descriptions],
    values: directoryServiceTypes,
    nullable: true,
    read: ({ estate, directory }) => directoryServiceTypeOf(estate, directory),
  },
  hasIpv6: {
    type: 'boolean',
    about: 'Whether the subnet has an IPv6 range.',
    from: [op.subnets],
    read: ({ subnet }) =>
      isUnknown(subnet)
        ? subnet
        : (subnet.Ipv6CidrBlockAssociationSet ?? []).some(
            ({ Ipv6CidrBlock, Ipv6CidrBlockState: state }) =>
              Boolean(Ipv6CidrBlock) && (state?.State ?? 'associated') === 'associated',
          ),
  },
};
