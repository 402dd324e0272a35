import { describe, expect, it } from 'vitest';
import { account, accountLine, dedicated, describeAccount, desktop, shared } from './byol-builders.ts';
import { directories, noDirectories, otherDir, routeTables, subnet, subnets } from './fleet-builders.ts';
import type { Case, Line } from './harness.ts';
import { pools } from './identity-builders.ts';
import { itJudges, onlyResult } from './verdict-table.ts';

const vpcs = 'ec2:DescribeVpcs';
const prefixLists = 'ec2:GetManagedPrefixListEntries';

describe('byol-management-cidr-no-conflict', () => {
  const rule = 'byol-management-cidr-no-conflict';
  const vpcId = 'vpc-0a';
  const passes = { [vpcId]: 'COMPLIANT' };
  const notApplicable = { [vpcId]: 'NOT_APPLICABLE' };
  const unknown = { [vpcId]: 'INSUFFICIENT_DATA' };
  const broken = (severity = 'HIGH') => ({ [vpcId]: `NON_COMPLIANT ${severity}` });
  const lacks = (operation: string) => ({ [vpcId]: `INSUFFICIENT_DATA ${operation}` });

  const vpc = (...cidrs: readonly string[]): Line => ({
    type: 'Vpc',
    resource: {
      VpcId: vpcId,
      CidrBlock: cidrs[0],
      CidrBlockAssociationSet: cidrs.map((CidrBlock) => ({ CidrBlock, CidrBlockState: { State: 'associated' } })),
    },
  });
  const local = { DestinationCidrBlock: '10.50.0.0/16', GatewayId: 'local', State: 'active' };
  const defaultRoute = { DestinationCidrBlock: '0.0.0.0/0', NatGatewayId: 'nat-1', State: 'active' };
  const to = (DestinationCidrBlock: string) => ({ DestinationCidrBlock, TransitGatewayId: 'tgw-1', State: 'active' });
  const table = (...routes: readonly object[]): Line => ({
    type: 'RouteTable',
    resource: { RouteTableId: 'rtb-1', VpcId: vpcId, Associations: [{ Main: true }], Routes: [local, ...routes] },
  });
  const range = (DedicatedTenancyManagementCidrRange?: string, members: object = {}) =>
    accountLine({ DedicatedTenancySupport: 'ENABLED', DedicatedTenancyManagementCidrRange, ...members });
  const estate = (
    parts: { range?: Line; vpc?: Line; table?: Line; more?: readonly Line[]; directory?: Line } = {},
  ): Case => ({
    lines: [
      parts.directory ?? dedicated({ SubnetIds: ['subnet-0a'] }),
      subnet('subnet-0a'),
      parts.range ?? range('198.18.0.0/16'),
      parts.vpc ?? vpc('10.50.0.0/16'),
      parts.table ?? table(defaultRoute),
      ...(parts.more ?? []),
    ],
  });
  const without = (type: string, { lines }: Case, operation: string): Case => ({
    lines: lines.filter((line) => line.type !== type),
    coverage: { [operation]: 'denied' },
  });

  itJudges(rule, {
    'passes a range that nothing overlaps': [estate(), passes],
    'passes in 10.0.0.0/8 too': [estate({ range: range('10.60.0.0/16') }), passes],
    'passes in 100.64.0.0/10': [estate({ range: range('100.127.0.0/16') }), passes],
    'fails a /17': [estate({ range: range('198.18.0.0/17') }), broken()],
    'fails a /15': [estate({ range: range('198.18.0.0/15') }), broken()],
    'fails a range outside the blocks': [estate({ range: range('172.32.0.0/16') }), broken()],
    'fails public address space': [estate({ range: range('52.0.0.0/16') }), broken()],
    'fails the range of the VPC': [estate({ range: range('10.50.0.0/16') }), broken()],
    'fails a second network of the VPC': [estate({ vpc: vpc('10.50.0.0/16', '198.18.4.0/24') }), broken()],
    'fails a network of the VPC in the range that all BYOL uses': [estate({ vpc: vpc('54.239.230.0/24') }), broken()],
    'passes a network that was taken away': [
      estate({
        vpc: {
          type: 'Vpc',
          resource: {
            VpcId: vpcId,
            CidrBlock: '10.50.0.0/16',
            CidrBlockAssociationSet: [{ CidrBlock: '198.18.4.0/24', CidrBlockState: { State: 'disassociated' } }],
          },
        },
      }),
      passes,
    ],
    'fails a route to a part of the range': [estate({ table: table(to('198.18.4.0/24')) }), broken()],
    'fails a route to just the range': [estate({ table: table(to('198.18.0.0/16')) }), broken()],
    'fails a route to a part of the range that all BYOL uses': [
      estate({ table: table(to('54.239.225.0/24')) }),
      broken(),
    ],
    'fails less gravely a summary route': [estate({ table: table(to('198.18.0.0/15')) }), broken('MEDIUM')],
    'fails less gravely a summary route over the other range': [
      estate({ table: table(to('54.0.0.0/8')) }),
      broken('MEDIUM'),
    ],
    'is grave when a route to a part comes with a summary': [
      estate({ table: table(to('198.0.0.0/8'), to('198.18.4.0/24')) }),
      broken(),
    ],
    'is grave when a summary comes with a network': [
      estate({ vpc: vpc('10.50.0.0/16', '198.18.4.0/24'), table: table(to('198.0.0.0/8')) }),
      broken(),
    ],
    'does not count halves of the default route': [
      estate({ table: table(to('0.0.0.0/1'), to('128.0.0.0/1')) }),
      passes,
    ],
    'passes other routes': [estate({ table: table(to('10.0.0.0/8')) }), passes],
    'reads the entries of a prefix list': [
      estate({
        table: table({ DestinationPrefixListId: 'pl-1', TransitGatewayId: 'tgw-1', State: 'active' }),
        more: [
          {
            type: 'ManagedPrefixListEntries',
            resource: { PrefixListId: 'pl-1', Entries: [{ Cidr: '198.18.9.0/24' }] },
          },
        ],
      }),
      broken(),
    ],
    'cannot tell from a prefix list that was not read': [
      {
        ...estate({ table: table({ DestinationPrefixListId: 'pl-1', TransitGatewayId: 'tgw-1', State: 'active' }) }),
        coverage: { [prefixLists]: 'denied' },
      },
      lacks(prefixLists),
    ],
    'does not look into another VPC': [
      estate({
        more: [
          {
            type: 'RouteTable',
            resource: { RouteTableId: 'rtb-2', VpcId: 'vpc-other', Routes: [to('198.18.0.0/16')] },
          },
        ],
      }),
      passes,
    ],
    'leaves out shared hardware': [estate({ directory: shared({ SubnetIds: ['subnet-0a'] }) }), notApplicable],
    'judges a VPC for a dedicated directory beside a shared one': [
      estate({ range: range('10.50.0.0/16'), more: [shared({ DirectoryId: otherDir, SubnetIds: ['subnet-0a'] })] }),
      broken(),
    ],
    'judges dedicated Pools': [
      estate({ range: range('10.50.0.0/16'), directory: dedicated({ ...pools, SubnetIds: ['subnet-0a'] }) }),
      broken(),
    ],
    'has no VPC to judge for a directory that is deregistered': [
      estate({ directory: dedicated({ SubnetIds: ['subnet-0a'], State: 'DEREGISTERED' }) }),
      {},
    ],
    'leaves out the target of a link that has no range': [
      estate({ range: range(undefined, { DedicatedTenancyAccountType: 'TARGET_ACCOUNT' }) }),
      notApplicable,
    ],
    'judges one that has a range': [
      estate({ range: range('10.50.0.0/16', { DedicatedTenancyAccountType: 'TARGET_ACCOUNT' }) }),
      broken(),
    ],
    'cannot tell without a range': [estate({ range: range() }), unknown],
    'cannot tell from a range that is none': [estate({ range: range('198.18.0.0/99') }), unknown],
    'cannot tell without a tenancy': [
      estate({ directory: shared({ SubnetIds: ['subnet-0a'], Tenancy: undefined }) }),
      unknown,
    ],
    'names the account that was denied': [
      without('WorkspacesAccount', estate(), describeAccount),
      lacks(describeAccount),
    ],
    'names the VPC that was denied': [without('Vpc', estate(), vpcs), lacks(vpcs)],
    'names route tables that were denied': [without('RouteTable', estate(), routeTables), lacks(routeTables)],
    'fails by the VPC even then': [
      without('RouteTable', estate({ range: range('10.50.0.0/16') }), routeTables),
      broken(),
    ],
    'fails a wrong range even then': [
      without('RouteTable', estate({ range: range('52.0.0.0/16') }), routeTables),
      broken(),
    ],
    'cannot tell of a shared VPC whose route tables its owner keeps': [
      { lines: estate().lines.filter(({ type }) => type !== 'RouteTable') },
      unknown,
    ],
    'says of the account that subnets were denied': [
      without('Subnet', estate(), subnets),
      { [account]: `INSUFFICIENT_DATA ${subnets}` },
    ],
    'says of the account that directories were denied': [
      { lines: [], coverage: { [directories]: 'denied' } },
      noDirectories,
    ],
  });

  it('names range, networks and routes', async () => {
    const summary = estate({ table: table(to('198.0.0.0/8')) });
    expect(await onlyResult(rule, summary)).toMatchObject({
      severity: 'MEDIUM',
      reason:
        'The VPC has summary routes that take in ranges of management interfaces (198.18.0.0/16 and 54.239.224.0/20): ' +
        '198.0.0.0/8 (rtb-1); confirm that these are unused behind them.',
    });
    expect(await onlyResult(rule, estate({ range: range('10.50.0.0/16') }))).toMatchObject({
      reason: 'The VPC has 10.50.0.0/16, which management interfaces use: 10.50.0.0/16 and 54.239.224.0/20.',
      controls: ['SC-7', 'CM-6'],
    });
  });

  it('remarks that DCV uses more', async () => {
    const streaming = (protocol: string) => ({
      WorkspaceProperties: { OperatingSystemName: 'WINDOWS_11', Protocols: [protocol] },
    });
    const more = ['WSP', 'PCOIP'].map((protocol) =>
      desktop(`ws-${protocol}`, 'WINDOWS_11', 'POWER', 'AUTO_STOP', streaming(protocol)),
    );
    expect(await onlyResult(rule, estate({ more }))).toMatchObject({
      status: 'COMPLIANT',
      evidence: { notes: ['1 BYOL WorkSpaces stream with DCV, which also uses 10.0.0.0/8 for management.'] },
    });
  });
});
