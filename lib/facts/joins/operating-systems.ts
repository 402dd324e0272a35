import { isUnknown, Unknown } from '../../model/unknown.ts';
import type { Workspace } from '../../snapshot/index.ts';
import { present } from '../define.ts';

export const operatingSystemFamilies = ['WINDOWS', 'AMAZON_LINUX', 'UBUNTU', 'RHEL', 'ROCKY'];

/** Name of the operating system, such as WINDOWS_11; UNKNOWN is what the API says when it does not know. */
export function operatingSystemOf({ WorkspaceId, WorkspaceProperties }: Workspace): string | Unknown {
  const path = `Workspaces[${WorkspaceId}].WorkspaceProperties.OperatingSystemName`;
  const name = WorkspaceProperties?.OperatingSystemName;
  return name === 'UNKNOWN' ? new Unknown(`${path} is UNKNOWN`) : present(name, path);
}

/** What the versions of an operating system share: WINDOWS of WINDOWS_SERVER_2022. */
export function operatingSystemFamilyOf(workspace: Workspace): string | Unknown {
  const name = operatingSystemOf(workspace);
  if (isUnknown(name)) return name;
  return (
    operatingSystemFamilies.find((family) => name.startsWith(`${family}_`)) ??
    new Unknown(
      `Workspaces[${workspace.WorkspaceId}].WorkspaceProperties.OperatingSystemName has the unknown value "${name}"`,
    )
  );
}
