import { addIdentityCenter } from '../account/identity-center.ts';
import { addCommercialAccount } from '../account/index.ts';
import { addLicences, linkAccount } from '../account/licences.ts';
import { type Era, Place } from '../place.ts';
import { addSite, routeToDataCentre } from './site.ts';
import { addBranches, addCallCentre, addContractors, addPressOffice } from './us-east-1-branches.ts';
import { addNewDirectories } from './us-east-1-new.ts';
import { addEngineering, addFinance, addTraining } from './us-east-1-offices.ts';
import { addLegacy, addPools } from './us-east-1-others.ts';
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
