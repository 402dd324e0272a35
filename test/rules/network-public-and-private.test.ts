import { describe, expect, it } from 'vitest';
import { dir, directory, otherDir, routeTables, subnet } from './fleet-builders.ts';
import type { Case, Line } from './harness.ts';
import {
  blackhole,
  halves,
  mainTable,
  natGateway,
  own,
  prefixList,
  readDescriptions,
  readNatGateways,
  readRouteTables,
  route,
  routeTable,
  shared,
  toInternet,
} from './network-builders.ts';
import { itJudges, onlyResult } from './verdict-table.ts';

const passes = { 'subnet-0a': 'COMPLIANT' };
const broken = { 'subnet-0a': 'NON_COMPLIANT MEDIUM' };
const unknown = { 'subnet-0a': 'INSUFFICIENT_DATA' };
const notApplicable = { 'subnet-0a': 'NOT_APPLICABLE' };
const missing = (...operations: string[]) => ({ 'subnet-0a': `INSUFFICIENT_DATA ${operations.join(' ')}` });

const one = { SubnetIds: ['subnet-0a'] };

describe('nat-gateway-in-public-subnet', () => {
  const rule = 'nat-gateway-in-public-subnet';
  const served = (...more: readonly Line[]): Line[] => [
    directory(one),
    subnet('subnet-0a', own),
    subnet('subnet-public', own),
    routeTable(['subnet-0a'], [toInternet('nat-0a')]),
    ...more,
  ];
  const nat = natGateway('nat-0a');
  /** The gateway's own subnet, with these routes. */
  const inside = (...routes: readonly object[]): Case => ({
    lines: served(nat, routeTable(['subnet-public'], routes)),
  });

  itJudges(rule, {
    'passes before an internet gateway': [inside(toInternet('igw-0a')), passes],
    'passes with halves to it': [inside(...halves('igw-0a')), passes],
    'passes by the main route table': [{ lines: served(nat, mainTable(toInternet('igw-0a'))) }, passes],
    'fails without a default route': [inside(), broken],
    'fails when the internet gateway is detached': [inside(toInternet('igw-0a', blackhole)), broken],
    'fails with half of the internet': [inside(route('0.0.0.0/1', 'igw-0a')), broken],
    'fails before itself, in the subnet it serves': [
      { lines: served(natGateway('nat-0a', { SubnetId: 'subnet-0a' })) },
      broken,
    ],
    'fails before a virtual private gateway': [inside(toInternet('vgw-0a')), broken],
    'fails before a peering connection': [inside(toInternet('pcx-0a')), broken],
    'fails before a local gateway': [inside(toInternet('lgw-0a')), broken],
    'fails before a carrier gateway': [inside(toInternet('cagw-0a')), broken],
    'cannot tell behind a firewall endpoint': [inside(toInternet('vpce-0a')), unknown],
    'cannot tell behind an appliance': [inside(toInternet('eni-0x')), unknown],
    'cannot tell behind a transit gateway': [inside(toInternet('tgw-0a')), unknown],
    'leaves out a private one': [
      { lines: served(natGateway('nat-0a', { ConnectivityType: 'private' }), routeTable(['subnet-public'], [])) },
      notApplicable,
    ],
    'leaves out a Regional one': [
      { lines: served(natGateway('nat-0a', { AvailabilityMode: 'regional', SubnetId: undefined })) },
      notApplicable,
    ],
    'leaves out a subnet without a NAT gateway': [
      { lines: [directory(one), subnet('subnet-0a'), mainTable(toInternet('igw-0a'))] },
      notApplicable,
    ],
    'leaves out one that is gone to the rule on the path': [{ lines: served() }, notApplicable],
    'judges the one that serves a half': [
      {
        lines: [
          directory(one),
          subnet('subnet-0a', own),
          subnet('subnet-public', own),
          nat,
          natGateway('nat-0b', { AvailabilityMode: 'regional', SubnetId: undefined }),
          routeTable(['subnet-0a'], halves('nat-0a', 'nat-0b')),
          mainTable(),
        ],
      },
      broken,
    ],
    'cannot tell when route tables were denied': [
      { lines: [directory(one), subnet('subnet-0a'), nat], coverage: { [readRouteTables]: 'denied' } },
      missing(readRouteTables),
    ],
    'cannot tell when gateways were denied': [
      { lines: served(), coverage: { [readNatGateways]: 'denied' } },
      missing(readNatGateways),
    ],
    'cannot tell in a shared subnet': [
      { lines: [directory(one), subnet('subnet-0a', shared), routeTable(['subnet-0a'], [toInternet('nat-0a')])] },
      unknown,
    ],
    'cannot tell a mode that is new': [
      { lines: served(natGateway('nat-0a', { AvailabilityMode: 'global' })) },
      unknown,
    ],
    'cannot tell without its subnet': [{ lines: served(natGateway('nat-0a', { SubnetId: undefined })) }, unknown],
    'cannot tell when its subnet was not returned': [
      { lines: served(natGateway('nat-0a', { SubnetId: 'subnet-other' })) },
      unknown,
    ],
  });

  it('names the gateway and its subnet', async () => {
    expect(await onlyResult(rule, inside())).toMatchObject({
      packId: 'network',
      subject: { type: 'subnet', id: 'subnet-0a' },
      reason:
        'The NAT gateway nat-0a is in subnet-public, of which the default route does not lead to an internet gateway: NONE.',
      evidence: {
        'natGateways.publicZonal.ids': ['nat-0a'],
        'natGateways.publicZonal.subnetIds': ['subnet-public'],
        'natGateways.publicZonal.targets': ['NONE'],
      },
      controls: ['SC-7', 'CM-6'],
      missing: [],
    });
  });
});

