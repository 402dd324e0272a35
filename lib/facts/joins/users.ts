import { isUnknown, type Unknown } from '../../model/unknown.ts';
import type { Workspace } from '../../snapshot/index.ts';
import { counted, partition, present, seen } from '../define.ts';
import type { Estate } from '../estate.ts';
import { protocolsOf } from './resources.ts';
import { isStandby } from './standby.ts';

/** The service's word for a WorkSpace that is not assigned to any user, as partners of WorkSpaces Core make them. */
export const noUser = '[UNDEFINED]';

interface Users {
  /** Live WorkSpaces of a directory by the name of their user in lower case, as directories do not tell capitals. */
  readonly byName: ReadonlyMap<string, readonly Workspace[]>;
  /** Why a user may have more of them. */
  readonly unknown: Unknown | undefined;
}

const cache = new WeakMap<readonly Workspace[], Users>();

/** Every WorkSpace asks for the other ones of its user: going through the directory is worth remembering. */
function usersOf(workspaces: readonly Workspace[]): Users {
  let users = cache.get(workspaces);
  if (users === undefined) {
    const { unknown } = partition(workspaces.map(userNameOf));
    users = { byName: Map.groupBy(workspaces, ({ UserName }) => UserName?.toLowerCase() ?? noUser), unknown };
    cache.set(workspaces, users);
  }
  return users;
}

export const userNameOf = ({ WorkspaceId, UserName }: Workspace): string | Unknown =>
  present(UserName || undefined, `Workspaces[${WorkspaceId}].UserName`);

/** Live WorkSpaces of the user in the directory of this one, and why there may be more. */
function workspacesOfUser(estate: Estate, workspace: Workspace) {
  const name = userNameOf(workspace);
  if (isUnknown(name)) return name;
  const id = present(workspace.DirectoryId, `Workspaces[${workspace.WorkspaceId}].DirectoryId`);
  if (isUnknown(id)) return id;
  const { byName, unknown } = usersOf(estate.liveWorkspaces(id));
  return { own: byName.get(name.toLowerCase()) ?? [], unknown: estate.unread('Workspace') ?? unknown };
}

/** How many WorkSpaces the user has there, without standbys of WorkSpaces in other Regions. */
export function workspaceCountOfUser(estate: Estate, workspace: Workspace) {
  const found = workspacesOfUser(estate, workspace);
  if (isUnknown(found)) return found;
  const { known: standbys, unknown } = partition(found.own.map(isStandby));
  return counted(standbys.filter((standby) => !standby).length, found.unknown ?? unknown);
}

/** WorkSpaces of the user there that stream with one protocol while another one streams with the other. */
export function mixedWorkspacesOfUser(estate: Estate, workspace: Workspace): readonly string[] | Unknown {
  const found = workspacesOfUser(estate, workspace);
  if (isUnknown(found)) return found;
  const read = found.own.map((own) => {
    const protocols = protocolsOf(own);
    return isUnknown(protocols) ? protocols : { id: own.WorkspaceId, protocols };
  });
  const { known, unknown } = partition(read);
  const streams = (protocol: string) =>
    known.filter(({ protocols }) => protocols.includes(protocol)).map(({ id }) => id);
  const [pcoip, dcv] = [streams('PCOIP'), streams('WSP')];
  const isBeside = (id: string, these: readonly string[], those: readonly string[]) =>
    these.includes(id) && those.some((other) => other !== id);
  const mixed = known.filter(({ id }) => isBeside(id, pcoip, dcv) || isBeside(id, dcv, pcoip));
  return seen(
    mixed.map(({ id, protocols }) => `${id} (${protocols.join(' and ')})`),
    found.unknown ?? unknown,
  );
}
