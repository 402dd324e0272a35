import { signInWithCertificates } from '../account/certificate-authorities.ts';
import { addIdentityCenter, assignUsers } from '../account/identity-center.ts';
import { addCommercialAccount } from '../account/index.ts';
import { addLicences, linkAccount } from '../account/licences.ts';
import { addConnectionAlias } from '../aliases.ts';
import { addDirectory } from '../directories.ts';
import { streamThroughEndpoint } from '../endpoints.ts';
import { lendPublicIp } from '../interfaces.ts';
import { type Era, Place } from '../place.ts';
import { addSecurityGroup, permission, tcp } from '../security-groups.ts';
import type { Directory, Workspace } from '../shapes.ts';
import { askThroughRadius, signInThroughSaml } from '../sign-in.ts';
import { addWorkspaces, type Team, windowsTeam } from '../workspaces.ts';
import { addPair, addSite, routeToDataCentre, type Site } from './site.ts';
import { addNewDirectories } from './us-east-1-new.ts';
import { addSourceAddresses } from './us-east-1-sources.ts';

/** The organisation's main Region: most of its directories and WorkSpaces. */
export function buildUsEast1(era: Era): Place {
  const place = new Place('aws', '111122223333', 'us-east-1', era);
  const site = addSite(place, '10.20', ['203.0.113.2', '203.0.113.3']);
  // A further data centre, since the baseline.
  if (era === 'now') for (const table of site.private) routeToDataCentre(place, table, '172.20.0.0/16');
  const sources = addSourceAddresses(place);
  addCommercialAccount(place);
  addIdentityCenter(place);
  addLicences(place, {
    DedicatedTenancySupport: 'ENABLED',
    DedicatedTenancyManagementCidrRange: '198.18.0.0/16',
    DedicatedTenancyAccountType: 'SOURCE_ACCOUNT',
  });
  linkAccount(place, '666677778888', 'LINKED');
  addFinance(place, site, sources.finance);
  addEngineering(place, site, sources.engineering);
  addTraining(place, site);
  addContractors(place, site);
  addBranches(place, site, sources);
  addCallCentre(place, site, sources.callCentre);
  addPressOffice(place, site);
  addPools(place, site);
  addLegacy(place, site);
  if (era === 'now') addNewDirectories(place, site);
  return place;
}

