import { isUnknown, type Unknown } from '../../model/unknown.ts';
import type { NetworkInterface, Workspace } from '../../snapshot/index.ts';
import { partition } from '../define.ts';
import type { Estate } from '../estate.ts';
import { knownGroupIdsOf, primaryInterfaces } from './interfaces.ts';

/** A WorkSpace whose primary interface was found, and the security groups on it. */
export interface Attachment {
  readonly workspace: Workspace;
  readonly eni: NetworkInterface;
  readonly groupIds: readonly string[];
}

export interface Attachments {
  readonly list: readonly Attachment[];
  /** By security group id. */
  readonly byGroup: ReadonlyMap<string, readonly Attachment[]>;
  /** Why there may be more. */
  readonly unknown: Unknown | undefined;
}

const cache = new WeakMap<readonly Workspace[] | Estate, Attachments>();

/** Which WorkSpaces of an estate carry which security group. */
export const attachmentsOf = (estate: Estate): Attachments =>
  once(estate, () => attach(estate, [...estate.index.liveWorkspaces.values()].flat()));

/** The same for the live WorkSpaces of one directory. */
export function attachmentsOfDirectory(estate: Estate, directoryId: string): Attachments {
  const workspaces = estate.liveWorkspaces(directoryId);
  return once(workspaces, () => attach(estate, workspaces));
}

/** Many facts ask the same; going through all WorkSpaces is worth remembering. */
function once(key: readonly Workspace[] | Estate, make: () => Attachments): Attachments {
  let attachments = cache.get(key);
  if (attachments === undefined) {
    attachments = make();
    cache.set(key, attachments);
  }
  return attachments;
}

function attach(estate: Estate, workspaces: readonly Workspace[]): Attachments {
  const { known: list, unknown } = partition(workspaces.flatMap((workspace) => attachmentsOfOne(estate, workspace)));
  const byGroup = new Map<string, Attachment[]>();
  for (const attachment of list) {
    for (const id of attachment.groupIds) {
      const others = byGroup.get(id);
      if (others === undefined) byGroup.set(id, [attachment]);
      else others.push(attachment);
    }
  }
  return { list, byGroup, unknown: estate.unread('Workspace') ?? estate.unread('NetworkInterface') ?? unknown };
}

/** A WorkSpace that is being made has no address yet. An interface that a complete read did not return is gone. */
function attachmentsOfOne(estate: Estate, workspace: Workspace): (Attachment | Unknown)[] {
  const interfaces = primaryInterfaces(estate, workspace);
  if (isUnknown(interfaces)) return /^(PENDING|ERROR)$/.test(workspace.State ?? '') ? [] : [interfaces];
  return interfaces.map((eni) => {
    const groupIds = knownGroupIdsOf(eni);
    return isUnknown(groupIds) ? groupIds : { workspace, eni, groupIds };
  });
}
