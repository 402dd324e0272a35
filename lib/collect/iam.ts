import {
  GetRoleCommand,
  type IAMClient,
  ListRolesCommand,
  ListSAMLProvidersCommand,
  type Role,
  type SAMLProviderListEntry,
} from '@aws-sdk/client-iam';
import type { OperationCoverage } from '../model/coverage.ts';
import { marked } from './iam-pages.ts';
import { collectRolePolicies } from './iam-policies.ts';
import { type Operation, OperationReader, type ReadPort } from './operation-reader.ts';
import type { CollectWanted } from './optional-collection.ts';
import { outcomeOf, unreadOf } from './outcome.ts';
import { asked } from './page.ts';

const directories = 'workspaces:DescribeWorkspaceDirectories';

/** IAM returns at most a thousand roles a page, and a hundred unless asked for more. */
const rolesPerPage = 1000;

/** The role by which WorkSpaces works in an account. */
const defaultRoleName = 'workspaces_DefaultRole';

const listRoles: Operation<Role> = { name: 'iam:ListRoles', type: 'Role', idOf: ({ RoleName }) => RoleName };
const getRole: Operation<Role> = {
  name: 'iam:GetRole',
  type: 'WorkspacesDefaultRole',
  idOf: ({ RoleName }) => RoleName,
  none: ['NoSuchEntityException', 'NoSuchEntity'],
};
const listSamlProviders: Operation<SAMLProviderListEntry> = {
  name: 'iam:ListSAMLProviders',
  type: 'SAMLProviderListEntry',
  idOf: ({ Arn }) => Arn,
};

/**
 * The role of the service, where a directory needs it; and where users of some directory sign in with SAML 2.0, the roles
 * that users of SAML providers may assume, with their permissions, and the providers.
 */
export const collectRoles: CollectWanted = async ({ clients, named: { identity }, port, unread }, wanted) => {
  const client = await clients.iam();
  const shared = port();
  const open = unread(directories);
  const coverage: OperationCoverage[] = [];
  const wants = ({ name }: { readonly name: string }) => wanted.has(name);
  const unasked = ({ name }: { readonly name: string }) => ({ operation: name, ...outcomeOf(0, false, open) });

  if (wants(getRole)) {
    coverage.push(identity.hasDirectories ? await readDefaultRole(client, shared) : unasked(getRole));
  }
  if (wants(listSamlProviders)) {
    coverage.push(identity.hasSamlDirectories ? await readProviders(client, shared) : unasked(listSamlProviders));
  }
  const names = new Set<string>();
  // Without the roles nothing is known to ask about.
  let roles: OperationCoverage = { operation: listRoles.name, status: 'skipped', count: 0 };
  if (wants(listRoles)) {
    roles = identity.hasSamlDirectories ? await readRoles(client, shared, names) : unasked(listRoles);
    coverage.push(roles);
  }
  return [
    ...coverage,
    ...(await collectRolePolicies({ client, port: shared, names, unread: unreadOf(roles) }, wanted)),
  ];
};

async function readDefaultRole(client: IAMClient, port: ReadPort): Promise<OperationCoverage> {
  const reader = new OperationReader(getRole, port);
  const request = asked(
    { RoleName: defaultRoleName },
    (input) => client.send(new GetRoleCommand(input)),
    ({ Role: role }) => (role === undefined ? [] : [role]),
  );
  await reader.ask([request]);
  return reader.finish();
}

async function readProviders(client: IAMClient, port: ReadPort): Promise<OperationCoverage> {
  const reader = new OperationReader(listSamlProviders, port);
  const request = asked(
    {},
    () => client.send(new ListSAMLProvidersCommand({})),
    ({ SAMLProviderList }) => SAMLProviderList,
  );
  await reader.ask([request]);
  return reader.finish();
}

/** @param names takes the names of the roles that are kept */
async function readRoles(client: IAMClient, port: ReadPort, names: Set<string>): Promise<OperationCoverage> {
  const reader = new OperationReader(listRoles, port);
  const request = marked(
    { MaxItems: rolesPerPage },
    (input) => client.send(new ListRolesCommand(input)),
    ({ Roles }) => Roles?.filter(trustsProvider),
  );
  await reader.ask([request], ({ RoleName }) => {
    if (RoleName !== undefined) names.add(RoleName);
  });
  return reader.finish();
}

/** Which of them are for WorkSpaces, the facts see. IAM Identity Center's own are many, and never are. */
const trustsProvider = ({ Path, AssumeRolePolicyDocument = '' }: Role): boolean =>
  !Path?.startsWith('/aws-reserved/') &&
  /:saml-provider(\/|%2F)/i.test(AssumeRolePolicyDocument.replaceAll('%3A', ':'));
