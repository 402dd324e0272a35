import { addInterface } from './interfaces.ts';
import type { Place } from './place.ts';
import type { Directory, SecurityGroup, Subnet } from './shapes.ts';

/** Has a directory's sessions stream through an interface VPC endpoint, and not over the internet. */
export function streamThroughEndpoint(
  place: Place,
  directory: Directory,
  subnets: readonly [Subnet, Subnet],
  group: SecurityGroup,
): void {
  const label = `streaming ${directory.Alias}`;
  const VpcEndpointId = place.ec2Id('vpce', label);
  const interfaces = subnets.map((subnet) =>
    addInterface(place, {
      label: `${label} ${subnet.SubnetId}`,
      subnet,
      address: place.nextAddress(subnet),
      description: `VPC Endpoint Interface ${VpcEndpointId}`,
      groups: [group],
      instanceOwner: 'amazon-aws',
      deviceIndex: 1,
      type: 'vpc_endpoint',
    }),
  );
  place.endpoints.push({
    VpcEndpointId,
    VpcEndpointType: 'Interface',
    VpcId: group.VpcId,
    ServiceName: `com.amazonaws.${place.origin.region}.highlander`,
    State: 'available',
    RouteTableIds: [],
    SubnetIds: subnets.map(({ SubnetId }) => SubnetId),
    Groups: [{ GroupId: group.GroupId, GroupName: group.GroupName }],
    IpAddressType: 'ipv4',
    PrivateDnsEnabled: true,
    RequesterManaged: false,
    NetworkInterfaceIds: interfaces.map(({ NetworkInterfaceId }) => NetworkInterfaceId),
    CreationTimestamp: place.launchOf(label),
    Tags: [{ Key: 'Name', Value: label }],
    OwnerId: place.origin.accountId,
  });
  directory.WorkspaceAccessProperties.AccessEndpointConfig = {
    AccessEndpoints: [{ AccessEndpointType: 'STREAMING_WSP', VpcEndpointId }],
    InternetFallbackProtocols: [],
  };
}
