import type { DirectorySpec, ServiceKind } from './directories.ts';
import { addInterface } from './interfaces.ts';
import type { Place } from './place.ts';
import type { Directory, DirectoryDescription, SecurityGroup } from './shapes.ts';

/** What Directory Service says of a directory that it runs or connects to, with the interfaces it made for it. */
export function addDirectoryDescription(
  place: Place,
  spec: Pick<DirectorySpec, 'alias' | 'vpc' | 'subnets'> & {
    readonly kind: ServiceKind;
    readonly group: SecurityGroup;
    readonly directory: Directory;
  },
): void {
  const { directory, kind } = spec;
  const addresses = spec.subnets.map((subnet) => {
    const eni = addInterface(place, {
      label: `${directory.DirectoryId} controller in ${subnet.SubnetId}`,
      subnet,
      address: place.nextAddress(subnet),
      description: `AWS created network interface for directory ${directory.DirectoryId}`,
      groups: [spec.group],
      instanceOwner: 'amazon-aws',
      deviceIndex: 1,
    });
    return eni.PrivateIpAddress;
  });
  // A connector's DNS addresses are those of the customer's own domain controllers.
  const dns = kind === 'ADConnector' ? ['10.8.0.10', '10.8.1.10'] : addresses;
  directory.DnsIpAddresses = dns;
  place.directoryDescriptions.push({
    DirectoryId: directory.DirectoryId,
    Name: `${spec.alias}.corp.example.com`,
    ShortName: spec.alias.replaceAll('-', '').toUpperCase().slice(0, 15),
    ...(kind === 'MicrosoftAD' ? { Edition: 'Standard' } : { Size: 'Small' }),
    Alias: directory.DirectoryId,
    AccessUrl: `${directory.DirectoryId}.awsapps.com`,
    DnsIpAddrs: dns,
    Stage: 'Active',
    LaunchTime: place.launchOf(`directory ${directory.DirectoryId}`),
    StageLastUpdatedDateTime: new Date(place.launches.end),
    Type: kind,
    ...networkSettings(spec, addresses),
    SsoEnabled: false,
    ...(kind === 'MicrosoftAD' && { DesiredNumberOfDomainControllers: 2, OsVersion: 'SERVER_2019' }),
  });
}

function networkSettings(
  spec: Pick<DirectorySpec, 'vpc' | 'subnets'> & { readonly kind: ServiceKind; readonly group: SecurityGroup },
  ConnectIps: string[],
): Partial<DirectoryDescription> {
  const settings = {
    VpcId: spec.vpc.VpcId,
    SubnetIds: spec.subnets.map(({ SubnetId }) => SubnetId),
    SecurityGroupId: spec.group.GroupId,
    AvailabilityZones: spec.subnets.map(({ AvailabilityZone }) => AvailabilityZone),
  };
  return spec.kind === 'ADConnector'
    ? { ConnectSettings: { ...settings, CustomerUserName: 'svc-workspaces-connector', ConnectIps } }
    : { VpcSettings: settings };
}
