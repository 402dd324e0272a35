import { describe, expect, it } from 'vitest';
import {
  account,
  directories,
  directory,
  interfaces,
  networkInterface,
  otherDir,
  subnet,
  workspace,
  workspaces,
} from './fleet-builders.ts';
import type { Case, Line } from './harness.ts';
import {
  blackhole,
  endpoint,
  halves,
  mainTable,
  natGateway,
  own,
  prefixList,
  propagated,
  readNatGateways,
  readPrefixLists,
  readRouteTables,
  readSubnets,
  route,
  routeTable,
  shared,
  toInternet,
} from './network-builders.ts';
import { itJudges, onlyResult } from './verdict-table.ts';

const rule = 'internet-egress-path';
const passes = { 'subnet-0a': 'COMPLIANT' };
const broken = { 'subnet-0a': 'NON_COMPLIANT HIGH' };
const unknown = { 'subnet-0a': 'INSUFFICIENT_DATA' };
const notApplicable = { 'subnet-0a': 'NOT_APPLICABLE' };
const missing = (...operations: string[]) => ({ 'subnet-0a': `INSUFFICIENT_DATA ${operations.join(' ')}` });

const one = { SubnetIds: ['subnet-0a'] };
const a = subnet('subnet-0a', own);
const lines = (routes: readonly object[], ...more: readonly Line[]): Line[] => [
  directory(one),
  a,
  routeTable(['subnet-0a'], routes),
  ...more,
];
const estate = (routes: readonly object[], ...more: readonly Line[]): Case => ({ lines: lines(routes, ...more) });
const nat = natGateway('nat-0a');
/** WorkSpaces with these addresses, and what their interfaces have besides. */
const desktop = (id: string, IpAddress: string, members: object = {}): Line[] => [
  workspace(id, { IpAddress }),
  networkInterface({
    NetworkInterfaceId: `eni-${id}`,
    PrivateIpAddress: IpAddress,
    PrivateIpAddresses: [],
    ...members,
  }),
];
const publicly = { Association: { PublicIp: '192.0.2.20', IpOwnerId: 'amazon' } };

describe('a subnet behind a NAT gateway', () => {
  itJudges(rule, {
    passes: [estate([toInternet('nat-0a')], nat), passes],
    'passes by the main route table': [{ lines: [directory(one), a, mainTable(toInternet('nat-0a')), nat] }, passes],
    'passes with a Regional one': [
      estate([toInternet('nat-0a')], natGateway('nat-0a', { AvailabilityMode: 'regional', SubnetId: undefined })),
      passes,
    ],
    'passes when neither connectivity nor mode is said': [
      estate(
        [toInternet('nat-0a')],
        natGateway('nat-0a', { ConnectivityType: undefined, AvailabilityMode: undefined }),
      ),
      passes,
    ],
    'fails while it is being made': [
      estate([toInternet('nat-0a')], natGateway('nat-0a', { State: 'pending' })),
      broken,
    ],
    'fails when it failed': [estate([toInternet('nat-0a')], natGateway('nat-0a', { State: 'failed' })), broken],
    'fails when it is gone': [estate([toInternet('nat-0a')]), broken],
    'fails on a route that lost its target': [estate([toInternet('nat-0a', blackhole)], nat), broken],
    'cannot tell the state of a state that is new': [
      estate([toInternet('nat-0a')], natGateway('nat-0a', { State: 'paused' })),
      unknown,
    ],
    'cannot tell a connectivity that is new': [
      estate([toInternet('nat-0a')], natGateway('nat-0a', { ConnectivityType: 'hybrid' })),
      unknown,
    ],
    'cannot tell without a state': [
      estate([toInternet('nat-0a')], natGateway('nat-0a', { State: undefined })),
      unknown,
    ],
    'cannot tell when gateways were denied': [
      { ...estate([toInternet('nat-0a')]), coverage: { [readNatGateways]: 'denied' } },
      missing(readNatGateways),
    ],
    'needs no gateways for a subnet without a route to one': [
      { ...estate([]), coverage: { [readNatGateways]: 'denied' } },
      broken,
    ],
    'cannot tell in a shared subnet, whose owner alone can read it': [
      { lines: [directory(one), subnet('subnet-0a', shared), routeTable(['subnet-0a'], [toInternet('nat-0a')])] },
      unknown,
    ],
    'cannot tell one that is absent when the owner of the subnet is not said': [
      { lines: [directory(one), subnet('subnet-0a'), routeTable(['subnet-0a'], [toInternet('nat-0a')])] },
      unknown,
    ],
  });
});

