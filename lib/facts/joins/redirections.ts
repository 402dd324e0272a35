import regions from '../../../rules/reference/regions.json' with { type: 'json' };
import { isUnknown, Unknown } from '../../model/unknown.ts';
import { byCodePoint, combined, partition, sorted } from '../define.ts';
import type { Estate } from '../estate.ts';
import {
  type AliasDirectory,
  associationsWith,
  audited,
  connectionStringOf,
  directoriesOf,
  ownerOf,
  seenAliases,
} from './aliases.ts';

/** Where a connection string leads, and how far the audit saw. */
export interface Redirection {
  readonly directories: readonly AliasDirectory[];
  /** Why there may be more directories in what was read. */
  readonly unknown: Unknown | undefined;
  /** Regions of which it is known whether the string leads there. */
  readonly regions: readonly string[];
}

/** Follows a connection string through every Region of the audit. Only its owner sees that there is none in a Region. */
export function redirectionOf(estate: Estate, connectionString: string): Redirection {
  const all = seenAliases(estate).map((seen) => ({ seen, text: connectionStringOf(seen) }));
  const same = all.filter(({ text }) => text === connectionString).map(({ seen }) => seen);
  const owners = sorted(same.map(ownerOf));
  const found = partition(same.flatMap((seen) => directoriesOf(seen)));
  const seenIn = sorted(same.map((seen) => seen.estate.region));
  const elsewhere = audited(estate).filter(
    ({ region, accountId }) => !seenIn.includes(region) && owners.includes(accountId),
  );
  const unread = elsewhere.map((place) => ({ place, why: place.unread('ConnectionAlias') ?? place.limited }));
  const readWhole = unread.filter(({ why }) => why === undefined).map(({ place }) => place.region);
  return {
    directories: distinct(found.known),
    unknown: combined(
      [
        found.unknown,
        ...all.map(({ text }) => text),
        ...unread.map(({ place, why }) => (why === undefined ? undefined : inPlace(place, why))),
      ].filter(isUnknown),
    ),
    regions: sorted([...seenIn, ...readWhole]),
  };
}

/** The same reason, with the place that it is about; which other place has none need not be told. */
export const inPlace = ({ accountId, region }: Estate, { reason, operations }: Unknown): Unknown =>
  new Unknown(`in ${region} of ${accountId}, ${reason}`, operations);

function distinct(directories: readonly AliasDirectory[]): AliasDirectory[] {
  const byName = new Map(directories.map((one) => [`${one.region} ${one.accountId} ${one.directoryId}`, one]));
  return [...byName].sort(([a], [b]) => byCodePoint(a, b)).map(([, one]) => one);
}

/** Regions of the estate's partition that offer WorkSpaces and of which nothing is known about a string. */
export function regionsBeyond(estate: Estate, { regions: seen }: Redirection): string[] {
  const { partition: own } = estate.snapshot.header;
  return Object.entries(regions.regions)
    .filter(([name, region]) => region.partition === own && region.offersWorkspaces && !seen.includes(name))
    .map(([name]) => name);
}

/** Connection strings that lead to a directory, and why there may be more. */
export function connectionStringsOf(estate: Estate, directoryId: string) {
  const here = seenAliases(estate).filter((seen) => seen.estate.region === estate.region);
  const { known: strings, unknown } = partition(
    here.flatMap((seen): (string | Unknown)[] => {
      const found = partition(directoriesOf(seen, associationsWith(seen, directoryId)));
      if (found.known.some(({ accountId }) => accountId === estate.accountId)) return [connectionStringOf(seen)];
      // Another account's alias that names this id may mean a directory of its own.
      return seen.estate === estate ? [found.unknown].filter(isUnknown) : [];
    }),
  );
  return { list: sorted(strings), unknown: combined([estate.unread('ConnectionAlias'), unknown].filter(isUnknown)) };
}

/** The estate that holds a directory of an alias. */
export const placeOf = (estate: Estate, { region, accountId }: AliasDirectory): Estate | Unknown =>
  audited(estate).find((place) => place.region === region && place.accountId === accountId) ??
  new Unknown(`${region} of ${accountId} is not part of this audit`);
