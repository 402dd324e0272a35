import { assignUsers } from '../account/identity-center.ts';
import { addCommercialAccount } from '../account/index.ts';
import { addLicences, linkAccount } from '../account/licences.ts';
import { addCarelessEntraSecret } from '../account/secrets.ts';
import { addDirectory } from '../directories.ts';
import { addIpGroup } from '../ip-groups.ts';
import type { Era } from '../place.ts';
import { Place } from '../place.ts';
import { addWorkspaces, nameByPrincipal, windowsTeam } from '../workspaces.ts';
import { addPair, addSite } from './site.ts';

/** A young office that brings its own Windows licences. */
export function buildAfSouth1(era: Era): Place {
  const place = new Place('aws', '111122223333', 'af-south-1', era);
  const site = addSite(place, '10.26', ['203.0.113.64', '203.0.113.65']);
  addIpGroup(place, 'cape-town-office', 'Cape Town office', { '192.0.2.160/28': 'carrier range' });
  const ipGroups = ['cape-town-office'];
  const subnets = addPair(place, site, 'cape-town', 2);
  const capeTown = addDirectory(place, {
    alias: 'cape-town',
    kind: 'Entra',
    dedicated: true,
    encryption: 'STANDARD_TLS',
    vpc: site.vpc,
    subnets,
    ipGroups,
  });
  addWorkspaces(place, capeTown, subnets, [
    { ...windowsTeam('cape-advisor', 5), os: 'WINDOWS_10' },
    { ...windowsTeam('cape-designer', 1), os: 'WINDOWS_10', compute: 'GRAPHICS_G4DN' },
  ]);
  nameByPrincipal(place, 'cape-town');
  addCommercialAccount(place);
  addLicences(place, { DedicatedTenancySupport: 'DISABLED', DedicatedTenancyManagementCidrRange: '10.26.0.0/16' });
  linkAccount(place, '999900001111', 'PENDING_ACCEPTANCE_BY_TARGET_ACCOUNT');
  addCarelessEntraSecret(place, 'cape-town');
  assignUsers(place, 'cape-town', true);
  addDirectory(place, {
    alias: 'cape-town-own',
    kind: 'Custom',
    dedicated: true,
    encryption: 'STANDARD_TLS',
    vpc: site.vpc,
    subnets: addPair(place, site, 'cape-town-own', 4),
    ipGroups,
  });
  return place;
}
