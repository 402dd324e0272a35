import type { Place } from './place.ts';
import { hex } from './seeds.ts';
import type { Address, NetworkInterface, SecurityGroup, Subnet } from './shapes.ts';

export interface InterfaceSpec {
  /** What the ids are made of; unique in the place. */
  readonly label: string;
  readonly subnet: Pick<Subnet, 'SubnetId' | 'VpcId' | 'AvailabilityZone'>;
  readonly address: string;
  readonly description: string;
  readonly groups: readonly SecurityGroup[];
  /** Who owns the instance behind it: AWS for everything that a service runs, the account for its own hosts. */
  readonly instanceOwner: string;
  readonly deviceIndex: number;
  readonly type?: NetworkInterface['InterfaceType'];
}

/** Adds an interface that is attached and in use. */
export function addInterface(place: Place, spec: InterfaceSpec): NetworkInterface {
  const { accountId, region } = place.origin;
  const mac = `0e${hex(`${accountId} ${region} mac ${spec.label}`, 10)}`.match(/../g)?.join(':');
  const eni: NetworkInterface = {
    Attachment: {
      AttachTime: place.launchOf(`attach ${spec.label}`),
      AttachmentId: place.ec2Id('eni-attach', spec.label),
      DeleteOnTermination: false,
      DeviceIndex: spec.deviceIndex,
      NetworkCardIndex: 0,
      InstanceOwnerId: spec.instanceOwner,
      Status: 'attached',
    },
    AvailabilityZone: spec.subnet.AvailabilityZone,
    Description: spec.description,
    Groups: identifiers(spec.groups),
    InterfaceType: spec.type ?? 'interface',
    Ipv6Addresses: [],
    MacAddress: mac,
    NetworkInterfaceId: place.ec2Id('eni', spec.label),
    OwnerId: accountId,
    PrivateIpAddress: spec.address,
    PrivateIpAddresses: [{ Primary: true, PrivateIpAddress: spec.address }],
    RequesterManaged: spec.instanceOwner !== accountId,
    SourceDestCheck: spec.type !== 'nat_gateway',
    Status: 'in-use',
    SubnetId: spec.subnet.SubnetId,
    TagSet: [],
    VpcId: spec.subnet.VpcId,
  };
  place.interfaces.push(eni);
  const subnet = place.subnets.find(({ SubnetId }) => SubnetId === eni.SubnetId);
  if (subnet !== undefined) subnet.AvailableIpAddressCount -= 1;
  return eni;
}

export const identifiers = (groups: readonly SecurityGroup[]): { GroupName: string; GroupId: string }[] =>
  groups.map(({ GroupName, GroupId }) => ({ GroupName, GroupId }));

/** Associates a public address that AWS lends, and takes back when the host stops. */
export function lendPublicIp(eni: NetworkInterface, PublicIp: string): void {
  associate(eni, { IpOwnerId: 'amazon', PublicIp });
}

/** Associates an Elastic IP of the account with the interface's primary private address. */
export function attachElasticIp(place: Place, eni: NetworkInterface, address: Address): void {
  bind(place, eni, address, eni.PrivateIpAddress);
  associate(eni, ownAssociation(place, address));
}

/** Adds a secondary private address to the interface and associates an Elastic IP with that one. */
export function attachElasticIpToSecondary(
  place: Place,
  eni: NetworkInterface,
  address: Address,
  PrivateIpAddress: string,
): void {
  bind(place, eni, address, PrivateIpAddress);
  eni.PrivateIpAddresses.push({ Association: ownAssociation(place, address), Primary: false, PrivateIpAddress });
}

/** Takes the public address of the primary private address away. */
export function losePublicIp(eni: NetworkInterface): void {
  delete eni.Association;
  for (const one of eni.PrivateIpAddresses) delete one.Association;
}

function bind(place: Place, eni: NetworkInterface, address: Address, privateIp: string): void {
  address.AssociationId = place.ec2Id('eipassoc', address.PublicIp);
  address.NetworkInterfaceId = eni.NetworkInterfaceId;
  address.NetworkInterfaceOwnerId = place.origin.accountId;
  address.PrivateIpAddress = privateIp;
}

const ownAssociation = (place: Place, address: Address): NonNullable<NetworkInterface['Association']> => ({
  AllocationId: address.AllocationId,
  AssociationId: address.AssociationId,
  IpOwnerId: place.origin.accountId,
  PublicIp: address.PublicIp,
});

function associate(eni: NetworkInterface, association: NonNullable<NetworkInterface['Association']>): void {
  eni.Association = association;
  const primary = eni.PrivateIpAddresses[0];
  if (primary !== undefined) primary.Association = association;
}
