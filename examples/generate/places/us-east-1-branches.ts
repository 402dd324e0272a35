import { signInWithCertificates } from '../account/certificate-authorities.ts';
import { assignUsers } from '../account/identity-center.ts';
import { addDirectory } from '../directories.ts';
import { streamThroughEndpoint } from '../endpoints.ts';
import type { Place } from '../place.ts';
import { addSecurityGroup, tcp } from '../security-groups.ts';
import { askThroughRadius, signInThroughSaml } from '../sign-in.ts';
import { addWorkspaces, windowsTeam } from '../workspaces.ts';
import { addPair, type Site } from './site.ts';

export function addContractors(place: Place, site: Site): void {
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

export function addBranches(
  place: Place,
  site: Site,
  sources: { readonly east: string[]; readonly west: string[] },
): void {
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

export function addCallCentre(place: Place, site: Site, ipGroups: readonly string[]): void {
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
export function addPressOffice(place: Place, site: Site): void {
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
