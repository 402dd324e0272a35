import { describe, expect, it } from 'vitest';
import {
  account,
  addresses,
  directories,
  directory,
  interfaces,
  networkInterface,
  noWorkspaces,
  routeTables,
  subnet,
  workspace,
  workspaces,
} from './fleet-builders.ts';
import type { Case, Line } from './harness.ts';
import { halves as halvesTo, routeTable } from './network-builders.ts';
import { itJudges, onlyResult } from './verdict-table.ts';

const notApplicable = { 'ws-1': 'NOT_APPLICABLE' };
const unknown = { 'ws-1': 'INSUFFICIENT_DATA' };
const passes = { 'ws-1': 'COMPLIANT' };
const automatic = (EnableInternetAccess?: boolean) =>
  directory({ WorkspaceCreationProperties: { EnableInternetAccess } });
const assigned = (IpOwnerId?: string | null, PublicIp = '192.0.2.20') => ({ Association: { PublicIp, IpOwnerId } });
const onSecondary = (association: object) => ({
  PrivateIpAddresses: [
    { PrivateIpAddress: '10.0.1.50', Primary: true },
    { PrivateIpAddress: '10.0.1.51', Primary: false, ...association },
  ],
});

describe('eni-public-ip-not-lost', () => {
  const rule = 'eni-public-ip-not-lost';
  const high = { 'ws-1': 'NON_COMPLIANT HIGH' };
  const medium = { 'ws-1': 'NON_COMPLIANT MEDIUM' };
  const low = { 'ws-1': 'NON_COMPLIANT LOW' };
  const fleet = (...others: readonly Line[]): Case => ({
    lines: [automatic(true), workspace('ws-1'), networkInterface(), subnet('subnet-0a'), ...others],
  });
  const had = { baseline: { lines: [workspace('ws-1'), networkInterface(assigned('amazon'))] } };
  const table = (target: object, association: object = { SubnetId: 'subnet-0a' }, id = 'rtb-0a'): Line => ({
    type: 'RouteTable',
    resource: {
      RouteTableId: id,
      VpcId: 'vpc-0a',
      Associations: [association],
      Routes: [
        { DestinationCidrBlock: '10.0.0.0/16', GatewayId: 'local', State: 'active' },
        { DestinationCidrBlock: '0.0.0.0/0', State: 'active', ...target },
      ],
    },
  });
  const halves = (first: string, second = first) => routeTable(['subnet-0a'], halvesTo(first, second));
  const nat = { NatGatewayId: 'nat-0a' };
  const igw = { GatewayId: 'igw-0a' };
  const holding = (members: object): Case => ({
    lines: [automatic(true), workspace('ws-1'), networkInterface(members)],
  });

  itJudges(rule, {
    'passes an address from Amazon': [holding(assigned('amazon')), passes],
    'passes an Elastic IP': [holding(assigned(account)), passes],
    'passes one on a secondary private address': [holding(onSecondary(assigned(account))), passes],
    'needs nothing but the interface to pass': [
      { ...holding(assigned('amazon')), coverage: { [routeTables]: 'denied', 'ec2:DescribeSubnets': 'denied' } },
      passes,
    ],
    'fails a lost address': [{ ...fleet(table(igw)), ...had }, high],
    'knows a lost one from a secondary address of the baseline': [
      {
        ...fleet(table(igw)),
        baseline: { lines: [workspace('ws-1'), networkInterface(onSecondary(assigned(account)))] },
      },
      high,
    ],
    'knows a lost one through a rebuild': [
      {
        ...fleet(table(igw)),
        baseline: {
          lines: [
            workspace('ws-1', { IpAddress: '10.0.1.40' }),
            networkInterface({ NetworkInterfaceId: 'eni-00', PrivateIpAddress: '10.0.1.40', ...assigned('amazon') }),
          ],
        },
      },
      high,
    ],
    'is medium when the baseline had none': [
      { ...fleet(table(igw)), baseline: { lines: [workspace('ws-1'), networkInterface()] } },
      medium,
    ],
    'is medium without a baseline': [fleet(table(igw)), medium],
    'is medium when the baseline could not read interfaces': [
      { ...fleet(table(igw)), baseline: { lines: [workspace('ws-1')], coverage: { [interfaces]: 'denied' } } },
      medium,
    ],
    'is low behind a NAT gateway': [fleet(table(nat)), low],
    'is low behind a NAT gateway even when lost': [{ ...fleet(table(nat)), ...had }, low],
    'reads the main route table of the VPC': [fleet(table(nat, { Main: true })), low],
    'prefers the table of the subnet to the main one': [
      fleet(table(nat, { Main: true }, 'rtb-main'), table(igw)),
      medium,
    ],
    'does not take the main table of another VPC': [
      {
        lines: [
          automatic(true),
          workspace('ws-1'),
          networkInterface(),
          subnet('subnet-0a', { VpcId: 'vpc-0b' }),
          table(nat, { Main: true }),
        ],
      },
      medium,
    ],
    'does not take the table of another subnet': [
      fleet(table(nat, { SubnetId: 'subnet-0b' }, 'rtb-0b'), table(igw, { Main: true })),
      medium,
    ],
    'does not take a NAT gateway that is gone for a way out': [
      { ...fleet(table({ ...nat, State: 'blackhole' })), ...had },
      high,
    ],
    'is low behind a NAT gateway for both halves of the internet': [fleet(halves('nat-0a')), low],
    'does not take one for a half of it for a way out': [{ ...fleet(halves('igw-0a', 'nat-0a')), ...had }, high],
    'does not take a NAT gateway for part of the internet for a way out': [
      { ...fleet(table({ ...nat, DestinationCidrBlock: '198.51.100.0/24' })), ...had },
      high,
    ],
    'keeps its verdict when route tables were denied': [
      { ...fleet(), ...had, coverage: { [routeTables]: 'denied' } },
      high,
    ],
    'keeps it without a baseline too': [{ ...fleet(), coverage: { [routeTables]: 'denied' } }, medium],
    'leaves out a directory that assigns none': [
      { lines: [automatic(false), workspace('ws-1'), networkInterface()] },
      notApplicable,
    ],
    'takes an absent setting for off': [{ lines: [automatic(), workspace('ws-1'), networkInterface()] }, notApplicable],
    'takes absent creation properties for off': [
      { lines: [directory(), workspace('ws-1'), networkInterface()] },
      notApplicable,
    ],
    'leaves out one that is rebuilding': [
      { lines: [automatic(true), workspace('ws-1', { State: 'REBUILDING' }), networkInterface()] },
      notApplicable,
    ],
    'leaves out a suspended one': [
      { lines: [automatic(true), workspace('ws-1', { State: 'SUSPENDED' }), networkInterface()] },
      notApplicable,
    ],
    'judges a stopped one': [
      { lines: [automatic(true), workspace('ws-1', { State: 'STOPPED' }), networkInterface()] },
      medium,
    ],
    'cannot tell without the interface': [{ lines: [automatic(true), workspace('ws-1')] }, unknown],
    'cannot tell when interfaces were denied': [
      { lines: [automatic(true), workspace('ws-1')], coverage: { [interfaces]: 'denied' } },
      { 'ws-1': `INSUFFICIENT_DATA ${interfaces}` },
    ],
    'cannot tell whether it applies when directories were denied': [
      { lines: [workspace('ws-1'), networkInterface()], coverage: { [directories]: 'denied' } },
      { 'ws-1': `INSUFFICIENT_DATA ${directories}` },
    ],
    'says of the account that WorkSpaces were denied': [
      { lines: [automatic(true)], coverage: { [workspaces]: 'denied' } },
      noWorkspaces,
    ],
  });

  it('says what it compared', async () => {
    expect(await onlyResult(rule, { ...fleet(table(igw)), ...had })).toMatchObject({
      packId: 'network',
      severity: 'HIGH',
      subject: { type: 'workspace', id: 'ws-1' },
      reason: expect.stringContaining('eni-0a'),
      evidence: { 'eni.publicIps': [] },
      controls: ['CM-6', 'CP-10'],
      missing: [],
    });
  });
});

