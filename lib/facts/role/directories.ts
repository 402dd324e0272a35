import { isUnknown } from '../../model/unknown.ts';
import { type FactTable, partition, seen, sorted } from '../define.ts';
import { certificateBasedAuthOf } from '../joins/certificate-authentication.ts';
import { samlDirectories, samlDirectoryIds } from '../joins/roles.ts';
import { arnOf, namedDirectory, resourcePatterns, serves, whereabouts } from '../joins/stream-directories.ts';
import { federatedGrants, streamGrants } from '../joins/stream-grants.ts';
import * as op from '../operations.ts';
import type { RoleContext } from './context.ts';
import { permissionOperations } from './stream.ts';

/** Directories that the role's permissions name, by where they are. */
const directoriesThatAre = (place: 'nowhere' | 'elsewhere') => (context: RoleContext) => {
  const { list, unknown } = streamGrants(context.estate, context.name);
  const named = list.flatMap(resourcePatterns).flatMap((pattern) => namedDirectory(pattern) ?? []);
  const { known, unknown: unclear } = partition(
    named.map((one) => {
      const where = whereabouts(context.estate, one);
      return isUnknown(where) ? where : { arn: one.arn, where };
    }),
  );
  return seen(
    known.filter(({ where }) => where === place).map(({ arn }) => arn),
    unknown ?? unclear,
  );
};

/** The directories that a role lets users stream from. */
export const roleDirectoryFacts: FactTable<RoleContext> = {
  samlDirectoryIds: {
    type: 'list',
    about: 'Registered directories of the Region whose users sign in with SAML 2.0.',
    from: [op.directories],
    read: ({ estate }) => samlDirectoryIds(estate),
  },
  'samlDirectoryIds.withoutRole': {
    type: 'list',
    about: 'Those of them that no role of the account lets users of a SAML provider stream from.',
    from: [op.directories, ...permissionOperations],
    read: ({ estate }) => {
      const ids = samlDirectoryIds(estate);
      if (isUnknown(ids)) return ids;
      const { list, unknown } = federatedGrants(estate);
      const left = ids.filter((id) => !serves(list, arnOf(estate, id)));
      return left.length > 0 && unknown !== undefined ? unknown : sorted(left);
    },
  },
  'stream.certificateDirectoryIds': {
    type: 'list',
    about: 'Directories that the role lets users stream from, with SAML 2.0 and certificate-based authentication on.',
    from: [op.directories, ...permissionOperations],
    read: ({ estate, name }) => {
      const { list, unknown } = streamGrants(estate, name);
      const on = samlDirectories(estate).filter((directory) => certificateBasedAuthOf(directory) === 'ENABLED');
      return seen(
        on.map(({ DirectoryId }) => DirectoryId).filter((id) => serves(list, arnOf(estate, id))),
        unknown ?? estate.unread('WorkspaceDirectory'),
      );
    },
  },
  'stream.directoriesNotFound': {
    type: 'list',
    about: 'Directories that the role lets users stream from and that are not there, in Regions of this audit.',
    from: [op.directories, ...permissionOperations],
    read: directoriesThatAre('nowhere'),
  },
  'stream.directoriesElsewhere': {
    type: 'list',
    about: 'Directories that the role lets users stream from, of accounts or Regions that this audit did not read.',
    from: [op.directories, ...permissionOperations],
    read: directoriesThatAre('elsewhere'),
  },
};
