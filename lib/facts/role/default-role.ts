import { isUnknown } from '../../model/unknown.ts';
import { type FactTable, seen, sorted } from '../define.ts';
import * as op from '../operations.ts';
import { isAbout } from '../policies/statement.ts';
import { allowances, type RoleContext } from './context.ts';

/** China has a domain of its own for the principals of some services. */
const service = /^Service workspaces\.amazonaws\.com(\.cn)?$/;

function principalsOf(context: RoleContext) {
  const statements = allowances(context);
  if (isUnknown(statements)) return statements;
  return statements
    .filter((statement) => isAbout(statement, 'sts:AssumeRole') || isAbout(statement, 'sts:AssumeRoleWithSAML'))
    .flatMap(({ principals: { names, isInverted } }) => (isInverted ? names.map((name) => `all but ${name}`) : names));
}

/** What a role is, and who may assume it. */
export const defaultRoleFacts: FactTable<RoleContext> = {
  id: { type: 'string', about: "The role's name.", from: [], read: ({ name }) => name },
  exists: {
    type: 'boolean',
    about: 'Whether the account has the role.',
    from: [op.defaultRole],
    read: ({ estate, role }) => role !== undefined || (estate.unread('WorkspacesDefaultRole') ?? false),
  },
  registeredDirectoryIds: {
    type: 'list',
    about: 'Directories of the Region that are registered with WorkSpaces.',
    from: [op.directories],
    read: ({ estate }) =>
      seen(
        estate.registeredDirectories.map(({ DirectoryId }) => DirectoryId),
        estate.unread('WorkspaceDirectory') ?? estate.limited,
      ),
  },
  'trust.principals': {
    type: 'list',
    about: 'Principals that the trust policy lets assume the role, each with its type.',
    from: [op.defaultRole],
    read: (context) => {
      const principals = principalsOf(context);
      return isUnknown(principals) ? principals : sorted(principals);
    },
  },
  'trust.servicePrincipals': {
    type: 'list',
    about: 'Those of them that are the service WorkSpaces.',
    from: [op.defaultRole],
    read: (context) => {
      const principals = principalsOf(context);
      return isUnknown(principals) ? principals : sorted(principals.filter((name) => service.test(name)));
    },
  },
  'trust.otherPrincipals': {
    type: 'list',
    about: 'Those of them that are anything but the service WorkSpaces.',
    from: [op.defaultRole],
    read: (context) => {
      const principals = principalsOf(context);
      return isUnknown(principals) ? principals : sorted(principals.filter((name) => !service.test(name)));
    },
  },
};
