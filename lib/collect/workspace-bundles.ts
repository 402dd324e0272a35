import {
  paginateDescribeWorkspaceBundles,
  type WorkSpacesClient,
  type WorkspaceBundle,
} from '@aws-sdk/client-workspaces';
import type { OperationCoverage } from '../model/coverage.ts';
import { batchesOf } from './batches.ts';
import { type Operation, OperationReader } from './operation-reader.ts';
import { paged } from './page.ts';
import type { Collection } from './workspaces.ts';

const describeWorkspaceBundles: Operation<WorkspaceBundle> = {
  name: 'workspaces:DescribeWorkspaceBundles',
  type: 'WorkspaceBundle',
  idOf: (bundle) => bundle.BundleId,
};

/** The IAM actions called here. */
export const bundleActions = [describeWorkspaceBundles.name];

/** The most ids that the operation takes (`BundleIdList` in the service's model). */
const idsPerCall = 25;

/**
 * The bundles that WorkSpaces were made from. Asked for by id, custom and public ones come together; a list has either
 * kind, and AWS has hundreds of its own. A bundle that is gone since is just not among them.
 */
export async function collectWorkspaceBundles(
  { client, port, named }: Collection<WorkSpacesClient>,
  unread: readonly string[],
): Promise<OperationCoverage> {
  const reader = new OperationReader(describeWorkspaceBundles, port);
  const requests = batchesOf(named.bundleIds, idsPerCall).map((BundleIds) =>
    paged(paginateDescribeWorkspaceBundles, { client }, { BundleIds }, ({ Bundles }) => Bundles),
  );
  await reader.ask(requests);
  return reader.finish(unread);
}
