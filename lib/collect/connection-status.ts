import {
  DescribeWorkspacesConnectionStatusCommand,
  type WorkSpacesClient,
  type WorkspaceConnectionStatus,
} from '@aws-sdk/client-workspaces';
import type { OperationCoverage } from '../model/coverage.ts';
import { batchesOf } from './batches.ts';
import { type Operation, OperationReader } from './operation-reader.ts';
import { asked } from './page.ts';
import type { Collection } from './workspaces.ts';

const describeConnectionStatus: Operation<WorkspaceConnectionStatus> = {
  name: 'workspaces:DescribeWorkspacesConnectionStatus',
  type: 'WorkspaceConnectionStatus',
  idOf: (status) => status.WorkspaceId,
};

/** The IAM actions called here. */
export const connectionStatusActions = [describeConnectionStatus.name];

/** The most ids that the operation takes ("You can specify up to 25 WorkSpaces", Amazon WorkSpaces API Reference). */
const idsPerCall = 25;

/**
 * When the WorkSpaces were last connected to: all of the Region, or those of the directories in scope, by their ids.
 *
 * @param desktops the reading of the WorkSpaces; waited for only where their ids are needed
 */
export async function collectConnectionStatus(
  { client, port, named, directories }: Collection<WorkSpacesClient>,
  desktops: Promise<OperationCoverage>,
): Promise<OperationCoverage> {
  const reader = new OperationReader(describeConnectionStatus, port);
  const request = (input: { readonly WorkspaceIds?: string[] }) =>
    // The SDK has no paginator for this operation.
    asked(
      input,
      (page) => client.send(new DescribeWorkspacesConnectionStatusCommand(page)),
      ({ WorkspacesConnectionStatus }) => WorkspacesConnectionStatus,
    );
  if (directories === undefined) {
    await reader.ask([request({})]);
    return reader.finish();
  }
  const { operation, status } = await desktops;
  await reader.ask(batchesOf(named.workspaceIds, idsPerCall).map((WorkspaceIds) => request({ WorkspaceIds })));
  return reader.finish(status === 'complete' ? [] : [operation]);
}
