import { isUnknown, type Unknown } from '../../model/unknown.ts';
import { combined, counted, type FactDefinition, type FactTable } from '../define.ts';
import type { Estate } from '../estate.ts';
import { type ByolKind, byolCountsOf } from '../joins/byol-counts.ts';
import { sharersOf } from '../joins/byol-links.ts';
import { inPlace } from '../joins/redirections.ts';
import * as op from '../operations.ts';
import type { AccountContext } from './context.ts';

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

/** How many BYOL WorkSpaces the account has, and together with those that share its dedicated hardware. */
export const byolCountFacts: FactTable<AccountContext> = {
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
