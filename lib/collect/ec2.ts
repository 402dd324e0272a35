import {
  type Address,
  DescribeAddressesCommand,
  type EC2Client,
  type NatGateway,
  paginateDescribeNatGateways,
} from '@aws-sdk/client-ec2';
import type { OperationCoverage } from '../model/coverage.ts';
import { networkInterfaceActions } from './ec2-interfaces.ts';
import { networkAclActions } from './ec2-network-acls.ts';
import { prefixListActions } from './ec2-prefix-lists.ts';
import { securityGroupActions } from './ec2-security-groups.ts';
import { vpcEndpointActions } from './ec2-vpc-endpoints.ts';
import { vpcActions } from './ec2-vpcs.ts';
import { type Operation, OperationReader } from './operation-reader.ts';
import { asked, paged } from './page.ts';
import type { Collection } from './workspaces.ts';

const describeAddresses: Operation<Address> = {
  name: 'ec2:DescribeAddresses',
  type: 'Address',
  // An address of EC2-Classic times has no allocation.
  idOf: (address) => address.AllocationId ?? address.PublicIp,
};

const describeNatGateways: Operation<NatGateway> = {
  name: 'ec2:DescribeNatGateways',
  type: 'NatGateway',
  idOf: (gateway) => gateway.NatGatewayId,
};

/** The IAM actions that the EC2 collectors call. */
export const ec2Actions = [
  ...[describeAddresses, describeNatGateways].map(({ name }) => name),
  ...vpcActions,
  ...networkAclActions,
  ...vpcEndpointActions,
  ...securityGroupActions,
  ...networkInterfaceActions,
  ...prefixListActions,
];

/** All Elastic IP addresses of the account in the Region: an IP group may name any of them. */
export async function collectAddresses({ client, port }: Collection<EC2Client>): Promise<OperationCoverage> {
  const reader = new OperationReader(describeAddresses, port);
  // This operation answers everything at once; it has no NextToken.
  const request = asked(
    {},
    () => client.send(new DescribeAddressesCommand({})),
    ({ Addresses }) => Addresses,
  );
  await reader.ask([request]);
  return reader.finish();
}

/** All NAT gateways of the account in the Region: an IP group may name any one's address. */
export async function collectNatGateways({ client, port }: Collection<EC2Client>): Promise<OperationCoverage> {
  const reader = new OperationReader(describeNatGateways, port);
  await reader.ask([
    paged(paginateDescribeNatGateways, { client, pageSize: 1000 }, {}, ({ NatGateways }) => NatGateways),
  ]);
  return reader.finish();
}