describe('a subnet behind a private NAT gateway', () => {
  const behind = (...routes: readonly object[]) =>
    estate(
      [toInternet('nat-0a')],
      natGateway('nat-0a', { ConnectivityType: 'private', SubnetId: 'subnet-hub', AvailabilityMode: undefined }),
      subnet('subnet-hub', own),
      routeTable(['subnet-hub'], routes),
    );

  itJudges(rule, {
    'cannot tell what is behind a transit gateway': [behind(toInternet('tgw-0a')), unknown],
    'cannot tell what is behind a virtual private gateway': [behind(toInternet('vgw-0a', propagated)), unknown],
    'cannot tell what is behind a firewall': [behind(toInternet('vpce-0a')), unknown],
    'cannot tell what is behind a local gateway': [behind(toInternet('lgw-0a')), unknown],
    'fails before a carrier gateway': [behind(toInternet('cagw-0a')), broken],
    'fails before an internet gateway, which takes no private address': [behind(toInternet('igw-0a')), broken],
    'fails before another NAT gateway': [behind(toInternet('nat-0b')), broken],
    'fails before a peering connection': [behind(toInternet('pcx-0a')), broken],
    'fails without a default route': [behind(), broken],
    'fails before a blackhole': [behind(toInternet('tgw-0a', blackhole)), broken],
    'cannot tell without its subnet': [
      estate([toInternet('nat-0a')], natGateway('nat-0a', { ConnectivityType: 'private', SubnetId: undefined })),
      unknown,
    ],
  });
});

describe('a public subnet', () => {
  const igw = [toInternet('igw-0a')];
  const secondary = { PrivateIpAddresses: [{ PrivateIpAddress: '10.0.1.60', ...publicly }] };

  itJudges(rule, {
    'passes while it is empty': [estate(igw), passes],
    'passes when each WorkSpace has a public address': [
      estate(igw, ...desktop('ws-1', '10.0.1.50', publicly), ...desktop('ws-2', '10.0.1.51', secondary)),
      passes,
    ],
    'fails when one has none': [
      estate(igw, ...desktop('ws-1', '10.0.1.50', publicly), ...desktop('ws-2', '10.0.1.51')),
      broken,
    ],
    'does not count one that is being made, and one whose interface is gone': [
      estate(igw, workspace('ws-1', { State: 'PENDING', IpAddress: undefined }), workspace('ws-2')),
      passes,
    ],
    'does not count one that is terminated, or in another subnet': [
      estate(
        igw,
        workspace('ws-1', { State: 'TERMINATED' }),
        networkInterface(),
        workspace('ws-2', { SubnetId: 'subnet-0b' }),
        networkInterface({ NetworkInterfaceId: 'eni-0b', SubnetId: 'subnet-0b' }),
      ),
      passes,
    ],
    'cannot tell when interfaces were denied': [
      { ...estate(igw, workspace('ws-1')), coverage: { [interfaces]: 'denied' } },
      missing(interfaces),
    ],
    'cannot tell when WorkSpaces were denied': [
      { ...estate(igw), coverage: { [workspaces]: 'denied' } },
      missing(workspaces),
    ],
    'fails for one without an address though others could not be read': [
      { ...estate(igw, ...desktop('ws-1', '10.0.1.50'), workspace('ws-2')), coverage: { [interfaces]: 'partial' } },
      broken,
    ],
    'needs no WorkSpaces behind a NAT gateway': [
      { ...estate([toInternet('nat-0a')], nat), coverage: { [workspaces]: 'denied', [interfaces]: 'denied' } },
      passes,
    ],
  });
});

