import { OrganizationsClient } from '@aws-sdk/client-organizations';
import { type ClientOptions, makeClient } from '../lib/clients/client.ts';
import { organizationsRegion } from '../lib/clients/optional-clients.ts';
import { regionsWithWorkspaces } from '../lib/clients/regions.ts';
import { signIn } from '../lib/clients/sign-in.ts';
import { listAccounts } from '../lib/collect/organization.ts';
import { loadPolicy } from '../lib/run/configuration.ts';
import { planStep } from '../lib/run/plan.ts';
import { parseTargetSettings } from '../lib/run/settings.ts';
import { planInputSchema } from '../lib/run/steps.ts';
import { builtInPacks } from './built-in-packs.ts';
import { clientSettings, evidenceBucket, homeRegion } from './clients.ts';
import { setting } from './environment.ts';
import { stepHandler } from './handler.ts';

/** Lists the accounts and Regions to audit; see `planStep`. */
export const handler = stepHandler(planInputSchema, async (input) => {
  const bucket = await evidenceBucket();
  const { accountId, partition } = await signIn(homeRegion(), undefined, clientSettings);
  return await planStep(input, {
    bucket,
    settings: parseTargetSettings(setting('TARGETS')),
    own: { accountId, partition, region: homeRegion() },
    memberRoleName: setting('MEMBER_ROLE_NAME'),
    listAccounts: async (filter) => {
      const region = organizationsRegion(homeRegion());
      const make = (options: ClientOptions) => new OrganizationsClient(options);
      return await listAccounts(await makeClient('organizations', region, undefined, clientSettings, make), filter);
    },
    loadPolicy: async () => await loadPolicy(bucket, await builtInPacks()),
    regionsWithWorkspaces,
  });
});
