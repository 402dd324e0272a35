import { isUnknown, type Unknown } from '../../model/unknown.ts';
import type { WorkspaceDirectory } from '../../snapshot/index.ts';
import { combined, sorted } from '../define.ts';
import type { Estate } from '../estate.ts';
import { attachmentsOf } from '../joins/attachments.ts';
import { kindOf } from '../joins/directories.ts';
import {
  type ManagedRole,
  managedGroupId,
  managedGroupVpcs,
  managedRoles,
  sameNamed,
} from '../joins/managed-groups.ts';
import { findGroup } from '../joins/resources.ts';
import type { ManagedUse } from '../security-group/context.ts';
import { securityGroupFacts } from '../security-group/index.ts';
import { type Gathered, reader } from './view.ts';

/**
 * Groups that registered directories use: the two managed ones, the custom one, and what the primary interfaces of
 * WorkSpaces carry. One that a complete read did not return does not exist: the rules on its owner report it.
 */
export function gatherSecurityGroups(estate: Estate): Gathered {
  const uses = new Map<string, ManagedUse[]>();
  const unnamed: Unknown[] = [];
  for (const directory of estate.registeredDirectories) {
    for (const role of managedRoles) {
      const reported = managedGroupId(estate, directory, role);
      // A Pools directory has no managed groups to name.
      if (isUnknown(reported) && kindOf(estate, directory) !== 'POOLS') unnamed.push(reported);
      if (isUnknown(reported) || reported === null) continue;
      for (const id of [reported, ...replacements(estate, reported, directory, role)]) {
        uses.set(id, [...(uses.get(id) ?? []), { directory, role, reportedId: reported }]);
      }
    }
  }
  const attachments = attachmentsOf(estate);
  const custom = estate.registeredDirectories.flatMap(
    (d) => d.WorkspaceCreationProperties?.CustomSecurityGroupId || [],
  );
  const ids = sorted([...uses.keys(), ...custom, ...attachments.byGroup.keys()]).filter(
    (id) => estate.index.securityGroups.has(id) || estate.unread('SecurityGroup') !== undefined,
  );
  // A group that nobody names as managed may be named by what was not read.
  const useUnknown = estate.unread('WorkspaceDirectory') ?? combined(unnamed);
  const views = ids.flatMap((id) =>
    (uses.get(id) ?? [undefined]).map((use) => ({
      id,
      read: reader(securityGroupFacts, { estate, id, group: findGroup(estate, id), use, useUnknown }),
    })),
  );
  const unread = [estate.unread('WorkspaceDirectory'), estate.unread('SecurityGroup'), attachments.unknown];
  return { views, unknown: combined([...unread, ...unnamed].filter(isUnknown)) };
}

/** Where the group that the service reports is gone, one of the same VPC that carries its name is a replacement. */
function replacements(estate: Estate, reported: string, directory: WorkspaceDirectory, role: ManagedRole): string[] {
  if (estate.index.securityGroups.has(reported)) return [];
  const vpcIds = managedGroupVpcs(estate, directory, role);
  return sameNamed(estate, directory.DirectoryId, role).filter(
    (id) => isUnknown(vpcIds) || vpcIds.includes(estate.index.securityGroups.get(id)?.VpcId ?? ''),
  );
}
