import { signInWithCertificates } from '../account/certificate-authorities.ts';
import { addConnectionAlias } from '../aliases.ts';
import { addDirectory } from '../directories.ts';
import { lendPublicIp } from '../interfaces.ts';
import type { Place } from '../place.ts';
import { addSecurityGroup, permission } from '../security-groups.ts';
import type { Directory, Workspace } from '../shapes.ts';
import { askThroughRadius, signInThroughSaml } from '../sign-in.ts';
import { addWorkspaces, type Team, windowsTeam } from '../workspaces.ts';
import { addPair, type Site } from './site.ts';

export function addFinance(place: Place, site: Site, ipGroups: readonly string[]): void {
  const subnets = addPair(place, site, 'finance', 2);
  const desktops = addSecurityGroup(place, site.vpc, {
    name: 'finance-desktops',
    description: 'Remote management of finance desktops',
    ingress: [permission('tcp', 5985, 5986, { cidr: '10.20.250.0/24' })],
  });
  const finance = addDirectory(place, {
    alias: 'finance',
    kind: 'MicrosoftAD',
    encryption: 'FIPS_VALIDATED',
    vpc: site.vpc,
    subnets,
    ipGroups,
  });
  finance.WorkspaceAccessProperties.DeviceTypeWindows = 'TRUST';
  finance.WorkspaceAccessProperties.DeviceTypeOsx = 'TRUST';
  finance.WorkspaceCreationProperties.CustomSecurityGroupId = desktops.GroupId;
  signInThroughSaml(place, 'finance');
  signInWithCertificates(place, 'finance');
  addConnectionAlias(place, 'desktops.example.com', 'finance');
  addWorkspaces(place, finance, subnets, [
    windowsTeam('finance-analyst', 30, [desktops]),
    windowsTeam('finance-controller', 8, [desktops]),
    windowsTeam('treasury-operator', 6, [desktops]),
  ]);
}

export function addEngineering(place: Place, site: Site, ipGroups: readonly string[]): void {
  const subnets = addPair(place, site, 'engineering', 4);
  const administrators = {
    PrefixListId: place.ec2Id('pl', 'administrators'),
    Entries: [
      { Cidr: '10.60.4.0/24', Description: 'jump hosts, data centre north' },
      { Cidr: '10.60.5.0/24', Description: 'jump hosts, data centre south' },
    ],
  };
  place.prefixLists.push(administrators);
  const ssh = addSecurityGroup(place, site.vpc, {
    name: 'ssh-from-jump-hosts',
    description: 'SSH to Linux desktops',
    ingress: [permission('tcp', 22, 22, { prefixList: administrators.PrefixListId })],
  });
  const engineering = addDirectory(place, {
    alias: 'engineering',
    kind: 'ADConnector',
    encryption: 'STANDARD_TLS',
    vpc: site.vpc,
    subnets,
    ipGroups,
  });
  engineering.StreamingProperties = {
    StreamingExperiencePreferredProtocol: 'TCP',
    GlobalAccelerator: { Mode: 'ENABLED_AUTO', PreferredProtocol: 'TCP' },
  };
  askThroughRadius(place, 'engineering', 'Completed');
  const linux: Team = {
    role: 'developer',
    count: 28,
    compute: 'PERFORMANCE',
    os: 'UBUNTU_22_04',
    protocol: 'WSP',
    groups: [ssh],
  };
  addWorkspaces(place, engineering, subnets, [
    linux,
    { ...windowsTeam('build-operator', 2, [ssh]), os: 'AMAZON_LINUX_2' },
    windowsTeam('test-engineer', 10),
    { ...windowsTeam('gpu-modeller', 4), compute: 'GRAPHICS_G4DN' },
    { ...windowsTeam('cad-designer', 2), compute: 'GRAPHICS', os: 'WINDOWS_SERVER_2016', protocol: 'PCOIP' },
  ]);
}

export function addTraining(place: Place, site: Site): void {
  const subnets = addPair(place, site, 'training', 6, [site.open, site.open]);
  const training = addDirectory(place, {
    alias: 'training',
    kind: 'SimpleAD',
    encryption: 'STANDARD_TLS',
    vpc: site.vpc,
    subnets,
  });
  training.WorkspaceCreationProperties.EnableInternetAccess = true;
  // The class rooms have PCoIP terminals.
  training.WorkspaceAccessProperties.DeviceTypeZeroClient = 'ALLOW';
  addConnectionAlias(place, 'training.example.com', 'training');
  addWorkspaces(place, training, subnets, [
    { ...windowsTeam('trainee', 18), protocol: 'PCOIP' },
    { ...windowsTeam('media-trainer', 1), compute: 'GRAPHICS', os: 'WINDOWS_SERVER_2016', protocol: 'PCOIP' },
  ]);
  for (const [index, { UserName }] of place.workspaces.filter(of(training)).entries()) {
    lendPublicIp(place.interfaceOf(UserName), `203.0.113.${160 + index}`);
  }
}

const of =
  ({ DirectoryId }: Directory) =>
  (workspace: Workspace): boolean =>
    workspace.DirectoryId === DirectoryId;
