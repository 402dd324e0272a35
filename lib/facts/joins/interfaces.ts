import { isUnknown, Unknown } from '../../model/unknown.ts';
import type { NetworkInterface, Workspace } from '../../snapshot/index.ts';
import { sorted } from '../define.ts';
import type { Estate } from '../estate.ts';
import { associationsOf } from './associations.ts';

/** Interfaces that are the WorkSpace's primary interface (eth1): its private address in its subnet. */
export function primaryInterfaces(estate: Estate, workspace: Workspace): readonly NetworkInterface[] | Unknown {
  const { IpAddress, SubnetId, WorkspaceId } = workspace;
  if (!IpAddress) return new Unknown(`Workspaces[${WorkspaceId}].IpAddress is absent`);
  if (!SubnetId) return new Unknown(`Workspaces[${WorkspaceId}].SubnetId is absent`);
  const found = estate.interfacesAt(SubnetId, IpAddress);
  return found.length > 0 ? found : (estate.unread('NetworkInterface') ?? found);
}

/** The WorkSpace's primary interface among the candidates; unknown unless there is exactly one. */
export function primaryInterface(
  workspace: Workspace,
  found: readonly NetworkInterface[] | Unknown,
): NetworkInterface | Unknown {
  if (isUnknown(found)) return found;
  const [only, ...others] = found;
  if (only !== undefined && others.length === 0) return only;
  const count = found.length === 0 ? 'no interface has' : `${found.length} interfaces have`;
  return new Unknown(`${count} the WorkSpace's address ${workspace.IpAddress} in ${workspace.SubnetId}`);
}

export const groupIdsOf = (eni: NetworkInterface): string[] =>
  sorted((eni.Groups ?? []).flatMap((g) => g.GroupId ?? []));

/** The same, but unknown where the member is absent: EC2 says that there are none with an empty list. */
export const knownGroupIdsOf = (eni: NetworkInterface): string[] | Unknown =>
  eni.Groups ? groupIdsOf(eni) : new Unknown(`NetworkInterfaces[${eni.NetworkInterfaceId}].Groups is absent`);

export const publicIpsOf = (eni: NetworkInterface): string[] => sorted(associationsOf(eni).map((a) => a.PublicIp));
