import { addIpGroup } from '../ip-groups.ts';
import { tcp } from '../security-groups.ts';
import type { Mistake } from './mistake.ts';

/** Who may connect, from where and with which clients. */
export const accessMistakes: readonly Mistake[] = [
  {
    what: 'retail-east still admits zero clients, and lets users restart their desktops from anywhere',
    make(place) {
      const retail = place.directory('retail-east');
      retail.WorkspaceAccessProperties.DeviceTypeZeroClient = 'ALLOW';
      retail.SelfservicePermissions.RestartWorkspace = 'ENABLED';
    },
  },
  {
    what: 'engineering admits the Linux and Chromebook clients',
    make(place) {
      const access = place.directory('engineering').WorkspaceAccessProperties;
      access.DeviceTypeLinux = 'ALLOW';
      access.DeviceTypeChromeOs = 'ALLOW';
    },
  },
  {
    what: 'the auditors endpoint admits every address',
    make(place) {
      place.securityGroup('auditors-streaming-endpoint').IpPermissions = [
        tcp(443, '10.60.0.0/16'),
        tcp(4195, '0.0.0.0/0'),
      ];
    },
    recent: true,
  },
  {
    what: 'an IP group lists the office network by its private range',
    make: (place) =>
      void place.ipGroup('finance-auditing').userRules.push({ ipRule: '10.20.0.0/16', ruleDesc: 'office network' }),
  },
  {
    what: 'an IP group outgrew its quota of rules',
    make: (place) =>
      void place.ipGroup('partner-labs').userRules.push({ ipRule: '192.0.2.20/32', ruleDesc: 'partner 11' }),
  },
  {
    what: 'the call centre gateway got a second address that its IP group does not list',
    make: (place) => void place.ipGroup('call-centre-egress').userRules.pop(),
  },
  {
    what: 'groups of closed branches were left behind',
    make(place) {
      for (const [index, host] of ['120', '121', '122', '123'].entries()) {
        addIpGroup(place, `former-branch-${index + 1}`, 'Closed', { [`198.51.100.${host}/32`]: 'closed' });
      }
    },
  },
  {
    what: 'an IP group was emptied after the storm season',
    recent: true,
    make(place) {
      place.ipGroup('claims-surge').userRules = [];
    },
  },
  {
    what: 'the warehouse address was released, and somebody else may have it now',
    recent: true,
    make(place) {
      const { NetworkInterfaceId } = place.address('203.0.113.40');
      place.addresses = place.addresses.filter(({ PublicIp }) => PublicIp !== '203.0.113.40');
      place.interfaces = place.interfaces.filter((one) => one.NetworkInterfaceId !== NetworkInterfaceId);
    },
  },
  {
    what: 'the backup gateway was switched off, and its address kept',
    recent: true,
    make(place) {
      const address = place.address('203.0.113.41');
      const { NetworkInterfaceId } = address;
      delete address.AssociationId;
      delete address.NetworkInterfaceId;
      delete address.NetworkInterfaceOwnerId;
      delete address.PrivateIpAddress;
      place.interfaces = place.interfaces.filter((one) => one.NetworkInterfaceId !== NetworkInterfaceId);
    },
  },
];
