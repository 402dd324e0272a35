import type { ConnectionAlias } from '../snapshot/index.ts';
import { type FactTable, known } from './define.ts';
import type { Estate } from './estate.ts';
import * as op from './operations.ts';

/** A connection alias of cross-Region redirection. */
export interface ConnectionAliasContext {
  readonly estate: Estate;
  readonly alias: ConnectionAlias;
}

const states = ['CREATING', 'CREATED', 'DELETING'];

/** Everything a rule can read of a connection alias. */
export const connectionAliasFacts: FactTable<ConnectionAliasContext> = {
  id: { type: 'string', about: 'Alias id.', from: [op.connectionAliases], read: ({ alias }) => alias.AliasId },
  state: {
    type: 'string',
    about: 'State of the alias.',
    from: [op.connectionAliases],
    values: states,
    read: ({ alias }) => known(alias.State, states, `ConnectionAliases[${alias.AliasId}].State`),
  },
};
