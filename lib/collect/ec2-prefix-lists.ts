import { type EC2Client, type PrefixListEntry, paginateGetManagedPrefixListEntries } from '@aws-sdk/client-ec2';
import type { OperationCoverage } from '../model/coverage.ts';
import type { Operation } from './operation-reader.ts';
import { type PagedRequest, paged } from './page.ts';
import { readEach } from './read-each.ts';
import type { Collection } from './workspaces.ts';

/** The response's entries with the list they belong to, which the response does not name. */
interface ManagedPrefixListEntries {
  readonly PrefixListId: string;
  readonly Entries: readonly PrefixListEntry[];
}

const getManagedPrefixListEntries: Operation<ManagedPrefixListEntries> = {
  name: 'ec2:GetManagedPrefixListEntries',
  type: 'ManagedPrefixListEntries',
  idOf: (list) => list.PrefixListId,
};

/** The IAM actions called here. */
export const prefixListActions = [getManagedPrefixListEntries.name];

/** The entries of the prefix lists that security group rules and routes refer to. */
export async function collectPrefixListEntries(
  { client, port, named }: Collection<EC2Client>,
  unread: readonly string[],
): Promise<OperationCoverage> {
  // 100 is the most that this operation returns in a page.
  const request = (PrefixListId: string): PagedRequest<PrefixListEntry> =>
    paged(paginateGetManagedPrefixListEntries, { client, pageSize: 100 }, { PrefixListId }, ({ Entries }) => Entries);
  const join = (PrefixListId: string, Entries: readonly PrefixListEntry[]) => [{ PrefixListId, Entries }];
  return await readEach({ ...getManagedPrefixListEntries, request, join }, port, named.prefixListIds, unread);
}
