import { Unknown } from '../../model/unknown.ts';
import type { Role } from '../../snapshot/index.ts';
import type { Estate } from '../estate.ts';
import { defaultRoleName, trustOf } from '../joins/roles.ts';
import type { PolicyDocument, Statement } from '../policies/document.ts';

/** An IAM role, or the name of one that should be there. */
export interface RoleContext {
  readonly estate: Estate;
  readonly name: string;
  /** Undefined when it was not returned. */
  readonly role: Role | undefined;
}

/** Why the role's trust policy is not known; only the default role is ever named without being there. */
function trust({ estate, role }: RoleContext): PolicyDocument | Unknown {
  if (role !== undefined) return trustOf(role);
  return estate.unread('WorkspacesDefaultRole') ?? new Unknown(`there is no role ${defaultRoleName}`);
}

/** The allowances in the role's trust policy. */
export function allowances(context: RoleContext): readonly Statement[] | Unknown {
  const document = trust(context);
  return document instanceof Unknown ? document : document.statements.filter(({ effect }) => effect === 'Allow');
}

export { trust };
