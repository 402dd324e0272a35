import type { FactTable } from '../define.ts';
import * as op from '../operations.ts';
import type { WorkspaceContext } from './context.ts';

/** What the service says went wrong. */
export const errorFacts: FactTable<WorkspaceContext> = {
  errorCode: {
    type: 'string',
    about: 'Code of the error that the service reports; null when it reports none.',
    from: [op.workspaces],
    nullable: true,
    read: ({ workspace }) => workspace.ErrorCode || null,
  },
  errorMessage: {
    type: 'string',
    about: 'Its message; null when there is none.',
    from: [op.workspaces],
    nullable: true,
    read: ({ workspace }) => workspace.ErrorMessage || null,
  },
};
