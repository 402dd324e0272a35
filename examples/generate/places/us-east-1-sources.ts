import { addElasticIp, addNatGateway, addRegionalNatGateway, foreignSubnet } from '../egress.ts';
import { addInterface, attachElasticIp, lendPublicIp } from '../interfaces.ts';
import { addIpGroup, addSiteGroups } from '../ip-groups.ts';
import type { Place } from '../place.ts';

/** The IP groups' names per directory. */
export interface Sources {
  readonly finance: string[];
  readonly engineering: string[];
  readonly east: string[];
  readonly west: string[];
  readonly callCentre: string[];
}

/** From where users come: the organisation's own egress VPC, and the fixed lines of its branches. */
export function addSourceAddresses(place: Place): Sources {
  const egress = foreignSubnet(place, 'egress', 'a');
  addNatGateway(place, egress, 'head-office-a', ['203.0.113.10']);
  addNatGateway(place, egress, 'head-office-b', ['203.0.113.11']);
  addRegionalNatGateway(place, 'lab-egress', 'lab-outbound', ['203.0.113.20', '203.0.113.21']);
  addNatGateway(place, egress, 'call-centre-outbound', ['203.0.113.30', '203.0.113.31']);
  const gateway = addInterface(place, {
    label: 'vpn gateway host',
    subnet: egress,
    address: place.nextAddress(egress),
    description: 'VPN gateway',
    groups: [],
    instanceOwner: place.origin.accountId,
    deviceIndex: 0,
  });
  attachElasticIp(place, gateway, addElasticIp(place, '203.0.113.15', 'vpn-gateway'));
  const buildHost = addInterface(place, {
    label: 'build host',
    subnet: egress,
    address: place.nextAddress(egress),
    description: 'NAT instance of the build farm',
    groups: [],
    instanceOwner: place.origin.accountId,
    deviceIndex: 0,
  });
  lendPublicIp(buildHost, '203.0.113.150');
  return {
    finance: financeGroups(place),
    engineering: engineeringGroups(place),
    east: [...addSiteGroups(place, 'branch', 1, 24, 1), ...retailEastGroups(place)],
    west: addSiteGroups(place, 'branch', 25, 25, 25),
    callCentre: callCentreGroups(place),
  };
}

function financeGroups(place: Place): string[] {
  addIpGroup(place, 'head-office', 'NAT gateways of the head office', {
    '203.0.113.10/32': 'head office, gateway a',
    '203.0.113.11/32': 'head office, gateway b',
  });
  addIpGroup(place, 'vpn-egress', 'Remote staff on the VPN', { '203.0.113.15/32': 'VPN gateway' });
  addIpGroup(place, 'finance-auditing', 'Auditing floor', { '192.0.2.64/28': 'auditing floor' });
  return ['head-office', 'vpn-egress', 'finance-auditing', ...addSiteGroups(place, 'regional-office', 1, 11, 60)];
}

function engineeringGroups(place: Place): string[] {
  addIpGroup(place, 'lab-egress', 'Engineering labs', {
    '203.0.113.20/32': 'lab NAT gateway',
    '203.0.113.21/32': 'lab NAT gateway',
  });
  addIpGroup(place, 'build-farm', 'Build farm', { '203.0.113.150/32': 'NAT instance' });
  addIpGroup(place, 'engineering-office', 'Engineering building', { '192.0.2.80/28': 'carrier range' });
  addIpGroup(
    place,
    'partner-labs',
    'Test laboratories of partners',
    Object.fromEntries(Array.from({ length: 10 }, (_, index) => [`192.0.2.${10 + index}/32`, `partner ${index + 1}`])),
  );
  return ['lab-egress', 'build-farm', 'engineering-office', 'partner-labs'];
}

function retailEastGroups(place: Place): string[] {
  addElasticIp(place, '203.0.113.40', 'warehouse');
  const warehouse = addInterface(place, {
    label: 'warehouse gateway host',
    subnet: foreignSubnet(place, 'egress', 'a'),
    address: '10.30.0.200',
    description: 'Warehouse gateway',
    groups: [],
    instanceOwner: place.origin.accountId,
    deviceIndex: 0,
  });
  attachElasticIp(place, warehouse, place.address('203.0.113.40'));
  const line = addInterface(place, {
    label: 'backup line host',
    subnet: foreignSubnet(place, 'egress', 'a'),
    address: '10.30.0.201',
    description: 'Backup line gateway',
    groups: [],
    instanceOwner: place.origin.accountId,
    deviceIndex: 0,
  });
  attachElasticIp(place, line, addElasticIp(place, '203.0.113.41', 'backup-line'));
  addIpGroup(place, 'warehouse', 'Central warehouse', { '203.0.113.40/32': 'warehouse gateway' });
  addIpGroup(place, 'backup-line', 'Backup line of the branches', { '203.0.113.41/32': 'backup gateway' });
  return place.era === 'now' ? ['warehouse', 'backup-line'] : ['warehouse'];
}

function callCentreGroups(place: Place): string[] {
  addIpGroup(place, 'call-centre-egress', 'NAT gateway of the call centre', {
    '203.0.113.30/32': 'call centre, first address',
    '203.0.113.31/32': 'call centre, second address',
  });
  return ['call-centre-egress', ...addSiteGroups(place, 'support-office', 1, 24, 80)];
}
