import { type EC2Client, paginateDescribeSecurityGroups, type SecurityGroup } from '@aws-sdk/client-ec2';
import type { OperationCoverage } from '../model/coverage.ts';
import { filtersFor } from './filters.ts';
import { type Operation, OperationReader } from './operation-reader.ts';
import { type PagedRequest, paged } from './page.ts';
import type { Collection } from './workspaces.ts';

const describeSecurityGroups: Operation<SecurityGroup> = {
  name: 'ec2:DescribeSecurityGroups',
  type: 'SecurityGroup',
  idOf: (group) => group.GroupId,
};

/** The IAM actions called here. */
export const securityGroupActions = [describeSecurityGroups.name];

/**
 * The security groups of the VPCs that directories use, and those that directories, streaming endpoints and
 * interfaces in directory subnets name wherever they are. Prefix lists in their rules are named for the next read.
 */
export async function collectSecurityGroups(
  { client, port, named }: Collection<EC2Client>,
  unread: readonly string[],
): Promise<OperationCoverage> {
  const reader = new OperationReader(describeSecurityGroups, port);
  const request = (name: string, values: Iterable<string>): PagedRequest<SecurityGroup>[] =>
    filtersFor(name, values).map((Filters) =>
      paged(paginateDescribeSecurityGroups, { client, pageSize: 1000 }, { Filters }, (output) => output.SecurityGroups),
    );
  const read = new Set<string>();
  const onItem = (group: SecurityGroup): void => {
    if (group.GroupId !== undefined) read.add(group.GroupId);
    for (const id of prefixListsOf(group)) named.prefixListIds.add(id);
  };
  await reader.ask(request('vpc-id', named.vpcIds), onItem);
  await reader.ask(request('group-id', named.securityGroupIds.difference(read)), onItem);
  return reader.finish(unread);
}

function prefixListsOf(group: SecurityGroup): string[] {
  const permissions = [...(group.IpPermissions ?? []), ...(group.IpPermissionsEgress ?? [])];
  return permissions
    .flatMap((permission) => permission.PrefixListIds ?? [])
    .flatMap(({ PrefixListId }) => (PrefixListId === undefined ? [] : [PrefixListId]));
}
