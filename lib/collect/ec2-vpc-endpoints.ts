import { type EC2Client, paginateDescribeVpcEndpoints, type VpcEndpoint } from '@aws-sdk/client-ec2';
import type { OperationCoverage } from '../model/coverage.ts';
import { filtersFor } from './filters.ts';
import { type Operation, OperationReader } from './operation-reader.ts';
import { type PagedRequest, paged } from './page.ts';
import type { Collection } from './workspaces.ts';

const describeVpcEndpoints: Operation<VpcEndpoint> = {
  name: 'ec2:DescribeVpcEndpoints',
  type: 'VpcEndpoint',
  idOf: (endpoint) => endpoint.VpcEndpointId,
};

/** The IAM actions called here. */
export const vpcEndpointActions = [describeVpcEndpoints.name];

/**
 * The endpoints of the VPCs that directories use, and those that directories stream through wherever they are. Their
 * groups are named for the security groups' turn.
 */
export async function collectVpcEndpoints(
  { client, port, named }: Collection<EC2Client>,
  unread: readonly string[],
): Promise<OperationCoverage> {
  const reader = new OperationReader(describeVpcEndpoints, port);
  const request = (name: string, values: Iterable<string>): PagedRequest<VpcEndpoint>[] =>
    filtersFor(name, values).map((Filters) =>
      paged(paginateDescribeVpcEndpoints, { client, pageSize: 1000 }, { Filters }, (output) => output.VpcEndpoints),
    );
  const read = new Set<string>();
  const onItem = ({ VpcEndpointId, Groups }: VpcEndpoint): void => {
    if (VpcEndpointId !== undefined) read.add(VpcEndpointId);
    for (const { GroupId } of Groups ?? []) if (GroupId !== undefined) named.securityGroupIds.add(GroupId);
  };
  await reader.ask(request('vpc-id', named.vpcIds), onItem);
  await reader.ask(request('vpc-endpoint-id', named.vpcEndpointIds.difference(read)), onItem);
  return reader.finish(unread);
}
