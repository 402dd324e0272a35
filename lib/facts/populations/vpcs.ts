import { isUnknown } from '../../model/unknown.ts';
import type { WorkspaceDirectory } from '../../snapshot/index.ts';
import { combined } from '../define.ts';
import type { Estate } from '../estate.ts';
import { vpcIdsOf } from '../joins/resources.ts';
import { vpcFacts } from '../vpc/index.ts';
import { type Gathered, reader } from './view.ts';

/** VPCs of the subnets of registered directories; one view each, with all directories that use it. */
export function gatherVpcs(estate: Estate): Gathered {
  const users = new Map<string, WorkspaceDirectory[]>();
  const uses = estate.registeredDirectories.map((directory) => ({ directory, vpcIds: vpcIdsOf(estate, directory) }));
  for (const { directory, vpcIds } of uses) {
    if (isUnknown(vpcIds)) continue;
    for (const id of vpcIds) users.set(id, [...(users.get(id) ?? []), directory]);
  }
  const unnamed = uses.flatMap(({ vpcIds }) => (isUnknown(vpcIds) ? [vpcIds] : []));
  const unlisted = combined([estate.unread('WorkspaceDirectory'), ...unnamed].filter(isUnknown));
  // A VPC is judged by all that use it, of which only some were read.
  const usesUnknown = combined([unlisted, estate.limited].filter(isUnknown));
  const views = [...users]
    .filter(([id]) => estate.index.vpcs.has(id) || estate.unread('Vpc') !== undefined)
    .map(([id, directories]) => ({
      id,
      read: reader(vpcFacts, {
        ...{ estate, id, directories, usesUnknown },
        vpc: estate.index.vpcs.get(id) ?? estate.notReturned('Vpc', id),
      }),
    }));
  return { views, unknown: unlisted };
}
