import { assignUsers } from '../account/identity-center.ts';
import { addEntraSecret } from '../account/secrets.ts';
import { addDirectory } from '../directories.ts';
import { shareFrom } from '../directory-service.ts';
import { streamThroughEndpoint } from '../endpoints.ts';
import { addIpGroup } from '../ip-groups.ts';
import { type Place, sinceBaseline } from '../place.ts';
import { addSecurityGroup, tcp } from '../security-groups.ts';
import { askThroughRadius } from '../sign-in.ts';
import { addWorkspaces, nameByPrincipal, windowsTeam } from '../workspaces.ts';
import { addPair, type Site } from './site.ts';

/** Directories that were set up since the baseline, so that nothing is recorded of their groups. */
export function addNewDirectories(place: Place, site: Site): void {
  place.launches = sinceBaseline;
  addClaims(place, site);
  addAuditors(place, site);
  addSandbox(place, site);
  addAcquired(place, site);
}

function addClaims(place: Place, site: Site): void {
  addIpGroup(place, 'claims-office', 'Claims office', { '192.0.2.96/28': 'carrier range' });
  addIpGroup(place, 'claims-partners', 'Loss adjusters', { '192.0.2.128/29': 'carrier range' });
  addIpGroup(place, 'claims-surge', 'Extra offices after storms', { '192.0.2.136/29': 'carrier range' });
  const subnets = addPair(place, site, 'claims', 20);
  const claims = addDirectory(place, {
    alias: 'claims',
    kind: 'MicrosoftAD',
    encryption: 'FIPS_VALIDATED',
    vpc: site.vpc,
    subnets,
    ipGroups: ['claims-office', 'claims-partners', 'claims-surge'],
  });
  addWorkspaces(place, claims, subnets, [windowsTeam('claims-handler', 14)]);
  askThroughRadius(place, 'claims', 'Completed');
}

function addAuditors(place: Place, site: Site): void {
  const subnets = addPair(place, site, 'auditors', 22);
  const auditors = addDirectory(place, {
    alias: 'auditors',
    kind: 'Entra',
    encryption: 'FIPS_VALIDATED',
    vpc: site.vpc,
    subnets,
  });
  const endpoint = addSecurityGroup(place, site.vpc, {
    name: 'auditors-streaming-endpoint',
    description: 'Who may stream auditors desktops',
    ingress: [tcp(443, '10.60.0.0/16'), tcp(4195, '10.60.0.0/16')],
  });
  streamThroughEndpoint(place, auditors, subnets, endpoint);
  addWorkspaces(place, auditors, subnets, [windowsTeam('external-auditor', 8)]);
  nameByPrincipal(place, 'auditors');
  addEntraSecret(place, 'auditors');
  assignUsers(place, 'auditors', true);
}

/** Nobody works in it yet: it can still be switched to FIPS mode. One zone was enough for trying things out. */
function addSandbox(place: Place, site: Site): void {
  const subnets = addPair(place, site, 'sandbox', 24);
  for (const subnet of subnets)
    Object.assign(subnet, { AvailabilityZone: 'us-east-1e', AvailabilityZoneId: 'use1-az3' });
  const sandbox = addDirectory(place, {
    alias: 'sandbox',
    kind: 'SimpleAD',
    encryption: 'STANDARD_TLS',
    vpc: site.vpc,
    subnets,
  });
  addWorkspaces(place, sandbox, subnets, [windowsTeam('sandbox-tester', 1)]);
  const gone = place.interfaceOf('sandbox-tester-001');
  place.interfaces = place.interfaces.filter((one) => one !== gone);
  place.workspace('sandbox-tester-001').State = 'TERMINATED';
}

/** The directory of a company that was bought: its account shares it with this one, and registering it failed. */
function addAcquired(place: Place, site: Site): void {
  const acquired = addDirectory(place, {
    alias: 'acquired',
    kind: 'MicrosoftAD',
    encryption: 'FIPS_VALIDATED',
    vpc: site.vpc,
    subnets: addPair(place, site, 'acquired', 26),
    ipGroups: ['head-office'],
  });
  acquired.State = 'ERROR';
  acquired.ErrorMessage = 'The directory is shared with this account and cannot be registered.';
  askThroughRadius(place, 'acquired', 'Completed');
  shareFrom(place, 'acquired', '555566667777');
}
