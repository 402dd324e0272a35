import { isUnknown, Unknown } from '../../model/unknown.ts';
import { combined, counted, type FactTable, partition, seen, sorted } from '../define.ts';
import type { Estate } from '../estate.ts';
import type { AliasDirectory } from '../joins/aliases.ts';
import { connectionStringsOf, inPlace, placeOf, redirectionOf, regionsBeyond } from '../joins/redirections.ts';
import { samlStatusOf, usesSaml } from '../joins/saml-status.ts';
import { noUser, userNameOf } from '../joins/users.ts';
import * as op from '../operations.ts';
import type { DirectoryContext } from './context.ts';

/** Directories in other Regions that the same connection strings lead to, and why there may be more in what was read. */
function others({ estate, directory }: DirectoryContext) {
  const strings = connectionStringsOf(estate, directory.DirectoryId);
  const redirections = strings.list.map((text) => redirectionOf(estate, text));
  const elsewhere = redirections.flatMap((one) => one.directories).filter(({ region }) => region !== estate.region);
  const named = new Map(elsewhere.map((one) => [nameOf(one), one]));
  const beyond = sorted(redirections.flatMap((one) => regionsBeyond(estate, one)));
  return {
    list: [...named].map(([name, one]) => ({ name, one })),
    unknown: combined([strings.unknown, ...redirections.map((one) => one.unknown)].filter(isUnknown)),
    beyond:
      beyond.length === 0
        ? undefined
        : new Unknown(
            `of ${sorted(strings.list).join(', ')}, ${beyond.length} other Regions are not part of this audit`,
          ),
  };
}

const nameOf = ({ region, accountId, directoryId }: AliasDirectory) => `${region} ${accountId} ${directoryId}`;

/** Users with a live WorkSpace in a directory, in lower case, and why there may be more. */
function usersOf(estate: Estate, directoryId: string) {
  const scope = estate.snapshot.header.scope?.directories;
  const left = scope === undefined || scope.includes(directoryId) ? undefined : estate.limited;
  const { known: names, unknown } = partition(estate.liveWorkspaces(directoryId).map(userNameOf));
  const why = estate.unread('Workspace') ?? left ?? unknown;
  return { names: names.filter((name) => name !== noUser).map((name) => name.toLowerCase()), unknown: why };
}

/** Users of the other directories who have no WorkSpace in this one. */
function usersOnlyElsewhere(context: DirectoryContext) {
  const { list, unknown } = others(context);
  const theirs = partition(
    list.map(({ one }) => {
      const place = placeOf(context.estate, one);
      return isUnknown(place) ? place : { place, users: usersOf(place, one.directoryId) };
    }),
  );
  const own = usersOf(context.estate, context.directory.DirectoryId);
  const ownNames = new Set(own.names);
  const missing = sorted(theirs.known.flatMap(({ users }) => users.names)).filter((name) => !ownNames.has(name));
  const gaps = theirs.known.flatMap(({ place, users }) =>
    users.unknown === undefined ? [] : [inPlace(place, users.unknown)],
  );
  return {
    missing,
    // Whoever seems to be missing may have a WorkSpace here that was not read.
    own: missing.length > 0 ? own.unknown : undefined,
    unknown: combined([unknown, theirs.unknown, ...gaps].filter(isUnknown)),
  };
}

/** The directories that connection aliases of cross-Region redirection tie to this one. */
export const aliasFacts: FactTable<DirectoryContext> = {
  'aliases.connectionStrings': {
    type: 'list',
    about: 'Connection strings of the aliases that are associated with the directory.',
    from: [op.connectionAliases],
    read: ({ estate, directory }) => {
      const { list, unknown } = connectionStringsOf(estate, directory.DirectoryId);
      return seen(list, unknown);
    },
  },
  'aliases.otherDirectories': {
    type: 'list',
    about:
      'Directories of these aliases in other Regions, as "Region account directory"; unknown while none is seen and not every Region was audited.',
    from: [op.connectionAliases],
    read: (context) => {
      const { list, unknown, beyond } = others(context);
      return seen(
        list.map(({ name }) => name),
        unknown ?? beyond,
      );
    },
  },
  'aliases.otherDirectoriesWithSaml': {
    type: 'list',
    about: 'Those of them with SAML 2.0 sign-in.',
    from: [op.connectionAliases, op.directories],
    read: (context) => {
      const { list, unknown, beyond } = others(context);
      const statuses = partition(list.map(({ name, one }) => samlOf(context.estate, name, one)));
      const withSaml = statuses.known.filter(({ status }) => usesSaml.includes(status)).map(({ name }) => name);
      return seen(
        withSaml,
        combined([statuses.unknown, unknown].filter(isUnknown)) ?? (list.length > 0 ? undefined : beyond),
      );
    },
  },
  'aliases.usersOnlyElsewhere': {
    type: 'list',
    about:
      'The first 20 users, in lower case, who have a live WorkSpace in one of those directories and none in this one.',
    from: [op.connectionAliases, op.workspaces],
    read: (context) => {
      const { missing, own, unknown } = usersOnlyElsewhere(context);
      return own ?? seen(missing.slice(0, 20), unknown);
    },
  },
  'aliases.usersOnlyElsewhereCount': {
    type: 'number',
    about: 'How many such users there are.',
    from: [op.connectionAliases, op.workspaces],
    read: (context) => {
      const { missing, own, unknown } = usersOnlyElsewhere(context);
      return own ?? counted(missing.length, unknown);
    },
  },
};

function samlOf(estate: Estate, name: string, one: AliasDirectory) {
  const place = placeOf(estate, one);
  if (isUnknown(place)) return place;
  const directory = place.index.directories.get(one.directoryId);
  if (directory === undefined) return inPlace(place, place.notReturned('WorkspaceDirectory', one.directoryId));
  const status = samlStatusOf(directory);
  return isUnknown(status) ? inPlace(place, status) : { name, status };
}
