import type { Json } from '../model/report.ts';
import type { SubjectId, SubjectType } from '../model/subject.ts';
import { isUnknown, Unknown } from '../model/unknown.ts';
import type { WorkspaceDirectory } from '../snapshot/index.ts';
import { accountFacts } from './account.ts';
import { byCodePoint, combined, type FactDefinition, type FactTable, sorted } from './define.ts';
import { directoryFacts } from './directory/index.ts';
import type { Estate } from './estate.ts';
import { ipGroupFacts } from './ip-group/index.ts';
import { attachmentsOf } from './joins/attachments.ts';
import { kindOf } from './joins/directories.ts';
import { primaryInterface, primaryInterfaces } from './joins/interfaces.ts';
import { findIpGroup } from './joins/ip-rules.ts';
import { type ManagedRole, managedGroupId, managedGroupVpcs, managedRoles, sameNamed } from './joins/managed-groups.ts';
import { findDirectory, findGroup, findSubnet } from './joins/resources.ts';
import type { ManagedUse } from './security-group/context.ts';
import { securityGroupFacts } from './security-group/index.ts';
import { subnetFacts } from './subnet.ts';
import { workspaceFacts } from './workspace/index.ts';

/** The facts of every kind of subject, for validating packs and for the reference documentation. */
export const factTables: {
  readonly [T in SubjectType]: { readonly [name: string]: Omit<FactDefinition<never>, 'read'> };
} = {
  account: accountFacts,
  directory: directoryFacts,
  workspace: workspaceFacts,
  ipGroup: ipGroupFacts,
  securityGroup: securityGroupFacts,
  subnet: subnetFacts,
};

/** Reads a fact of one subject in one of its uses. The name must be one of the subject type's facts. */
export type FactReader = (name: string) => Json | Unknown;

/** A subject and its uses: a resource that several directories use is judged for each, and the worst verdict stands. */
export interface Subject {
  readonly id: SubjectId;
  readonly views: readonly FactReader[];
}

/** All subjects of one type, in id order. */
export interface Population {
  readonly subjects: readonly Subject[];
  /** Why there may be more of them: an operation that lists them was not completely read. */
  readonly unknown: Unknown | undefined;
  /** Why there are more of them, which have no id: the answer leaves out where they are named. */
  readonly nameless: Unknown | undefined;
}

function reader<C>(table: FactTable<C>, context: C): FactReader {
  const values = new Map<string, Json | Unknown>();
  return (name) => {
    let value = values.get(name);
    if (value === undefined) {
      const definition = table[name];
      if (definition === undefined) throw new Error(`no fact is named ${name}`);
      value = definition.read(context);
      values.set(name, value);
    }
    return value;
  };
}

const arns: { readonly [T in SubjectType]: (id: string) => readonly [service: string, resource: string] } = {
  account: () => ['iam', 'root'],
  directory: (id) => ['workspaces', `directory/${id}`],
  workspace: (id) => ['workspaces', `workspace/${id}`],
  ipGroup: (id) => ['workspaces', `workspaceipgroup/${id}`],
  securityGroup: (id) => ['ec2', `security-group/${id}`],
  subnet: (id) => ['ec2', `subnet/${id}`],
};

/** Identifies a subject; IAM's ARNs carry no Region. */
export function subjectId(estate: Estate, type: SubjectType, id: string): SubjectId {
  const { accountId, region } = estate;
  const [service, resource] = arns[type](id);
  const where = service === 'iam' ? '' : region;
  return {
    type,
    id,
    arn: `arn:${estate.snapshot.header.partition}:${service}:${where}:${accountId}:${resource}`,
    accountId,
    region,
  };
}

/** Gathers the subjects of one type from an estate. */
export function populationOf(estate: Estate, type: SubjectType): Population {
  const { views, unknown, nameless } = gather[type](estate);
  const subjects = [...Map.groupBy(views, (view) => view.id)]
    .sort(([a], [b]) => byCodePoint(a, b))
    .map(([id, uses]) => ({ id: subjectId(estate, type, id), views: uses.map((use) => use.read) }));
  return { subjects, unknown, nameless };
}

interface View {
  readonly id: string;
  readonly read: FactReader;
}

interface Gathered {
  readonly views: readonly View[];
  readonly unknown: Unknown | undefined;
  readonly nameless?: Unknown | undefined;
}

const gather: { readonly [T in SubjectType]: (estate: Estate) => Gathered } = {
  account: (estate) => ({
    views: [{ id: estate.accountId, read: reader(accountFacts, { estate }) }],
    unknown: undefined,
  }),
  directory: (estate) => ({
    views: estate.snapshot.resources.WorkspaceDirectory.items.map((directory) => ({
      id: directory.DirectoryId,
      read: reader(directoryFacts, { estate, directory }),
    })),
    unknown: estate.unread('WorkspaceDirectory'),
  }),
  workspace: (estate) => ({
    views: estate.snapshot.resources.Workspace.items.map((workspace) => {
      const directory = findDirectory(estate, workspace.DirectoryId);
      const interfaces = primaryInterfaces(estate, workspace);
      const eni = primaryInterface(workspace, interfaces);
      return {
        id: workspace.WorkspaceId,
        read: reader(workspaceFacts, { estate, workspace, directory, interfaces, eni }),
      };
    }),
    unknown: estate.unread('Workspace'),
  }),
  ipGroup: gatherIpGroups,
  securityGroup: gatherSecurityGroups,
  subnet: gatherSubnets,
};

/** Groups of the account, and groups that a directory names and that could not be read. */
function gatherIpGroups(estate: Estate): Gathered {
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

/**
 * Groups that registered directories use: the two managed ones, the custom one, and what the primary interfaces of
 * WorkSpaces carry. One that a complete read did not return does not exist: the rules on its owner report it.
 */
function gatherSecurityGroups(estate: Estate): Gathered {
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

/** Subnets of registered directories. */
function gatherSubnets(estate: Estate): Gathered {
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
