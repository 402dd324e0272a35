import {
  GetApplicationAssignmentConfigurationCommand,
  type InstanceMetadata,
  paginateListInstances,
} from '@aws-sdk/client-sso-admin';
import type { OperationCoverage } from '../model/coverage.ts';
import { type Operation, OperationReader } from './operation-reader.ts';
import type { CollectWanted } from './optional-collection.ts';
import { asked, paged } from './page.ts';
import { readEach } from './read-each.ts';

const listInstances: Operation<InstanceMetadata> = {
  name: 'sso:ListInstances',
  type: 'InstanceMetadata',
  idOf: ({ InstanceArn }) => InstanceArn,
};
const getConfiguration = 'sso:GetApplicationAssignmentConfiguration';

/**
 * The instances of IAM Identity Center in the Region, whether a directory uses them or not: one in another Region may, and
 * an ARN does not tell where an instance is. And of the applications of directories, who may use them.
 */
export const collectIdentityCenter: CollectWanted = async ({ clients, named, port, unread }, wanted) => {
  const client = await clients.ssoAdmin();
  const shared = port();
  const coverage: OperationCoverage[] = [];
  if (wanted.has(listInstances.name)) {
    const reader = new OperationReader(listInstances, shared);
    await reader.ask([paged(paginateListInstances, { client }, {}, ({ Instances }) => Instances)]);
    coverage.push(reader.finish());
  }
  if (wanted.has(getConfiguration)) {
    const operation = {
      ...({ name: getConfiguration, type: 'ApplicationAssignmentConfiguration' } as const),
      idOf: ({ ApplicationArn }: { readonly ApplicationArn: string }) => ApplicationArn,
      request: (ApplicationArn: string) =>
        asked(
          { ApplicationArn },
          (input) => client.send(new GetApplicationAssignmentConfigurationCommand(input)),
          ({ AssignmentRequired }) => [{ AssignmentRequired }],
        ),
      join: (ApplicationArn: string, found: readonly { readonly AssignmentRequired: boolean | undefined }[]) =>
        found.map((one) => ({ ApplicationArn, ...one })),
    };
    const open = unread('workspaces:DescribeWorkspaceDirectories');
    coverage.push(await readEach(operation, shared, named.identity.applicationArns, open));
  }
  return coverage;
};
