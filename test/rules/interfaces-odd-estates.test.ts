import { expect, it } from 'vitest';
import { account, dir, directory, networkInterface, otherDir, subnet, workspace } from './fleet-builders.ts';
import type { Line } from './harness.ts';
import { itJudges, onlyResult, verdictsOf } from './verdict-table.ts';

const graphics = { WorkspaceProperties: { ComputeTypeName: 'GRAPHICS' } };
const automatic = { WorkspaceCreationProperties: { EnableInternetAccess: true } };
const ofTheLease = { Association: { PublicIp: '192.0.2.20', IpOwnerId: account } };
const routeTable = (RouteTableId: string, association: object, route: object): Line => ({
  type: 'RouteTable',
  resource: {
    RouteTableId,
    VpcId: 'vpc-0a',
    Associations: [association],
    Routes: [{ State: 'active', DestinationCidrBlock: '0.0.0.0/0', ...route }],
  },
});

it('auto-assign switched on again after a Graphics launch is pointed out with the workaround in mind', async () => {
  const lines = [directory(), workspace('ws-1', graphics), subnet('subnet-0a', { AssignIpv6AddressOnCreation: true })];
  expect(await onlyResult('ipv6-autoassign-graphics-workspace', { lines })).toMatchObject({
    status: 'NON_COMPLIANT',
    severity: 'MEDIUM',
    evidence: { notes: [expect.stringMatching(/rebuild/)] },
  });
});

it('a Graphics WorkSpace on its way into a shared subnet makes the others of its directory a risk', async () => {
  const lines = [
    directory(),
    directory({ DirectoryId: otherDir, SubnetIds: ['subnet-0b', 'subnet-0c'] }),
    workspace('ws-1', { ...graphics, State: 'PENDING', IpAddress: undefined }),
    subnet('subnet-0a', { AssignIpv6AddressOnCreation: true }),
    subnet('subnet-0b', { AssignIpv6AddressOnCreation: true }),
    subnet('subnet-0c', { AssignIpv6AddressOnCreation: true }),
  ];
  const rules = [
    'ipv6-autoassign-graphics-workspace',
    'ipv6-autoassign-directory-graphics-bundles',
    'eni-present-and-in-use',
  ];
  expect(await verdictsOf({ lines }, ...rules)).toEqual({
    'ipv6-autoassign-graphics-workspace': { 'ws-1': 'NON_COMPLIANT HIGH' },
    'ipv6-autoassign-directory-graphics-bundles': {
      'subnet-0a': 'NOT_APPLICABLE',
      'subnet-0b': 'NON_COMPLIANT LOW',
      'subnet-0c': 'NOT_APPLICABLE',
    },
    'eni-present-and-in-use': { 'ws-1': 'NOT_APPLICABLE' },
  });
});

it('two VPCs with the same addresses keep their interfaces apart', async () => {
  const lines = [
    directory(),
    directory({ DirectoryId: otherDir, SubnetIds: ['subnet-1a'] }),
    workspace('ws-1'),
    workspace('ws-2', { DirectoryId: otherDir, SubnetId: 'subnet-1a' }),
    networkInterface(),
    networkInterface({ NetworkInterfaceId: 'eni-1a', SubnetId: 'subnet-1a', VpcId: 'vpc-1a', Status: 'available' }),
  ];
  expect(await verdictsOf({ lines }, 'eni-present-and-in-use', 'eni-subnet-belongs-to-directory')).toEqual({
    'eni-present-and-in-use': { 'ws-1': 'COMPLIANT', 'ws-2': 'NON_COMPLIANT HIGH' },
    'eni-subnet-belongs-to-directory': { 'ws-1': 'COMPLIANT', 'ws-2': 'COMPLIANT' },
  });
});

it('a WorkSpace whose directory is deregistered keeps the verdicts on its interface', async () => {
  const lines = [directory({ State: 'DEREGISTERED' }), workspace('ws-1'), networkInterface()];
  expect(await verdictsOf({ lines }, 'eni-present-and-in-use', 'eni-subnet-belongs-to-directory')).toEqual({
    'eni-present-and-in-use': { 'ws-1': 'COMPLIANT' },
    'eni-subnet-belongs-to-directory': { 'ws-1': 'COMPLIANT' },
  });
});

