import { refusePortOut } from '../network-acls.ts';
import type { Mistake } from './mistake.ts';

/** How directories of the main Region are kept, and the network that they stand in. */
export const directoryMistakes: readonly Mistake[] = [
  {
    what: 'training was set up in a hurry: no organizational unit, no updates, trainees may do anything to their desktops',
    make(place) {
      const { WorkspaceCreationProperties: creation, SelfservicePermissions: permissions } =
        place.directory('training');
      delete creation.DefaultOu;
      creation.EnableMaintenanceMode = false;
      creation.UserEnabledAsLocalAdministrator = true;
      permissions.RebuildWorkspace = 'ENABLED';
      permissions.ChangeComputeType = 'ENABLED';
    },
  },
  {
    what: 'call-centre was moved: its directory has its primary Region elsewhere now',
    recent: true,
    make(place) {
      place.description('call-centre').RegionsInfo = { PrimaryRegion: 'us-west-2', AdditionalRegions: ['us-east-1'] };
    },
  },
  {
    what: 'call-centre asks Windows devices for a certificate, and Macs for none',
    make(place) {
      place.directory('call-centre').WorkspaceAccessProperties.DeviceTypeWindows = 'TRUST';
    },
  },
  {
    what: 'a domain controller was replaced, and WorkSpaces in retail-west still ask the old one',
    recent: true,
    make(place) {
      place.directory('retail-west').DnsIpAddresses = ['10.8.0.10', '10.8.9.10'];
    },
  },
  {
    what: 'a network ACL of retail-west lets no plain HTTP out',
    recent: true,
    make: (place) => refusePortOut(place, place.subnet('retail-west-b'), 80),
  },
  {
    what: 'call-centre has outgrown one of its subnets',
    make(place) {
      place.subnet('call-centre-a').AvailableIpAddressCount = 6;
    },
  },
  {
    what: 'desktops of the sandbox get public addresses behind its NAT gateways',
    recent: true,
    make(place) {
      place.directory('sandbox').WorkspaceCreationProperties.EnableInternetAccess = true;
    },
  },
];
