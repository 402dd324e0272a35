import type { Unknown } from '../../model/unknown.ts';
import type { WorkspacesIpGroup } from '../../snapshot/index.ts';
import type { Estate } from '../estate.ts';
/** An IP access control group; unknown when a directory names it and it was not read. */
export interface IpGroupContext {
  readonly estate: Estate;
  readonly id: string;
  readonly group: WorkspacesIpGroup | Unknown;
}
