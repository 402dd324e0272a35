import * as ec2 from '@aws-sdk/client-ec2';
import {
  DescribeIpGroupsCommand,
  DescribeWorkspaceDirectoriesCommand,
  DescribeWorkspacesCommand,
} from '@aws-sdk/client-workspaces';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fleetActions } from '../../lib/collect/index.ts';
import { complete, completeExcept, mockEstate, runCollect } from './estate.ts';

let estate: ReturnType<typeof mockEstate>;
beforeEach(() => {
  estate = mockEstate();
});
afterEach(() => {
  for (const mock of Object.values(estate)) mock.restore();
});

const filter = (Name: string, ...Values: string[]) => [{ Name, Values }];

/** The filters of each call of a command, in the order of the calls. */
const interfacesAsked = () =>
  estate.vpc.commandCalls(ec2.DescribeNetworkInterfacesCommand).map(({ args: [{ input }] }) => input.Filters);
const groupsAsked = () =>
  estate.vpc.commandCalls(ec2.DescribeSecurityGroupsCommand).map(({ args: [{ input }] }) => input.Filters);
const subnetsAsked = () =>
  estate.vpc.commandCalls(ec2.DescribeSubnetsCommand).map(({ args: [{ input }] }) => input.Filters);

describe('what is asked for', () => {
  it('reads everything once, as AWS returned it', async () => {
    const { coverage, lines } = await runCollect();
    expect(coverage).toEqual(complete);
    expect(lines.find(({ type }) => type === 'ManagedPrefixListEntries')?.resource).toEqual({
      PrefixListId: 'pl-1',
      Entries: [{ Cidr: '192.0.2.0/24' }],
    });
    expect(JSON.parse(JSON.stringify(lines.find(({ type }) => type === 'DirectoryDescription')?.resource))).toEqual({
      DirectoryId: 'd-906700000a',
      Type: 'MicrosoftAD',
      LaunchTime: '2026-01-02T03:04:05.000Z',
      VpcSettings: { VpcId: 'vpc-1', SubnetIds: ['subnet-a'], SecurityGroupId: 'sg-controllers' },
    });
  });

  it('calls exactly the operations whose IAM actions it exports', async () => {
    await runCollect();
    const calls = [
      ...estate.ws.calls().map(({ args: [command] }) => `workspaces:${command.constructor.name}`),
      ...estate.ds.calls().map(({ args: [command] }) => `ds:${command.constructor.name}`),
      ...estate.vpc.calls().map(({ args: [command] }) => `ec2:${command.constructor.name}`),
    ];
    expect([...new Set(calls.map((name) => name.replace(/Command$/, '')))].sort()).toEqual(fleetActions);
  });

  it('asks for subnets of directories and WorkSpaces, then for all subnets of their VPCs', async () => {
    await runCollect();
    expect(subnetsAsked()).toEqual([
      filter('subnet-id', 'subnet-a', 'subnet-b', 'subnet-c'),
      filter('vpc-id', 'vpc-1'),
    ]);
  });

  it('asks for route tables, network ACLs and endpoints by VPC, and for all NAT gateways and addresses', async () => {
    await runCollect();
    const inputs = [
      ec2.DescribeVpcsCommand,
      ec2.DescribeRouteTablesCommand,
      ec2.DescribeNetworkAclsCommand,
      ec2.DescribeVpcEndpointsCommand,
      ec2.DescribeNatGatewaysCommand,
      ec2.DescribeAddressesCommand,
    ].map((command) => {
      return estate.vpc
        .commandCalls(command)
        .map(({ args: [{ input }] }) => ('Filters' in input ? input.Filters : 'all'));
    });
    expect(inputs).toEqual([
      [filter('vpc-id', 'vpc-1')],
      [filter('vpc-id', 'vpc-1')],
      [filter('vpc-id', 'vpc-1')],
      [filter('vpc-id', 'vpc-1')],
      ['all'],
      ['all'],
    ]);
  });

  it('asks for streaming endpoints that are in no VPC of a directory', async () => {
    estate.vpc
      .on(ec2.DescribeVpcEndpointsCommand, { Filters: filter('vpc-id', 'vpc-1') })
      .resolves({ VpcEndpoints: [{ VpcEndpointId: 'vpce-s3' }] });
    const { coverage } = await runCollect();
    const calls = estate.vpc.commandCalls(ec2.DescribeVpcEndpointsCommand);
    expect(calls.map(({ args: [{ input }] }) => input.Filters)).toEqual([
      filter('vpc-id', 'vpc-1'),
      filter('vpc-endpoint-id', 'vpce-1'),
    ]);
    expect(coverage).toEqual(completeExcept({ operation: 'ec2:DescribeVpcEndpoints', status: 'complete', count: 2 }));
  });

  it('asks for the groups of the VPCs, then for named groups that were not among them', async () => {
    await runCollect();
    expect(groupsAsked()).toEqual([
      filter('vpc-id', 'vpc-1'),
      filter('group-id', 'sg-custom', 'sg-endpoint', 'sg-shared'),
    ]);
  });

  it('asks for interfaces by subnet, and by each single public address of an IP group', async () => {
    await runCollect();
    expect(interfacesAsked()).toEqual([
      filter('subnet-id', 'subnet-a', 'subnet-b', 'subnet-c'),
      filter('association.public-ip', '203.0.113.7', '203.0.113.9'),
      filter('addresses.association.public-ip', '203.0.113.7', '203.0.113.9'),
    ]);
  });

  it('asks for every interface with a public address when an IP group rule covers a range', async () => {
    estate.ws.on(DescribeIpGroupsCommand).resolves({
      Result: [{ groupId: 'wsipg-1', userRules: [{ ipRule: '203.0.113.7' }, { ipRule: '198.51.100.0/24' }] }],
    });
    await runCollect();
    expect(interfacesAsked().slice(1)).toEqual([
      filter('association.public-ip', '*'),
      filter('addresses.association.public-ip', '*'),
    ]);
  });

  it('asks in batches of 200 values, the most that a filter takes', async () => {
    const SubnetIds = Array.from({ length: 401 }, (_, i) => `subnet-${String(i).padStart(3, '0')}`);
    estate.ws
      .on(DescribeWorkspaceDirectoriesCommand)
      .resolves({ Directories: [{ DirectoryId: 'd-906700000a', SubnetIds }] });
    estate.ws.on(DescribeWorkspacesCommand).resolves({});
    estate.ds.reset();
    await runCollect();
    expect(subnetsAsked().slice(0, 3)).toEqual([
      filter('subnet-id', ...SubnetIds.slice(0, 200)),
      filter('subnet-id', ...SubnetIds.slice(200, 400)),
      filter('subnet-id', ...SubnetIds.slice(400)),
    ]);
  });

  it('asks nothing of a Region without directories, which is complete all the same', async () => {
    estate.ws.reset();
    estate.ws.onAnyCommand().resolves({});
    estate.ds.reset();
    estate.ds.onAnyCommand().resolves({});
    const { coverage } = await runCollect();
    const counts = new Map([
      ['ec2:DescribeAddresses', 1],
      ['ec2:DescribeNatGateways', 1],
      ['workspaces:DescribeAccount', 1],
    ]);
    expect(coverage).toEqual(
      complete.map(({ operation }) => ({ operation, status: 'complete', count: counts.get(operation) ?? 0 })),
    );
    expect(estate.vpc.calls().length).toBe(2);
  });

  it('keeps to the directories in scope', async () => {
    estate.ws.on(DescribeWorkspaceDirectoriesCommand).resolves({
      Directories: [{ DirectoryId: 'd-906700000a' }, { DirectoryId: 'd-906700000b' }],
    });
    const { lines } = await runCollect({ directories: ['d-906700000b'] });
    expect(lines.filter(({ type }) => /Director/.test(type))).toEqual([
      { type: 'WorkspaceDirectory', resource: { DirectoryId: 'd-906700000b' } },
    ]);
    expect(estate.ws.commandCalls(DescribeWorkspacesCommand).map(({ args: [{ input }] }) => input.DirectoryId)).toEqual(
      ['d-906700000b'],
    );
  });
});
