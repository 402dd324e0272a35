import type { SubjectId, SubjectType } from '../model/subject.ts';
import type { Unknown } from '../model/unknown.ts';
import { accountFacts } from './account/index.ts';
import { connectionAliasFacts } from './connection-alias.ts';
import { byCodePoint, type FactDefinition } from './define.ts';
import { directoryFacts } from './directory/index.ts';
import type { Estate } from './estate.ts';
import { imageFacts } from './image.ts';
import { ipGroupFacts } from './ip-group/index.ts';
import { primaryInterface, primaryInterfaces } from './joins/interfaces.ts';
import { findDirectory } from './joins/resources.ts';
import { gatherIpGroups } from './populations/ip-groups.ts';
import { gatherRoles, pathOfRole } from './populations/roles.ts';
import { gatherSecurityGroups } from './populations/security-groups.ts';
import { gatherSubnets } from './populations/subnets.ts';
import { type FactReader, type Gathered, reader } from './populations/view.ts';
import { gatherVpcs } from './populations/vpcs.ts';
import { roleFacts } from './role/index.ts';
import { securityGroupFacts } from './security-group/index.ts';
import { subnetFacts } from './subnet/index.ts';
import { vpcFacts } from './vpc/index.ts';
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
  vpc: vpcFacts,
  connectionAlias: connectionAliasFacts,
  image: imageFacts,
  iamRole: roleFacts,
};

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
  /** The fact whose readers lose something by that; absent: every rule does. */
  readonly namelessTo?: string | undefined;
}

const arns: {
  readonly [T in SubjectType]: (id: string, estate: Estate) => readonly [service: string, resource: string];
} = {
  account: () => ['iam', 'root'],
  directory: (id) => ['workspaces', `directory/${id}`],
  workspace: (id) => ['workspaces', `workspace/${id}`],
  ipGroup: (id) => ['workspaces', `workspaceipgroup/${id}`],
  securityGroup: (id) => ['ec2', `security-group/${id}`],
  subnet: (id) => ['ec2', `subnet/${id}`],
  vpc: (id) => ['ec2', `vpc/${id}`],
  connectionAlias: (id) => ['workspaces', `connectionalias/${id}`],
  image: (id) => ['workspaces', `workspaceimage/${id}`],
  iamRole: (id, estate) => ['iam', `role${pathOfRole(estate, id)}${id}`],
};

/** Identifies a subject; IAM's ARNs carry no Region. */
export function subjectId(estate: Estate, type: SubjectType, id: string): SubjectId {
  const { accountId, region } = estate;
  const [service, resource] = arns[type](id, estate);
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
  const { views, unknown, nameless, namelessTo } = gather[type](estate);
  const subjects = [...Map.groupBy(views, (view) => view.id)]
    .sort(([a], [b]) => byCodePoint(a, b))
    .map(([id, uses]) => ({ id: subjectId(estate, type, id), views: uses.map((use) => use.read) }));
  return { subjects, unknown, nameless, namelessTo };
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
  vpc: gatherVpcs,
  connectionAlias: (estate) => ({
    views: estate.snapshot.resources.ConnectionAlias.items.map((alias) => ({
      id: alias.AliasId,
      read: reader(connectionAliasFacts, { estate, alias }),
    })),
    unknown: estate.unread('ConnectionAlias'),
  }),
  image: (estate) => ({
    views: estate.snapshot.resources.WorkspaceImage.items.map((image) => ({
      id: image.ImageId,
      read: reader(imageFacts, { estate, image }),
    })),
    unknown: estate.unread('WorkspaceImage'),
  }),
  iamRole: gatherRoles,
};
