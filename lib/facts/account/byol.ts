import { isUnknown, type Unknown } from '../../model/unknown.ts';
import { combined, counted, type FactDefinition, type FactTable, known, partition, seen } from '../define.ts';
import type { Estate } from '../estate.ts';
import { tenancyOf } from '../joins/byol.ts';
import { type ByolKind, byolCountsOf } from '../joins/byol-counts.ts';
import { byolAccountTypeOf, byolAccountTypes, sharersOf } from '../joins/byol-links.ts';
import { inPlace } from '../joins/redirections.ts';
import * as op from '../operations.ts';
import type { AccountContext } from './context.ts';

const supports = ['ENABLED', 'DISABLED'];
const counting = [op.workspaces, op.directories];
const linked = [...counting, op.accountLinks, op.account];

/** Why more WorkSpaces may exist than an estate holds. */
const unlisted = (estate: Estate): Unknown | undefined => estate.unread('Workspace') ?? estate.limited;

/** BYOL WorkSpaces of the account alone. */
const ownCount = (kind: ByolKind, about: string): FactDefinition<AccountContext> => ({
  type: 'number',
  about,
  from: counting,
  read: ({ estate }) => {
    const { certain, unknown } = byolCountsOf(estate)[kind];
    return counted(certain, unlisted(estate) ?? unknown);
  },
});

/** Of which estates the WorkSpaces count together, and why there may be more of them. */
function together({ estate }: AccountContext) {
  const { estates, unknown } = sharersOf(estate);
  const reasons = estates.map((one) => {
    const why = unlisted(one);
    return why === undefined || one === estate ? why : inPlace(one, why);
  });
  return { estates, unknown: combined([unknown, ...reasons].filter(isUnknown)) };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** BYOL WorkSpaces of the account and of those that are linked with it. */
const linkedCount = (kind: ByolKind, about: string): FactDefinition<AccountContext> => ({
  type: 'number',
  about,
  from: linked,
  read: (context) => {
    const { estates, unknown } = together(context);
    const tallies = estates.map((estate) => byolCountsOf(estate)[kind]);
    const unclear = tallies.find((tally) => tally.unknown !== undefined)?.unknown;
    return counted(sum(tallies.map(({ certain }) => certain)), unknown ?? unclear);
  },
});

/** The same with every WorkSpace of which it is not known; more still while there may be more WorkSpaces. */
const linkedCountAtMost = (kind: ByolKind, about: string): FactDefinition<AccountContext> => ({
  type: 'number',
  about,
  from: linked,
  read: (context) => {
    const { estates, unknown } = together(context);
    return counted(sum(estates.map((estate) => byolCountsOf(estate)[kind].possible)), unknown);
  },
});

const alsoUnclear = 'The same with those of which the answer does not say it.';

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
  'byol.nonGpuCount': ownCount('nonGpu', 'Live BYOL WorkSpaces without GPU.'),
  'byol.gpuCount': ownCount('gpu', 'Live BYOL WorkSpaces with GPU: compute types that begin with GRAPHICS.'),
  'byol.g6Count': ownCount('g6', 'Those of them with a G6 compute type.'),
  'byol.linked.count': linkedCount('all', 'Live BYOL WorkSpaces of the account and of those linked with it.'),
  'byol.linked.countAtMost': linkedCountAtMost('all', alsoUnclear),
  'byol.linked.nonGpuCount': linkedCount('nonGpu', 'Those without GPU.'),
  'byol.linked.nonGpuCountAtMost': linkedCountAtMost('nonGpu', alsoUnclear),
  'byol.linked.alwaysOnGpuCount': linkedCount('alwaysOnGpu', 'Those with GPU that always run.'),
  'byol.linked.alwaysOnGpuCountAtMost': linkedCountAtMost('alwaysOnGpu', alsoUnclear),
  'byol.linked.autoStopGpuCount': linkedCount('autoStopGpu', 'Those with GPU that stop when they are not used.'),
  'byol.linked.autoStopGpuCountAtMost': linkedCountAtMost('autoStopGpu', alsoUnclear),
};
