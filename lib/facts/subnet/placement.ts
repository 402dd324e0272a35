import table from '../../../rules/reference/availability-zones.json' with { type: 'json' };
import { isUnknown, Unknown } from '../../model/unknown.ts';
import { type FactTable, present } from '../define.ts';
import * as op from '../operations.ts';
import type { SubnetContext } from './context.ts';

const supported: { readonly [region: string]: readonly string[] } = table.supportedZoneIds;

/** Where a subnet is, and how much room it has. */
export const placementFacts: FactTable<SubnetContext> = {
  zoneId: {
    type: 'string',
    about: 'Id of the Availability Zone, which means the same zone in every account; its name does not.',
    from: [op.subnets],
    read: ({ id, subnet }) =>
      isUnknown(subnet) ? subnet : present(subnet.AvailabilityZoneId, `Subnets[${id}].AvailabilityZoneId`),
  },
  regionZoneIds: {
    type: 'list',
    about: 'Availability Zones of the Region that WorkSpaces Personal supports; unknown where the table has no row.',
    from: [],
    read: ({ estate }) =>
      supported[estate.region] ??
      new Unknown(`the supported Availability Zones of ${estate.region} are not in the reference table`),
  },
  freeAddressCount: {
    type: 'number',
    about: 'IPv4 addresses that are free in the subnet.',
    from: [op.subnets],
    read: ({ id, subnet }) =>
      isUnknown(subnet) ? subnet : present(subnet.AvailableIpAddressCount, `Subnets[${id}].AvailableIpAddressCount`),
  },
};