function addFinance(place: Place, site: Site, ipGroups: readonly string[]): void {
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

function addEngineering(place: Place, site: Site, ipGroups: readonly string[]): void {
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

function addTraining(place: Place, site: Site): void {
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

function addContractors(place: Place, site: Site): void {
  const subnets = addPair(place, site, 'contractors', 8);
  const contractors = addDirectory(place, {
    alias: 'contractors',
    kind: 'IdentityCenter',
    dedicated: true,
    encryption: 'FIPS_VALIDATED',
    vpc: site.vpc,
    subnets,
  });
  contractors.StreamingProperties = { GlobalAccelerator: { Mode: 'ENABLED_AUTO', PreferredProtocol: 'TCP' } };
  const endpoint = addSecurityGroup(place, site.vpc, {
    name: 'contractors-streaming-endpoint',
    description: 'Who may stream contractors desktops',
    ingress: [tcp(443, '10.60.0.0/16'), tcp(4195, '10.60.0.0/16')],
  });
  streamThroughEndpoint(place, contractors, subnets, endpoint);
  assignUsers(place, 'contractors', true);
  contractors.WorkspaceAccessProperties.DeviceTypeWeb = 'ALLOW';
  addWorkspaces(place, contractors, subnets, [
    { ...windowsTeam('contractor', 24), os: 'WINDOWS_11' },
    { ...windowsTeam('animator', 4), os: 'WINDOWS_10', compute: 'GRAPHICS_G4DN', alwaysOn: true },
  ]);
}

function addBranches(place: Place, site: Site, sources: { readonly east: string[]; readonly west: string[] }): void {
  for (const { alias, third, ipGroups, team } of [
    { alias: 'retail-east', third: 10, ipGroups: sources.east, team: windowsTeam('store-manager', 26) },
    { alias: 'retail-west', third: 12, ipGroups: sources.west, team: windowsTeam('store-clerk', 25) },
  ]) {
    const subnets = addPair(place, site, alias, third);
    const directory = addDirectory(place, {
      alias,
      kind: 'ADConnector',
      encryption: 'FIPS_VALIDATED',
      vpc: site.vpc,
      subnets,
      ipGroups,
    });
    addWorkspaces(place, directory, subnets, [team]);
    askThroughRadius(place, alias, 'Completed');
  }
}

function addCallCentre(place: Place, site: Site, ipGroups: readonly string[]): void {
  const subnets = addPair(place, site, 'call-centre', 14);
  const callCentre = addDirectory(place, {
    alias: 'call-centre',
    kind: 'MicrosoftAD',
    dedicated: true,
    encryption: 'FIPS_VALIDATED',
    vpc: site.vpc,
    subnets,
    ipGroups,
  });
  addWorkspaces(place, callCentre, subnets, [{ ...windowsTeam('call-agent', 36), os: 'WINDOWS_10' }]);
  signInThroughSaml(place, 'call-centre');
  signInWithCertificates(place, 'call-centre');
}

/** Switched to FIPS mode since the baseline; half of its people have a desktop of after that. */
function addPressOffice(place: Place, site: Site): void {
  const subnets = addPair(place, site, 'press-office', 28);
  const pressOffice = addDirectory(place, {
    alias: 'press-office',
    kind: 'MicrosoftAD',
    encryption: place.era === 'baseline' ? 'STANDARD_TLS' : 'FIPS_VALIDATED',
    vpc: site.vpc,
    subnets,
    ipGroups: ['head-office'],
  });
  askThroughRadius(place, 'press-office', 'Completed');
  const previews = addSecurityGroup(place, site.vpc, {
    name: 'press-previews',
    description: 'Pages that desktops show to colleagues before they are published',
    ingress: [tcp(80, site.vpc.CidrBlock), tcp(443, site.vpc.CidrBlock)],
  });
  pressOffice.WorkspaceCreationProperties.CustomSecurityGroupId = previews.GroupId;
  const count = place.era === 'baseline' ? 2 : 4;
  addWorkspaces(place, pressOffice, subnets, [windowsTeam('press-officer', count, [previews])]);
}

/** A pool's WorkSpaces are not listed by DescribeWorkspaces: the directory stands alone. */
function addPools(place: Place, site: Site): void {
  const { DirectoryId } = addDirectory(place, {
    alias: 'seasonal-pool',
    kind: 'Pools',
    encryption: 'STANDARD_TLS',
    vpc: site.vpc,
    subnets: addPair(place, site, 'seasonal-pool', 16),
    ipGroups: ['head-office'],
  });
  place.further.of('WorkspacesPool').push({
    PoolId: place.workspacesId('wspool', 'seasonal'),
    PoolArn: place.arn('workspaces', 'workspacespool/seasonal'),
    PoolName: 'seasonal',
    Description: 'Extra hands before the holidays',
    State: 'STOPPED',
    CapacityStatus: { AvailableUserSessions: 0, DesiredUserSessions: 0, ActualUserSessions: 0, ActiveUserSessions: 0 },
    BundleId: place.workspacesId('wsb', 'seasonal pool'),
    DirectoryId,
    CreatedAt: place.launchOf('seasonal pool'),
    RunningMode: 'AUTO_STOP',
  });
}

/** A directory on its way out; its last WorkSpaces are gone. */
function addLegacy(place: Place, site: Site): void {
  const legacy = addDirectory(place, {
    alias: 'legacy-desktops',
    kind: 'SimpleAD',
    encryption: 'STANDARD_TLS',
    vpc: site.vpc,
    subnets: addPair(place, site, 'legacy-desktops', 18),
  });
  if (place.era === 'now') legacy.State = 'DEREGISTERING';
}