describe('a subnet that hands its traffic to others', () => {
  const targets = ['tgw-0a', 'vgw-0a', 'pcx-0a', 'eni-0x', 'i-0a', 'vpce-0a', 'lgw-0a', 'cagw-0a', 'odb-new'];
  const core = 'arn:aws:networkmanager::111122223333:core-network/core-network-0a';

  itJudges(
    rule,
    Object.fromEntries(
      [...targets, core].map((to) => [`cannot be told on by ${to}`, [estate([toInternet(to)]), unknown] as const]),
    ),
  );
  itJudges(rule, {
    'fails when such a target is gone': [estate([toInternet('tgw-0a', blackhole)]), broken],
    'cannot tell a route whose state is new': [estate([toInternet('nat-0a', { State: 'filtered' })], nat), unknown],
    'takes a route without a state for one in force': [
      estate([toInternet('nat-0a', { State: undefined })], nat),
      passes,
    ],
  });
});

describe('a subnet whose traffic is divided', () => {
  itJudges(rule, {
    'passes with halves that both lead to a NAT gateway': [estate(halves('nat-0a'), nat), passes],
    'cannot tell when a half goes to a hub': [estate(halves('nat-0a', 'tgw-0a'), nat), unknown],
    'fails when one half is a blackhole and the other goes to a hub': [
      estate([route('0.0.0.0/1', 'tgw-0a'), route('128.0.0.0/1', 'nat-0a', blackhole)]),
      broken,
    ],
    'fails with one half alone': [estate([route('0.0.0.0/1', 'nat-0a')], nat), broken],
    'does not look at a default route whose halves go elsewhere': [
      estate([toInternet('nat-gone', blackhole), ...halves('nat-0a')], nat),
      passes,
    ],
    'does not mind a detour': [
      estate([toInternet('nat-0a'), route('172.16.0.0/12', 'tgw-0a'), route('198.51.100.0/24', 'vgw-0a')], nat),
      passes,
    ],
    'passes when one gateway of two fails no half': [
      estate(halves('nat-0a', 'nat-0b'), nat, natGateway('nat-0b')),
      passes,
    ],
    'fails when one gateway of two fails': [
      estate(halves('nat-0a', 'nat-0b'), nat, natGateway('nat-0b', { State: 'failed' })),
      broken,
    ],
  });
});

describe('a prefix list', () => {
  itJudges(rule, {
    'may hold the default route': [estate([route('pl-0a', 'nat-0a')], prefixList('pl-0a', '0.0.0.0/0'), nat), passes],
    'may hold its halves': [
      estate([route('pl-0a', 'nat-0a')], prefixList('pl-0a', '0.0.0.0/1', '128.0.0.0/1'), nat),
      passes,
    ],
    'does not overrule a route made by hand': [
      estate([route('pl-0a', 'tgw-0a'), toInternet('nat-0a')], prefixList('pl-0a', '0.0.0.0/0'), nat),
      passes,
    ],
    'overrules a propagated route': [
      estate([route('pl-0a', 'nat-0a'), toInternet('vgw-0a', propagated)], prefixList('pl-0a', '0.0.0.0/0'), nat),
      passes,
    ],
    'of a gateway endpoint says nothing of the internet': [
      estate([route('pl-s3', 'vpce-s3'), toInternet('nat-0a')], endpoint('vpce-s3'), nat),
      passes,
    ],
    'of an endpoint that could not be read is taken for that of a gateway': [
      estate([route('pl-s3', 'vpce-s3'), toInternet('nat-0a')], nat),
      passes,
    ],
    'of a firewall endpoint may lead the internet to it': [
      estate(
        [route('pl-0a', 'vpce-fw')],
        prefixList('pl-0a', '0.0.0.0/0'),
        endpoint('vpce-fw', { VpcEndpointType: 'GatewayLoadBalancer' }),
      ),
      unknown,
    ],
    'that could not be read may lead the internet elsewhere': [
      { ...estate([route('pl-0a', 'tgw-0a'), toInternet('nat-0a')], nat), coverage: { [readPrefixLists]: 'denied' } },
      missing(readPrefixLists),
    ],
    'that could not be read leads nowhere else with the same target': [
      { ...estate([route('pl-0a', 'nat-0a'), toInternet('nat-0a')], nat), coverage: { [readPrefixLists]: 'denied' } },
      passes,
    ],
    'that could not be read may lead the internet somewhere': [
      { ...estate([route('pl-0a', 'nat-0a')], nat), coverage: { [readPrefixLists]: 'denied' } },
      missing(readPrefixLists),
    ],
    'that was not returned is not known': [estate([route('pl-0a', 'tgw-0a'), toInternet('nat-0a')], nat), unknown],
  });
});

