import type { Unknown } from '../../model/unknown.ts';
import type { NetworkInterface, Workspace, WorkspaceDirectory } from '../../snapshot/index.ts';
import type { Estate } from '../estate.ts';
/** A WorkSpace with what it is joined to. */
export interface WorkspaceContext {
  readonly estate: Estate;
  readonly workspace: Workspace;
  readonly directory: WorkspaceDirectory | Unknown;
  /** Candidates for the primary interface. */
  readonly interfaces: readonly NetworkInterface[] | Unknown;
  readonly eni: NetworkInterface | Unknown;
}

/** A member of the WorkSpace as `reason` names it. */
export const pathOf = ({ workspace }: WorkspaceContext, member: string) =>
  `Workspaces[${workspace.WorkspaceId}].${member}`;
