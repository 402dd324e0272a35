import { isUnknown, Unknown } from '../model/unknown.ts';
import type { ConnectionAlias } from '../snapshot/index.ts';
import { combined, counted, type FactTable, known, seen, sorted } from './define.ts';
import type { Estate } from './estate.ts';
import { aliasStates, connectionStringOf } from './joins/aliases.ts';
import { redirectionOf } from './joins/redirections.ts';
import * as op from './operations.ts';

/** A connection alias of cross-Region redirection. */
export interface ConnectionAliasContext {
  readonly estate: Estate;
  readonly alias: ConnectionAlias;
}

/** Everything a rule can read of a connection alias. */
export const connectionAliasFacts: FactTable<ConnectionAliasContext> = {
  id: { type: 'string', about: 'Alias id.', from: [op.connectionAliases], read: ({ alias }) => alias.AliasId },
  state: {
    type: 'string',
    about: 'State of the alias.',
    from: [op.connectionAliases],
    values: aliasStates,
    read: ({ alias }) => known(alias.State, aliasStates, `ConnectionAliases[${alias.AliasId}].State`),
  },
  connectionString: {
    type: 'string',
    about: 'Domain name that users type as their registration code, in lower case.',
    from: [op.connectionAliases],
    read: connectionStringOf,
  },
  'redirection.regions': {
    type: 'list',
    about: 'Regions in which the connection string leads to a directory.',
    from: [op.connectionAliases],
    read: (context) => {
      const { regions, unknown } = regionsOf(context);
      return seen(regions, unknown);
    },
  },
  'redirection.regionCount': {
    type: 'number',
    about: 'How many these are; more are open while the audit knows of one Region only.',
    from: [op.connectionAliases],
    read: (context) => {
      const { regions, unknown } = regionsOf(context);
      return counted(regions.length, unknown);
    },
  },
};

function regionsOf(context: ConnectionAliasContext) {
  const text = connectionStringOf(context);
  if (isUnknown(text)) return { regions: [], unknown: text };
  const { directories, unknown, regions } = redirectionOf(context.estate, text);
  const only = regions.length > 1 ? undefined : new Unknown(`of ${text}, only ${regions.join()} is part of this audit`);
  return {
    regions: sorted(directories.map(({ region }) => region)),
    unknown: combined([unknown, only].filter(isUnknown)),
  };
}
