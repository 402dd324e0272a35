import {
  paginateDescribeWorkspaceDirectories,
  paginateDescribeWorkspaces,
  type WorkSpacesClient,
  type Workspace,
  type WorkspaceDirectory,
} from '@aws-sdk/client-workspaces';
import type { OperationCoverage } from '../model/coverage.ts';
import type { Named } from './named.ts';
import { type Operation, OperationReader, type ReadPort } from './operation-reader.ts';
import { paged } from './page.ts';

const describeWorkspaceDirectories: Operation<WorkspaceDirectory> = {
  name: 'workspaces:DescribeWorkspaceDirectories',
  type: 'WorkspaceDirectory',
  idOf: (directory) => directory.DirectoryId,
};

const describeWorkspaces: Operation<Workspace> = {
  name: 'workspaces:DescribeWorkspaces',
  type: 'Workspace',
  idOf: (workspace) => workspace.WorkspaceId,
};

/** The IAM actions called here. */
export const workspacesActions = [describeWorkspaceDirectories, describeWorkspaces].map(({ name }) => name);

/** What the service collectors are handed: a client, where to put what is read, and what it names. */
export interface Collection<Client> {
  readonly client: Client;
  readonly port: ReadPort;
  readonly named: Named;
  /** When present, only these directories and their WorkSpaces are kept. */
  readonly directories?: readonly string[] | undefined;
}

/** The Region's directories. A scope is applied here: one id that AWS does not know would fail a call by ids. */
export async function collectWorkspaceDirectories(from: Collection<WorkSpacesClient>): Promise<OperationCoverage> {
  const reader = new OperationReader(describeWorkspaceDirectories, from.port);
  const request = paged(paginateDescribeWorkspaceDirectories, from, {}, ({ Directories }) =>
    Directories?.filter(({ DirectoryId }) => inScope(from.directories, DirectoryId)),
  );
  await reader.ask([request], (directory) => from.named.directory(directory));
  return reader.finish();
}

/** The Region's WorkSpaces, or those of the directories in scope. */
export async function collectWorkspaces(from: Collection<WorkSpacesClient>): Promise<OperationCoverage> {
  const reader = new OperationReader(describeWorkspaces, from.port);
  const inputs = from.directories?.map((DirectoryId) => ({ DirectoryId })) ?? [{}];
  const requests = inputs.map((input) =>
    paged(paginateDescribeWorkspaces, from, input, ({ Workspaces }) => Workspaces),
  );
  await reader.ask(requests, (workspace) => from.named.workspace(workspace));
  return reader.finish();
}

/** Whether a directory is among those asked for; without a scope, all are. */
export const inScope = (directories: readonly string[] | undefined, id: string | undefined): boolean =>
  directories === undefined || (id !== undefined && directories.includes(id));