describe('a subnet without a default route', () => {
  itJudges(rule, {
    fails: [estate([]), broken],
    'fails with private routes alone': [estate([route('172.16.0.0/12', 'tgw-0a')]), broken],
    'cannot tell with IPv6 to an internet gateway alone': [estate([route('::/0', 'igw-0a')]), unknown],
    'cannot tell with IPv6 to an egress-only one alone': [estate([route('2000::/3', 'eigw-0a')]), unknown],
    'fails with IPv6 to anything else': [estate([route('::/0', 'tgw-0a')]), broken],
    'fails with IPv6 that leads nowhere any more': [estate([route('::/0', 'eigw-0a', blackhole)]), broken],
  });
});

describe('where the path to the internet is judged', () => {
  const enclave = { parameters: { internetAccess: 'none' } };
  const entra = directory({
    ...one,
    DirectoryId: 'wsd-0123456789',
    UserIdentityType: 'AWS_IAM_IDENTITY_CENTER',
    MicrosoftEntraConfig: { TenantId: 'tenant' },
  });
  const bare = [a, routeTable(['subnet-0a'], [])];

  itJudges(rule, {
    'not in an isolated enclave': [{ ...estate([]), ...enclave }, notApplicable],
    'in one whose users sign in on the internet': [{ ...enclave, lines: [entra, ...bare] }, broken],
    'in one that such a directory shares': [{ ...enclave, lines: [directory(one), entra, ...bare] }, broken],
    'not for Pools': [{ lines: [directory({ ...one, WorkspaceType: 'POOLS' }), ...bare] }, notApplicable],
    'for the directory that shares the subnet with Pools': [
      { lines: [directory({ ...one, WorkspaceType: 'POOLS' }), directory({ ...one, DirectoryId: otherDir }), ...bare] },
      broken,
    ],
    'not for a subnet that only a deregistered directory lists': [
      { lines: [directory({ ...one, State: 'DEREGISTERED' }), ...bare] },
      {},
    ],
    'not known for a type of WorkSpaces that is new': [
      { lines: [directory({ ...one, WorkspaceType: 'CLUSTERS' }), ...bare] },
      unknown,
    ],
    'in GovCloud too': [{ ...estate([]), region: 'us-gov-west-1' }, broken],
  });

  itJudges(rule, {
    'not known when route tables were denied': [
      { lines: [directory(one), a], coverage: { [readRouteTables]: 'denied' } },
      missing(readRouteTables),
    ],
    'not known from a main table while others were not read': [
      { lines: [directory(one), a, mainTable(toInternet('nat-0a')), nat], coverage: { [readRouteTables]: 'partial' } },
      missing(readRouteTables),
    ],
    'not known without a route table': [{ lines: [directory(one), a] }, unknown],
    'not known without routes': [
      { lines: [directory(one), a, routeTable(['subnet-0a'], [], { Routes: undefined })] },
      unknown,
    ],
    'not known with a destination that cannot be read': [
      estate([{ ...toInternet('nat-0a'), DestinationCidrBlock: '0/0' }], nat),
      unknown,
    ],
    'not known when subnets were denied': [
      { lines: [directory(one), mainTable()], coverage: { [readSubnets]: 'denied' } },
      missing(readSubnets),
    ],
    'not known when directories were denied': [
      { lines: [a], coverage: { [directories]: 'denied' } },
      { [account]: `INSUFFICIENT_DATA ${directories}` },
    ],
    'by the association in force': [
      {
        lines: [
          directory(one),
          a,
          mainTable(toInternet('nat-0a')),
          nat,
          routeTable(['subnet-0a'], [], {
            Associations: [{ SubnetId: 'subnet-0a', AssociationState: { State: 'disassociated' } }],
          }),
        ],
      },
      passes,
    ],
  });
});

