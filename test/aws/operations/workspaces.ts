import { AwsError } from '../errors.ts';
import type { Listing } from './listing.ts';

/** WorkSpaces gives 25 items a page, and takes no more than that as a limit or of ids. */
const pageSize = 25;
const mostIds = 25;

/** WorkSpaces' describe operations. An id that does not exist finds nothing, except where the API has an error for it. */
export const workspacesListings: Readonly<Record<string, Listing>> = {
  DescribeConnectionAliases: {
    type: 'ConnectionAlias',
    output: 'ConnectionAliases',
    ids: { AliasIds: 'AliasId' },
    mostIds,
    narrowedBy: { ResourceId: 'Associations.ResourceId' },
    pageSize,
  },
  DescribeIpGroups: { type: 'WorkspacesIpGroup', output: 'Result', ids: { GroupIds: 'groupId' }, pageSize },
  DescribeWorkspaceDirectories: {
    type: 'WorkspaceDirectory',
    output: 'Directories',
    ids: { DirectoryIds: 'DirectoryId' },
    mostIds,
    narrowedBy: { WorkspaceDirectoryNames: 'WorkspaceDirectoryName' },
    pageSize,
  },
  DescribeWorkspaceImages: {
    type: 'WorkspaceImage',
    output: 'Images',
    ids: { ImageIds: 'ImageId' },
    mostIds,
    pageSize,
  },
  DescribeWorkspaces: {
    type: 'Workspace',
    output: 'Workspaces',
    ids: { WorkspaceIds: 'WorkspaceId' },
    mostIds,
    narrowedBy: {
      DirectoryId: 'DirectoryId',
      UserName: 'UserName',
      BundleId: 'BundleId',
      WorkspaceName: 'WorkspaceName',
    },
    pageSize,
  },
  DescribeWorkspacesConnectionStatus: {
    type: 'WorkspaceConnectionStatus',
    output: 'WorkspacesConnectionStatus',
    ids: { WorkspaceIds: 'WorkspaceId' },
    mostIds,
    pageSize,
  },
  DescribeWorkspacesPools: {
    type: 'WorkspacesPool',
    output: 'WorkspacesPools',
    ids: { PoolIds: 'PoolId' },
    mostIds,
    missing: (id) => new AwsError('ResourceNotFoundException', `The resource ${id} could not be found.`),
    pageSize,
  },
  DescribeClientProperties: {
    type: 'ClientProperties',
    output: 'ClientPropertiesList',
    ids: { ResourceIds: 'ResourceId' },
    mostIds,
  },
  ListAccountLinks: {
    type: 'AccountLink',
    output: 'AccountLinks',
    narrowedBy: { LinkStatusFilter: 'AccountLinkStatus' },
    pageSize,
  },
};

/** Bundles; whose they are is decided before. */
export const bundleListing: Listing = {
  type: 'WorkspaceBundle',
  output: 'Bundles',
  ids: { BundleIds: 'BundleId' },
  mostIds,
  narrowedBy: { Owner: 'Owner' },
  pageSize,
};
