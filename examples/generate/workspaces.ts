import type { Compute, OperatingSystemName, Protocol } from '@aws-sdk/client-workspaces';
import { bundleOf } from './bundles.ts';
import { addInterface } from './interfaces.ts';
import type { Place } from './place.ts';
import { alphanumeric, hex, numberBelow } from './seeds.ts';
import { addSession } from './sessions.ts';
import type { Directory, SecurityGroup, Subnet, Workspace } from './shapes.ts';

/** People who do the same work on the same kind of desktop. */
export interface Team {
  /** Their user names are the role and a number. */
  readonly role: string;
  readonly count: number;
  readonly compute: Compute;
  readonly os: OperatingSystemName;
  readonly protocol: Protocol;
  /** Desktops that never stop; most stop when unused, unless said so. */
  readonly alwaysOn?: true;
  /** Groups that their desktops wear besides the directory's own. */
  readonly groups?: readonly SecurityGroup[];
}

export const windowsTeam = (role: string, count: number, groups: readonly SecurityGroup[] = []): Team => ({
  role,
  count,
  compute: 'STANDARD',
  os: 'WINDOWS_SERVER_2022',
  protocol: 'WSP',
  groups,
});

/** Adds encrypted WorkSpaces with their interfaces, dealt alternately over the directory's two subnets. */
export function addWorkspaces(
  place: Place,
  directory: Directory,
  subnets: readonly [Subnet, Subnet],
  teams: readonly Team[],
): void {
  const members = place.members(directory.Alias);
  for (const team of teams) {
    for (let number = 1; number <= team.count; number += 1) {
      const subnet = number % 2 === 1 ? subnets[0] : subnets[1];
      addWorkspace(place, { directory, subnet, team, number, groups: [members, ...(team.groups ?? [])] });
    }
  }
}

export interface Post {
  readonly directory: Directory;
  readonly subnet: Subnet;
  readonly team: Team;
  readonly number: number;
  readonly groups: readonly SecurityGroup[];
  /** A second desktop of the same user. */
  readonly another?: true;
}

export function addWorkspace(place: Place, { directory, subnet, team, number, groups, another }: Post): void {
  const { accountId } = place.origin;
  const UserName = `${team.role}-${String(number).padStart(3, '0')}`;
  const label = another ? `${UserName} another` : UserName;
  const IpAddress = place.nextAddress(subnet);
  const autoStop = !team.alwaysOn && numberBelow(`running mode ${UserName}`, 3) > 0;
  const workspace: Workspace = {
    WorkspaceId: place.workspacesId('ws', label),
    DirectoryId: directory.DirectoryId,
    UserName,
    IpAddress,
    State: autoStop && numberBelow(`asleep ${UserName} ${place.era}`, 3) === 0 ? 'STOPPED' : 'AVAILABLE',
    BundleId: bundleOf(place, team),
    SubnetId: subnet.SubnetId,
    ComputerName: team.os.startsWith('WINDOWS')
      ? `WSAMZN-${hex(`computer ${label}`, 8).toUpperCase()}`
      : `A-${alphanumeric(`computer ${label}`, 13)}`,
    VolumeEncryptionKey: place.arn('kms', 'alias/aws/workspaces'),
    UserVolumeEncryptionEnabled: true,
    RootVolumeEncryptionEnabled: true,
    WorkspaceProperties: {
      RunningMode: autoStop ? 'AUTO_STOP' : 'ALWAYS_ON',
      ...(autoStop && { RunningModeAutoStopTimeoutInMinutes: 60 }),
      RootVolumeSizeGib: team.compute === 'STANDARD' ? 80 : 175,
      UserVolumeSizeGib: team.compute === 'STANDARD' ? 50 : 100,
      ComputeTypeName: team.compute,
      Protocols: [team.protocol],
      OperatingSystemName: team.os,
    },
    ModificationStates: [],
  };
  place.workspaces.push(workspace);
  addSession(place, workspace);
  addInterface(place, {
    label,
    subnet,
    address: IpAddress,
    description: `Created By Amazon Workspaces for AWS Account ID ${accountId}`,
    groups,
    instanceOwner: 'amazon-aws',
    deviceIndex: 1,
  });
}

/** Names a directory's users as Microsoft Entra ID does, by their user principal names. */
export function nameByPrincipal(place: Place, alias: string): void {
  const { DirectoryId } = place.directory(alias);
  for (const workspace of place.workspaces.filter((one) => one.DirectoryId === DirectoryId)) {
    workspace.UserName = `${workspace.UserName}@example.com`;
  }
}
