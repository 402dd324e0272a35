import {
  type AttachedPolicy,
  GetPolicyCommand,
  GetPolicyVersionCommand,
  GetRolePolicyCommand,
  type IAMClient,
  ListAttachedRolePoliciesCommand,
  ListRolePoliciesCommand,
  type Policy,
} from '@aws-sdk/client-iam';
import type { OperationCoverage } from '../model/coverage.ts';
import type { ResourceType } from '../snapshot/index.ts';
import { askEach, type EachOperation } from './ask-each.ts';
import { marked } from './iam-pages.ts';
import type { ReadPort } from './operation-reader.ts';
import { unreadOf } from './outcome.ts';
import { asked } from './page.ts';
import { keepEach } from './read-each.ts';

/** Whose permissions are read. */
interface Roles {
  readonly client: IAMClient;
  readonly port: ReadPort;
  readonly names: ReadonlySet<string>;
  /** Operations that were not completely read and could have named more roles. */
  readonly unread: readonly string[];
}

/** What is asked of each thing, and the type of the lines that the answers become. */
type Each<Part, Item> = EachOperation<Part, Item> & { readonly type: ResourceType };

/** The inline and attached policies of roles, and the documents of what is attached. */
export async function collectRolePolicies(
  { client, port, names, unread }: Roles,
  wanted: ReadonlySet<string>,
): Promise<readonly OperationCoverage[]> {
  const all: OperationCoverage[] = [];
  /** @returns the lines that were kept, and what may be missing among the things that they name */
  async function read<Part, Item extends object>(
    each: Each<Part, Item>,
    ids: Iterable<string>,
    open: readonly string[],
  ): Promise<{ items: Item[]; open: readonly string[] }> {
    if (!wanted.has(each.name)) return { items: [], open: [each.name] };
    const answer = await askEach(each, port, ids);
    const coverage = await keepEach(each, port, answer, open);
    all.push(coverage);
    return { items: [...answer.read.values()].flat(), open: unreadOf(coverage) };
  }
  const inline = await read(listing(client), names, unread);
  const inlineIds = inline.items.flatMap(({ RoleName, PolicyNames }) =>
    PolicyNames.map((name) => `${RoleName} ${name}`),
  );
  await read(embedded(client), inlineIds, inline.open);
  const attached = await read(attachments(client), names, unread);
  const arns = attached.items.flatMap(({ AttachedPolicies }) =>
    AttachedPolicies.flatMap(({ PolicyArn }) => PolicyArn ?? []),
  );
  const policies = await read(managed(client), arns, attached.open);
  const versions = policies.items.flatMap(({ Arn, DefaultVersionId }) =>
    Arn && DefaultVersionId ? `${Arn} ${DefaultVersionId}` : [],
  );
  await read(version(client), versions, policies.open);
  return all;
}

const listing = (client: IAMClient): Each<string, { RoleName: string; PolicyNames: readonly string[] }> => ({
  name: 'iam:ListRolePolicies',
  type: 'RolePolicyNames',
  idOf: ({ RoleName }) => RoleName,
  request: (RoleName) =>
    marked(
      { RoleName },
      (input) => client.send(new ListRolePoliciesCommand(input)),
      ({ PolicyNames }) => PolicyNames,
    ),
  join: (RoleName, PolicyNames) => [{ RoleName, PolicyNames }],
});

/** Asked by the names of role and policy, neither of which holds a space. */
const embedded = (
  client: IAMClient,
): Each<string, { RoleName: string; PolicyName: string; PolicyDocument: string | undefined }> => ({
  name: 'iam:GetRolePolicy',
  type: 'RolePolicy',
  idOf: ({ RoleName, PolicyName }) => `${RoleName} ${PolicyName}`,
  request: (pair) => {
    const [RoleName, PolicyName] = pair.split(' ');
    return asked(
      { RoleName, PolicyName },
      (input) => client.send(new GetRolePolicyCommand(input)),
      ({ PolicyDocument }) => [PolicyDocument ?? ''],
    );
  },
  join: (pair, documents) => {
    const [RoleName = '', PolicyName = ''] = pair.split(' ');
    return documents.map((PolicyDocument) => ({ RoleName, PolicyName, PolicyDocument }));
  },
});

const attachments = (
  client: IAMClient,
): Each<AttachedPolicy, { RoleName: string; AttachedPolicies: readonly AttachedPolicy[] }> => ({
  name: 'iam:ListAttachedRolePolicies',
  type: 'AttachedRolePolicies',
  idOf: ({ RoleName }) => RoleName,
  request: (RoleName) =>
    marked(
      { RoleName },
      (input) => client.send(new ListAttachedRolePoliciesCommand(input)),
      ({ AttachedPolicies }) => AttachedPolicies,
    ),
  join: (RoleName, AttachedPolicies) => [{ RoleName, AttachedPolicies }],
});

const managed = (client: IAMClient): Each<Policy, Policy> => ({
  name: 'iam:GetPolicy',
  type: 'Policy',
  idOf: ({ Arn }) => Arn,
  request: (PolicyArn) =>
    asked(
      { PolicyArn },
      (input) => client.send(new GetPolicyCommand(input)),
      ({ Policy: policy }) => (policy === undefined ? [] : [policy]),
    ),
  join: (_, policies) => policies,
});

/** Asked by ARN and version, with a space between them. */
const version = (client: IAMClient): Each<object, { PolicyArn: string; VersionId: string }> => ({
  name: 'iam:GetPolicyVersion',
  type: 'PolicyVersion',
  idOf: ({ PolicyArn, VersionId }) => `${PolicyArn} ${VersionId}`,
  request: (pair) => {
    const [PolicyArn, VersionId] = pair.split(' ');
    return asked(
      { PolicyArn, VersionId },
      (input) => client.send(new GetPolicyVersionCommand(input)),
      ({ PolicyVersion: found }) => (found === undefined ? [] : [found]),
    );
  },
  join: (pair, versions) => {
    const [PolicyArn = '', VersionId = ''] = pair.split(' ');
    return versions.map((found) => ({ ...found, PolicyArn, VersionId }));
  },
});
