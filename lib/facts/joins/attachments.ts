import { isUnknown, type Unknown } from '../../model/unknown.ts';
import type { NetworkInterface, Workspace } from '../../snapshot/index.ts';
import type { Estate } from '../estate.ts';
import { groupIdsOf, primaryInterface } from './interfaces.ts';

export interface Attachment {
  readonly workspace: Workspace;
  readonly eni: NetworkInterface;
}

export interface Attachments {
  /** By security group id: live WorkSpaces whose primary interface carries the group. */
  readonly byGroup: ReadonlyMap<string, readonly Attachment[]>;
  /** Why there may be more. */
  readonly unknown: Unknown | undefined;
}

const cache = new WeakMap<Estate, Attachments>();

/** Which WorkSpaces carry which security group; made once for an estate. */
export function attachmentsOf(estate: Estate): Attachments {
  let attachments = cache.get(estate);
  if (attachments === undefined) {
    attachments = attach(estate);
    cache.set(estate, attachments);
  }
  return attachments;
}

function attach(estate: Estate): Attachments {
  const byGroup = new Map<string, Attachment[]>();
  for (const workspaces of estate.index.liveWorkspaces.values()) {
    for (const workspace of workspaces) {
      const eni = primaryInterface(estate, workspace);
      if (isUnknown(eni)) continue;
      for (const id of groupIdsOf(eni)) {
        const list = byGroup.get(id);
        if (list === undefined) byGroup.set(id, [{ workspace, eni }]);
        else list.push({ workspace, eni });
      }
    }
  }
  return { byGroup, unknown: estate.unread('Workspace') ?? estate.unread('NetworkInterface') };
}
