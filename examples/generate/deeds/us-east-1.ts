import type { Place } from '../place.ts';
import { issueCertificate, lookEverythingUp, record } from '../trail.ts';

/** What CloudTrail remembers of the mistakes in the main Region, and of what was right. */
export function rememberUsEast1(place: Place): void {
  lookEverythingUp(place);
  changeGroups(place);
  changeInterfaces(place);
  changeIpGroups(place);
  switchPressOffice(place);
  record(place, {
    event: 'CreateRoute',
    service: 'ec2',
    at: '2026-11-12T14:20:00.000Z',
    by: 'network-engineer',
    request: { routeTableId: place.routeTable('private-a').RouteTableId, destinationCidrBlock: '172.20.0.0/16' },
  });
  issueCertificate(place, 'finance');
  record(place, {
    event: 'DescribeWorkspaces',
    service: 'workspaces',
    at: '2026-11-22T02:10:00.000Z',
    by: 'inventory-script',
    request: {},
    host: 'workspaces.us-east-1.amazonaws.com',
  });
}

function changeGroups(place: Place): void {
  for (const [event, group, at] of [
    ['AuthorizeSecurityGroupIngress', place.members('retail-west'), '2026-11-10T09:12:00.000Z'],
    ['AuthorizeSecurityGroupEgress', place.members('retail-east'), '2026-11-11T09:40:00.000Z'],
    ['AuthorizeSecurityGroupIngress', place.members('claims'), '2026-11-18T16:05:00.000Z'],
    ['AuthorizeSecurityGroupIngress', place.controllers('claims'), '2026-11-18T16:07:00.000Z'],
  ] as const) {
    record(place, { event, service: 'ec2', at, by: 'network-engineer', request: { groupId: group.GroupId } });
  }
  const groupId = place.controllers('sandbox').GroupId;
  const at = '2026-11-08T10:00:00.000Z';
  record(place, {
    event: 'AuthorizeSecurityGroupIngress',
    service: 'ec2',
    at,
    by: { service: 'ds' },
    request: { groupId },
  });
}

function changeInterfaces(place: Place): void {
  for (const [event, userName, at] of [
    ['ModifyNetworkInterfaceAttribute', 'developer-009', '2026-11-04T11:30:00.000Z'],
    ['DetachNetworkInterface', 'store-clerk-004', '2026-11-13T08:15:00.000Z'],
    ['AssignPrivateIpAddresses', 'developer-012', '2026-11-05T13:00:00.000Z'],
    ['AssociateAddress', 'developer-012', '2026-11-05T13:01:00.000Z'],
  ] as const) {
    const { NetworkInterfaceId: networkInterfaceId } = place.interfaceOf(userName);
    record(place, { event, service: 'ec2', at, by: 'desktop-engineer', request: { networkInterfaceId } });
  }
  record(place, {
    event: 'DeleteNetworkInterface',
    service: 'ec2',
    at: '2026-11-13T08:19:00.000Z',
    by: 'desktop-engineer',
    // The interface that contractor-009 had.
    request: { networkInterfaceId: place.ec2Id('eni', 'contractor-009') },
  });
}

function changeIpGroups(place: Place): void {
  for (const [name, at] of [
    ['claims-surge', '2026-11-22T01:30:00.000Z'],
    ['engineering-office', '2026-11-12T12:00:00.000Z'],
  ] as const) {
    const { groupId } = place.ipGroup(name);
    record(place, {
      event: 'UpdateRulesOfIpGroup',
      service: 'workspaces',
      at,
      by: 'service-desk',
      request: { groupId },
    });
  }
}

function switchPressOffice(place: Place): void {
  const { DirectoryId: directoryId } = place.directory('press-office');
  record(place, {
    event: 'ModifyEndpointEncryptionMode',
    service: 'workspaces',
    at: '2026-11-09T07:00:00.000Z',
    by: 'desktop-engineer',
    request: { directoryId, endpointEncryptionMode: 'FIPS_VALIDATED' },
  });
  for (const userName of ['press-officer-003', 'press-officer-004']) {
    const { WorkspaceId: workspaceId } = place.workspace(userName);
    record(place, {
      event: 'CreateWorkspaces',
      service: 'workspaces',
      at: '2026-11-09T09:00:00.000Z',
      by: 'desktop-engineer',
      request: { workspaces: [{ directoryId }] },
      response: { pendingRequests: [{ workspaceId, directoryId }] },
    });
  }
}
