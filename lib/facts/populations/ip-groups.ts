import { sorted } from '../define.ts';
import type { Estate } from '../estate.ts';
import { ipGroupFacts } from '../ip-group/index.ts';
import { findIpGroup } from '../joins/ip-rules.ts';
import { type Gathered, reader } from './view.ts';

/** Groups of the account, and groups that a directory names and that could not be read. */
export function gatherIpGroups(estate: Estate): Gathered {
  const named = estate.registeredDirectories.flatMap((directory) => directory.ipGroupIds ?? []);
  const ids = sorted([
    ...estate.index.ipGroups.keys(),
    ...(estate.unread('WorkspacesIpGroup') === undefined ? [] : named),
  ]);
  return {
    views: ids.map((id) => ({ id, read: reader(ipGroupFacts, { estate, id, group: findIpGroup(estate, id) }) })),
    unknown: estate.unread('WorkspacesIpGroup'),
  };
}
