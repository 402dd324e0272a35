import limits from '../../../rules/reference/limits.json' with { type: 'json' };
import { AtLeast, isUnknown, Unknown } from '../../model/unknown.ts';
import { daysBetween } from '../arithmetic/days.ts';
import { counted, type FactTable, partition, present } from '../define.ts';
import { daysUnused } from '../joins/connections.ts';
import { findDescription } from '../joins/resources.ts';
import { isStandby } from '../joins/standby.ts';
import * as op from '../operations.ts';
import type { DirectoryContext } from './context.ts';

const liveOf = ({ estate, directory }: DirectoryContext) => estate.liveWorkspaces(directory.DirectoryId);

function ageDays({ estate, directory }: DirectoryContext): number | Unknown {
  const description = findDescription(estate, directory.DirectoryId);
  if (isUnknown(description)) return description;
  const path = `DirectoryDescriptions[${directory.DirectoryId}].LaunchTime`;
  const launched = present(description.LaunchTime, path);
  if (isUnknown(launched)) return launched;
  const days = daysBetween(launched, estate.snapshot.header.capturedAt);
  return days === undefined ? new Unknown(`${path} is no time: "${launched}"`) : Math.floor(days);
}

const recordedIn = ({ estate, directory }: DirectoryContext): boolean =>
  (estate.baseline?.registeredDirectories ?? []).some((earlier) => earlier.DirectoryId === directory.DirectoryId);

/** Two looks at an empty directory do not show what was between them; nothing that a snapshot holds does. */
function emptyDays(context: DirectoryContext): number | AtLeast {
  const { estate, directory } = context;
  const { baseline } = estate;
  const isEmpty = liveOf(context).length === 0;
  if (baseline === undefined || !isEmpty || !recordedIn(context)) return 0;
  if (baseline.liveWorkspaces(directory.DirectoryId).length > 0) return 0;
  const unread = baseline.unread('Workspace');
  if (unread !== undefined) return new AtLeast(0, new Unknown(`in the baseline, ${unread.reason}`));
  return Math.floor(daysBetween(baseline.snapshot.header.capturedAt, estate.snapshot.header.capturedAt) ?? 0);
}

/** While the service knows of no connection to any of them, they may be new as well as unused. */
function recentlyUsed(context: DirectoryContext): number | AtLeast {
  const { known, unknown } = partition(liveOf(context).map((workspace) => daysUnused(context.estate, workspace)));
  const days = known.filter((value) => value !== null);
  const silent =
    days.length === 0 ? new Unknown('no user connection to any WorkSpace of the directory is known') : undefined;
  const recent = days.filter((value) => value < limits.idleDirectoryDays);
  return counted(recent.length, context.estate.unread('Workspace') ?? unknown ?? silent);
}

function lastConnectionDays(context: DirectoryContext): number | null {
  const { known } = partition(liveOf(context).map((workspace) => daysUnused(context.estate, workspace)));
  const newest = known.reduce(
    (least: number | null, days) => (days === null ? least : Math.min(days, least ?? days)),
    null,
  );
  return newest === null ? null : Math.floor(newest);
}

/** Whether a directory is used, and since when it is not. */
export const useFacts: FactTable<DirectoryContext> = {
  ageDays: {
    type: 'number',
    about: 'Whole days since AWS Directory Service launched the directory.',
    from: [op.descriptions],
    read: ageDays,
  },
  emptyDays: {
    type: 'number',
    about:
      'Whole days for which the directory is known to have no live WorkSpaces: since a baseline that recorded none; ' +
      '0 when only this snapshot says so, or when it has some.',
    from: [op.workspaces],
    read: emptyDays,
  },
  'baseline.hasDirectory': {
    type: 'boolean',
    about: 'Whether a baseline recorded the directory as registered; false without a baseline.',
    from: [op.directories],
    read: (context) => {
      if (recordedIn(context)) return true;
      const unread = context.estate.baseline?.unread('WorkspaceDirectory');
      return unread === undefined ? false : new Unknown(`in the baseline, ${unread.reason}`);
    },
  },
  recentlyUsedWorkspaceCount: {
    type: 'number',
    about:
      'Live WorkSpaces that a user was connected to less than 30 days ago; unknown while no connection to any is known.',
    from: [op.workspaces, op.connectionStatus],
    read: recentlyUsed,
  },
  lastConnectionDays: {
    type: 'number',
    about: 'Whole days since the newest user connection to a live WorkSpace that is known; null when none is.',
    from: [op.workspaces, op.connectionStatus],
    nullable: true,
    read: lastConnectionDays,
  },
  activeWorkspaceCount: {
    type: 'number',
    about: 'Live WorkSpaces that are not the standby of one in another Region.',
    from: [op.workspaces],
    read: (context) => {
      const { known, unknown } = partition(liveOf(context).map(isStandby));
      const active = known.filter((standby) => !standby).length;
      return counted(active, context.estate.unread('Workspace') ?? unknown);
    },
  },
};
