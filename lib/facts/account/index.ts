import { counted, type FactTable } from '../define.ts';
import * as op from '../operations.ts';
import { byolFacts } from './byol.ts';
import type { AccountContext } from './context.ts';

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
};

export type { AccountContext } from './context.ts';
