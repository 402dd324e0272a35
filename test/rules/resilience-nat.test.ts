import { expect, it } from 'vitest';
import { directories, directory, noDirectories, otherDir, routeTables, subnet, subnets } from './fleet-builders.ts';
import type { Line } from './harness.ts';
import { itJudges, onlyResult } from './verdict-table.ts';

const rule = 'nat-gateway-per-az';
const natGateways = 'ec2:DescribeNatGateways';
const vpcId = 'vpc-0a';

const vpc: Line = { type: 'Vpc', resource: { VpcId: vpcId } };
const inZone = (SubnetId: string, AvailabilityZoneId?: string, members: object = {}) =>
  subnet(SubnetId, { AvailabilityZoneId, ...members });
/** A route table of a subnet, with a default route to each target. */
const table = (RouteTableId: string, SubnetId: string | undefined, ...routes: readonly object[]): Line => ({
  type: 'RouteTable',
  resource: {
    RouteTableId,
    VpcId: vpcId,
    Associations: [SubnetId === undefined ? { Main: true } : { SubnetId }],
    Routes: routes.map((route) => ({ DestinationCidrBlock: '0.0.0.0/0', State: 'active', ...route })),
  },
});
const nat = (NatGatewayId: string, SubnetId: string | undefined, members: object = {}): Line => ({
  type: 'NatGateway',
  resource: { NatGatewayId, SubnetId, VpcId: vpcId, State: 'available', ...members },
});

/** Two directory subnets in two zones, and a public subnet in each. */
const network = [
  vpc,
  inZone('subnet-0a', 'use1-az2'),
  inZone('subnet-0b', 'use1-az4'),
  inZone('subnet-public-a', 'use1-az2'),
  inZone('subnet-public-b', 'use1-az4'),
];
const two = [nat('nat-a', 'subnet-public-a'), nat('nat-b', 'subnet-public-b')];
const through = (a: string, b: string) => [
  table('rtb-a', 'subnet-0a', { NatGatewayId: a }),
  table('rtb-b', 'subnet-0b', { NatGatewayId: b }),
];
const estate = (...lines: readonly Line[]) => ({ lines: [directory(), ...network, ...lines] });
const one = { [vpcId]: 'NON_COMPLIANT LOW' };
const compliant = { [vpcId]: 'COMPLIANT' };
const unknown = { [vpcId]: 'INSUFFICIENT_DATA' };
const notApplicable = { [vpcId]: 'NOT_APPLICABLE' };

