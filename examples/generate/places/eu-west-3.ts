import { addCommercialAccount } from '../account/index.ts';
import { addLicences } from '../account/licences.ts';
import { addConnectionAlias } from '../aliases.ts';
import { addDirectory } from '../directories.ts';
import type { Era } from '../place.ts';
import { Place } from '../place.ts';
import { signInThroughSaml, useSmartCards } from '../sign-in.ts';
import { addRouteTable } from '../vpcs.ts';
import { addWorkspaces, windowsTeam } from '../workspaces.ts';
import { addPair, addSite, dataCentres, routeToDataCentre, type Site } from './site.ts';

/** What somebody began in a further Region and forgot: a pilot of taking over for finance, and a trial of smart cards. */
export function buildEuWest3(era: Era): Place {
  const place = new Place('aws', '111122223333', 'eu-west-3', era);
  const site = addSite(place, '10.24', ['203.0.113.60']);
  addCommercialAccount(place);
  addLicences(place);
  addDirectory(place, {
    alias: 'pilot',
    kind: 'SimpleAD',
    encryption: 'STANDARD_TLS',
    vpc: site.vpc,
    subnets: addPair(place, site, 'pilot', 2),
  });
  addConnectionAlias(place, 'desktops.example.com', 'pilot');
  addCardTrial(place, site);
  return place;
}

function addCardTrial(place: Place, site: Site): void {
  // Its desktops were never meant to reach the internet.
  const table = addRouteTable(place, site.vpc, 'data centres only');
  for (const network of dataCentres) routeToDataCentre(place, table, network);
  const subnets = addPair(place, site, 'card-trial', 4, [table, table]);
  const cardTrial = addDirectory(place, {
    alias: 'card-trial',
    kind: 'ADConnector',
    encryption: 'STANDARD_TLS',
    vpc: site.vpc,
    subnets,
  });
  addWorkspaces(place, cardTrial, subnets, [
    { ...windowsTeam('card-tester', 2), protocol: 'PCOIP' },
    { ...windowsTeam('card-developer', 1), os: 'AMAZON_LINUX_2' },
  ]);
  signInThroughSaml(place, 'card-trial');
  useSmartCards(place, 'card-trial', {
    orPassword: false,
    ocspUrl: 'http://ocsp.example.com',
    expires: '2028-06-30T00:00:00.000Z',
  });
}
