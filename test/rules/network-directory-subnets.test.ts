import { describe, expect, it } from 'vitest';
import { account, dir, directories, directory, routeTables, subnet } from './fleet-builders.ts';
import type { Case, Line } from './harness.ts';
import {
  blackhole,
  halves,
  mainTable,
  own,
  prefixList,
  propagated,
  readDescriptions,
  readPrefixLists,
  readSubnets,
  route,
  routeTable,
  toInternet,
} from './network-builders.ts';
import { itJudges, onlyResult } from './verdict-table.ts';

const passes = { [dir]: 'COMPLIANT' };
const low = { [dir]: 'NON_COMPLIANT LOW' };
const medium = { [dir]: 'NON_COMPLIANT MEDIUM' };
const unknown = { [dir]: 'INSUFFICIENT_DATA' };
const notApplicable = { [dir]: 'NOT_APPLICABLE' };
const missing = (...operations: string[]) => ({ [dir]: `INSUFFICIENT_DATA ${operations.join(' ')}` });

const subnets = [subnet('subnet-0a', own), subnet('subnet-0b', own)];
const nat = toInternet('nat-0a');
const igw = toInternet('igw-0a');
/** Both subnets, each with routes of its own. */
const routed = (first: readonly object[], second = first): Line[] => [
  ...subnets,
  routeTable(['subnet-0a'], first),
  routeTable(['subnet-0b'], second),
];
const description = (members: object = {}): Line => ({
  type: 'DirectoryDescription',
  resource: {
    DirectoryId: dir,
    Type: 'MicrosoftAD',
    DnsIpAddrs: ['10.0.1.10', '10.0.2.10'],
    VpcSettings: { VpcId: 'vpc-0a', SubnetIds: ['subnet-0a', 'subnet-0b'] },
    ...members,
  },
});

describe('auto-public-ip-unneeded-with-nat', () => {
  const rule = 'auto-public-ip-unneeded-with-nat';
  const assigning = (EnableInternetAccess?: boolean, members: object = {}) =>
    directory({ WorkspaceCreationProperties: { EnableInternetAccess }, ...members });

  itJudges(rule, {
    'fails when NAT gateways serve both subnets': [{ lines: [assigning(true), ...routed([nat])] }, low],
    'fails with halves': [{ lines: [assigning(true), ...routed(halves('nat-0a', 'nat-0b'))] }, low],
    'passes in public subnets': [{ lines: [assigning(true), ...routed([igw])] }, passes],
    'passes when one of the subnets is public': [{ lines: [assigning(true), ...routed([nat], [igw])] }, passes],
    'passes when one half goes elsewhere': [
      { lines: [assigning(true), ...routed([nat], halves('nat-0a', 'igw-0a'))] },
      passes,
    ],
    'passes when the NAT gateway of one is gone': [
      { lines: [assigning(true), ...routed([nat], [toInternet('nat-0b', blackhole)])] },
      passes,
    ],
    'passes for a public subnet though the other could not be read': [
      {
        lines: [assigning(true), subnet('subnet-0a'), routeTable(['subnet-0a'], [igw])],
        coverage: { [readSubnets]: 'partial' },
      },
      passes,
    ],
    'cannot tell from the one behind a NAT gateway alone': [
      {
        lines: [assigning(true), subnet('subnet-0a'), routeTable(['subnet-0a'], [nat])],
        coverage: { [readSubnets]: 'partial' },
      },
      missing(readSubnets),
    ],
    'leaves out a directory that assigns none': [{ lines: [assigning(false), ...routed([nat])] }, notApplicable],
    'takes an absent setting for off': [{ lines: [directory(), ...routed([nat])] }, notApplicable],
    'leaves out a deregistered one': [
      { lines: [assigning(true, { State: 'DEREGISTERED' }), ...routed([nat])] },
      notApplicable,
    ],
    'leaves out one that is being deregistered': [
      { lines: [assigning(true, { State: 'DEREGISTERING' }), ...routed([nat])] },
      notApplicable,
    ],
    'cannot tell when route tables were denied': [
      { lines: [assigning(true), ...subnets], coverage: { [routeTables]: 'denied' } },
      missing(routeTables),
    ],
    'cannot tell without subnets': [{ lines: [assigning(true, { SubnetIds: undefined })] }, unknown],
    'cannot tell with an empty list of them': [{ lines: [assigning(true, { SubnetIds: [] })] }, unknown],
    'cannot tell of the account when directories were denied': [
      { lines: [], coverage: { [directories]: 'denied' } },
      { [account]: `INSUFFICIENT_DATA ${directories}` },
    ],
  });

  it('says why nothing needs the addresses', async () => {
    expect(await onlyResult(rule, { lines: [assigning(true), ...routed([nat])] })).toMatchObject({
      packId: 'network',
      subject: { type: 'directory', id: dir },
      reason:
        'The directory assigns public addresses automatically, and all its subnets reach the internet by NAT gateways.',
      controls: ['SC-7', 'CM-7'],
      missing: [],
    });
  });
});