itJudges(rule, {
  'a gateway in each zone': [estate(...two, ...through('nat-a', 'nat-b')), compliant],
  'one gateway for both zones': [estate(...two, ...through('nat-a', 'nat-a')), one],
  'the gateways are swapped': [estate(...two, ...through('nat-b', 'nat-a')), one],
  'the main route table counts for a subnet without its own': [
    estate(...two, table('rtb-main', undefined, { NatGatewayId: 'nat-a' })),
    one,
  ],
  'all of it behind the gateway of one zone, in halves': [
    estate(
      ...two,
      table('rtb-a', 'subnet-0a', { NatGatewayId: 'nat-a' }),
      table(
        'rtb-b',
        'subnet-0b',
        { NatGatewayId: 'nat-b', DestinationCidrBlock: '0.0.0.0/1' },
        { NatGatewayId: 'nat-a', DestinationCidrBlock: '128.0.0.0/1' },
      ),
    ),
    one,
  ],
  'a regional gateway is in every zone': [
    estate(nat('nat-r', undefined, { AvailabilityMode: 'regional' }), ...through('nat-r', 'nat-r')),
    notApplicable,
  ],
  'a regional one, and a zonal one of its own zone': [
    estate(nat('nat-r', undefined, { AvailabilityMode: 'regional' }), ...two, ...through('nat-r', 'nat-b')),
    compliant,
  ],
  'a mode that nobody knows': [
    estate(nat('nat-a', 'subnet-public-a', { AvailabilityMode: 'global' }), ...through('nat-a', 'nat-a')),
    unknown,
  ],
  'no NAT gateway on the way': [
    estate(
      table('rtb-a', 'subnet-0a', { GatewayId: 'igw-1' }),
      table('rtb-b', 'subnet-0b', { TransitGatewayId: 'tgw-1' }),
    ),
    notApplicable,
  ],
  'a blackhole leads nowhere': [
    estate(table('rtb-main', undefined, { NatGatewayId: 'nat-gone', State: 'blackhole' })),
    notApplicable,
  ],
  'a gateway that is being deleted': [
    estate(nat('nat-a', 'subnet-public-a', { State: 'deleting' }), ...through('nat-a', 'nat-a')),
    notApplicable,
  ],
  'a gateway of the account that shares the VPC cannot be described': [estate(...through('nat-x', 'nat-x')), unknown],
  "the gateway's subnet is absent": [estate(nat('nat-a', undefined), ...through('nat-a', 'nat-a')), unknown],
  "the gateway's subnet was not returned": [estate(nat('nat-a', 'subnet-z'), ...through('nat-a', 'nat-a')), unknown],
  'a zone is absent': [
    {
      lines: [
        directory({ SubnetIds: ['subnet-0a'] }),
        vpc,
        inZone('subnet-0a'),
        inZone('subnet-public-a', 'use1-az2'),
        ...two,
        ...through('nat-a', 'nat-b'),
      ],
    },
    unknown,
  ],
  'NAT gateways denied': [
    { ...estate(...through('nat-a', 'nat-b')), coverage: { [natGateways]: 'denied' } },
    { [vpcId]: `INSUFFICIENT_DATA ${natGateways}` },
  ],
  'route tables denied': [
    { ...estate(...two), coverage: { [routeTables]: 'denied' } },
    { [vpcId]: `INSUFFICIENT_DATA ${routeTables}` },
  ],
  'route tables read in part, and one crosses zones': [
    {
      ...estate(...two, table('rtb-b', 'subnet-0b', { NatGatewayId: 'nat-a' })),
      coverage: { [routeTables]: 'partial' },
    },
    one,
  ],
  'directories denied': [{ lines: [vpc], coverage: { [directories]: 'denied' } }, noDirectories],
  'subnets read in part: what is seen crosses zones': [
    { ...estate(...two, ...through('nat-a', 'nat-a')), coverage: { [subnets]: 'partial' } },
    one,
  ],
  'subnets read in part: one that is not seen may cross zones': [
    {
      lines: [
        directory(),
        ...network.filter(({ resource }) => !('SubnetId' in resource && resource.SubnetId === 'subnet-0b')),
        ...two,
        ...through('nat-a', 'nat-b'),
      ],
      coverage: { [subnets]: 'partial' },
    },
    { [vpcId]: `INSUFFICIENT_DATA ${subnets}` },
  ],
  'directories read in part: one that is not seen may cross zones': [
    { ...estate(...two, ...through('nat-a', 'nat-b')), coverage: { [directories]: 'partial' } },
    { [vpcId]: `INSUFFICIENT_DATA ${directories}` },
  ],
  'each VPC for itself': [
    {
      lines: [
        directory({ SubnetIds: ['subnet-0a', 'subnet-z'] }),
        ...network,
        ...two,
        ...through('nat-a', 'nat-b'),
        { type: 'Vpc', resource: { VpcId: 'vpc-0z' } },
        inZone('subnet-z', 'use1-az6', { VpcId: 'vpc-0z' }),
        table('rtb-z', 'subnet-z', { NatGatewayId: 'nat-a' }),
      ],
    },
    { [vpcId]: 'COMPLIANT', 'vpc-0z': 'NON_COMPLIANT LOW' },
  ],
  'only subnets of directories count': [
    { lines: [directory({ SubnetIds: ['subnet-0a'] }), ...network, ...two, ...through('nat-a', 'nat-a')] },
    compliant,
  ],
  'two directories of which one crosses zones': [
    {
      lines: [
        directory({ SubnetIds: ['subnet-0a'] }),
        directory({ DirectoryId: otherDir, SubnetIds: ['subnet-0b'] }),
        ...network,
        ...two,
        ...through('nat-a', 'nat-a'),
      ],
    },
    one,
  ],
  'a directory that has left': [
    { lines: [directory({ State: 'DEREGISTERED' }), ...network, ...two, ...through('nat-a', 'nat-a')] },
    {},
  ],
});

it('names subnet, gateway and both zones', async () => {
  const result = await onlyResult(rule, estate(...two, ...through('nat-a', 'nat-a')));
  expect(result?.reason).toBe('Across zones: subnet-0b (use1-az4) through nat-a (use1-az2).');
  expect(result?.evidence).toEqual({
    directoryIds: ['d-90670000a1'],
    'natGateways.inOtherZone': ['subnet-0b (use1-az4) through nat-a (use1-az2)'],
    'natGateways.zonalFor': ['subnet-0a', 'subnet-0b'],
  });
});
