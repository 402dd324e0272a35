import type { FactTable } from '../define.ts';
import * as op from '../operations.ts';
import { settled } from '../settled.ts';
import { type DirectoryContext, pathOf } from './context.ts';

const lasting = ['REGISTERED', 'DEREGISTERED', 'ERROR'];
const passing = ['REGISTERING', 'DEREGISTERING'];

/** How the registration of a directory with WorkSpaces stands. */
export const registrationFacts: FactTable<DirectoryContext> = {
  settledState: {
    type: 'string',
    about: 'Registration state; unknown while the directory is REGISTERING or DEREGISTERING.',
    from: [op.directories],
    values: lasting,
    read: (context) => settled(context.directory.State, lasting, passing, pathOf(context, 'State')),
  },
  errorMessage: {
    type: 'string',
    about: 'What WorkSpaces says of an error of the directory; null when it says nothing.',
    from: [op.directories],
    nullable: true,
    read: ({ directory }) => directory.ErrorMessage || null,
  },
};