describe('directory-in-private-subnets', () => {
  const rule = 'directory-in-private-subnets';
  const estate = (network: readonly Line[], members: object = {}): Case => ({
    lines: [directory(), description(members), ...network],
  });
  const connector = {
    Type: 'ADConnector',
    VpcSettings: undefined,
    ConnectSettings: { VpcId: 'vpc-0a', SubnetIds: ['subnet-0a'] },
  };

  itJudges(rule, {
    'passes behind a NAT gateway': [estate(routed([nat])), passes],
    'passes without a default route': [estate(routed([])), passes],
    'fails in public subnets': [estate(routed([igw])), medium],
    'fails when one of them is public': [estate(routed([nat], [igw])), medium],
    'fails with one half': [estate(routed([nat], halves('nat-0a', 'igw-0a'))), medium],
    'looks at the subnets of the servers, not at those of the WorkSpaces': [
      {
        lines: [
          directory({ SubnetIds: ['subnet-0c'] }),
          description(),
          ...routed([nat]),
          subnet('subnet-0c'),
          routeTable(['subnet-0c'], [igw]),
        ],
      },
      passes,
    ],
    'looks at those of an AD Connector': [estate(routed([igw], [nat]), connector), medium],
    'and at no other': [estate(routed([nat], [igw]), connector), passes],
    'judges a Simple AD': [estate(routed([igw]), { Type: 'SimpleAD' }), medium],
    'leaves out a directory that WorkSpaces manages': [
      {
        lines: [
          directory({ DirectoryId: 'wsd-0123456789', UserIdentityType: 'AWS_IAM_IDENTITY_CENTER' }),
          ...routed([igw]),
        ],
      },
      { 'wsd-0123456789': 'NOT_APPLICABLE' },
    ],
    'leaves out Pools, which have no servers here': [
      { lines: [directory({ WorkspaceType: 'POOLS' }), ...routed([igw])] },
      notApplicable,
    ],
    'leaves out a deregistered one': [
      { lines: [directory({ State: 'DEREGISTERED' }), description(), ...routed([igw])] },
      notApplicable,
    ],
    'cannot tell where the servers of a shared one are': [
      estate(routed([nat]), {
        Type: 'SharedMicrosoftAD',
        VpcSettings: undefined,
        OwnerDirectoryDescription: { AccountId: '999988887777' },
      }),
      unknown,
    ],
    'cannot tell without subnets': [estate(routed([nat]), { VpcSettings: { VpcId: 'vpc-0a' } }), unknown],
    'cannot tell of subnets that were not returned': [
      estate([subnet('subnet-0a'), routeTable(['subnet-0a'], [nat])]),
      unknown,
    ],
    'fails for the one that was': [estate([subnet('subnet-0a'), routeTable(['subnet-0a'], [igw])]), medium],
    'cannot tell when route tables were denied': [
      { lines: [directory(), description(), ...subnets], coverage: { [routeTables]: 'denied' } },
      missing(routeTables),
    ],
    'cannot tell when AWS Directory Service was denied': [
      { lines: [directory(), ...routed([igw])], coverage: { [readDescriptions]: 'denied' } },
      missing(readDescriptions),
    ],
  });

  it('names the subnets', async () => {
    expect(await onlyResult(rule, estate(routed([nat], [igw])))).toMatchObject({
      packId: 'network',
      reason: "These subnets of the directory's servers have a default route to an internet gateway: subnet-0b.",
      evidence: { 'controllers.subnetIds': ['subnet-0a', 'subnet-0b'], 'controllers.publicSubnetIds': ['subnet-0b'] },
      controls: ['SC-7', 'AC-4'],
      missing: [],
    });
  });
});

