import { addElasticIp } from '../egress.ts';
import { attachElasticIp, losePublicIp } from '../interfaces.ts';
import type { Mistake } from './mistake.ts';

/** Interfaces of desktops: present, unchanged, in the right subnet, with their public address. */
export const interfaceMistakes: readonly Mistake[] = [
  {
    what: 'somebody tidied up interfaces that no instance seemed to use',
    recent: true,
    make(place) {
      const gone = place.interfaceOf('contractor-009');
      place.interfaces = place.interfaces.filter((one) => one !== gone);
      place.workspace('contractor-009').State = 'AVAILABLE';
      const loose = place.interfaceOf('store-clerk-004');
      delete loose.Attachment;
      loose.Status = 'available';
      place.workspace('store-clerk-004').State = 'AVAILABLE';
    },
  },
  {
    what: 'a desktop of retail-east runs in a subnet of retail-west',
    make(place) {
      const subnet = place.subnet('retail-west-a');
      const eni = place.interfaceOf('store-manager-012');
      const workspace = place.workspace('store-manager-012');
      const address = subnet.CidrBlock.replace('.0/24', '.240');
      eni.SubnetId = subnet.SubnetId;
      eni.AvailabilityZone = subnet.AvailabilityZone;
      eni.PrivateIpAddress = address;
      eni.PrivateIpAddresses = [{ Primary: true, PrivateIpAddress: address }];
      workspace.SubnetId = subnet.SubnetId;
      workspace.IpAddress = address;
    },
  },
  {
    what: 'a developer forwards packets through the desktop',
    recent: true,
    make(place) {
      place.interfaceOf('developer-009').SourceDestCheck = false;
    },
  },
  {
    what: 'an interface was exchanged, by a rebuild or by hand: the snapshots cannot tell',
    recent: true,
    make(place) {
      const eni = place.interfaceOf('call-agent-008');
      eni.NetworkInterfaceId = place.ec2Id('eni', 'call-agent-008 again');
      eni.MacAddress = '0e:5d:31:7c:08:a1';
    },
  },
  {
    what: 'a training desktop was launched before addresses were assigned, another lost its address',
    make(place) {
      losePublicIp(place.interfaceOf('trainee-009'));
      if (place.era === 'now') losePublicIp(place.interfaceOf('trainee-002'));
    },
  },
  {
    what: 'a training desktop has an Elastic IP of its own',
    make(place) {
      const eni = place.interfaceOf('trainee-011');
      attachElasticIp(place, eni, addElasticIp(place, '203.0.113.46', 'trainee-011'));
    },
  },
];