it('an own Elastic IP put there by hand, then taken away, goes from a warning to a loss', async () => {
  const before = { lines: [directory(automatic), workspace('ws-1'), networkInterface(ofTheLease)] };
  const after = { lines: [directory(automatic), workspace('ws-1'), networkInterface()], baseline: before };
  const rules = ['eni-own-elastic-ip-on-auto-assign', 'eni-public-ip-not-lost', 'eni-unmodified-since-baseline'];
  expect(await verdictsOf({ ...before, baseline: before }, ...rules)).toEqual({
    'eni-own-elastic-ip-on-auto-assign': { 'ws-1': 'NON_COMPLIANT LOW' },
    'eni-public-ip-not-lost': { 'ws-1': 'COMPLIANT' },
    'eni-unmodified-since-baseline': { 'ws-1': 'COMPLIANT' },
  });
  expect(await verdictsOf(after, ...rules)).toEqual({
    'eni-own-elastic-ip-on-auto-assign': { 'ws-1': 'NOT_APPLICABLE' },
    'eni-public-ip-not-lost': { 'ws-1': 'NON_COMPLIANT HIGH' },
    'eni-unmodified-since-baseline': { 'ws-1': 'COMPLIANT' },
  });
});

const lost = (...tables: readonly Line[]) => ({
  lines: [directory(automatic), workspace('ws-1'), networkInterface(), subnet('subnet-0a'), ...tables],
});

itJudges('eni-public-ip-not-lost', {
  'a route table that was taken off the subnet gives way to the main one': [
    lost(
      routeTable(
        'rtb-0a',
        { SubnetId: 'subnet-0a', AssociationState: { State: 'disassociated' } },
        { NatGatewayId: 'nat-0a' },
      ),
      routeTable('rtb-main', { Main: true, AssociationState: { State: 'associated' } }, { GatewayId: 'igw-0a' }),
    ),
    { 'ws-1': 'NON_COMPLIANT MEDIUM' },
  ],
  'a default route for IPv6 alone is no way out for IPv4': [
    lost(
      routeTable(
        'rtb-0a',
        { SubnetId: 'subnet-0a' },
        { DestinationCidrBlock: undefined, DestinationIpv6CidrBlock: '::/0', NatGatewayId: 'nat-0a' },
      ),
    ),
    { 'ws-1': 'NON_COMPLIANT MEDIUM' },
  ],
  'an egress through a transit gateway is graded like none': [
    lost(routeTable('rtb-0a', { SubnetId: 'subnet-0a' }, { TransitGatewayId: 'tgw-0a' })),
    { 'ws-1': 'NON_COMPLIANT MEDIUM' },
  ],
});

it('a file assembled with null for what is not set reads like one without', async () => {
  const nothing = { Association: null, PrivateIpAddresses: null, Description: null };
  const lines = [
    directory({ WorkspaceCreationProperties: null, ipGroupIds: null, SamlProperties: null, StreamingProperties: null }),
    workspace('ws-1', { WorkspaceProperties: { GlobalAccelerator: null, Protocols: null, ComputeTypeName: null } }),
    networkInterface(nothing),
  ];
  const rules = [
    'eni-present-and-in-use',
    'eni-public-ip-not-lost',
    'aga-preferred-protocol-tcp',
    'aga-override-only-on-dcv',
    'ipv6-autoassign-graphics-workspace',
  ];
  expect(await verdictsOf({ lines }, ...rules)).toEqual({
    'eni-present-and-in-use': { 'ws-1': 'COMPLIANT' },
    'eni-public-ip-not-lost': { 'ws-1': 'NOT_APPLICABLE' },
    'aga-preferred-protocol-tcp': { [dir]: 'NOT_APPLICABLE' },
    'aga-override-only-on-dcv': { 'ws-1': 'NOT_APPLICABLE' },
    'ipv6-autoassign-graphics-workspace': { 'ws-1': 'INSUFFICIENT_DATA' },
  });
});
