import { signInWithCertificates } from '../account/certificate-authorities.ts';
import { addCommercialAccount } from '../account/index.ts';
import { addLicences } from '../account/licences.ts';
import { addDirectory } from '../directories.ts';
import { addNatGateway, foreignSubnet } from '../egress.ts';
import { addIpGroup } from '../ip-groups.ts';
import { type Era, Place } from '../place.ts';
import { addSecurityGroup, permission, tcp } from '../security-groups.ts';
import { signInThroughSaml, useSmartCards } from '../sign-in.ts';
import { addWorkspaces, windowsTeam } from '../workspaces.ts';
import { addPair, addSite, type Site } from './site.ts';

const ipGroups = ['west-office-a', 'west-office-b'];

/** A Region where everything is as it should be: users behind two gateways of their own, on trusted devices. */
export function buildUsWest2(era: Era): Place {
  const place = new Place('aws', '111122223333', 'us-west-2', era);
  const site = addSite(place, '10.28', ['203.0.113.70', '203.0.113.71']);
  addCommercialAccount(place);
  addLicences(place, {
    DedicatedTenancySupport: 'ENABLED',
    DedicatedTenancyManagementCidrRange: '198.18.0.0/16',
  });
  const egress = foreignSubnet(place, 'egress', 'a');
  for (const [name, publicIp] of [
    ['west-office-a', '203.0.113.80'],
    ['west-office-b', '203.0.113.81'],
  ] as const) {
    addNatGateway(place, egress, name, [publicIp]);
    addIpGroup(place, name, `Gateway ${name}`, { [`${publicIp}/32`]: name });
  }
  addCompliance(place, site);
  addCounsel(place, site);
  addMarshals(place, site);
  for (const { WorkspaceAccessProperties: access } of place.directories) {
    access.DeviceTypeWindows = 'TRUST';
    access.DeviceTypeOsx = 'TRUST';
  }
  return place;
}

/** Windows and Linux, and an external trust that serves both. */
function addCompliance(place: Place, site: Site): void {
  const subnets = addPair(place, site, 'compliance', 2);
  const desktops = addSecurityGroup(place, site.vpc, {
    name: 'compliance-desktops',
    description: 'Remote management of compliance desktops',
    ingress: [permission('tcp', 5985, 5986, { cidr: '10.28.250.0/24' })],
  });
  const ssh = addSecurityGroup(place, site.vpc, {
    name: 'ssh-from-jump-hosts',
    description: 'SSH to Linux desktops',
    ingress: [tcp(22, '10.28.250.0/24')],
  });
  const compliance = addDirectory(place, {
    alias: 'compliance',
    kind: 'MicrosoftAD',
    encryption: 'FIPS_VALIDATED',
    vpc: site.vpc,
    subnets,
    ipGroups,
  });
  compliance.WorkspaceCreationProperties.CustomSecurityGroupId = desktops.GroupId;
  signInThroughSaml(place, 'compliance');
  addWorkspaces(place, compliance, subnets, [
    windowsTeam('compliance-officer', 10, [desktops]),
    { ...windowsTeam('data-steward', 2, [desktops, ssh]), os: 'UBUNTU_22_04' },
  ]);
  place.further.of('Trust').push({
    DirectoryId: compliance.DirectoryId,
    TrustId: place.ec2Id('t', 'subsidiary').slice(0, 12),
    RemoteDomainName: 'corp.example.net',
    TrustType: 'External',
    TrustDirection: 'Two-Way',
    TrustState: 'Verified',
    CreatedDateTime: place.launchOf('subsidiary'),
  });
}

/** Own Windows licences, and certificates. */
function addCounsel(place: Place, site: Site): void {
  const subnets = addPair(place, site, 'counsel', 4);
  const counsel = addDirectory(place, {
    alias: 'counsel',
    kind: 'MicrosoftAD',
    dedicated: true,
    encryption: 'FIPS_VALIDATED',
    vpc: site.vpc,
    subnets,
    ipGroups,
  });
  signInThroughSaml(place, 'counsel');
  signInWithCertificates(place, 'counsel');
  addWorkspaces(place, counsel, subnets, [{ ...windowsTeam('counsellor', 52), os: 'WINDOWS_11' }]);
}

/** A domain of the organisation's own, and smart cards. */
function addMarshals(place: Place, site: Site): void {
  const subnets = addPair(place, site, 'marshals', 6);
  const marshals = addDirectory(place, {
    alias: 'marshals',
    kind: 'ADConnector',
    encryption: 'FIPS_VALIDATED',
    vpc: site.vpc,
    subnets,
    ipGroups,
  });
  const expires = '2028-06-30T00:00:00.000Z';
  useSmartCards(place, 'marshals', { orPassword: false, ocspUrl: 'http://ocsp.example.com', expires });
  addWorkspaces(place, marshals, subnets, [
    windowsTeam('marshal', 4),
    { ...windowsTeam('dispatcher', 2), os: 'AMAZON_LINUX_2' },
  ]);
}
