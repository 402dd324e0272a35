import type { DirectoryScope } from '../config/index.ts';
import { type Estate, matcher } from '../facts/index.ts';
import { attachmentsOf } from '../facts/joins/attachments.ts';
import { managedGroupId, managedRoles, sameNamed } from '../facts/joins/managed-groups.ts';
import { vpcIdsOf } from '../facts/joins/resources.ts';
import { defaultRoleName, federationRoles } from '../facts/joins/roles.ts';
import { arnOf, serves } from '../facts/joins/stream-directories.ts';
import { streamGrants } from '../facts/joins/stream-grants.ts';
import { InputError } from '../model/errors.ts';
import type { SubjectId } from '../model/subject.ts';
import { isUnknown } from '../model/unknown.ts';
import type { WorkspaceDirectory } from '../snapshot/index.ts';

/**
 * Which subjects the configuration wants to hear about. Facts still see everything, so that quotas and shared
 * resources are judged as they are.
 *
 * @returns whether a subject stays: all but the directories left out, their WorkSpaces, and the groups, subnets,
 *   VPCs and roles that only they use
 */
export function scopeOf(estate: Estate, { include, exclude }: DirectoryScope): (subject: SubjectId) => boolean {
  const included = matcher(include);
  const excluded = matcher(exclude);
  const wanted = (directoryId: string) => included(directoryId) && !excluded(directoryId);
  const users = usersOf(estate);
  return ({ type, id }) => {
    if (type === 'account') return true;
    if (type === 'directory') return wanted(id);
    if (type === 'workspace') {
      const directoryId = estate.index.workspaces.get(id)?.DirectoryId;
      return !directoryId || wanted(directoryId);
    }
    const directoryIds = users.get(id);
    return directoryIds === undefined || [...directoryIds].some(wanted);
  };
}

/** By id of a group, subnet, VPC or role: the directories that use it. */
function usersOf(estate: Estate): ReadonlyMap<string, ReadonlySet<string>> {
  const users = new Map<string, Set<string>>();
  const use = (id: string, directoryId: string) => {
    const directoryIds = users.get(id) ?? new Set();
    users.set(id, directoryIds.add(directoryId));
  };
  for (const directory of estate.registeredDirectories) {
    for (const id of named(estate, directory)) use(id, directory.DirectoryId);
    for (const name of rolesOf(estate, directory)) use(name, directory.DirectoryId);
  }
  for (const [groupId, attachments] of attachmentsOf(estate).byGroup) {
    for (const { workspace } of attachments) if (workspace.DirectoryId) use(groupId, workspace.DirectoryId);
  }
  return users;
}

const named = (estate: Estate, directory: WorkspaceDirectory): string[] => [
  ...vpcsOf(estate, directory),
  ...(directory.ipGroupIds ?? []),
  ...(directory.SubnetIds ?? []),
  ...(directory.WorkspaceCreationProperties?.CustomSecurityGroupId
    ? [directory.WorkspaceCreationProperties.CustomSecurityGroupId]
    : []),
  ...managedRoles.flatMap((role) => {
    const id = managedGroupId(estate, directory, role);
    return [...(isUnknown(id) || id === null ? [] : [id]), ...sameNamed(estate, directory.DirectoryId, role)];
  }),
];

/** The role of the service, and those that let users of SAML providers stream from the directory. */
const rolesOf = (estate: Estate, { DirectoryId }: WorkspaceDirectory): string[] => [
  defaultRoleName,
  ...federationRoles(estate)
    .map(({ RoleName }) => RoleName)
    .filter((name) => serves(streamGrants(estate, name).list, arnOf(estate, DirectoryId))),
];

function vpcsOf(estate: Estate, directory: WorkspaceDirectory): readonly string[] {
  const vpcIds = vpcIdsOf(estate, directory);
  return isUnknown(vpcIds) ? [] : vpcIds;
}

/**
 * Looks at a scope against the directories that there are: a typing error in it must not pass for a clean estate.
 *
 * @param directoryIds of all snapshots
 * @returns a remark for each glob that matches none of them
 * @throws InputError (`configuration`) when directories exist and the scope leaves none of them
 */
export function checkScope(directoryIds: readonly string[], { include, exclude }: DirectoryScope): string[] {
  const excluded = matcher(exclude);
  const included = matcher(include);
  if (directoryIds.length > 0 && !directoryIds.some((id) => included(id) && !excluded(id))) {
    throw new InputError('configuration', {
      place: 'scope.directories',
      found: `none of the ${directoryIds.length} directories is left (include: ${include.join(', ') || 'none'}; exclude: ${exclude.join(', ') || 'none'})`,
      expected: 'globs of directory ids, in which * and ? stand for any text and any character',
      mend: 'Correct the globs.',
    });
  }
  const idle = [...include.filter((glob) => glob !== '*'), ...exclude].filter(
    (glob) => !directoryIds.some(matcher([glob])),
  );
  return idle.map((glob) => `scope.directories: "${glob}" matches no directory`);
}
