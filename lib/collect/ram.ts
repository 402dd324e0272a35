import {
  ListResourceSharePermissionsCommand,
  ListResourcesCommand,
  type RAMClient,
  type Resource,
  type ResourceSharePermissionSummary,
} from '@aws-sdk/client-ram';
import type { OperationCoverage } from '../model/coverage.ts';
import { type Operation, OperationReader, type ReadPort } from './operation-reader.ts';
import type { CollectWanted } from './optional-collection.ts';
import { outcomeOf, unreadOf } from './outcome.ts';
import { asked, type PagedRequest } from './page.ts';
import { readEach } from './read-each.ts';

const listResources: Operation<Resource> = {
  name: 'ram:ListResources',
  type: 'SharedResource',
  idOf: ({ arn, resourceShareArn }) => arn && resourceShareArn && `${arn} ${resourceShareArn}`,
};
const permissions = 'ram:ListResourceSharePermissions';

/**
 * With which permissions other accounts share the private CAs that directories use. What associates a share with them is
 * told to its owner alone; what is shared with an account, the account itself may list.
 */
export const collectShares: CollectWanted = async ({ clients, named: { identity }, port, unread }, wanted) => {
  const client = await clients.ram();
  const region = await client.config.region();
  const arns = [...identity.certificateAuthorityArns].filter((arn) => arn.split(':')[3] === region);
  const open = unread('workspaces:DescribeWorkspaceDirectories');
  const both = port();
  const shares = new Set<string>();
  const coverage: OperationCoverage[] = [];
  let unlisted: readonly string[] = [listResources.name];
  if (wanted.has(listResources.name)) {
    const listed = await readShared(client, both, arns, open, shares);
    coverage.push(listed);
    unlisted = unreadOf(listed);
  }
  if (wanted.has(permissions)) coverage.push(await readPermissions(client, both, shares, unlisted));
  return coverage;
};

/** @param shares takes the shares that the resources are in */
async function readShared(
  client: RAMClient,
  port: ReadPort,
  arns: readonly string[],
  open: readonly string[],
  shares: Set<string>,
): Promise<OperationCoverage> {
  if (arns.length === 0) return { operation: listResources.name, ...outcomeOf(0, false, open) };
  const reader = new OperationReader(listResources, port);
  const request = lowerCased(
    { resourceOwner: 'OTHER-ACCOUNTS' as const, resourceArns: arns.toSorted() },
    (input) => client.send(new ListResourcesCommand(input)),
    ({ resources }) => resources,
  );
  await reader.ask([request], ({ resourceShareArn }) => {
    if (resourceShareArn !== undefined) shares.add(resourceShareArn);
  });
  return reader.finish(open);
}

const readPermissions = (client: RAMClient, port: ReadPort, shares: Iterable<string>, open: readonly string[]) =>
  readEach(
    {
      ...({ name: permissions, type: 'ResourceSharePermissions' } as const),
      idOf: ({ resourceShareArn }: { readonly resourceShareArn: string }) => resourceShareArn,
      request: (resourceShareArn: string) =>
        lowerCased(
          { resourceShareArn },
          (input) => client.send(new ListResourceSharePermissionsCommand(input)),
          (output) => output.permissions,
        ),
      join: (resourceShareArn: string, found: readonly ResourceSharePermissionSummary[]) => [
        { resourceShareArn, permissions: found },
      ],
    },
    port,
    shares,
    open,
  );

/** As `asked`, for a service that writes the token small. */
const lowerCased = <Input extends object, O extends { readonly nextToken?: string | undefined }, Item>(
  input: Input,
  send: (input: Input & { nextToken?: string }) => Promise<O>,
  itemsOf: (output: O) => readonly Item[] | undefined,
): PagedRequest<Item> =>
  asked(
    input,
    async (paged: Input & { NextToken?: string }) => {
      const { NextToken: nextToken } = paged;
      const output = await send(nextToken === undefined ? input : { ...input, nextToken });
      return { ...output, NextToken: output.nextToken };
    },
    itemsOf,
  );
