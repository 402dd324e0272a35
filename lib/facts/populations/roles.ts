import { isUnknown, Unknown } from '../../model/unknown.ts';
import type { Estate } from '../estate.ts';
import { defaultRoleName, federationRoles, samlDirectoryIds } from '../joins/roles.ts';
import { federatedGrants } from '../joins/stream-grants.ts';
import { roleFacts } from '../role/index.ts';
import { type Gathered, reader } from './view.ts';

/**
 * The role by which WorkSpaces works in the account, whether it is there or not, and the roles that users of SAML
 * providers may assume. Roles belong to an account, so that each Region's snapshot judges them anew, by its directories.
 */
export function gatherRoles(estate: Estate): Gathered {
  const [role] = estate.snapshot.resources.WorkspacesDefaultRole.items;
  const all = [
    { name: defaultRoleName, role },
    ...federationRoles(estate).map((one) => ({ name: one.RoleName, role: one })),
  ];
  return {
    views: all.map(({ name, role: found }) => ({
      id: name,
      read: reader(roleFacts, { estate, name, role: found }),
    })),
    unknown: undefined,
    ...unseen(estate),
  };
}

/** Where a role stands among the account's roles: its ARN names the path before the name. */
export const pathOfRole = ({ snapshot: { resources } }: Estate, name: string): string =>
  [...resources.WorkspacesDefaultRole.items, ...resources.Role.items].find(({ RoleName }) => RoleName === name)?.Path ||
  '/';

/** Roles for SAML users that are not among the subjects matter to the rules on them, while a directory needs one. */
function unseen(estate: Estate): Pick<Gathered, 'nameless' | 'namelessTo'> {
  const ids = samlDirectoryIds(estate);
  const unread = estate.unread('Role');
  if (!isUnknown(ids) && ids.length === 0) return {};
  if (unread !== undefined) return { nameless: unread, namelessTo: 'trust.samlProviders' };
  const { list, unknown } = federatedGrants(estate);
  if (isUnknown(ids) || list.length > 0 || unknown !== undefined) return {};
  const without = `no role of the account that users of a SAML provider may assume names workspaces:Stream, so that the role for ${ids.join(', ')} must be another account's`;
  return { nameless: new Unknown(without), namelessTo: 'samlDirectoryIds.withoutRole' };
}
