import {
  type DirectoryDescription,
  type DirectoryServiceClient,
  paginateDescribeDirectories,
} from '@aws-sdk/client-directory-service';
import type { OperationCoverage } from '../model/coverage.ts';
import { type Operation, OperationReader } from './operation-reader.ts';
import { paged } from './page.ts';
import { type Collection, inScope } from './workspaces.ts';

const describeDirectories: Operation<DirectoryDescription> = {
  name: 'ds:DescribeDirectories',
  type: 'DirectoryDescription',
  idOf: (description) => description.DirectoryId,
};

/** The IAM actions that this collector calls. */
export const directoryServiceActions = [describeDirectories.name];

/** The Region's directories of AWS Directory Service, registered with WorkSpaces or not. */
export async function collectDirectoryDescriptions(
  from: Collection<DirectoryServiceClient>,
): Promise<OperationCoverage> {
  const reader = new OperationReader(describeDirectories, from.port);
  const request = paged(paginateDescribeDirectories, from, {}, ({ DirectoryDescriptions }) =>
    DirectoryDescriptions?.filter(({ DirectoryId }) => inScope(from.directories, DirectoryId)),
  );
  await reader.ask([request], (description) => from.named.directoryDescription(description));
  return reader.finish();
}