describe('eni-own-elastic-ip-on-auto-assign', () => {
  const rule = 'eni-own-elastic-ip-on-auto-assign';
  const broken = { 'ws-1': 'NON_COMPLIANT LOW' };
  const estate = (members: object, ...others: readonly Line[]): Case => ({
    lines: [automatic(true), workspace('ws-1'), networkInterface(members), ...others],
  });
  const elasticIp = (NetworkInterfaceId: string, PublicIp = '192.0.2.20'): Line => ({
    type: 'Address',
    resource: { PublicIp, AllocationId: 'eipalloc-0a', NetworkInterfaceId },
  });

  itJudges(rule, {
    'passes an address from Amazon': [estate(assigned('amazon')), passes],
    'fails an Elastic IP of the account': [estate(assigned(account)), broken],
    'fails one on a secondary private address': [
      estate({ ...assigned('amazon', '192.0.2.9'), ...onSecondary(assigned(account)) }),
      broken,
    ],
    'passes an address of Amazon on a secondary one': [estate(onSecondary(assigned('amazon'))), passes],
    'knows an Elastic IP without an owner from its allocation': [estate(assigned(), elasticIp('eni-0a')), broken],
    'fails it whatever the addresses say': [
      { ...estate(assigned(account)), coverage: { [addresses]: 'denied' } },
      broken,
    ],
    'needs no addresses for one from Amazon': [
      { ...estate(assigned('amazon')), coverage: { [addresses]: 'denied' } },
      passes,
    ],
    'cannot tell without an owner when addresses were denied': [
      { ...estate(assigned()), coverage: { [addresses]: 'denied' } },
      { 'ws-1': `INSUFFICIENT_DATA ${addresses}` },
    ],
    'cannot tell without an owner': [estate(assigned()), unknown],
    'takes null for no owner': [estate(assigned(null)), unknown],
    'knows an Elastic IP beside an address without an owner': [
      estate({ ...assigned(), ...onSecondary(assigned(account, '192.0.2.9')) }),
      broken,
    ],
    'leaves out one without a public address': [estate({}), notApplicable],
    'leaves out a directory that assigns none': [
      { lines: [automatic(false), workspace('ws-1'), networkInterface(assigned(account))] },
      notApplicable,
    ],
    'takes an absent setting for off': [
      { lines: [automatic(), workspace('ws-1'), networkInterface(assigned(account))] },
      notApplicable,
    ],
    'leaves out what is going away': [
      { lines: [automatic(true), workspace('ws-1', { State: 'TERMINATING' }), networkInterface(assigned(account))] },
      notApplicable,
    ],
    'cannot tell without the interface': [{ lines: [automatic(true), workspace('ws-1')] }, unknown],
    'cannot tell when interfaces were denied': [
      { lines: [automatic(true), workspace('ws-1')], coverage: { [interfaces]: 'denied' } },
      { 'ws-1': `INSUFFICIENT_DATA ${interfaces}` },
    ],
    'cannot tell whether it applies when directories were denied': [
      { lines: [workspace('ws-1'), networkInterface(assigned(account))], coverage: { [directories]: 'denied' } },
      { 'ws-1': `INSUFFICIENT_DATA ${directories}` },
    ],
    'says of the account that WorkSpaces were denied': [
      { lines: [automatic(true)], coverage: { [workspaces]: 'denied' } },
      noWorkspaces,
    ],
  });

  it('names the address', async () => {
    expect(await onlyResult(rule, estate(assigned(account)))).toMatchObject({
      severity: 'LOW',
      reason: expect.stringMatching(/192\.0\.2\.20.*eni-0a/),
      evidence: { 'eni.ownElasticIps': ['192.0.2.20'] },
      controls: ['CM-6'],
      missing: [],
    });
  });
});