describe('workspaces-in-private-subnets', () => {
  const rule = 'workspaces-in-private-subnets';
  const ofType = (Type?: string, DirectoryId = dir): Line => ({
    type: 'DirectoryDescription',
    resource: { DirectoryId, Type },
  });
  const managed = ofType('MicrosoftAD');
  const estate = (routes: readonly object[], description = managed, subnetMembers: object = {}): Case => ({
    lines: [directory(one), description, subnet('subnet-0a', subnetMembers), routeTable(['subnet-0a'], routes)],
  });
  const range = (State?: string) => ({
    Ipv6CidrBlockAssociationSet: [{ Ipv6CidrBlock: '2001:db8:0:1::/64', Ipv6CidrBlockState: { State } }],
  });
  const six = [toInternet('nat-0a'), route('::/0', 'igw-0a')];

  itJudges(rule, {
    'passes behind a NAT gateway': [estate([toInternet('nat-0a')]), passes],
    'passes without a default route': [estate([]), passes],
    'passes behind a transit gateway': [estate([toInternet('tgw-0a')]), passes],
    'fails before an internet gateway': [estate([toInternet('igw-0a')]), broken],
    'fails for a Simple AD too': [estate([toInternet('igw-0a')], ofType('SimpleAD')), broken],
    'fails with halves': [estate(halves('igw-0a')), broken],
    'fails with one half': [estate(halves('nat-0a', 'igw-0a')), broken],
    'fails with one half and nothing for the other': [estate([route('0.0.0.0/1', 'igw-0a')]), broken],
    'passes before an internet gateway that is detached': [estate([toInternet('igw-0a', blackhole)]), passes],
    'passes with a detour to it': [estate([toInternet('nat-0a'), route('198.51.100.0/24', 'igw-0a')]), passes],
    'fails with a prefix list to it': [
      { lines: [...estate([route('pl-0a', 'igw-0a')]).lines, prefixList('pl-0a', '0.0.0.0/0')] },
      broken,
    ],
    'fails with an IPv6 range that has one': [estate(six, managed, range('associated')), broken],
    'fails with its halves': [
      estate([toInternet('nat-0a'), route('::/1', 'igw-0a'), route('8000::/1', 'igw-0a')], managed, range()),
      broken,
    ],
    'passes with an IPv6 range behind an egress-only one': [
      estate([toInternet('nat-0a'), route('::/0', 'eigw-0a')], managed, range('associated')),
      passes,
    ],
    'passes without an IPv6 range': [estate(six), passes],
    'passes with one that was taken away': [estate(six, managed, range('disassociated')), passes],
    'leaves out an AD Connector': [estate([toInternet('igw-0a')], ofType('ADConnector')), notApplicable],
    'leaves out a directory that is shared with the account': [
      estate([toInternet('igw-0a')], ofType('SharedMicrosoftAD')),
      notApplicable,
    ],
    'leaves out Pools': [
      {
        lines: [
          directory({ ...one, WorkspaceType: 'POOLS' }),
          subnet('subnet-0a'),
          routeTable(['subnet-0a'], [toInternet('igw-0a')]),
        ],
      },
      notApplicable,
    ],
    'leaves out a directory that WorkSpaces manages': [
      {
        lines: [
          directory({ ...one, DirectoryId: 'wsd-0123456789', UserIdentityType: 'CUSTOMER_MANAGED' }),
          subnet('subnet-0a'),
          routeTable(['subnet-0a'], [toInternet('igw-0a')]),
        ],
      },
      notApplicable,
    ],
    'judges a subnet that an AD Connector shares with a Managed Microsoft AD': [
      {
        lines: [
          ...estate([toInternet('igw-0a')], ofType('ADConnector')).lines,
          directory({ ...one, DirectoryId: otherDir }),
          ofType('MicrosoftAD', otherDir),
        ],
      },
      broken,
    ],
    'does not judge it for a deregistered one': [
      {
        lines: [
          ...estate([toInternet('igw-0a')], ofType('ADConnector')).lines,
          directory({ ...one, DirectoryId: otherDir, State: 'DEREGISTERED' }),
          ofType('MicrosoftAD', otherDir),
        ],
      },
      notApplicable,
    ],
    'cannot tell when route tables were denied': [
      { lines: [directory(one), managed, subnet('subnet-0a')], coverage: { [routeTables]: 'denied' } },
      missing(routeTables),
    ],
    'cannot tell when directories of AWS Directory Service were denied': [
      {
        lines: [directory(one), subnet('subnet-0a'), routeTable(['subnet-0a'], [toInternet('igw-0a')])],
        coverage: { [readDescriptions]: 'denied' },
      },
      missing(readDescriptions),
    ],
    'cannot tell a type that is new': [estate([toInternet('igw-0a')], ofType('HybridAD')), unknown],
    'cannot tell without a type': [estate([toInternet('igw-0a')], ofType()), unknown],
  });

  it('names the route', async () => {
    expect(await onlyResult(rule, estate([toInternet('igw-0a')]))).toMatchObject({
      packId: 'network',
      reason: 'The default route leads to an internet gateway: 0.0.0.0/0 to igw-0a.',
      controls: ['SC-7', 'AC-17', 'CM-7'],
      missing: [],
    });
  });
});
