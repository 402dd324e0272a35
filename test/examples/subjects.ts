import * as z from 'zod';
import type { SubjectType } from '../../lib/model/subject.ts';
import type { Snapshot, Workspace } from '../../lib/snapshot/index.ts';

export interface Named {
  readonly type: SubjectType;
  readonly id: string;
  readonly accountId: string;
  readonly region: string;
}

/**
 * Finds a snapshot's subject by the name that people use: a directory by its alias, a WorkSpace by its user, a subnet by
 * its Name tag, a VPC likewise, a security or IP group by its name, a group that AWS manages as `<directory> members` or
 * `<directory> controllers`, an image and a role by their names, a connection alias by its string, the account as
 * `account`. Users of Entra ID go without their domain, and a user's second WorkSpace is `<user> again`.
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
    ...workspacesOf(resources.Workspace.items),
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
    ...resources.Vpc.items.map((one) => ({ name: nameTag(one.Tags), type: 'vpc' as const, id: one.VpcId })),
    ...resources.WorkspaceImage.items.map((one) => ({ name: one.Name ?? '', type: 'image' as const, id: one.ImageId })),
    ...resources.ConnectionAlias.items.map((one) => ({
      name: one.ConnectionString ?? '',
      type: 'connectionAlias' as const,
      id: one.AliasId,
    })),
    ...[...resources.Role.items, ...resources.WorkspacesDefaultRole.items].map(({ RoleName }) => ({
      name: RoleName,
      type: 'iamRole' as const,
      id: RoleName,
    })),
  ];
}

function workspacesOf(items: readonly Workspace[]): { name: string; type: SubjectType; id: string }[] {
  const seen = new Set<string>();
  return items.map(({ UserName, WorkspaceId }) => {
    const user = (UserName ?? '').replace(/@.*/, '');
    const name = seen.has(user) ? `${user} again` : user;
    seen.add(user);
    return { name, type: 'workspace' as const, id: WorkspaceId };
  });
}

function groupName(name: string, aliases: ReadonlyMap<string, string>): string {
  const [directoryId = '', suffix = ''] = name.split('_');
  const alias = aliases.get(directoryId);
  if (alias === undefined) return name;
  return `${alias} ${suffix === 'workspacesMembers' ? 'members' : suffix}`;
}

const tagsSchema = z.array(z.object({ Key: z.string(), Value: z.string() }));

const nameTag = (tags: unknown): string => tagsSchema.parse(tags).find(({ Key }) => Key === 'Name')?.Value ?? '';
