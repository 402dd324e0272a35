import {
  type AccountLink,
  DescribeAccountCommand,
  type DescribeAccountResult,
  paginateListAccountLinks,
  type WorkSpacesClient,
} from '@aws-sdk/client-workspaces';
import type { OperationCoverage } from '../model/coverage.ts';
import { type Operation, OperationReader } from './operation-reader.ts';
import { asked, paged } from './page.ts';
import type { Collection } from './workspaces.ts';

const describeAccount: Operation<DescribeAccountResult> = {
  name: 'workspaces:DescribeAccount',
  type: 'WorkspacesAccount',
  // There is one.
  idOf: () => 'account',
};

const listAccountLinks: Operation<AccountLink> = {
  name: 'workspaces:ListAccountLinks',
  type: 'AccountLink',
  idOf: (link) => link.AccountLinkId,
};

/** The IAM actions called here. */
export const accountActions = [describeAccount, listAccountLinks].map(({ name }) => name);

/** What the account may bring its own licences for. */
export async function collectWorkspacesAccount({
  client,
  port,
}: Collection<WorkSpacesClient>): Promise<OperationCoverage> {
  const reader = new OperationReader(describeAccount, port);
  const request = asked(
    {},
    (input) => client.send(new DescribeAccountCommand(input)),
    ({ $metadata: _, ...account }) => [account],
  );
  await reader.ask([request]);
  return reader.finish();
}

/**
 * The accounts that share their dedicated hardware with this one. GovCloud has no such links: WorkSpaces does not know
 * the operation there, and then there are none. Elsewhere such an answer is a failure like any other.
 */
export async function collectAccountLinks({
  client,
  port,
  named,
}: Collection<WorkSpacesClient>): Promise<OperationCoverage> {
  const isGovCloud = (await client.config.region()).startsWith('us-gov-');
  const reader = new OperationReader(
    isGovCloud ? { ...listAccountLinks, none: ['UnknownOperationException'] } : listAccountLinks,
    port,
  );
  await reader.ask([paged(paginateListAccountLinks, { client }, {}, ({ AccountLinks }) => AccountLinks)], () => {
    named.hasAccountLinks = true;
  });
  return reader.finish();
}
