import {
  type Account,
  DescribeOrganizationCommand,
  type Organization,
  type OrganizationsClient,
  paginateListAccounts,
} from '@aws-sdk/client-organizations';
import type { OperationCoverage } from '../model/coverage.ts';
import { type Operation, OperationReader, type ReadPort } from './operation-reader.ts';
import type { CollectWanted } from './optional-collection.ts';
import { outcomeOf } from './outcome.ts';
import { asked, paged } from './page.ts';

/** What AWS Organizations answers in an account that is in none. */
const none = ['AWSOrganizationsNotInUseException'];

const describeOrganization: Operation<Pick<Organization, 'Id' | 'MasterAccountId'>> = {
  name: 'organizations:DescribeOrganization',
  type: 'Organization',
  idOf: ({ Id }) => Id,
  none,
};

const listAccounts: Operation<Pick<Account, 'Id' | 'State' | 'Status'>> = {
  name: 'organizations:ListAccounts',
  type: 'OrganizationAccount',
  idOf: ({ Id }) => Id,
  none,
};

/**
 * The organization of the account and its members, without names and addresses. Asked only where another account is
 * linked with this one, or a directory takes its users from IAM Identity Center: few accounts may list the members, and
 * elsewhere it would be a denial that nobody waits for.
 */
export const collectOrganization: CollectWanted = async ({ clients, named, port, unread }, wanted) => {
  const links = 'workspaces:ListAccountLinks';
  const reads = [
    {
      operation: describeOrganization.name,
      isNeeded: named.hasAccountLinks || named.identity.instanceArns.size > 0,
      needing: [links, 'workspaces:DescribeWorkspaceDirectories'],
      read: describe,
    },
    { operation: listAccounts.name, isNeeded: named.hasAccountLinks, needing: [links], read: list },
  ];
  const coverage: OperationCoverage[] = [];
  for (const { operation, isNeeded, needing, read } of reads.filter((one) => wanted.has(one.operation))) {
    coverage.push(
      isNeeded
        ? await read(await clients.organizations(), port())
        : { operation, ...outcomeOf(0, false, unread(...needing)) },
    );
  }
  return coverage;
};

async function describe(client: OrganizationsClient, port: ReadPort): Promise<OperationCoverage> {
  const reader = new OperationReader(describeOrganization, port);
  const request = asked(
    {},
    () => client.send(new DescribeOrganizationCommand({})),
    ({ Organization: found }) => (found ? [{ Id: found.Id, MasterAccountId: found.MasterAccountId }] : []),
  );
  await reader.ask([request]);
  return reader.finish();
}

async function list(client: OrganizationsClient, port: ReadPort): Promise<OperationCoverage> {
  const reader = new OperationReader(listAccounts, port);
  const request = paged(paginateListAccounts, { client }, {}, ({ Accounts }) =>
    Accounts?.map(({ Id, State, Status }) => ({ Id, State, Status })),
  );
  await reader.ask([request]);
  return reader.finish();
}
