import { type FactTable, present } from '../define.ts';
import * as op from '../operations.ts';
import { type DirectoryContext, pathOf } from './context.ts';

/** What users are on their WorkSpaces. */
export const localAdministratorFacts: FactTable<DirectoryContext> = {
  userIsLocalAdministrator: {
    type: 'boolean',
    about:
      'Whether users become local administrators of WorkSpaces that are created or rebuilt; unknown when not said, as ' +
      'the service makes them so by default.',
    from: [op.directories],
    read: (context) =>
      present(
        context.directory.WorkspaceCreationProperties?.UserEnabledAsLocalAdministrator,
        pathOf(context, 'WorkspaceCreationProperties.UserEnabledAsLocalAdministrator'),
      ),
  },
};
