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
  if (kind === 'MicrosoftAD') addDomainControllers(place, spec, addresses);
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
    ...(kind === 'MicrosoftAD' && {
      DesiredNumberOfDomainControllers: 2,
      OsVersion: 'SERVER_2019',
      RegionsInfo: { PrimaryRegion: place.origin.region, AdditionalRegions: [] },
    }),
  });
}

/** AWS runs one domain controller of a Managed AD in each of its subnets. */
function addDomainControllers(
  place: Place,
  spec: Pick<DirectorySpec, 'subnets'> & { readonly directory: Directory },
  addresses: readonly string[],
): void {
  const { DirectoryId } = spec.directory;
  for (const [index, { SubnetId, VpcId, AvailabilityZone }] of spec.subnets.entries()) {
    const label = `${DirectoryId} ${SubnetId}`;
    place.further.of('DomainController').push({
      DirectoryId,
      DomainControllerId: place.ec2Id('dc', label).slice(0, 13),
      DnsIpAddr: addresses[index],
      VpcId,
      SubnetId,
      AvailabilityZone,
      Status: 'Active',
      LaunchTime: place.launchOf(`controller ${label}`),
      StatusLastUpdatedDateTime: new Date(place.launches.end),
    });
  }
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
    ? { ConnectSettings: { ...settings, CustomerUserName: 'svc-workspaces', ConnectIps } }
    : { VpcSettings: settings };
}

/** Makes a directory one that another account runs and shares: its controllers and their network are not seen here. */
export function shareFrom(place: Place, alias: string, AccountId: string): void {
  const description = place.description(alias);
  const { DirectoryId, VpcSettings, DnsIpAddrs = [], RadiusStatus, RadiusSettings } = description;
  const controllers = place.controllers(alias);
  place.interfaces = place.interfaces.filter(({ Description }) => !Description?.endsWith(DirectoryId));
  place.securityGroups = place.securityGroups.filter((group) => group !== controllers);
  place.further.remove('DomainController', (one) => one.DirectoryId === DirectoryId);
  delete description.VpcSettings;
  Object.assign(description, {
    Type: 'SharedMicrosoftAD',
    ShareStatus: 'Shared',
    ShareMethod: 'HANDSHAKE',
    OwnerDirectoryDescription: {
      DirectoryId: place.directoryId(`owner of ${alias}`),
      AccountId,
      DnsIpAddrs,
      VpcSettings: { ...VpcSettings, VpcId: place.ec2Id('vpc', `owner of ${alias}`) },
      RadiusStatus,
      RadiusSettings,
    },
  });
  delete description.RadiusStatus;
  delete description.RadiusSettings;
}
