import { Unknown } from '../../model/unknown.ts';
import type {
  DirectoryDescription,
  SecurityGroup,
  Subnet,
  Workspace,
  WorkspaceDirectory,
} from '../../snapshot/index.ts';
import { anywhere, toCidr } from '../arithmetic/addresses.ts';
import { partition, sorted } from '../define.ts';
import type { Estate } from '../estate.ts';
import { matcher } from '../globs.ts';

/** The service's reference to one of its resources, resolved; unknown when it was not read or is not there. */
export function findDirectory(estate: Estate, id: string | null | undefined): WorkspaceDirectory | Unknown {
  if (id === null || id === undefined) return new Unknown('Workspaces[].DirectoryId is absent');
  return estate.index.directories.get(id) ?? estate.notReturned('WorkspaceDirectory', id);
}

export function findDescription(estate: Estate, id: string): DirectoryDescription | Unknown {
  return estate.index.descriptions.get(id) ?? estate.notReturned('DirectoryDescription', id);
}

export function findSubnet(estate: Estate, id: string | null | undefined): Subnet | Unknown {
  if (id === null || id === undefined) return new Unknown('SubnetId is absent');
  return estate.index.subnets.get(id) ?? estate.notReturned('Subnet', id);
}

export function findGroup(estate: Estate, id: string): SecurityGroup | Unknown {
  return estate.index.securityGroups.get(id) ?? estate.notReturned('SecurityGroup', id);
}

/**
 * Whether a resource exists: a read that was complete and did not return it proves that it does not.
 */
export function groupExists(estate: Estate, id: string): boolean | Unknown {
  return estate.index.securityGroups.has(id) || (estate.unread('SecurityGroup') ?? false);
}

/**
 * The IP access control groups that the customer associated. The service's own default group, which admits everyone
 * and cannot be edited, counts as none (guide: IP access control groups for WorkSpaces Personal).
 */
export function ipGroupIdsOf(estate: Estate, directory: WorkspaceDirectory): string[] {
  return sorted(directory.ipGroupIds ?? []).filter((id) => !isServiceDefault(estate, id));
}

function isServiceDefault(estate: Estate, id: string): boolean {
  const group = estate.index.ipGroups.get(id);
  return (
    group !== undefined &&
    /^default$/i.test(group.groupName ?? '') &&
    (group.userRules ?? []).some((rule) => toCidr(rule.ipRule ?? '') === anywhere.IPv4)
  );
}

/** Whether the directory id is one that the organization claims under FedRAMP or the DoD SRG. */
export function isInFedrampScope(estate: Estate, directoryId: string): boolean {
  const scope = estate.parameters.fedrampScope;
  return scope === 'us-regions' ? estate.region.startsWith('us-') : matcher(scope)(directoryId);
}

/** VPCs of the directory's subnets. */
export function vpcIdsOf(estate: Estate, directory: WorkspaceDirectory): readonly string[] | Unknown {
  const { known, unknown } = partition((directory.SubnetIds ?? []).map((id) => findSubnet(estate, id)));
  const vpcIds = sorted(known.flatMap((subnet) => subnet.VpcId ?? []));
  if (vpcIds.length > 0) return vpcIds;
  return unknown ?? new Unknown(`Directories[${directory.DirectoryId}].SubnetIds is absent`);
}

/** Whether a WorkSpace streams with DCV, which the API calls WSP. */
export function protocolsOf(workspace: Workspace): readonly string[] | Unknown {
  const path = `Workspaces[${workspace.WorkspaceId}].WorkspaceProperties.Protocols`;
  const protocols = (workspace.WorkspaceProperties?.Protocols ?? []).map((name) => (name === 'DCV' ? 'WSP' : name));
  if (protocols.length === 0) return new Unknown(`${path} is absent`);
  const odd = protocols.find((name) => name !== 'WSP' && name !== 'PCOIP');
  if (odd !== undefined && !protocols.includes('WSP')) return new Unknown(`${path} has the unknown value "${odd}"`);
  return sorted(protocols);
}
