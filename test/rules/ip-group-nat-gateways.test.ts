import { describe, expect, it } from 'vitest';
import { directory, elasticIp, group, judged, natAddress, natGateway } from './ip-group-builders.ts';

const directories = 'workspaces:DescribeWorkspaceDirectories';
const gateways = 'ec2:DescribeNatGateways';
const addresses = 'ec2:DescribeAddresses';
const used = directory('d-1', ['wsipg-1']);
const named = group('wsipg-1', ['52.0.2.10/32']);

describe('ip-group-nat-gateway-static-addresses', () => {
  const rule = 'ip-group-nat-gateway-static-addresses';
  const eip = elasticIp('52.0.2.10');
  const own = ['52.0.2.10'];
  const regional = (AutoScalingIps?: string, AutoProvisionZones?: string) => ({
    AvailabilityMode: 'regional',
    AutoScalingIps,
    AutoProvisionZones,
  });

  it.each([
    ['a zonal gateway with an Elastic IP', [eip, natGateway('nat-1', own)], 'COMPLIANT'],
    [
      'a gateway of before the availability mode',
      [eip, natGateway('nat-1', own, { AvailabilityMode: undefined })],
      'COMPLIANT',
    ],
    ['a gateway that is being made', [eip, natGateway('nat-1', own, { State: 'pending' })], 'COMPLIANT'],
    [
      'a regional gateway in manual mode',
      [eip, natGateway('nat-1', own, regional('disabled', 'disabled'))],
      'COMPLIANT',
    ],
    [
      'a regional gateway that scales its addresses',
      [eip, natGateway('nat-1', own, regional('enabled', 'disabled'))],
      'NON_COMPLIANT HIGH',
    ],
    [
      'a regional gateway that grows into zones',
      [eip, natGateway('nat-1', own, regional('disabled', 'enabled'))],
      'NON_COMPLIANT HIGH',
    ],
    [
      'a regional gateway that does, and does not say the rest',
      [eip, natGateway('nat-1', own, regional(undefined, 'enabled'))],
      'NON_COMPLIANT HIGH',
    ],
    ['a regional gateway that does not say', [eip, natGateway('nat-1', own, regional())], 'INSUFFICIENT_DATA'],
    [
      'a regional gateway in a mode nobody knows',
      [eip, natGateway('nat-1', own, regional('sometimes', 'disabled'))],
      'INSUFFICIENT_DATA',
    ],
    [
      'an availability mode nobody knows',
      [eip, natGateway('nat-1', own, { AvailabilityMode: 'global' })],
      'INSUFFICIENT_DATA',
    ],
    [
      'a zonal gateway, where the switches mean nothing',
      [eip, natGateway('nat-1', own, { AutoScalingIps: 'enabled' })],
      'COMPLIANT',
    ],
    [
      'an address that the gateway manages',
      [elasticIp('52.0.2.10', { ServiceManaged: 'rnat' }), natGateway('nat-1', own)],
      'NON_COMPLIANT HIGH',
    ],
    [
      'an address without allocation',
      [eip, natGateway('nat-1', [natAddress('52.0.2.10', { AllocationId: undefined })])],
      'NON_COMPLIANT HIGH',
    ],
    ['an allocation that the account does not have', [natGateway('nat-1', own)], 'NON_COMPLIANT HIGH'],
    [
      'a second address without allocation, outside the rule',
      [eip, natGateway('nat-1', ['52.0.2.10', natAddress('52.0.9.9', { AllocationId: undefined })])],
      'NON_COMPLIANT HIGH',
    ],
    [
      'a second gateway that scales',
      [
        eip,
        elasticIp('52.0.2.11'),
        natGateway('nat-1', own),
        natGateway('nat-2', ['52.0.2.11'], regional('enabled', 'disabled')),
      ],
      'COMPLIANT',
    ],
    ['no gateway', [eip], 'NOT_APPLICABLE'],
    [
      'a gateway with another address',
      [elasticIp('52.0.2.11'), natGateway('nat-1', ['52.0.2.11'], regional('enabled', 'enabled'))],
      'NOT_APPLICABLE',
    ],
    [
      'a private gateway',
      [natGateway('nat-1', [{ PrivateIp: '52.0.2.10' }], { ConnectivityType: 'private' })],
      'NOT_APPLICABLE',
    ],
  ])('%s', async (_, lines, expected) => {
    expect(await judged(rule, { lines: [used, named, ...lines] })).toEqual({ 'wsipg-1': expected });
  });

  const gone = (State: string) => natGateway('nat-old', own, { State });
  const elsewhere = elasticIp('52.0.2.10', { AssociationId: 'eipassoc-host', NetworkInterfaceId: 'eni-host' });

  it.each([
    [
      'the gateway is being deleted',
      [elasticIp('52.0.2.10', { AssociationId: undefined }), gone('deleting')],
      'NON_COMPLIANT HIGH',
    ],
    [
      'the gateway is deleted and its address idle',
      [elasticIp('52.0.2.10', { AssociationId: undefined }), gone('deleted')],
      'NON_COMPLIANT HIGH',
    ],
    [
      'the gateway failed',
      [elasticIp('52.0.2.10', { AssociationId: undefined }), gone('failed')],
      'NON_COMPLIANT HIGH',
    ],
    ['the gateway is deleted and its address released', [gone('deleted')], 'NON_COMPLIANT HIGH'],
    ['the address went to a host', [elsewhere, gone('deleted')], 'NOT_APPLICABLE'],
    ['the gateway still holds its address', [eip, gone('deleting')], 'NON_COMPLIANT HIGH'],
    [
      'its interface still holds the address',
      [
        elasticIp('52.0.2.10', { NetworkInterfaceId: 'eni-nat' }),
        natGateway('nat-old', [natAddress('52.0.2.10', { AssociationId: undefined, NetworkInterfaceId: 'eni-nat' })], {
          State: 'deleting',
        }),
      ],
      'NON_COMPLIANT HIGH',
    ],
    [
      'another gateway has the address, and the list of addresses does not say so yet',
      [elasticIp('52.0.2.10', { AssociationId: undefined }), gone('deleted'), natGateway('nat-new', own)],
      'COMPLIANT',
    ],
    ['the address went to another gateway', [elsewhere, gone('deleted'), natGateway('nat-new', own)], 'COMPLIANT'],
    [
      'the address went to another gateway that scales',
      [elsewhere, gone('deleted'), natGateway('nat-new', own, regional('enabled', 'disabled'))],
      'NON_COMPLIANT HIGH',
    ],
    [
      'the address went to a gateway that is deleted too',
      [
        elasticIp('52.0.2.10', { AssociationId: undefined }),
        gone('deleted'),
        natGateway('nat-new', own, { State: 'deleting' }),
      ],
      'NON_COMPLIANT HIGH',
    ],
    ['the state is one nobody knows', [eip, gone('sleeping')], 'INSUFFICIENT_DATA'],
    ['the state is absent', [eip, natGateway('nat-1', own, { State: undefined })], 'INSUFFICIENT_DATA'],
  ])('when %s', async (_, lines, expected) => {
    expect(await judged(rule, { lines: [used, named, ...lines] })).toEqual({ 'wsipg-1': expected });
  });

  it('reports a deleted gateway of whose two addresses only one went elsewhere', async () => {
    const old = natGateway('nat-old', ['52.0.2.10', '52.0.2.11'], { State: 'deleted' });
    const lines = [used, group('wsipg-1', ['52.0.2.10/31']), elsewhere, old];
    expect(await judged(rule, { lines })).toEqual({ 'wsipg-1': 'NON_COMPLIANT HIGH' });
  });

  it.each([
    ['a wider rule', ['52.0.2.0/24'], 'NON_COMPLIANT HIGH'],
    ['anywhere', ['0.0.0.0/0'], 'NON_COMPLIANT HIGH'],
    ['no rules', [], 'NOT_APPLICABLE'],
    ['something unreadable', ['the office'], 'INSUFFICIENT_DATA'],
    ['something unreadable beside the gateway', ['the office', '52.0.2.10'], 'NON_COMPLIANT HIGH'],
    ['no known rules', undefined, 'INSUFFICIENT_DATA'],
  ])('a group with %s', async (_, rules, expected) => {
    const lines = [used, group('wsipg-1', rules), eip, natGateway('nat-1', own, regional('enabled', 'disabled'))];
    expect(await judged(rule, { lines })).toEqual({ 'wsipg-1': expected });
  });

  it.each([
    ['gateways were denied', [named, eip], { [gateways]: 'denied' }, `INSUFFICIENT_DATA ${gateways}`],
    [
      'gateways were denied, and the group has no rules',
      [group('wsipg-1', [])],
      { [gateways]: 'denied' },
      'NOT_APPLICABLE',
    ],
    [
      'gateways were partly read',
      [named, eip, natGateway('nat-1', own)],
      { [gateways]: 'partial' },
      `INSUFFICIENT_DATA ${gateways}`,
    ],
    [
      'gateways were partly read, yet one scales',
      [named, eip, natGateway('nat-1', own, regional('enabled'))],
      { [gateways]: 'partial' },
      'NON_COMPLIANT HIGH',
    ],
    [
      'addresses were denied',
      [named, natGateway('nat-1', own)],
      { [addresses]: 'denied' },
      `INSUFFICIENT_DATA ${addresses}`,
    ],
    [
      'addresses were denied, and no gateway matches',
      [named, natGateway('nat-1', ['52.0.2.11'])],
      { [addresses]: 'denied' },
      'NOT_APPLICABLE',
    ],
    [
      'addresses were denied, yet the gateway scales',
      [named, natGateway('nat-1', own, regional('enabled'))],
      { [addresses]: 'denied' },
      'NON_COMPLIANT HIGH',
    ],
    [
      'addresses were denied, yet the gateway has one without allocation',
      [named, natGateway('nat-1', [natAddress('52.0.2.10', { AllocationId: undefined })])],
      { [addresses]: 'denied' },
      'NON_COMPLIANT HIGH',
    ],
    [
      'addresses were denied and the gateway is deleted',
      [named, gone('deleted')],
      { [addresses]: 'denied' },
      `INSUFFICIENT_DATA ${addresses}`,
    ],
    [
      'directories were denied, which says nothing of gateways',
      [named, eip, natGateway('nat-1', own)],
      { [directories]: 'denied' },
      'COMPLIANT',
    ],
  ] as const)('when %s', async (_, lines, coverage, expected) => {
    expect(await judged(rule, { lines, coverage })).toEqual({ 'wsipg-1': expected });
  });
});

