import { InputError } from '../model/errors.ts';
import { suggestion } from '../model/nearest.ts';
import type { ResourceType, Snapshot } from '../snapshot/index.ts';

/** A resource line of a snapshot, by its type and the id that is unique within it. */
export type LineKey = `${ResourceType} ${string}`;

type LinesOf = (id: string, snapshot: Snapshot) => readonly LineKey[];

/** The lines that are about a subject, in the words of reports; addresses and interfaces are no subjects of rules. */
const lines: { readonly [type: string]: LinesOf } = {
  address: (id) => [`Address ${id}`],
  directory: (id) => [`WorkspaceDirectory ${id}`, `DirectoryDescription ${id}`],
  ipGroup: (id) => [`WorkspacesIpGroup ${id}`],
  networkInterface: (id) => [`NetworkInterface ${id}`],
  securityGroup: (id) => [`SecurityGroup ${id}`],
  subnet: (id) => [`Subnet ${id}`],
  vpc: (id) => [`Vpc ${id}`],
  workspace: (id, snapshot) => [`Workspace ${id}`, ...interfacesOf(id, snapshot)],
};

/** What drift of a WorkSpace is judged by: the interface that has its address in its subnet. */
function interfacesOf(id: string, { resources }: Snapshot): LineKey[] {
  const workspace = resources.Workspace.items.find(({ WorkspaceId }) => WorkspaceId === id);
  const { IpAddress, SubnetId } = workspace ?? {};
  if (!IpAddress || !SubnetId) return [];
  return resources.NetworkInterface.items
    .filter((one) => one.SubnetId === SubnetId && one.PrivateIpAddresses?.some((a) => a.PrivateIpAddress === IpAddress))
    .map(({ NetworkInterfaceId }): LineKey => `NetworkInterface ${NetworkInterfaceId}`);
}

/** Types that a baseline can be accepted for. */
export const acceptedTypes: readonly string[] = Object.keys(lines);

/** A subject as a person names it, such as `securityGroup/sg-0a1b2c3d4`. */
export interface NamedSubject {
  /** As it was named. */
  readonly name: string;
  readonly linesIn: (snapshot: Snapshot) => readonly LineKey[];
}

/**
 * @param name `TYPE/ID`; the type in any case
 * @throws InputError `usage`
 */
export function namedSubject(name: string): NamedSubject {
  const [, type = '', id = ''] = /^([^/]*)\/(.+)$/.exec(name) ?? [];
  const known = acceptedTypes.find((one) => one.toLowerCase() === type.toLowerCase());
  const linesOf = known === undefined ? undefined : lines[known];
  if (linesOf !== undefined) return { name: `${known}/${id}`, linesIn: (snapshot) => linesOf(id, snapshot) };
  throw new InputError('usage', {
    place: '--subject',
    found: `"${name}"${suggestion(type, acceptedTypes)}`,
    expected: 'TYPE/ID, such as securityGroup/sg-0a1b2c3d4',
    mend: `Types: ${acceptedTypes.join(', ')}.`,
  });
}
