import { type EC2Client, type NetworkAcl, paginateDescribeNetworkAcls } from '@aws-sdk/client-ec2';
import type { OperationCoverage } from '../model/coverage.ts';
import { filtersFor } from './filters.ts';
import { type Operation, OperationReader } from './operation-reader.ts';
import { paged } from './page.ts';
import type { Collection } from './workspaces.ts';

const describeNetworkAcls: Operation<NetworkAcl> = {
  name: 'ec2:DescribeNetworkAcls',
  type: 'NetworkAcl',
  idOf: (acl) => acl.NetworkAclId,
};

/** The IAM actions called here. */
export const networkAclActions = [describeNetworkAcls.name];

/** The network ACLs of the VPCs that directories use. */
export async function collectNetworkAcls(
  { client, port, named }: Collection<EC2Client>,
  unread: readonly string[],
): Promise<OperationCoverage> {
  const reader = new OperationReader(describeNetworkAcls, port);
  const requests = filtersFor('vpc-id', named.vpcIds).map((Filters) =>
    paged(paginateDescribeNetworkAcls, { client, pageSize: 1000 }, { Filters }, (output) => output.NetworkAcls),
  );
  await reader.ask(requests);
  return reader.finish(unread);
}
