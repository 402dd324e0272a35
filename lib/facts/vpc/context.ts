import type { Unknown } from '../../model/unknown.ts';
import type { Vpc, WorkspaceDirectory } from '../../snapshot/index.ts';
import type { Estate } from '../estate.ts';

/** A VPC and the registered directories that use it. */
export interface VpcContext {
  readonly estate: Estate;
  readonly id: string;
  readonly vpc: Vpc | Unknown;
  readonly directories: readonly WorkspaceDirectory[];
  /** Why more directories may use it. */
  readonly usesUnknown: Unknown | undefined;
}
