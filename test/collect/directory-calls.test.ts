import { expect, it } from 'vitest';
import { readBuiltInPacks } from '../../lib/cli/read-packs.ts';
import { operationsOfAll } from '../../lib/findings/index.ts';
import { fleetDirectoryId, fleetRegion } from '../aws/fleet.ts';
import { countCalls, totalOf } from './count-calls.ts';

it('takes a tenth of the calls for a directory of 500 WorkSpaces that it takes for a Region of 10,000', async () => {
  const rules = (await readBuiltInPacks()).flatMap((pack) => pack.rules.map((rule) => ({ rule })));
  const wanted = operationsOfAll(rules);
  const region = fleetRegion(20, 500);

  const whole = await countCalls(region, wanted);
  const one = await countCalls(region, wanted, [fleetDirectoryId(7)]);

  const operations = [...new Set([...Object.keys(whole), ...Object.keys(one)])].sort();
  expect(operations.map((name) => `${name} ${whole[name] ?? 0} ${one[name] ?? 0}`)).toEqual([
    // Events, two a second, whatever the size: the API's callers are not asked for in one directory.
    'cloudtrail:LookupEvents 30 29',
    'ds:DescribeClientAuthenticationSettings 20 1',
    'ds:DescribeDirectories 1 1',
    'ds:DescribeDomainControllers 20 1',
    'ds:DescribeTrusts 20 1',
    'ds:ListCertificates 20 1',
    'ec2:DescribeAddresses 1 1',
    'ec2:DescribeNatGateways 1 1',
    'ec2:DescribeNetworkAcls 1 1',
    'ec2:DescribeNetworkInterfaces 12 3',
    'ec2:DescribeRouteTables 1 1',
    'ec2:DescribeSecurityGroups 1 1',
    'ec2:DescribeSubnets 2 2',
    'ec2:DescribeVpcEndpoints 1 1',
    'ec2:DescribeVpcs 1 1',
    'iam:GetRole 1 1',
    'kms:DescribeKey 20 1',
    'sso:ListInstances 1 1',
    'workspaces:DescribeAccount 1 1',
    'workspaces:DescribeClientProperties 20 1',
    'workspaces:DescribeConnectionAliases 1 1',
    'workspaces:DescribeIpGroups 1 1',
    'workspaces:DescribeWorkspaceBundles 1 1',
    'workspaces:DescribeWorkspaceDirectories 1 1',
    'workspaces:DescribeWorkspaceImages 1 1',
    'workspaces:DescribeWorkspaces 400 20',
    'workspaces:DescribeWorkspacesConnectionStatus 400 20',
    'workspaces:ListAccountLinks 1 1',
  ]);
  expect([totalOf(whole), totalOf(one)]).toEqual([981, 97]);
});
