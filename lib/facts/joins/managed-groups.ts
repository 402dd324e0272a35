import { isUnknown, Unknown } from '../../model/unknown.ts';
import type { DirectoryDescription, NetworkInterface, WorkspaceDirectory } from '../../snapshot/index.ts';
import { present, sorted } from '../define.ts';
import type { Estate } from '../estate.ts';
import { directoryServiceTypeOf } from './directories.ts';
import { findDescription, vpcIdsOf } from './resources.ts';

/** The two groups that registration makes, told apart by the suffix of their names. */
export const managedRoles = ['members', 'controllers'] as const;
export type ManagedRole = (typeof managedRoles)[number];

const suffixes = { members: '_workspacesMembers', controllers: '_controllers' } as const;

/** The name that the service gave the group (guide: Security groups for WorkSpaces Personal). */
export const managedName = (directoryId: string, role: ManagedRole): string => `${directoryId}${suffixes[role]}`;

/** The group of all WorkSpaces of a directory, as the directory names it. */
export const membersGroupId = (directory: WorkspaceDirectory): string | Unknown =>
  present(directory.WorkspaceSecurityGroupId, `Directories[${directory.DirectoryId}].WorkspaceSecurityGroupId`);

/**
 * The group of a directory's controllers: as AWS Directory Service names it, else the group of that name.
 *
 * @returns null when the directory has no controllers of its own in this account, or no such group exists
 */
export function controllersGroupId(estate: Estate, directory: WorkspaceDirectory): string | null | Unknown {
  const type = directoryServiceTypeOf(estate, directory);
  if (isUnknown(type)) {
    // Directory Service was not read: the group's name still gives it away.
    return controllersByName(estate, directory)[0] ?? type;
  }
  if (type === null || type === 'SharedMicrosoftAD') return null;
  const description = findDescription(estate, directory.DirectoryId);
  if (isUnknown(description)) return description;
  const { SecurityGroupId, VpcId } = networkOf(description);
  if (SecurityGroupId) return SecurityGroupId;
  const [inVpc] = controllersByName(estate, directory).filter(
    (id) => !VpcId || estate.index.securityGroups.get(id)?.VpcId === VpcId,
  );
  return inVpc ?? estate.unread('SecurityGroup') ?? null;
}

/** Where the controllers are: an AD Connector has settings of its own for that. */
const networkOf = ({ Type, VpcSettings, ConnectSettings }: DirectoryDescription) =>
  (Type === 'ADConnector' ? ConnectSettings : VpcSettings) ?? {};

const controllersByName = (estate: Estate, directory: WorkspaceDirectory): string[] =>
  sameNamed(estate, directory.DirectoryId, 'controllers');

/** Ids of all groups that carry the managed name, wherever they are. */
export const sameNamed = (estate: Estate, directoryId: string, role: ManagedRole): string[] =>
  sorted((estate.index.securityGroupsByName.get(managedName(directoryId, role)) ?? []).map((group) => group.GroupId));

export function managedGroupId(estate: Estate, directory: WorkspaceDirectory, role: ManagedRole) {
  return role === 'members' ? membersGroupId(directory) : controllersGroupId(estate, directory);
}

/** VPCs in which the managed group belongs. */
export function managedGroupVpcs(estate: Estate, directory: WorkspaceDirectory, role: ManagedRole) {
  if (role === 'members') return vpcIdsOf(estate, directory);
  const description = findDescription(estate, directory.DirectoryId);
  if (isUnknown(description)) return description;
  const vpcId = networkOf(description).VpcId;
  return vpcId ? [vpcId] : new Unknown(`DirectoryDescriptions[${directory.DirectoryId}] names no VPC`);
}

/**
 * Interfaces of the directory's controllers: those whose description names the directory, and those that hold a
 * controller's address. An AD Connector's DNS addresses are the customer's own servers, never controllers.
 */
export function controllerInterfaces(estate: Estate, directory: WorkspaceDirectory): NetworkInterface[] | Unknown {
  const description = findDescription(estate, directory.DirectoryId);
  if (isUnknown(description)) return description;
  const { ConnectSettings, DnsIpAddrs, Type } = description;
  const vpcId = networkOf(description).VpcId;
  const addresses = (Type === 'ADConnector' ? ConnectSettings?.ConnectIps : DnsIpAddrs) ?? [];
  const named = new RegExp(`(^|[^0-9a-z-])${directory.DirectoryId}($|[^0-9a-z])`);
  const found = estate.snapshot.resources.NetworkInterface.items.filter(
    (eni) =>
      (vpcId === undefined || vpcId === null || eni.VpcId === vpcId) &&
      (named.test(eni.Description ?? '') || addresses.includes(eni.PrivateIpAddress ?? '')),
  );
  if (found.length > 0) return found;
  return (
    estate.unread('NetworkInterface') ??
    new Unknown(`no interface of the controllers of ${directory.DirectoryId} was found`)
  );
}
