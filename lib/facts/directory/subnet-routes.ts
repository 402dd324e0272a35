import { isUnknown, Unknown } from '../../model/unknown.ts';
import { type FactTable, partition, seen, sorted } from '../define.ts';
import { internetTargets } from '../joins/internet-path.ts';
import { findDescription } from '../joins/resources.ts';
import * as op from '../operations.ts';
import { type DirectoryContext, pathOf } from './context.ts';

const routes = [op.subnets, op.routeTables, op.prefixLists];

/** Subnets of the directory's servers, or of an AD Connector's, as AWS Directory Service names them. */
export function controllerSubnetIds({ estate, directory }: DirectoryContext): readonly string[] | Unknown {
  const description = findDescription(estate, directory.DirectoryId);
  if (isUnknown(description)) return description;
  if (description.Type === 'SharedMicrosoftAD') {
    const owner = description.OwnerDirectoryDescription?.AccountId ?? 'its owner';
    return new Unknown(`the controllers of ${directory.DirectoryId} are in the account of ${owner}`);
  }
  const member = description.Type === 'ADConnector' ? 'ConnectSettings' : 'VpcSettings';
  const path = `DirectoryDescriptions[${directory.DirectoryId}].${member}.SubnetIds`;
  const ids = description[member]?.SubnetIds ?? [];
  return ids.length === 0 ? new Unknown(`${path} is absent`) : sorted(ids);
}

/** Subnets of which the IPv4 traffic to the internet is handed to what `wanted` takes, and why there may be more. */
function subnetsRouted(
  { estate }: DirectoryContext,
  ids: readonly string[] | Unknown,
  wanted: (targets: readonly string[]) => boolean,
): readonly string[] | Unknown {
  if (isUnknown(ids)) return ids;
  const { known, unknown } = partition(
    ids.map((id) => {
      const targets = internetTargets(estate, id);
      return isUnknown(targets) ? targets : { id, targets };
    }),
  );
  return seen(
    known.filter(({ targets }) => wanted(targets)).map(({ id }) => id),
    unknown,
  );
}

/** How the subnets of a directory, and those of its servers, reach the internet. */
export const subnetRouteFacts: FactTable<DirectoryContext> = {
  'subnets.notBehindNatGateway': {
    type: 'list',
    about: 'Subnets of the directory of which some IPv4 traffic to the internet goes elsewhere than to a NAT gateway.',
    from: [op.directories, ...routes],
    read: (context) => {
      const named = context.directory.SubnetIds ?? [];
      const ids = named.length > 0 ? named : new Unknown(`${pathOf(context, 'SubnetIds')} is absent`);
      const elsewhere = (targets: readonly string[]) => targets.some((kind) => kind !== 'NAT_GATEWAY');
      return subnetsRouted(context, ids, elsewhere);
    },
  },
  'controllers.subnetIds': {
    type: 'list',
    about: "Subnets of the directory's servers, or of an AD Connector's; unknown for a directory that is shared.",
    from: [op.directories, op.descriptions],
    read: controllerSubnetIds,
  },
  'controllers.publicSubnetIds': {
    type: 'list',
    about: 'Those of which the default route leads to an internet gateway.',
    from: [op.directories, op.descriptions, ...routes],
    read: (context) =>
      subnetsRouted(context, controllerSubnetIds(context), (targets) => targets.includes('INTERNET_GATEWAY')),
  },
};
