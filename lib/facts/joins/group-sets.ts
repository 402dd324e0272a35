import { isUnknown, type Unknown } from '../../model/unknown.ts';
import type { WorkspaceDirectory } from '../../snapshot/index.ts';
import { byCodePoint, present, sorted } from '../define.ts';
import type { Estate } from '../estate.ts';
import { type Attachment, type Attachments, attachmentsOfDirectory } from './attachments.ts';
import { membersGroupId } from './managed-groups.ts';
import { vpcIdsOf } from './resources.ts';

/** Security groups that primary interfaces carry together, and the WorkSpaces that have just these. */
export interface GroupSet {
  readonly groupIds: readonly string[];
  readonly vpcId: string | Unknown;
  /** Empty where no WorkSpace has them yet: what a new one would get. */
  readonly workspaceIds: readonly string[];
}

export interface GroupSets {
  readonly list: readonly GroupSet[];
  /** Why there may be more. */
  readonly unknown: Unknown | undefined;
}

/**
 * The sets of security groups on the live WorkSpaces of a directory: a fleet of thousands has a handful. While it has
 * no WorkSpace with an interface, the groups that the directory would give to a new one.
 */
export function groupSetsOf(estate: Estate, directory: WorkspaceDirectory): GroupSets {
  const attached = attachmentsOfDirectory(estate, directory.DirectoryId);
  // Where there is no WorkSpace, there is no interface of one to read either.
  const isEmpty = estate.liveWorkspaces(directory.DirectoryId).length === 0 && !estate.unread('Workspace');
  if (isEmpty || (attached.list.length === 0 && attached.unknown === undefined)) return newGroups(estate, directory);
  let sets = cache.get(attached);
  if (sets === undefined) {
    sets = { list: distinctSets(attached.list), unknown: attached.unknown };
    cache.set(attached, sets);
  }
  return sets;
}

/** Many facts ask the same; going through all WorkSpaces is worth remembering. */
const cache = new WeakMap<Attachments, GroupSets>();

function distinctSets(attachments: readonly Attachment[]): GroupSet[] {
  const sets = Map.groupBy(attachments, ({ eni, groupIds }) => `${eni.VpcId} ${groupIds.join(' ')}`);
  return [...sets]
    .toSorted(([a], [b]) => byCodePoint(a, b))
    .flatMap(([, [first, ...others]]) => {
      if (first === undefined) return [];
      const { eni, groupIds } = first;
      const vpcId = present(eni.VpcId, `NetworkInterfaces[${eni.NetworkInterfaceId}].VpcId`);
      const workspaceIds = sorted([first, ...others].map(({ workspace }) => workspace.WorkspaceId));
      return [{ groupIds, vpcId, workspaceIds }];
    });
}

function newGroups(estate: Estate, directory: WorkspaceDirectory): GroupSets {
  const members = membersGroupId(directory);
  if (isUnknown(members)) return { list: [], unknown: members };
  const vpcIds = vpcIdsOf(estate, directory);
  const vpcId = isUnknown(vpcIds) ? vpcIds : present(vpcIds[0], `Directories[${directory.DirectoryId}].SubnetIds`);
  const custom = directory.WorkspaceCreationProperties?.CustomSecurityGroupId || [];
  const groupIds = sorted([members, custom].flat());
  return { list: [{ groupIds, vpcId, workspaceIds: [] }], unknown: undefined };
}

/** The groups to edit and who has them: `sg-0a + sg-0b (ws-1 and 40 more)`. */
export function labelOf({ groupIds, workspaceIds }: GroupSet): string {
  const [first, ...others] = workspaceIds;
  const more = others.length === 0 ? '' : ` and ${others.length} more`;
  return `${groupIds.join(' + ') || 'no group'} (${first === undefined ? 'new WorkSpaces' : `${first}${more}`})`;
}
