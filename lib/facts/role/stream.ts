import { Unknown } from '../../model/unknown.ts';
import { type FactTable, seen } from '../define.ts';
import { namedDirectory, resourcePatterns } from '../joins/stream-directories.ts';
import { type Grant, nameOf, namesStream, statementsOnStream, streamGrants } from '../joins/stream-grants.ts';
import * as op from '../operations.ts';
import { admitsOnly, conditionsOn } from '../policies/statement.ts';
import type { RoleContext } from './context.ts';

/** What a role's permissions are read from. */
export const permissionOperations = [
  op.roles,
  ...[op.rolePolicyNames, op.rolePolicies, op.attachedRolePolicies, op.managedPolicies, op.policyVersions],
];

/** Something of each statement that allows streaming. */
const ofGrants = (read: (grant: Grant) => readonly string[]) => (context: RoleContext) => {
  const { list, unknown } = streamGrants(context.estate, context.name);
  return seen(list.flatMap(read), unknown);
};

const isOwnUser = (value: string) => value.toLowerCase() === `\${saml:sub}`;

const limitsToOwnUser = ({ policy, statement }: Grant): boolean =>
  policy.document.hasVariables && admitsOnly(statement, 'workspaces:userId', isOwnUser);

const isStreamAlone = (action: string) => action.toLowerCase() === 'workspaces:stream';

function otherActions({ statement: { actions } }: Grant): string[] {
  if (actions.isInverted) return actions.patterns.map((pattern) => `all but ${pattern}`);
  return actions.patterns.filter((pattern) => !isStreamAlone(pattern));
}

/** A variable in place of the id may name one directory or many; which, depends on who signs in. */
const hasVariableId = (pattern: string) => /:directory\/.*\$\{/.test(pattern);

function patternsWithoutDirectory({ estate, name }: RoleContext) {
  const { list, unknown } = streamGrants(estate, name);
  const open = list
    .flatMap((grant) => resourcePatterns(grant).map((pattern) => ({ grant, pattern })))
    .filter(({ pattern }) => namedDirectory(pattern) === undefined);
  const variable = open.find(({ pattern }) => hasVariableId(pattern));
  const unclear = variable && new Unknown(`nothing tells which directories ${variable.pattern} stands for`);
  return seen(
    open.filter(({ pattern }) => !hasVariableId(pattern)).map(({ pattern, grant }) => `${pattern} (${nameOf(grant)})`),
    unknown ?? unclear,
  );
}

/** What the permissions of a role say of workspaces:Stream. */
export const streamFacts: FactTable<RoleContext> = {
  'stream.policies': {
    type: 'list',
    about: 'Policies of the role that allow workspaces:Stream by name, or all actions of WorkSpaces.',
    from: permissionOperations,
    read: ofGrants((grant) => (namesStream(grant) ? [grant.policy.name] : [])),
  },
  'stream.managedPolicies': {
    type: 'list',
    about: 'Policies that allow workspaces:Stream, and are attached to the role rather than embedded in it.',
    from: permissionOperations,
    read: ofGrants(({ policy }) => (policy.isManaged ? [policy.name] : [])),
  },
  'stream.patternsWithoutDirectory': {
    type: 'list',
    about: 'Resources that workspaces:Stream is allowed on and that do not name one directory, such as *.',
    from: permissionOperations,
    read: patternsWithoutDirectory,
  },
  'stream.statementsWithoutOwnUserId': {
    type: 'list',
    about: 'Statements that allow workspaces:Stream for other user ids (workspaces:userId) than that of the SAML user.',
    from: permissionOperations,
    read: ofGrants((grant) => (limitsToOwnUser(grant) ? [] : [nameOf(grant)])),
  },
  'stream.otherActions': {
    type: 'list',
    about: 'What else the statements allow that allow workspaces:Stream.',
    from: permissionOperations,
    read: ofGrants(otherActions),
  },
  'stream.sourceIpStatements': {
    type: 'list',
    about: 'Statements that allow or deny workspaces:Stream depending on the source address.',
    from: permissionOperations,
    read: ({ estate, name }) => {
      const { list, unknown } = statementsOnStream(estate, name);
      const asks = ({ statement }: Grant) =>
        ['aws:SourceIp', 'aws:VpcSourceIp'].some((key) => conditionsOn(statement, key).length > 0);
      return seen(list.filter(asks).map(nameOf), unknown);
    },
  },
};
