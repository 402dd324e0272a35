import type { Place } from '../place.ts';
import { issueCertificate, lookEverythingUp, record } from '../trail.ts';

/** What CloudTrail remembers of the GovCloud Region. */
export function rememberUsGovWest1(place: Place): void {
  lookEverythingUp(place);
  const by = 'agency-engineer';
  for (const [group, at] of [
    [place.controllers('program-alpha'), '2026-11-06T15:00:00.000Z'],
    [place.members('mission-support'), '2026-11-19T15:00:00.000Z'],
  ] as const) {
    const event = 'RevokeSecurityGroupIngress';
    record(place, { event, service: 'ec2', at, by, request: { groupId: group.GroupId } });
  }
  const { groupId } = place.ipGroup('field-egress');
  const opened = '2026-11-17T20:00:00.000Z';
  record(place, { event: 'UpdateRulesOfIpGroup', service: 'workspaces', at: opened, by, request: { groupId } });
  const { DirectoryId: directoryId, DnsIpAddresses: dnsIpAddrs } = place.directory('records');
  record(place, {
    event: 'UpdateDirectory',
    service: 'ds',
    at: '2026-11-14T22:00:00.000Z',
    by,
    request: { directoryId, updateSettings: { dnsIpAddrs } },
  });
  callThroughFips(place);
}

/** What it remembers of a Region in which nothing happened that matters. */
export function rememberCalm(place: Place): void {
  lookEverythingUp(place);
  callThroughFips(place);
}

/** What it remembers of the clean Region: WorkSpaces itself did something, and nobody else. */
export function rememberUsWest2(place: Place): void {
  rememberCalm(place);
  issueCertificate(place, 'counsel');
  const { NetworkInterfaceId: networkInterfaceId } = place.interfaceOf('marshal-001');
  record(place, {
    event: 'ModifyNetworkInterfaceAttribute',
    service: 'ec2',
    at: '2026-11-15T06:00:00.000Z',
    by: { service: 'workspaces' },
    request: { networkInterfaceId },
  });
}

function callThroughFips(place: Place): void {
  record(place, {
    event: 'DescribeWorkspaces',
    service: 'workspaces',
    at: '2026-11-22T02:10:00.000Z',
    by: 'inventory-script',
    request: {},
    host: `workspaces-fips.${place.origin.region}.amazonaws.com`,
  });
}
