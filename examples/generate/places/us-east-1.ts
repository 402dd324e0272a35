import { addDirectory } from '../directories.ts';
import { streamThroughEndpoint } from '../endpoints.ts';
import { lendPublicIp } from '../interfaces.ts';
import { type Era, Place } from '../place.ts';
import { addSecurityGroup, permission, tcp } from '../security-groups.ts';
import type { Directory, Workspace } from '../shapes.ts';
import { addWorkspaces, type Team, windowsTeam } from '../workspaces.ts';
import { addPair, addSite, type Site } from './site.ts';
import { addNewDirectories } from './us-east-1-new.ts';
import { addSourceAddresses } from './us-east-1-sources.ts';

/** The organisation's main Region: most of its directories and WorkSpaces. */
export function buildUsEast1(era: Era): Place {
  const place = new Place('aws', '111122223333', 'us-east-1', era);
  const site = addSite(place, '10.20', '203.0.113.2');
  const sources = addSourceAddresses(place);
  addFinance(place, site, sources.finance);
  addEngineering(place, site, sources.engineering);
  addTraining(place, site);
  addContractors(place, site);
  addBranches(place, site, sources);
  addCallCentre(place, site, sources.callCentre);
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
  finance.WorkspaceCreationProperties.CustomSecurityGroupId = desktops.GroupId;
  finance.SamlProperties = {
    Status: 'ENABLED',
    UserAccessUrl:
      'https://idp.example.com/sso/saml?RelayState=https%3A%2F%2Fworkspaces.euc-sso-fips.us-east-1.aws.amazon.com%2Fsso-idp',
    RelayStateParameterName: 'RelayState',
  };
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
    windowsTeam('test-engineer', 10),
    { ...windowsTeam('gpu-modeller', 4), compute: 'GRAPHICS_G4DN' },
    { ...windowsTeam('cad-designer', 2), compute: 'GRAPHICS', os: 'WINDOWS_SERVER_2016', protocol: 'PCOIP' },
  ]);
}

function addTraining(place: Place, site: Site): void {
  const subnets = addPair(place, site, 'training', 6, site.open);
  const training = addDirectory(place, {
    alias: 'training',
    kind: 'SimpleAD',
    encryption: 'STANDARD_TLS',
    vpc: site.vpc,
    subnets,
  });
  training.WorkspaceCreationProperties.EnableInternetAccess = true;
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
  addWorkspaces(place, contractors, subnets, [windowsTeam('contractor', 24)]);
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
  }
}

function addCallCentre(place: Place, site: Site, ipGroups: readonly string[]): void {
  const subnets = addPair(place, site, 'call-centre', 14);
  const callCentre = addDirectory(place, {
    alias: 'call-centre',
    kind: 'MicrosoftAD',
    encryption: 'FIPS_VALIDATED',
    vpc: site.vpc,
    subnets,
    ipGroups,
  });
  addWorkspaces(place, callCentre, subnets, [windowsTeam('call-agent', 36)]);
  callCentre.SamlProperties = {
    Status: 'ENABLED',
    UserAccessUrl:
      'https://idp.example.com/sso/saml?RelayState=https%3A%2F%2Fworkspaces.euc-sso-fips.us-east-1.aws.amazon.com%2Fsso-idp',
    RelayStateParameterName: 'RelayState',
  };
}

/** A pool's WorkSpaces are not listed by DescribeWorkspaces: the directory stands alone. */
function addPools(place: Place, site: Site): void {
  addDirectory(place, {
    alias: 'seasonal-pool',
    kind: 'Pools',
    encryption: 'STANDARD_TLS',
    vpc: site.vpc,
    subnets: addPair(place, site, 'seasonal-pool', 16),
    ipGroups: ['head-office'],
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
