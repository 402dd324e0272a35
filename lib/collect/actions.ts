import { directoryServiceActions } from './directory-service.ts';
import { ec2Actions } from './ec2.ts';
import { optionalActions } from './optional.ts';
import { workspacesActions } from './workspaces.ts';

/** The IAM actions that every collection calls, sorted. */
export const fleetActions: readonly string[] = [...workspacesActions, ...directoryServiceActions, ...ec2Actions].sort();

/** Every IAM action that collecting may call, sorted: those of the fleet, and those that only some rules read. */
export const collectActions: readonly string[] = [...fleetActions, ...optionalActions].sort();
