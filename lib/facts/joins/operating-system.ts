import { Unknown } from '../../model/unknown.ts';
import type { Workspace } from '../../snapshot/index.ts';
import { present } from '../define.ts';

/** Operating system of a WorkSpace; the API also has the value UNKNOWN, any other name counts as known. */
export function operatingSystemOf({ WorkspaceId, WorkspaceProperties }: Workspace): string | Unknown {
  const path = `Workspaces[${WorkspaceId}].WorkspaceProperties.OperatingSystemName`;
  const name = WorkspaceProperties?.OperatingSystemName;
  return name === 'UNKNOWN' ? new Unknown(`${path} is UNKNOWN`) : present(name, path);
}
