import { Unknown } from '../../model/unknown.ts';
import type { Workspace } from '../../snapshot/index.ts';

const types = ['PRIMARY', 'STANDBY'];

/** Whether a WorkSpace is the standby of one in another Region, which it names as its primary. */
export function isStandby({ WorkspaceId, RelatedWorkspaces }: Workspace): boolean | Unknown {
  const related = (RelatedWorkspaces ?? []).map(({ Type }) => Type ?? null);
  if (related.includes('PRIMARY')) return true;
  const odd = related.find((type) => type === null || !types.includes(type));
  if (odd === undefined) return false;
  return new Unknown(`Workspaces[${WorkspaceId}].RelatedWorkspaces[].Type is ${odd === null ? 'absent' : `"${odd}"`}`);
}