describe('ip-group-nat-single-udp-egress', () => {
  const rule = 'ip-group-nat-single-udp-egress';
  const pair = ['52.0.2.10', '52.0.2.11'];

  it.each([
    ['one address', [natGateway('nat-1', ['52.0.2.10'])], 'COMPLIANT'],
    ['two addresses', [natGateway('nat-1', pair)], 'NON_COMPLIANT LOW'],
    [
      'two addresses, of which one failed',
      [natGateway('nat-1', ['52.0.2.10', natAddress('52.0.2.11', { Status: 'failed' })])],
      'COMPLIANT',
    ],
    [
      'two addresses, of which one is on its way',
      [natGateway('nat-1', ['52.0.2.10', natAddress('52.0.2.11', { Status: 'assigning' })])],
      'COMPLIANT',
    ],
    [
      'two addresses that do not say how they are',
      [
        natGateway(
          'nat-1',
          pair.map((ip) => natAddress(ip, { Status: undefined })),
        ),
      ],
      'NON_COMPLIANT LOW',
    ],
    [
      'two gateways with one address each',
      [natGateway('nat-1', ['52.0.2.10']), natGateway('nat-2', ['52.0.2.11'])],
      'COMPLIANT',
    ],
    [
      'a good gateway, and one of several addresses that the group does not name',
      [natGateway('nat-1', ['52.0.2.10']), natGateway('nat-2', ['52.0.3.1', '52.0.3.2'])],
      'COMPLIANT',
    ],
    ['only a gateway that the group does not name', [natGateway('nat-2', ['52.0.3.1', '52.0.3.2'])], 'NOT_APPLICABLE'],
    ['no gateway', [], 'NOT_APPLICABLE'],
  ])('%s', async (_, lines, expected) => {
    expect(await judged(rule, { lines: [used, named, ...lines] })).toEqual({ 'wsipg-1': expected });
  });

  it.each([
    ['a range around both', ['52.0.2.0/24'], 'NON_COMPLIANT LOW'],
    ['no rules', [], 'NOT_APPLICABLE'],
    ['something unreadable', ['the office'], 'INSUFFICIENT_DATA'],
    ['no known rules', undefined, 'INSUFFICIENT_DATA'],
  ])('a group with %s', async (_, rules, expected) => {
    const lines = [used, group('wsipg-1', rules), natGateway('nat-1', pair)];
    expect(await judged(rule, { lines })).toEqual({ 'wsipg-1': expected });
  });

  it.each([
    ['denied', [named], 'denied', `INSUFFICIENT_DATA ${gateways}`],
    ['denied, and the group has no rules', [group('wsipg-1', [])], 'denied', 'NOT_APPLICABLE'],
    ['partly read', [named, natGateway('nat-1', ['52.0.2.10'])], 'partial', `INSUFFICIENT_DATA ${gateways}`],
    ['partly read, yet one has two addresses', [named, natGateway('nat-1', pair)], 'partial', 'NON_COMPLIANT LOW'],
  ] as const)('when gateways were %s', async (_, lines, status, expected) => {
    expect(await judged(rule, { lines: [used, ...lines], coverage: { [gateways]: status } })).toEqual({
      'wsipg-1': expected,
    });
  });
});
