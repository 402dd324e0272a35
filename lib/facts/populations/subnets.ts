import { isUnknown, Unknown } from '../../model/unknown.ts';
import { combined } from '../define.ts';
import type { Estate } from '../estate.ts';
import { findSubnet } from '../joins/resources.ts';
import { subnetFacts } from '../subnet/index.ts';
import { type Gathered, reader } from './view.ts';

/** Subnets of registered directories. */
export function gatherSubnets(estate: Estate): Gathered {
  const nameless = estate.registeredDirectories
    .filter((directory) => !directory.SubnetIds)
    .map((directory) => new Unknown(`Directories[${directory.DirectoryId}].SubnetIds is absent`));
  const views = estate.registeredDirectories.flatMap((directory) =>
    (directory.SubnetIds ?? []).flatMap((id) => {
      const subnet = findSubnet(estate, id);
      if (isUnknown(subnet) && estate.unread('Subnet') === undefined) return [];
      return [{ id, read: reader(subnetFacts, { estate, id, subnet, directory }) }];
    }),
  );
  return { views, unknown: estate.unread('WorkspaceDirectory'), nameless: combined(nameless) };
}
