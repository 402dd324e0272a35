import { type EC2Client, type NetworkInterface, paginateDescribeNetworkInterfaces } from '@aws-sdk/client-ec2';
import type { OperationCoverage } from '../model/coverage.ts';
import { filtersFor } from './filters.ts';
import type { Named } from './named.ts';
import { type Operation, OperationReader } from './operation-reader.ts';
import { type PagedRequest, paged } from './page.ts';
import type { Collection } from './workspaces.ts';

const describeNetworkInterfaces: Operation<NetworkInterface> = {
  name: 'ec2:DescribeNetworkInterfaces',
  type: 'NetworkInterface',
  idOf: (networkInterface) => networkInterface.NetworkInterfaceId,
};

/** The IAM actions called here. */
export const networkInterfaceActions = [describeNetworkInterfaces.name];

/**
 * The interfaces in the subnets of directories and WorkSpaces, whose groups are named for the security groups' turn,
 * and the interfaces that hold a public address covered by an IP group, wherever they are in the account.
 */
export async function collectNetworkInterfaces(
  { client, port, named }: Collection<EC2Client>,
  unread: readonly string[],
): Promise<OperationCoverage> {
  const reader = new OperationReader(describeNetworkInterfaces, port);
  const request = (name: string, values: Iterable<string>): PagedRequest<NetworkInterface>[] =>
    filtersFor(name, values).map((Filters) =>
      paged(
        paginateDescribeNetworkInterfaces,
        { client, pageSize: 1000 },
        { Filters },
        (output) => output.NetworkInterfaces,
      ),
    );
  const subnetIds = [...named.directorySubnetIds, ...named.workspaceSubnetIds];
  await reader.ask(request('subnet-id', subnetIds), ({ Groups }) => {
    for (const { GroupId } of Groups ?? []) if (GroupId !== undefined) named.securityGroupIds.add(GroupId);
  });
  const addresses = publicAddresses(named);
  // Two filters in one call would both have to match. The first sees the primary private address only, the second
  // every private address: a public address may be associated with a secondary one.
  await reader.ask(request('association.public-ip', addresses));
  await reader.ask(request('addresses.association.public-ip', addresses));
  return reader.finish(unread);
}

/**
 * EC2 filters know wildcards but no address ranges. When a rule covers a range, any interface with an auto-assigned
 * public address may be inside it, so all interfaces that have a public address are asked for.
 */
const publicAddresses = (named: Named): Iterable<string> => (named.hasAddressRange ? ['*'] : named.publicIps);
