import { isUnknown, type Unknown } from '../../model/unknown.ts';
import type { SecurityGroup, WorkspaceDirectory } from '../../snapshot/index.ts';
import { rulesOf, type SecurityRule } from '../arithmetic/security-rules.ts';
import { present } from '../define.ts';
import type { Estate } from '../estate.ts';
import type { ManagedRole } from '../joins/managed-groups.ts';
/** What a managed group is to a directory. */
export interface ManagedUse {
  readonly directory: WorkspaceDirectory;
  readonly role: ManagedRole;
  /** The id that the service reports; another one when this group only carries the name. */
  readonly reportedId: string;
}

/** A security group in one of its uses: a group that is managed for two directories is judged for each. */
export interface SecurityGroupContext {
  readonly estate: Estate;
  readonly id: string;
  readonly group: SecurityGroup | Unknown;
  readonly use: ManagedUse | undefined;
  /** Why a group without a use may have one all the same. */
  readonly useUnknown: Unknown | undefined;
}

/** The group's rules of one direction. */
export function rulesIn({ group }: SecurityGroupContext, direction: 'ingress' | 'egress'): SecurityRule[] | Unknown {
  if (isUnknown(group)) return group;
  // EC2 says that there are no rules with an empty list.
  const member = direction === 'ingress' ? 'IpPermissions' : 'IpPermissionsEgress';
  const permissions = present(group[member], `SecurityGroups[${group.GroupId}].${member}`);
  return isUnknown(permissions) ? permissions : rulesOf(permissions);
}
