import {
  type ClientPropertiesResult,
  DescribeClientPropertiesCommand,
  type WorkSpacesClient,
} from '@aws-sdk/client-workspaces';
import type { OperationCoverage } from '../model/coverage.ts';
import type { Operation } from './operation-reader.ts';
import { asked } from './page.ts';
import { readEach } from './read-each.ts';
import type { Collection } from './workspaces.ts';

const describeClientProperties: Operation<ClientPropertiesResult> = {
  name: 'workspaces:DescribeClientProperties',
  type: 'ClientProperties',
  idOf: (properties) => properties.ResourceId,
};

/** The IAM actions called here. */
export const clientPropertiesActions = [describeClientProperties.name];

/**
 * What clients do on the devices of a directory's users. Asked directory by directory, because one that is deregistered
 * meanwhile fails a whole call.
 */
export async function collectClientProperties(
  { client, port, named }: Collection<WorkSpacesClient>,
  unread: readonly string[],
): Promise<OperationCoverage> {
  const request = (id: string) =>
    asked(
      { ResourceIds: [id] },
      (input) => client.send(new DescribeClientPropertiesCommand(input)),
      ({ ClientPropertiesList }) => ClientPropertiesList,
    );
  const join = (_: string, properties: readonly ClientPropertiesResult[]) => properties;
  return await readEach({ ...describeClientProperties, request, join }, port, named.clientDirectoryIds, unread);
}
