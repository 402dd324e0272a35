import { identifiers } from '../interfaces.ts';
import { permission } from '../security-groups.ts';
import type { Mistake } from './mistake.ts';

/** How directories of the GovCloud Region are kept, and the network that they stand in. */
export const usGovWest1Mistakes: readonly Mistake[] = [
  {
    what: 'field-office was switched back from FIPS mode, and its IP groups opened, to rule out a fault',
    recent: true,
    make(place) {
      place.directory('field-office').EndpointEncryptionMode = 'STANDARD_TLS';
      place.ipGroup('field-egress').userRules = [{ ipRule: '0.0.0.0/1', ruleDesc: 'temporary' }];
      place.ipGroup('field-annex').userRules = [{ ipRule: '128.0.0.0/1', ruleDesc: 'temporary' }];
    },
  },
  {
    what: 'a field desktop has an unencrypted user volume',
    make: (place) => void delete place.workspace('field-inspector-004').UserVolumeEncryptionEnabled,
  },
  {
    what: 'the accelerator was switched on in records, in a Region that has none',
    recent: true,
    make(place) {
      place.directory('records').StreamingProperties = {
        GlobalAccelerator: { Mode: 'ENABLED_AUTO', PreferredProtocol: 'NONE' },
      };
    },
  },
  {
    what: 'secure LDAP was closed at the controllers of program-alpha',
    recent: true,
    make(place) {
      const controllers = place.controllers('program-alpha');
      controllers.IpPermissions = controllers.IpPermissions.filter(({ FromPort }) => FromPort !== 636);
    },
  },
  {
    what: 'a program desktop wears the group of the controllers',
    make: (place) =>
      void place.interfaceOf('program-analyst-009').Groups.push(...identifiers([place.controllers('program-alpha')])),
  },
  {
    what: 'desktops of mission-support may only use TCP, and only within the VPC',
    recent: true,
    make(place) {
      place.members('mission-support').IpPermissionsEgress = [permission('tcp', 0, 65535, { cidr: '10.40.0.0/16' })];
    },
  },
  {
    what: 'the connector of field-office may only speak within its VPC, and one of its DNS servers moved',
    make(place) {
      place.controllers('field-office').IpPermissionsEgress = [permission('tcp', 0, 65535, { cidr: '10.40.0.0/16' })];
      const servers = ['10.8.0.10', '172.30.0.10'];
      place.directory('field-office').DnsIpAddresses = servers;
      place.description('field-office').DnsIpAddrs = servers;
    },
  },
  {
    what: 'both DNS servers of records were replaced at once',
    recent: true,
    make(place) {
      const servers = ['10.8.4.10', '10.8.5.10'];
      place.directory('records').DnsIpAddresses = servers;
      place.description('records').DnsIpAddrs = servers;
    },
  },
  {
    what: 'the agency announces all networks for private use and tests over the VPN',
    recent: true,
    make(place) {
      for (const table of place.routeTables.filter(({ Routes }) => Routes.some((route) => route.NatGatewayId))) {
        table.Routes.push({
          DestinationCidrBlock: '198.18.0.0/15',
          GatewayId: place.ec2Id('vgw', 'data centres'),
          Origin: 'EnableVgwRoutePropagation',
          State: 'active',
        });
      }
    },
  },
  {
    what: 'mission-support has an IP group, which a VPC endpoint ignores',
    recent: true,
    make(place) {
      place.directory('mission-support').ipGroupIds = [place.ipGroup('agency-egress').groupId];
    },
  },
];
