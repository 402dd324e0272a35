import { isUnknown, type Unknown } from '../../model/unknown.ts';
import { both } from '../define.ts';
import type { Estate } from '../estate.ts';
import { matcher } from '../globs.ts';
import type { Statement } from '../policies/document.ts';
import { canHold, isAbout } from '../policies/statement.ts';
import { policiesOf, type RolePolicy } from './role-policies.ts';
import { federationRoles } from './roles.ts';

export const stream = 'workspaces:Stream';

/** A statement about workspaces:Stream, and the policy that it stands in. */
export interface Grant {
  readonly policy: RolePolicy;
  readonly statement: Statement;
}

/** Statements of a role about workspaces:Stream, and why there may be more. */
export interface Grants {
  readonly list: readonly Grant[];
  readonly unknown: Unknown | undefined;
}

/** Any directory of any account; a statement about other resources only lets nobody stream. */
export const anyDirectory = 'arn:*:workspaces:*:*:directory/*';

/** Every statement of a role's policies that allows or denies streaming from some directory. */
export function statementsOnStream(estate: Estate, roleName: string): Grants {
  const { list, unknown } = policiesOf(estate, roleName);
  const grants = list.flatMap((policy) =>
    policy.document.statements
      .filter((statement) => isAbout(statement, stream) && canHold(statement.resources, anyDirectory))
      .map((statement) => ({ policy, statement })),
  );
  return { list: grants, unknown };
}

/** Those that allow it. */
export function streamGrants(estate: Estate, roleName: string): Grants {
  const { list, unknown } = statementsOnStream(estate, roleName);
  return { list: list.filter(({ statement }) => statement.effect === 'Allow'), unknown };
}

/**
 * Whether a statement allows streaming by name. One that allows every action of every service does so too, but is meant
 * for administrators, and no WorkSpaces user has it.
 */
export const namesStream = ({ statement }: Grant): boolean =>
  !statement.actions.isInverted &&
  statement.actions.patterns.some(
    (pattern) => /^workspaces:/i.test(pattern) && matcher([pattern.toLowerCase()])(stream.toLowerCase()),
  );

/** What a grant is called in a reason: the policy and the statement in it. */
export const nameOf = ({ policy, statement }: Grant): string => `${policy.name} ${statement.label}`;

/** Grants of all roles that users of a SAML provider may assume and that name workspaces:Stream. */
export function federatedGrants(estate: Estate): Grants {
  const roles = federationRoles(estate).map(({ RoleName }) => streamGrants(estate, RoleName));
  const list = roles.flatMap((grants) => (grants.list.some(namesStream) ? grants.list : []));
  const unknowns = [estate.unread('Role'), ...roles.map(({ unknown }) => unknown)].filter(isUnknown);
  const [first, ...others] = unknowns;
  return { list, unknown: first === undefined ? undefined : others.reduce(both, first) };
}
