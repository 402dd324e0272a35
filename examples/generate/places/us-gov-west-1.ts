import { addGovCloudAccount } from '../account/index.ts';
import { addLicences } from '../account/licences.ts';
import { addDirectory } from '../directories.ts';
import { addNatGateway, foreignSubnet } from '../egress.ts';
import { streamThroughEndpoint } from '../endpoints.ts';
import { addIpGroup } from '../ip-groups.ts';
import { type Era, Place, sinceBaseline } from '../place.ts';
import { addSecurityGroup, tcp } from '../security-groups.ts';
import { askThroughRadius, signInThroughSaml, useSmartCards } from '../sign-in.ts';
import { addWorkspaces, windowsTeam } from '../workspaces.ts';
import { addPair, addSite, type Site } from './site.ts';

const cards = { orPassword: false, ocspUrl: 'http://ocsp.example.gov', expires: '2028-06-30T00:00:00.000Z' };

/** The GovCloud account, for work under federal contracts. */
export function buildUsGovWest1(era: Era): Place {
  const place = new Place('aws-us-gov', '444455556666', 'us-gov-west-1', era);
  const site = addSite(place, '10.40', ['198.51.100.201', '198.51.100.202']);
  addGovCloudAccount(place);
  addLicences(place);
  addNatGateway(place, foreignSubnet(place, 'egress', 'a'), 'agency-outbound', ['198.51.100.210']);
  addIpGroup(place, 'agency-egress', 'NAT gateway of the agency network', {
    '198.51.100.210/32': 'agency NAT gateway',
  });
  addIpGroup(place, 'field-egress', 'Field offices', { '192.0.2.32/28': 'carrier range' });
  addIpGroup(place, 'field-annex', 'Field office annex', { '192.0.2.48/28': 'carrier range' });
  addProgram(place, site);
  addFieldOffice(place, site);
  addRecords(place, site);
  if (era === 'now') addMissionSupport(place, site);
  return place;
}

function addProgram(place: Place, site: Site): void {
  const subnets = addPair(place, site, 'program-alpha', 2);
  const program = addDirectory(place, {
    alias: 'program-alpha',
    kind: 'MicrosoftAD',
    encryption: 'FIPS_VALIDATED',
    vpc: site.vpc,
    subnets,
    ipGroups: ['agency-egress'],
  });
  signInThroughSaml(place, 'program-alpha');
  addWorkspaces(place, program, subnets, [
    windowsTeam('program-analyst', 24),
    { ...windowsTeam('signal-analyst', 2), os: 'RHEL_8' },
    { ...windowsTeam('imagery-analyst', 1), compute: 'GRAPHICS', os: 'WINDOWS_SERVER_2016', protocol: 'PCOIP' },
  ]);
}

function addFieldOffice(place: Place, site: Site): void {
  const subnets = addPair(place, site, 'field-office', 4);
  const fieldOffice = addDirectory(place, {
    alias: 'field-office',
    kind: 'ADConnector',
    encryption: 'FIPS_VALIDATED',
    vpc: site.vpc,
    subnets,
    ipGroups: ['field-egress', 'field-annex'],
  });
  addWorkspaces(place, fieldOffice, subnets, [windowsTeam('field-inspector', 16)]);
  useSmartCards(place, 'field-office', cards);
}

function addRecords(place: Place, site: Site): void {
  const subnets = addPair(place, site, 'records', 6);
  const records = addDirectory(place, {
    alias: 'records',
    kind: 'ADConnector',
    encryption: 'FIPS_VALIDATED',
    vpc: site.vpc,
    subnets,
  });
  addWorkspaces(place, records, subnets, [windowsTeam('records-clerk', 6)]);
  useSmartCards(place, 'records', cards);
}

function addMissionSupport(place: Place, site: Site): void {
  place.launches = sinceBaseline;
  const subnets = addPair(place, site, 'mission-support', 8);
  const mission = addDirectory(place, {
    alias: 'mission-support',
    kind: 'MicrosoftAD',
    encryption: 'FIPS_VALIDATED',
    vpc: site.vpc,
    subnets,
  });
  const endpoint = addSecurityGroup(place, site.vpc, {
    name: 'mission-streaming-endpoint',
    description: 'Who may stream mission support desktops',
    ingress: [tcp(443, '10.64.0.0/16'), tcp(4195, '10.64.0.0/16')],
  });
  streamThroughEndpoint(place, mission, subnets, endpoint);
  addWorkspaces(place, mission, subnets, [windowsTeam('mission-planner', 12)]);
  askThroughRadius(place, 'mission-support', 'Completed');
}
