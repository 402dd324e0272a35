import {
  type EC2Client,
  paginateDescribeRouteTables,
  paginateDescribeSubnets,
  paginateDescribeVpcs,
  type RouteTable,
  type Subnet,
  type Vpc,
} from '@aws-sdk/client-ec2';
import type { OperationCoverage } from '../model/coverage.ts';
import { filtersFor } from './filters.ts';
import { type Operation, OperationReader } from './operation-reader.ts';
import { type PagedRequest, paged } from './page.ts';
import type { Collection } from './workspaces.ts';

const describeSubnets: Operation<Subnet> = {
  name: 'ec2:DescribeSubnets',
  type: 'Subnet',
  idOf: (subnet) => subnet.SubnetId,
};

const describeVpcs: Operation<Vpc> = { name: 'ec2:DescribeVpcs', type: 'Vpc', idOf: (vpc) => vpc.VpcId };

const describeRouteTables: Operation<RouteTable> = {
  name: 'ec2:DescribeRouteTables',
  type: 'RouteTable',
  idOf: (table) => table.RouteTableId,
};

/** The IAM actions called here. */
export const vpcActions = [describeSubnets, describeVpcs, describeRouteTables].map(({ name }) => name);

/**
 * The subnets of the VPCs that directories use. A WorkSpaces directory names subnets and no VPC, so its subnets are
 * asked for first, and then all subnets of the VPCs they are in.
 */
export async function collectSubnets(
  { client, port, named }: Collection<EC2Client>,
  unread: readonly string[],
): Promise<OperationCoverage> {
  const reader = new OperationReader(describeSubnets, port);
  const request = (name: string, values: Iterable<string>): PagedRequest<Subnet>[] =>
    filtersFor(name, values).map((Filters) =>
      paged(paginateDescribeSubnets, { client, pageSize: 1000 }, { Filters }, ({ Subnets }) => Subnets),
    );
  await reader.ask(request('subnet-id', [...named.directorySubnetIds, ...named.workspaceSubnetIds]), ({ VpcId }) => {
    if (VpcId !== undefined) named.vpcIds.add(VpcId);
  });
  await reader.ask(request('vpc-id', named.vpcIds));
  return reader.finish(unread);
}

/** The VPCs that directories use. */
export async function collectVpcs(
  { client, port, named }: Collection<EC2Client>,
  unread: readonly string[],
): Promise<OperationCoverage> {
  const reader = new OperationReader(describeVpcs, port);
  const requests = filtersFor('vpc-id', named.vpcIds).map((Filters) =>
    paged(paginateDescribeVpcs, { client, pageSize: 1000 }, { Filters }, ({ Vpcs }) => Vpcs),
  );
  await reader.ask(requests);
  return reader.finish(unread);
}

/** The route tables of the VPCs that directories use; prefix lists that routes lead to are named for a later read. */
export async function collectRouteTables(
  { client, port, named }: Collection<EC2Client>,
  unread: readonly string[],
): Promise<OperationCoverage> {
  const reader = new OperationReader(describeRouteTables, port);
  // 100 is the most that this operation returns in a page; the others here return up to 1,000.
  const requests = filtersFor('vpc-id', named.vpcIds).map((Filters) =>
    paged(paginateDescribeRouteTables, { client, pageSize: 100 }, { Filters }, (output) => output.RouteTables),
  );
  await reader.ask(requests, ({ Routes }) => {
    for (const { DestinationPrefixListId: id } of Routes ?? []) if (id !== undefined) named.prefixListIds.add(id);
  });
  return reader.finish(unread);
}
