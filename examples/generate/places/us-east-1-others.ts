import { addDirectory } from '../directories.ts';
import type { Place } from '../place.ts';
import { addPair, type Site } from './site.ts';

/** A pool's WorkSpaces are not listed by DescribeWorkspaces: the directory stands alone. */
export function addPools(place: Place, site: Site): void {
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
export function addLegacy(place: Place, site: Site): void {
  const legacy = addDirectory(place, {
    alias: 'legacy-desktops',
    kind: 'SimpleAD',
    encryption: 'STANDARD_TLS',
    vpc: site.vpc,
    subnets: addPair(place, site, 'legacy-desktops', 18),
  });
  if (place.era === 'now') legacy.State = 'DEREGISTERING';
}
