import * as z from 'zod';
import type { SubjectType } from '../../lib/model/subject.ts';
import type { Snapshot } from '../../lib/snapshot/index.ts';

export interface Named {
  readonly type: SubjectType;
  readonly id: string;
  readonly accountId: string;
  readonly region: string;
}

/**
 * Finds a snapshot's subject by the name that people use: a directory by its alias, a WorkSpace by its user, a subnet by
 * its Name tag, a security or IP group by its name, a group that AWS manages as `<directory> members` or
 * `<directory> controllers`, the account as `account`.
 *
 * @throws Error when no subject, or more than one, has the name
 */
export function subjectNamed(name: string, snapshot: Snapshot): Named {
  const { accountId, region } = snapshot.header;
  const matches = subjectsOf(snapshot).filter((subject) => subject.name === name);
  const [match, ...others] = matches;
  if (match === undefined || others.length > 0) throw new Error(`${matches.length} subjects are called "${name}"`);
  return { type: match.type, id: match.id, accountId, region };
}

function subjectsOf({ header, resources }: Snapshot): { name: string; type: SubjectType; id: string }[] {
  const aliases = new Map(resources.WorkspaceDirectory.items.map((one) => [one.DirectoryId, one.Alias ?? '']));
  return [
    { name: 'account', type: 'account', id: header.accountId },
    ...[...aliases].map(([id, name]) => ({ name, type: 'directory' as const, id })),
    ...resources.Workspace.items.map((one) => ({
      name: one.UserName ?? '',
      type: 'workspace' as const,
      id: one.WorkspaceId,
    })),
    ...resources.WorkspacesIpGroup.items.map((one) => ({
      name: one.groupName ?? '',
      type: 'ipGroup' as const,
      id: one.groupId,
    })),
    ...resources.SecurityGroup.items.map((one) => ({
      name: groupName(one.GroupName ?? '', aliases),
      type: 'securityGroup' as const,
      id: one.GroupId,
    })),
    ...resources.Subnet.items.map((one) => ({
      name: nameTag(one.Tags),
      type: 'subnet' as const,
      id: one.SubnetId,
    })),
  ];
}

function groupName(name: string, aliases: ReadonlyMap<string, string>): string {
  const [directoryId = '', suffix = ''] = name.split('_');
  const alias = aliases.get(directoryId);
  if (alias === undefined) return name;
  return `${alias} ${suffix === 'workspacesMembers' ? 'members' : suffix}`;
}

const tagsSchema = z.array(z.object({ Key: z.string(), Value: z.string() }));

const nameTag = (tags: unknown): string => tagsSchema.parse(tags).find(({ Key }) => Key === 'Name')?.Value ?? '';
