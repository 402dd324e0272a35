import { isUnknown, type Unknown } from '../../model/unknown.ts';
import type { Role, WorkspaceDirectory } from '../../snapshot/index.ts';
import { seen } from '../define.ts';
import type { Estate } from '../estate.ts';
import type { PolicyDocument, Statement } from '../policies/document.ts';
import { policyOf } from '../policies/document.ts';
import { isAbout } from '../policies/statement.ts';
import { samlStatusOf, usesSaml } from './saml-status.ts';

/** The role by which the WorkSpaces service works in an account; the service knows it by this name. */
export const defaultRoleName = 'workspaces_DefaultRole';

/** Who may assume a role. */
export const trustOf = ({ RoleName, AssumeRolePolicyDocument }: Role): PolicyDocument | Unknown =>
  policyOf(AssumeRolePolicyDocument, `Roles[${RoleName}].AssumeRolePolicyDocument`);

const federated = /^Federated (arn:[^:]*:iam::[^:]*:saml-provider\/.+)$/;

/** SAML providers that a statement names. */
export const samlProvidersIn = ({ principals }: Statement): string[] =>
  principals.isInverted ? [] : principals.names.flatMap((name) => federated.exec(name)?.[1] ?? []);

/** Statements that let users of a SAML provider assume the role. */
export const samlStatements = ({ statements }: PolicyDocument): Statement[] =>
  statements.filter(
    (statement) =>
      statement.effect === 'Allow' &&
      isAbout(statement, 'sts:AssumeRoleWithSAML') &&
      samlProvidersIn(statement).length > 0,
  );

/**
 * Roles that users of a SAML provider may assume, and those whose trust policy cannot be read. IAM Identity Center
 * makes such roles for its own permission sets; nobody can edit these, nor are they for WorkSpaces.
 */
export const federationRoles = (estate: Estate): readonly Role[] =>
  estate.snapshot.resources.Role.items.filter((role) => {
    if (role.RoleName === defaultRoleName || role.Path?.startsWith('/aws-reserved/')) return false;
    const trust = trustOf(role);
    return isUnknown(trust) || samlStatements(trust).length > 0;
  });

/** Registered directories whose users sign in with SAML 2.0, as far as they are known. */
export function samlDirectories(estate: Estate): readonly WorkspaceDirectory[] {
  return estate.registeredDirectories.filter((directory) => {
    const status = samlStatusOf(directory);
    return !isUnknown(status) && usesSaml.includes(status);
  });
}

/** Their ids; unknown when there are none among those that could be read. */
export function samlDirectoryIds(estate: Estate): readonly string[] | Unknown {
  const unclear = estate.registeredDirectories.map(samlStatusOf).find(isUnknown);
  const unread = estate.unread('WorkspaceDirectory') ?? estate.limited ?? unclear;
  return seen(
    samlDirectories(estate).map(({ DirectoryId }) => DirectoryId),
    unread,
  );
}
