import type { Unknown } from '../../model/unknown.ts';
import type { Subnet, WorkspaceDirectory } from '../../snapshot/index.ts';
import type { Estate } from '../estate.ts';

/** A subnet as one of the directories uses it. */
export interface SubnetContext {
  readonly estate: Estate;
  readonly id: string;
  readonly subnet: Subnet | Unknown;
  readonly directory: WorkspaceDirectory;
}