describe('ad-connector-hybrid-path', () => {
  const rule = 'ad-connector-hybrid-path';
  const connector = (members: object = {}) =>
    description({
      Type: 'ADConnector',
      DnsIpAddrs: ['172.20.0.10'],
      VpcSettings: undefined,
      ConnectSettings: { VpcId: 'vpc-0a', SubnetIds: ['subnet-0a', 'subnet-0b'] },
      ...members,
    });
  const estate = (network: readonly Line[], members: object = {}): Case => ({
    lines: [directory(), connector(members), ...network],
  });
  const to = (target: string, members: object = {}) => [route('172.20.0.0/16', target, members)];
  const core = 'arn:aws:networkmanager::111122223333:core-network/core-network-0a';

  itJudges(
    rule,
    Object.fromEntries([
      ...['vgw-0a', 'tgw-0a', 'pcx-0a', core].map((id) => [
        `passes by ${id}`,
        [estate(routed(to(id))), passes] as const,
      ]),
      ...['igw-0a', 'nat-0a'].map((id) => [`fails by ${id}`, [estate(routed(to(id))), medium] as const]),
      ...['eni-0x', 'i-0a', 'vpce-0a', 'lgw-0a', 'odb-new'].map((id) => [
        `cannot be told on by ${id}`,
        [estate(routed(to(id))), unknown] as const,
      ]),
    ]),
  );

  itJudges(rule, {
    'passes by the VPC itself, when domain controllers run in it': [
      estate(routed([]), { DnsIpAddrs: ['10.0.9.53'] }),
      passes,
    ],
    'passes by a route that a VPN propagates': [estate(routed(to('vgw-0a', propagated))), passes],
    'passes by a default route to a hub': [estate(routed([toInternet('tgw-0a')])), passes],
    'fails by a default route to the internet': [estate(routed([igw])), medium],
    'fails by a default route to a NAT gateway': [estate(routed([nat])), medium],
    'fails without a route': [estate(routed([])), medium],
    'fails by a blackhole': [estate(routed(to('vgw-0a', blackhole))), medium],
    'fails when one subnet has no route': [estate(routed(to('vgw-0a'), [])), medium],
    'fails when one server has none': [
      estate(routed(to('vgw-0a')), { DnsIpAddrs: ['172.20.0.10', '192.168.7.10'] }),
      medium,
    ],
    'takes the longest prefix, not the first': [estate(routed([igw, ...to('vgw-0a')])), passes],
    'fails by the longest prefix though a shorter one would do': [
      estate(routed([...to('vgw-0a'), route('172.20.0.10/32', 'vgw-old', blackhole)])),
      medium,
    ],
    'takes a route made by hand before a propagated one': [
      estate(routed([...to('vgw-0a', propagated), ...to('vgw-old', blackhole)])),
      medium,
    ],
    'reads prefix lists': [
      estate([...routed([igw, route('pl-0a', 'tgw-0a')]), prefixList('pl-0a', '172.20.0.0/16')]),
      passes,
    ],
    'fails by any of several lists, of which EC2 takes one at random': [
      estate([
        ...routed([route('pl-0a', 'tgw-0a'), route('pl-0b', 'nat-0a')]),
        prefixList('pl-0a', '172.20.0.0/16'),
        prefixList('pl-0b', '172.20.0.0/16'),
      ]),
      medium,
    ],
    'cannot tell when a list was denied that may lead elsewhere': [
      { ...estate(routed([igw, route('pl-0a', 'tgw-0a')])), coverage: { [readPrefixLists]: 'denied' } },
      missing(readPrefixLists),
    ],
    'fails for what was read though the other subnet was not': [
      {
        lines: [directory(), connector(), subnet('subnet-0a'), routeTable(['subnet-0a'], [igw])],
        coverage: { [readSubnets]: 'partial' },
      },
      medium,
    ],
    'cannot tell from one subnet alone': [
      {
        lines: [directory(), connector(), subnet('subnet-0a'), routeTable(['subnet-0a'], to('vgw-0a'))],
        coverage: { [readSubnets]: 'partial' },
      },
      missing(readSubnets),
    ],
    'fails for one server though an appliance leads to the other': [
      estate(routed([...to('eni-0x'), igw]), { DnsIpAddrs: ['172.20.0.10', '192.168.7.10'] }),
      medium,
    ],
    'leaves out other directories': [{ lines: [directory(), description(), ...routed([igw])] }, notApplicable],
    'leaves out directories that WorkSpaces manages': [
      { lines: [directory({ DirectoryId: 'wsd-0123456789' }), ...routed([igw])] },
      { 'wsd-0123456789': 'NOT_APPLICABLE' },
    ],
    'leaves out a deregistered one': [
      { lines: [directory({ State: 'DEREGISTERED' }), connector(), ...routed([igw])] },
      notApplicable,
    ],
    'cannot tell when route tables were denied': [
      { lines: [directory(), connector(), ...subnets], coverage: { [routeTables]: 'denied' } },
      missing(routeTables),
    ],
    'cannot tell when AWS Directory Service was denied': [
      { lines: [directory(), ...routed([igw])], coverage: { [readDescriptions]: 'denied' } },
      missing(readDescriptions),
    ],
    'cannot tell without servers': [estate(routed(to('vgw-0a')), { DnsIpAddrs: undefined }), unknown],
    'cannot tell a server that is no address': [estate(routed(to('vgw-0a')), { DnsIpAddrs: ['dc1'] }), unknown],
    'cannot tell without subnets': [estate(routed(to('vgw-0a')), { ConnectSettings: undefined }), unknown],
    'reads the main route table': [
      { lines: [directory(), connector(), ...subnets, mainTable(...to('vgw-0a'))] },
      passes,
    ],
  });

  it('names the servers, the subnets and the ways', async () => {
    const found = await onlyResult(
      rule,
      estate(routed([igw], to('vgw-0a')), { DnsIpAddrs: ['172.20.0.10', '172.20.0.11'] }),
    );
    expect(found).toMatchObject({
      packId: 'network',
      subject: { type: 'directory', id: dir },
      reason:
        'DNS servers are routed to an internet gateway: 172.20.0.10 from subnet-0a by igw-0a, 172.20.0.11 from subnet-0a by igw-0a.',
      evidence: {
        'connector.dnsRoutes': [
          '172.20.0.10 from subnet-0a by igw-0a',
          '172.20.0.10 from subnet-0b by vgw-0a',
          '172.20.0.11 from subnet-0a by igw-0a',
          '172.20.0.11 from subnet-0b by vgw-0a',
        ],
        'connector.dnsUnrouted': [],
      },
      controls: ['SC-7', 'CP-8'],
      missing: [],
    });
  });
});
