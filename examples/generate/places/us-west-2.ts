import { addCommercialAccount } from '../account/index.ts';
import { addLicences } from '../account/licences.ts';
import { addDirectory } from '../directories.ts';
import { addNatGateway, foreignSubnet } from '../egress.ts';
import { addIpGroup } from '../ip-groups.ts';
import { type Era, Place } from '../place.ts';
import { addSecurityGroup, permission, tcp } from '../security-groups.ts';
import { signInThroughSaml } from '../sign-in.ts';
import { addWorkspaces, windowsTeam } from '../workspaces.ts';
import { addPair, addSite } from './site.ts';

/** A Region where everything is as it should be: one Managed AD, its users behind two gateways of their own. */
export function buildUsWest2(era: Era): Place {
  const place = new Place('aws', '111122223333', 'us-west-2', era);
  const site = addSite(place, '10.28', ['203.0.113.70', '203.0.113.71']);
  addCommercialAccount(place);
  addLicences(place);
  const egress = foreignSubnet(place, 'egress', 'a');
  addNatGateway(place, egress, 'west-office-a', ['203.0.113.80']);
  addNatGateway(place, egress, 'west-office-b', ['203.0.113.81']);
  addIpGroup(place, 'west-office-a', 'West office, gateway a', { '203.0.113.80/32': 'west office, gateway a' });
  addIpGroup(place, 'west-office-b', 'West office, gateway b', { '203.0.113.81/32': 'west office, gateway b' });
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
    ipGroups: ['west-office-a', 'west-office-b'],
  });
  compliance.WorkspaceCreationProperties.CustomSecurityGroupId = desktops.GroupId;
  signInThroughSaml(place, 'compliance');
  addWorkspaces(place, compliance, subnets, [
    windowsTeam('compliance-officer', 10, [desktops]),
    {
      role: 'data-steward',
      count: 2,
      compute: 'STANDARD',
      os: 'UBUNTU_22_04',
      protocol: 'WSP',
      groups: [desktops, ssh],
    },
  ]);
  // Users of a company that was bought; an external trust serves Linux desktops, too.
  place.further.of('Trust').push({
    DirectoryId: compliance.DirectoryId,
    TrustId: place.ec2Id('t', 'subsidiary').slice(0, 12),
    RemoteDomainName: 'corp.example.net',
    TrustType: 'External',
    TrustDirection: 'Two-Way',
    TrustState: 'Verified',
    CreatedDateTime: place.launchOf('subsidiary'),
  });
  return place;
}
