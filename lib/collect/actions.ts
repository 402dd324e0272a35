import { directoryServiceActions } from './directory-service.ts';
import { ec2Actions } from './ec2.ts';
import { workspacesActions } from './workspaces.ts';

/** Every IAM action that collecting calls, sorted. */
export const collectActions: readonly string[] = [
  ...workspacesActions,
  ...directoryServiceActions,
  ...ec2Actions,
].sort();
