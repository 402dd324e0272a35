import { clientPropertiesActions } from './client-properties.ts';
import { connectionStatusActions } from './connection-status.ts';
import { certificateActions } from './directory-certificates.ts';
import { directoryDetailActions } from './directory-details.ts';
import { directoryServiceActions } from './directory-service.ts';
import { ec2Actions } from './ec2.ts';
import { optionalActions, optionalActionsFor } from './optional.ts';
import { bundleActions } from './workspace-bundles.ts';
import { workspacesActions } from './workspaces.ts';
import { accountActions } from './workspaces-account.ts';
import { listActions } from './workspaces-lists.ts';

/** The IAM actions that every collection calls, sorted. */
export const fleetActions: readonly string[] = [
  ...workspacesActions,
  ...connectionStatusActions,
  ...listActions,
  ...accountActions,
  ...bundleActions,
  ...clientPropertiesActions,
  ...directoryServiceActions,
  ...directoryDetailActions,
  ...certificateActions,
  ...ec2Actions,
].sort();

/** Every IAM action that collecting may call, sorted: those of the fleet, and those that only some rules read. */
export const collectActions: readonly string[] = [...fleetActions, ...optionalActions].sort();

/** The IAM actions that collecting calls when these operations are wanted, sorted. */
export const actionsWanted = (wanted: ReadonlySet<string>): readonly string[] =>
  [...fleetActions, ...optionalActionsFor(wanted)].sort();