describe('what it says', () => {
  it('names the routes, the gateway, and all that is wrong', async () => {
    const found = await onlyResult(
      rule,
      estate(halves('nat-0a', 'igw-0a'), natGateway('nat-0a', { State: 'failed' }), ...desktop('ws-1', '10.0.1.50')),
    );
    expect(found).toEqual({
      ruleId: rule,
      packId: 'network',
      title: 'Each subnet of a directory gives its WorkSpaces a path to the internet',
      severity: 'HIGH',
      status: 'NON_COMPLIANT',
      subject: {
        type: 'subnet',
        id: 'subnet-0a',
        arn: `arn:aws:ec2:us-east-1:${account}:subnet/subnet-0a`,
        accountId: account,
        region: 'us-east-1',
      },
      reason:
        'The NAT gateway is not available: nat-0a (failed); the routes lead to an internet gateway, and these WorkSpaces have no public address: ws-1.',
      evidence: {
        'config.internetAccess': 'required',
        'directory.kind': 'DIRECTORY_SERVICE',
        directoryId: 'd-90670000a1',
        'internetRoute.goesOnBeyondHub': true,
        'internetRoute.ipv6InPlaceOfIpv4': false,
        'internetRoute.routes': ['0.0.0.0/1 to nat-0a', '128.0.0.0/1 to igw-0a'],
        'internetRoute.targets': ['INTERNET_GATEWAY', 'NAT_GATEWAY'],
        'natGateways.gone': [],
        'natGateways.ids': ['nat-0a'],
        'natGateways.notAvailable': ['nat-0a (failed)'],
        'natGateways.private.goesOnBeyondHub': true,
        'natGateways.private.targets': [],
        workspacesWithoutPublicAddress: ['ws-1'],
      },
      remediation:
        'Route the subnet to a NAT gateway that works, or, in a public subnet, give each WorkSpace a public address. Where isolation is intended, set the parameter internetAccess to none.',
      controls: ['CM-6', 'SI-2', 'SC-7'],
      missing: [],
      exception: null,
    });
  });

  const reasons: Readonly<Record<string, readonly [Case, string]>> = {
    'of a hub': [
      estate([toInternet('tgw-0a')]),
      'Cannot be judged: what becomes of traffic behind 0.0.0.0/0 to tgw-0a is not seen.',
    ],
    'of IPv6 alone': [
      estate([route('::/0', 'igw-0a')]),
      'Cannot be judged: subnet-0a has a route to the internet for IPv6 alone, and whether that is enough is not seen.',
    ],
    'of a shared subnet': [
      { lines: [directory(one), subnet('subnet-0a', shared), routeTable(['subnet-0a'], [toInternet('nat-0a')])] },
      'Cannot be judged: subnet-0a is shared by 999988887777, where alone nat-0a can be read.',
    ],
    'of a subnet whose owner is not said': [
      { lines: [directory(one), subnet('subnet-0a'), routeTable(['subnet-0a'], [toInternet('nat-0a')])] },
      'Cannot be judged: Subnets[subnet-0a].OwnerId is absent, and nat-0a was not returned.',
    ],
    'of a gateway that is gone': [
      estate([toInternet('nat-0a')]),
      'A route to the internet leads to a NAT gateway that does not exist: nat-0a.',
    ],
    'of no route': [estate([]), 'The internet, or a part of it, has no route (routes to it: none).'],
    'of a blackhole': [
      estate([toInternet('nat-0a', blackhole)]),
      'The target of a route to the internet is gone: 0.0.0.0/0 to nat-0a (blackhole).',
    ],
    'of a private gateway': [
      estate([toInternet('nat-0a')], natGateway('nat-0a', { ConnectivityType: 'private', SubnetId: 'subnet-0a' })),
      'The NAT gateway is a private one, and behind it traffic is not handed to a hub: nat-0a leads to NAT_GATEWAY.',
    ],
  };
  it.each(Object.entries(reasons))('%s', async (_, [scene, reason]) => {
    expect(await onlyResult(rule, scene)).toMatchObject({ reason });
  });
});
