import { counted, type FactTable } from '../define.ts';
import * as op from '../operations.ts';
import { apiCallerFacts } from './api-callers.ts';
import { byolFacts } from './byol.ts';
import type { AccountContext } from './context.ts';
import { organizationFacts } from './organization.ts';

/** Everything a rule can read of an account. */
export const accountFacts: FactTable<AccountContext> = {
  id: { type: 'string', about: 'Account id.', from: [], read: ({ estate }) => estate.accountId },
  region: { type: 'string', about: 'Region code.', from: [], read: ({ estate }) => estate.region },
  ipGroupCount: {
    type: 'number',
    about: 'IP access control groups of the account in the Region.',
    from: [op.ipGroups],
    read: ({ estate }) => counted(estate.index.ipGroups.size, estate.unread('WorkspacesIpGroup') ?? estate.limited),
  },
  ...byolFacts,
  ...apiCallerFacts,
  ...organizationFacts,
};

export type { AccountContext } from './context.ts';
