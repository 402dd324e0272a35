import {
  type ConnectionAlias,
  DescribeConnectionAliasesCommand,
  DescribeIpGroupsCommand,
  DescribeWorkspaceImagesCommand,
  type WorkSpacesClient,
  type WorkspaceImage,
  type WorkspacesIpGroup,
} from '@aws-sdk/client-workspaces';
import type { OperationCoverage } from '../model/coverage.ts';
import { type Operation, OperationReader } from './operation-reader.ts';
import { asked } from './page.ts';
import type { Collection } from './workspaces.ts';

const describeIpGroups: Operation<WorkspacesIpGroup> = {
  name: 'workspaces:DescribeIpGroups',
  type: 'WorkspacesIpGroup',
  idOf: (group) => group.groupId,
};

const describeWorkspaceImages: Operation<WorkspaceImage> = {
  name: 'workspaces:DescribeWorkspaceImages',
  type: 'WorkspaceImage',
  idOf: (image) => image.ImageId,
};

const describeConnectionAliases: Operation<ConnectionAlias> = {
  name: 'workspaces:DescribeConnectionAliases',
  type: 'ConnectionAlias',
  idOf: (alias) => alias.AliasId,
};

/** The IAM actions called here. */
export const listActions = [describeIpGroups, describeWorkspaceImages, describeConnectionAliases].map(
  ({ name }) => name,
);

// The SDK has no paginator for any of these operations.

/** The Region's IP access control groups, associated or not. */
export async function collectIpGroups({
  client,
  port,
  named,
}: Collection<WorkSpacesClient>): Promise<OperationCoverage> {
  const reader = new OperationReader(describeIpGroups, port);
  const request = asked(
    {},
    (input) => client.send(new DescribeIpGroupsCommand(input)),
    ({ Result }) => Result,
  );
  await reader.ask([request], (group) => named.ipGroup(group));
  return reader.finish();
}

/** The account's images in the Region, used by a bundle or not. */
export async function collectWorkspaceImages({
  client,
  port,
}: Collection<WorkSpacesClient>): Promise<OperationCoverage> {
  const reader = new OperationReader(describeWorkspaceImages, port);
  const request = asked(
    {},
    (input) => client.send(new DescribeWorkspaceImagesCommand(input)),
    ({ Images }) => Images,
  );
  await reader.ask([request]);
  return reader.finish();
}

/** The Region's connection aliases, associated with a directory or not. */
export async function collectConnectionAliases({
  client,
  port,
}: Collection<WorkSpacesClient>): Promise<OperationCoverage> {
  const reader = new OperationReader(describeConnectionAliases, port);
  const request = asked(
    {},
    (input) => client.send(new DescribeConnectionAliasesCommand(input)),
    ({ ConnectionAliases }) => ConnectionAliases,
  );
  await reader.ask([request]);
  return reader.finish();
}
