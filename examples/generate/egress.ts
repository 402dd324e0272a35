import { addInterface, attachElasticIp } from './interfaces.ts';
import type { Place } from './place.ts';
import type { Address, NatGateway, Subnet } from './shapes.ts';

/** Adds an Elastic IP that nothing uses yet. Public addresses of the examples come from the documentation ranges. */
export function addElasticIp(place: Place, PublicIp: string, name: string): Address {
  const address: Address = {
    AllocationId: place.ec2Id('eipalloc', PublicIp),
    Domain: 'vpc',
    Tags: [{ Key: 'Name', Value: name }],
    PublicIpv4Pool: 'amazon',
    NetworkBorderGroup: place.origin.region,
    PublicIp,
  };
  place.addresses.push(address);
  return address;
}

/** A subnet of a VPC that no directory uses: its NAT gateways are collected, the network itself is not. */
export const foreignSubnet = (place: Place, vpc: string, subnet: string): Subnet => ({
  SubnetId: place.ec2Id('subnet', `${vpc} ${subnet}`),
  VpcId: place.ec2Id('vpc', vpc),
  CidrBlock: '10.30.0.0/24',
  AvailabilityZone: `${place.origin.region}a`,
  AvailableIpAddressCount: 200,
});

/** Adds a public NAT gateway of one zone with Elastic IPs of the account, the first of them primary. */
export function addNatGateway(
  place: Place,
  subnet: Subnet,
  name: string,
  publicIps: readonly [string, ...string[]],
): NatGateway {
  const NatGatewayId = place.ec2Id('nat', name);
  const gateway: NatGateway = {
    CreateTime: place.launchOf(`nat ${name}`),
    NatGatewayAddresses: publicIps.map((publicIp, index) => {
      const address = addElasticIp(place, publicIp, name);
      const eni = addInterface(place, {
        label: `${name} ${publicIp}`,
        subnet,
        address: place.nextAddress(subnet),
        description: `Interface for NAT Gateway ${NatGatewayId}`,
        groups: [],
        instanceOwner: 'amazon-aws',
        deviceIndex: 1,
        type: 'nat_gateway',
      });
      attachElasticIp(place, eni, address);
      return {
        AllocationId: address.AllocationId,
        NetworkInterfaceId: eni.NetworkInterfaceId,
        PrivateIp: eni.PrivateIpAddress,
        PublicIp: publicIp,
        AssociationId: address.AssociationId,
        IsPrimary: index === 0,
        Status: 'succeeded',
      };
    }),
    NatGatewayId,
    State: 'available',
    SubnetId: subnet.SubnetId,
    VpcId: subnet.VpcId,
    Tags: [{ Key: 'Name', Value: name }],
    ConnectivityType: 'public',
    AvailabilityMode: 'zonal',
  };
  place.natGateways.push(gateway);
  return gateway;
}

/** Adds a regional NAT gateway whose addresses AWS provides, and adds and removes with the load. */
export function addRegionalNatGateway(place: Place, vpc: string, name: string, publicIps: readonly string[]): void {
  place.natGateways.push({
    CreateTime: place.launchOf(`nat ${name}`),
    NatGatewayAddresses: publicIps.map((publicIp, index) => {
      const address = addElasticIp(place, publicIp, name);
      address.ServiceManaged = 'rnat';
      address.AssociationId = place.ec2Id('eipassoc', publicIp);
      return {
        AllocationId: address.AllocationId,
        PublicIp: publicIp,
        AssociationId: address.AssociationId,
        IsPrimary: index === 0,
        Status: 'succeeded',
        AvailabilityZone: `${place.origin.region}${index === 0 ? 'a' : 'b'}`,
      };
    }),
    NatGatewayId: place.ec2Id('nat', name),
    State: 'available',
    VpcId: place.ec2Id('vpc', vpc),
    Tags: [{ Key: 'Name', Value: name }],
    ConnectivityType: 'public',
    AvailabilityMode: 'regional',
    AutoScalingIps: 'enabled',
    AutoProvisionZones: 'enabled',
  });
}
