import { isUnknown } from '../../model/unknown.ts';
import { type FactTable, known, partition, seen } from '../define.ts';
import { tenancyOf } from '../joins/byol.ts';
import { byolAccountTypeOf, byolAccountTypes, sharersOf } from '../joins/byol-links.ts';
import * as op from '../operations.ts';
import { byolCountFacts } from './byol-counts.ts';
import type { AccountContext } from './context.ts';

const supports = ['ENABLED', 'DISABLED'];

/** What the account has of BYOL in the Region: Windows desktop licences of its own, on dedicated hardware. */
export const byolFacts: FactTable<AccountContext> = {
  'byol.support': {
    type: 'string',
    about: 'Whether the account is enabled for BYOL in the Region.',
    from: [op.account],
    values: supports,
    read: ({ estate }) => {
      const unread = estate.unread('WorkspacesAccount');
      const [account] = estate.snapshot.resources.WorkspacesAccount.items;
      if (account === undefined && unread !== undefined) return unread;
      return known(account?.DedicatedTenancySupport, supports, 'DedicatedTenancySupport');
    },
  },
  'byol.accountType': {
    type: 'string',
    about: 'Which side of BYOL account links the account is on; null when it has none.',
    from: [op.account],
    values: byolAccountTypes,
    nullable: true,
    read: ({ estate }) => byolAccountTypeOf(estate),
  },
  'byol.dedicatedDirectoryIds': {
    type: 'list',
    about: 'Directories on dedicated hardware that are not DEREGISTERED.',
    from: [op.directories],
    read: ({ estate }) => {
      const standing = estate.snapshot.resources.WorkspaceDirectory.items.filter(
        ({ State }) => State !== 'DEREGISTERED',
      );
      const tenancies = partition(
        standing.map((directory) => {
          const tenancy = tenancyOf(directory);
          return isUnknown(tenancy) ? tenancy : { id: directory.DirectoryId, tenancy };
        }),
      );
      const ids = tenancies.known.filter(({ tenancy }) => tenancy === 'DEDICATED').map(({ id }) => id);
      return seen(ids, estate.unread('WorkspaceDirectory') ?? estate.limited ?? tenancies.unknown);
    },
  },
  'byol.linkedAccountIds': {
    type: 'list',
    about: 'Accounts that share dedicated hardware with this one in the Region; none in GovCloud, which has no links.',
    from: [op.accountLinks, op.account],
    read: ({ estate }) => {
      const { accountIds, unknown } = sharersOf(estate);
      return seen(accountIds, unknown);
    },
  },
  ...byolCountFacts,
};
