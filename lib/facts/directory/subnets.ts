import { isUnknown, type Unknown } from '../../model/unknown.ts';
import type { Subnet } from '../../snapshot/index.ts';
import { counted, type FactTable, known, partition, present, seen, sorted } from '../define.ts';
import { findSubnet } from '../joins/resources.ts';
import * as op from '../operations.ts';
import { type DirectoryContext, pathOf } from './context.ts';

const states = ['available', 'pending', 'unavailable', 'failed', 'failed-insufficient-capacity'];

function subnetIds(context: DirectoryContext): readonly string[] | Unknown {
  const ids = present(context.directory.SubnetIds, pathOf(context, 'SubnetIds'));
  return isUnknown(ids) ? ids : sorted(ids);
}

/** What `look` says of each subnet that was returned, and why there may be more. */
function ofSubnets<T>(context: DirectoryContext, look: (subnet: Subnet) => T | Unknown) {
  const ids = subnetIds(context);
  if (isUnknown(ids)) return { known: [], unknown: ids };
  return partition(
    ids.map((id) => {
      const subnet = findSubnet(context.estate, id);
      return isUnknown(subnet) ? subnet : look(subnet);
    }),
  );
}

const vpcIds = (context: DirectoryContext) =>
  ofSubnets(context, ({ SubnetId, VpcId }) => present(VpcId, `Subnets[${SubnetId}].VpcId`));

const zoneIds = (context: DirectoryContext) =>
  ofSubnets(context, ({ SubnetId, AvailabilityZoneId }) =>
    present(AvailabilityZoneId, `Subnets[${SubnetId}].AvailabilityZoneId`),
  );

/** The subnets that a directory was registered with. */
export const subnetFacts: FactTable<DirectoryContext> = {
  'subnets.ids': {
    type: 'list',
    about: 'Subnets that the directory names.',
    from: [op.directories],
    read: subnetIds,
  },
  'subnets.count': {
    type: 'number',
    about: 'How many these are.',
    from: [op.directories],
    read: (context) => {
      const ids = subnetIds(context);
      return isUnknown(ids) ? ids : ids.length;
    },
  },
  'subnets.notReturned': {
    type: 'list',
    about: 'Those that a complete read did not return, because they do not exist.',
    from: [op.directories, op.subnets],
    read: (context) => {
      const ids = subnetIds(context);
      if (isUnknown(ids)) return ids;
      const absent = ids.filter((id) => !context.estate.index.subnets.has(id));
      return absent.length === 0 ? [] : (context.estate.unread('Subnet') ?? absent);
    },
  },
  'subnets.notAvailable': {
    type: 'list',
    about: 'Those that were returned in another state than available, with the state.',
    from: [op.directories, op.subnets],
    read: (context) => {
      const found = ofSubnets(context, ({ SubnetId, State }) => {
        const state = known(State, states, `Subnets[${SubnetId}].State`);
        return isUnknown(state) ? state : { SubnetId, state };
      });
      const others = found.known.filter(({ state }) => state !== 'available');
      return seen(
        others.map(({ SubnetId, state }) => `${SubnetId} (${state})`),
        found.unknown,
      );
    },
  },
  'subnets.vpcIds': {
    type: 'list',
    about: 'VPCs of these subnets.',
    from: [op.directories, op.subnets],
    read: (context) => seen(vpcIds(context).known, vpcIds(context).unknown),
  },
  'subnets.vpcCount': {
    type: 'number',
    about: 'How many VPCs the subnets are in; a subnet that was not returned may be in another one.',
    from: [op.directories, op.subnets],
    read: (context) => counted(sorted(vpcIds(context).known).length, vpcIds(context).unknown),
  },
  'subnets.zoneIds': {
    type: 'list',
    about: 'Availability Zones of these subnets, by id, which means the same zone in every account.',
    from: [op.directories, op.subnets],
    read: (context) => seen(zoneIds(context).known, zoneIds(context).unknown),
  },
  'subnets.zoneCount': {
    type: 'number',
    about: 'How many Availability Zones the subnets are in; a subnet that was not returned may be in another one.',
    from: [op.directories, op.subnets],
    read: (context) => counted(sorted(zoneIds(context).known).length, zoneIds(context).unknown),
  },
};
