import type { WorkspaceDirectory } from '../../snapshot/index.ts';
import type { Estate } from '../estate.ts';
/** A registered directory and the estate it stands in. */
export interface DirectoryContext {
  readonly estate: Estate;
  readonly directory: WorkspaceDirectory;
}

/** A member of the directory as `reason` names it. */
export const pathOf = ({ directory }: DirectoryContext, member: string) =>
  `Directories[${directory.DirectoryId}].${member}`;
