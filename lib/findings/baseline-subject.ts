import { InputError } from '../model/errors.ts';
import { suggestion } from '../model/nearest.ts';
import type { ResourceType, Snapshot } from '../snapshot/index.ts';

/** A resource of a snapshot; the id is unique within the type. */
export interface ResourceName {
  readonly type: ResourceType;
  readonly id: string;
}

type Resources = (id: string, snapshot: Snapshot) => readonly ResourceName[];

/** The resources that a subject is made of, in the words of reports; interfaces and addresses are no rule's subjects. */
const parts: { readonly [type: string]: Resources } = {
  address: (id) => [{ type: 'Address', id }],
  directory: (id) => [
    { type: 'WorkspaceDirectory', id },
    { type: 'DirectoryDescription', id },
  ],
  ipGroup: (id) => [{ type: 'WorkspacesIpGroup', id }],
  networkInterface: (id) => [{ type: 'NetworkInterface', id }],
  securityGroup: (id) => [{ type: 'SecurityGroup', id }],
  subnet: (id) => [{ type: 'Subnet', id }],
  vpc: (id) => [{ type: 'Vpc', id }],
  workspace: (id, snapshot) => [{ type: 'Workspace', id }, ...interfacesOf(id, snapshot)],
};
const types = Object.keys(parts);

/** What drift of a WorkSpace is judged by: the interface that has its address in its subnet. */
function interfacesOf(id: string, { resources }: Snapshot): ResourceName[] {
  const workspace = resources.Workspace.items.find(({ WorkspaceId }) => WorkspaceId === id);
  const { IpAddress, SubnetId } = workspace ?? {};
  if (!IpAddress || !SubnetId) return [];
  return resources.NetworkInterface.items
    .filter((one) => one.SubnetId === SubnetId && one.PrivateIpAddresses?.some((a) => a.PrivateIpAddress === IpAddress))
    .map(({ NetworkInterfaceId }) => ({ type: 'NetworkInterface', id: NetworkInterfaceId }));
}

/** A subject that a baseline is accepted for. */
export interface NamedSubject {
  /** `type/id`, as it is recorded. */
  readonly name: string;
  readonly resourcesIn: (snapshot: Snapshot) => readonly ResourceName[];
}

/**
 * @param name `TYPE/ID`, such as `securityGroup/sg-0a1b2c3d4`; the type in any case
 * @throws InputError `usage`
 */
export function namedSubject(name: string): NamedSubject {
  const [, type = name, id = ''] = /^([^/]*)\/(.+)$/.exec(name) ?? [];
  const known = types.find((one) => one.toLowerCase() === type.toLowerCase());
  const resources = known === undefined || id === '' ? undefined : parts[known];
  if (resources !== undefined) return { name: `${known}/${id}`, resourcesIn: (snapshot) => resources(id, snapshot) };
  throw new InputError('usage', {
    place: '--subject',
    found: `"${name}"${known === undefined ? suggestion(type, types) : ''}`,
    expected: 'TYPE/ID, such as securityGroup/sg-0a1b2c3d4',
    mend: `Types: ${types.join(', ')}.`,
  });
}
