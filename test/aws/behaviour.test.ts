import {
  DescribeDirectoriesCommand,
  DescribeDomainControllersCommand,
  DescribeTrustsCommand,
  ListCertificatesCommand,
} from '@aws-sdk/client-directory-service';
import {
  DescribeInstancesCommand,
  DescribeNetworkInterfacesCommand,
  DescribeSubnetsCommand,
  DescribeVpcsCommand,
  GetManagedPrefixListEntriesCommand,
} from '@aws-sdk/client-ec2';
import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import {
  DescribeClientPropertiesCommand,
  DescribeIpGroupsCommand,
  DescribeTagsCommand,
  DescribeWorkspaceBundlesCommand,
  DescribeWorkspacesCommand,
  DescribeWorkspacesConnectionStatusCommand,
  ListAccountLinksCommand,
} from '@aws-sdk/client-workspaces';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clientsOf } from './clients.ts';
import { type AwsDouble, type EstateSnapshot, startAwsDouble } from './index.ts';

const accountId = '111122223333';
const region = 'us-gov-west-1';
const other = '444455556666';

const numbered = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
const workspaceIds = numbered(60).map((number) => `ws-${number}`);

const snapshot: EstateSnapshot = {
  header: { accountId, region, partition: 'aws-us-gov' },
  resources: [
    ...workspaceIds.map((WorkspaceId, index) => ({
      type: 'Workspace' as const,
      resource: { WorkspaceId, DirectoryId: index < 2 ? 'd-1' : 'd-2', UserName: index === 0 ? 'ann' : 'ben' },
    })),
    ...numbered(26).map((number) => ({ type: 'WorkspacesIpGroup' as const, resource: { groupId: `wsipg-${number}` } })),
    { type: 'WorkspaceBundle', resource: { BundleId: 'wsb-own', Owner: accountId } },
    { type: 'WorkspaceBundle', resource: { BundleId: 'wsb-amazon', Owner: 'AMAZON' } },
    { type: 'DirectoryDescription', resource: { DirectoryId: 'd-1', Type: 'SimpleAD' } },
    { type: 'WorkspaceDirectory', resource: { DirectoryId: 'd-1' } },
    { type: 'WorkspaceDirectory', resource: { DirectoryId: 'd-2' } },
    { type: 'ClientProperties', resource: { ResourceId: 'd-1', ClientProperties: { ReconnectEnabled: 'ENABLED' } } },
    ...['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((letter) => ({
      type: 'Subnet' as const,
      resource: {
        SubnetId: `subnet-${letter}`,
        VpcId: letter < 'e' ? 'vpc-1' : 'vpc-2',
        State: letter === 'a' ? 'pending' : 'available',
        Tags: [
          { Key: 'Tier', Value: letter < 'c' ? 'front' : 'back' },
          { Key: `only-${letter}`, Value: '' },
        ],
      },
    })),
    {
      type: 'NetworkInterface',
      resource: {
        NetworkInterfaceId: 'eni-1',
        Association: { PublicIp: '203.0.113.7' },
        Groups: [{ GroupId: 'sg-1' }, { GroupId: 'sg-2' }],
        PrivateIpAddresses: [
          { PrivateIpAddress: '10.0.0.1', Primary: true, Association: { PublicIp: '203.0.113.7' } },
          { PrivateIpAddress: '10.0.0.2', Primary: false, Association: { PublicIp: '203.0.113.8' } },
        ],
      },
    },
    { type: 'NetworkInterface', resource: { NetworkInterfaceId: 'eni-2', Description: 'a*b', Groups: [] } },
    {
      type: 'ManagedPrefixListEntries',
      resource: { PrefixListId: 'pl-1', Entries: numbered(101).map((number) => ({ Cidr: `10.0.${number}.0/24` })) },
    },
  ],
};

let aws: AwsDouble;

beforeAll(async () => {
  const elsewhere = { header: { ...snapshot.header, accountId: other }, resources: [] };
  aws = await startAwsDouble({ snapshots: [snapshot, elsewhere] });
});

afterAll(() => aws.stop());

const clients = () => clientsOf(aws.url, accountId, region);

const workspacePage = async (input: { Limit?: number; NextToken?: string; DirectoryId?: string }) => {
  const { Workspaces = [], NextToken } = await clients().workspaces.send(new DescribeWorkspacesCommand(input));
  return { ids: Workspaces.map(({ WorkspaceId }) => WorkspaceId), NextToken };
};

const subnetIds = async (...Filters: { Name: string; Values: string[] }[]) => {
  const { Subnets = [] } = await clients().ec2.send(new DescribeSubnetsCommand({ Filters }));
  return Subnets.map(({ SubnetId }) => SubnetId);
};

const interfaceIds = async (Name: string, ...Values: string[]) => {
  const input = { Filters: [{ Name, Values }] };
  const { NetworkInterfaces = [] } = await clients().ec2.send(new DescribeNetworkInterfacesCommand(input));
  return NetworkInterfaces.map(({ NetworkInterfaceId }) => NetworkInterfaceId);
};

describe('pages', () => {
  test('WorkSpaces come 25 at a time, in order, and the last page has no token', async () => {
    const first = await workspacePage({});
    const second = await workspacePage({ NextToken: first.NextToken ?? '' });
    const third = await workspacePage({ NextToken: second.NextToken ?? '' });
    expect([first.ids.length, second.ids.length, third.ids.length, third.NextToken]).toStrictEqual([
      25,
      25,
      10,
      undefined,
    ]);
    expect([...first.ids, ...second.ids, ...third.ids]).toStrictEqual(workspaceIds);
  });

  test('a limit is honoured, also when it changes on the way', async () => {
    const first = await workspacePage({ Limit: 2 });
    const second = await workspacePage({ Limit: 3, NextToken: first.NextToken ?? '' });
    expect([first.ids, second.ids]).toStrictEqual([
      ['ws-1', 'ws-2'],
      ['ws-3', 'ws-4', 'ws-5'],
    ]);
  });

  test('a limit above 25 is refused', async () => {
    await expect(workspacePage({ Limit: 26 })).rejects.toMatchObject({
      name: 'ValidationException',
      message:
        "1 validation error detected: Value '26' at 'limit' failed to satisfy constraint: Member must have value less than or equal to 25",
    });
  });

  test('IP groups page too, though the SDK has no paginator for them', async () => {
    const first = await clients().workspaces.send(new DescribeIpGroupsCommand({}));
    const second = await clients().workspaces.send(new DescribeIpGroupsCommand({ NextToken: first.NextToken }));
    expect([first.Result?.length, second.Result, second.NextToken]).toStrictEqual([
      25,
      [{ groupId: 'wsipg-26' }],
      undefined,
    ]);
  });

  test('a token that was not issued, or for another question, is refused', async () => {
    const refusal = { name: 'InvalidParameterValuesException', message: 'The next token is not valid.' };
    await expect(workspacePage({ NextToken: 'made-up' })).rejects.toMatchObject(refusal);
    const { NextToken = '' } = await workspacePage({});
    await expect(workspacePage({ NextToken, DirectoryId: 'd-2' })).rejects.toMatchObject(refusal);
  });

  test('EC2 answers with everything unless asked for pages, of 5 at least', async () => {
    const ask = async (input: { MaxResults?: number; NextToken?: string }) => {
      const { Subnets = [], NextToken } = await clients().ec2.send(new DescribeSubnetsCommand(input));
      return { count: Subnets.length, NextToken };
    };
    expect(await ask({})).toStrictEqual({ count: 7, NextToken: undefined });
    const first = await ask({ MaxResults: 5 });
    expect([first.count, typeof first.NextToken]).toStrictEqual([5, 'string']);
    expect(await ask({ MaxResults: 5, NextToken: first.NextToken ?? '' })).toStrictEqual({
      count: 2,
      NextToken: undefined,
    });
    await expect(ask({ MaxResults: 4 })).rejects.toMatchObject({
      name: 'InvalidParameterValue',
      message: 'Value ( 4 ) for parameter maxResults is invalid. Expecting greater than or equal to 5.',
    });
  });

  test('entries of a prefix list come 100 at a time', async () => {
    const ask = (NextToken?: string) =>
      clients().ec2.send(new GetManagedPrefixListEntriesCommand({ PrefixListId: 'pl-1', NextToken }));
    const first = await ask();
    const second = await ask(first.NextToken);
    expect([first.Entries?.length, second.Entries, second.NextToken]).toStrictEqual([
      100,
      [{ Cidr: '10.0.101.0/24' }],
      undefined,
    ]);
  });

  test('pageSize makes pages small for those who page, and leaves the others alone', async () => {
    const small = await startAwsDouble({ snapshots: [snapshot], pageSize: 2 });
    const { ec2, workspaces } = clientsOf(small.url, accountId, region);
    const counts = [
      (await workspaces.send(new DescribeWorkspacesCommand({}))).Workspaces?.length,
      (await ec2.send(new DescribeSubnetsCommand({ MaxResults: 1000 }))).Subnets?.length,
      (await ec2.send(new DescribeSubnetsCommand({}))).Subnets?.length,
    ];
    await small.stop();
    expect(counts).toStrictEqual([2, 2, 7]);
  });
});

describe('EC2 filters', () => {
  test('any value of a filter, all filters', async () => {
    expect(await subnetIds({ Name: 'vpc-id', Values: ['vpc-1', 'vpc-2'] })).toHaveLength(7);
    expect(
      await subnetIds({ Name: 'vpc-id', Values: ['vpc-1'] }, { Name: 'subnet-id', Values: ['subnet-d', 'subnet-e'] }),
    ).toStrictEqual(['subnet-d']);
    expect(await subnetIds({ Name: 'state', Values: ['pending'] })).toStrictEqual(['subnet-a']);
  });

  test('an id that does not exist just finds nothing', async () => {
    expect(await subnetIds({ Name: 'subnet-id', Values: ['subnet-a', 'subnet-gone'] })).toStrictEqual(['subnet-a']);
  });

  test('* and ? are wildcards, unless escaped; case counts', async () => {
    expect(await subnetIds({ Name: 'subnet-id', Values: ['subnet-?'] })).toHaveLength(7);
    expect(await subnetIds({ Name: 'subnet-id', Values: ['*-a', 'subnet-b*'] })).toStrictEqual([
      'subnet-a',
      'subnet-b',
    ]);
    expect(await subnetIds({ Name: 'subnet-id', Values: ['subnet?', 'subnet-a?'] })).toStrictEqual([]);
    expect(await subnetIds({ Name: 'subnet-id', Values: ['SUBNET-A'] })).toStrictEqual([]);
    expect(await subnetIds({ Name: 'subnet-id', Values: ['subnet.a'] })).toStrictEqual([]);
    expect(await interfaceIds('description', 'a\\*b')).toStrictEqual(['eni-2']);
    expect(await interfaceIds('description', 'a\\?b')).toStrictEqual([]);
  });

  test('tags by key, and by key and value', async () => {
    expect(await subnetIds({ Name: 'tag:Tier', Values: ['front'] })).toStrictEqual(['subnet-a', 'subnet-b']);
    expect(await subnetIds({ Name: 'tag-key', Values: ['only-c'] })).toStrictEqual(['subnet-c']);
  });

  test('public addresses: of the primary private address, of every one, and whether there is one at all', async () => {
    expect(await interfaceIds('association.public-ip', '203.0.113.7')).toStrictEqual(['eni-1']);
    expect(await interfaceIds('association.public-ip', '203.0.113.8')).toStrictEqual([]);
    expect(await interfaceIds('addresses.association.public-ip', '203.0.113.8')).toStrictEqual(['eni-1']);
    expect(await interfaceIds('addresses.association.public-ip', '*')).toStrictEqual(['eni-1']);
    expect(await interfaceIds('addresses.private-ip-address', '10.0.0.2')).toStrictEqual(['eni-1']);
    expect(await interfaceIds('group-id', 'sg-2')).toStrictEqual(['eni-1']);
  });

  test('200 values are taken, 201 are refused', async () => {
    const values = (count: number) => ({
      Name: 'subnet-id',
      Values: numbered(count).map((number) => `subnet-${number}`),
    });
    expect(await subnetIds(values(200))).toStrictEqual([]);
    await expect(subnetIds(values(201))).rejects.toMatchObject({
      name: 'FilterLimitExceeded',
      message: 'The maximum number of filter values specified on a single call is 200',
      $metadata: { httpStatusCode: 400 },
    });
  });

  test('50 filters are taken, 51 are refused, and so is one without values', async () => {
    const filters = (count: number) => numbered(count).map(() => ({ Name: 'subnet-id', Values: ['subnet-a'] }));
    expect(await subnetIds(...filters(50))).toStrictEqual(['subnet-a']);
    await expect(subnetIds(...filters(51))).rejects.toMatchObject({
      name: 'FilterLimitExceeded',
      message: 'The maximum number of filters specified on a single call is 50',
    });
    await expect(subnetIds({ Name: 'subnet-id', Values: [] })).rejects.toMatchObject({ name: 'InvalidParameterValue' });
  });

  test('a filter that AWS does not have is refused', async () => {
    await expect(subnetIds({ Name: 'group-id', Values: ['sg-1'] })).rejects.toMatchObject({
      name: 'InvalidParameterValue',
      message: "The filter 'group-id' is invalid",
    });
  });
});

describe('ids', () => {
  test('one that does not exist fails the whole call', async () => {
    const { ec2, ds } = clients();
    await expect(
      ec2.send(new DescribeSubnetsCommand({ SubnetIds: ['subnet-a', 'subnet-gone'] })),
    ).rejects.toMatchObject({
      name: 'InvalidSubnetID.NotFound',
      message: "The subnet ID 'subnet-gone' does not exist",
      $metadata: { httpStatusCode: 400 },
    });
    await expect(ec2.send(new DescribeVpcsCommand({ VpcIds: ['vpc-9'] }))).rejects.toMatchObject({
      name: 'InvalidVpcID.NotFound',
    });
    await expect(ds.send(new DescribeDirectoriesCommand({ DirectoryIds: ['d-1', 'd-9'] }))).rejects.toMatchObject({
      name: 'EntityDoesNotExistException',
      message: 'Directory d-9 does not exist.',
    });
    await expect(ec2.send(new GetManagedPrefixListEntriesCommand({ PrefixListId: 'pl-9' }))).rejects.toMatchObject({
      name: 'InvalidPrefixListID.NotFound',
    });
  });

  test('those that exist come alone', async () => {
    const { Subnets } = await clients().ec2.send(new DescribeSubnetsCommand({ SubnetIds: ['subnet-c'] }));
    expect(Subnets?.map(({ SubnetId }) => SubnetId)).toStrictEqual(['subnet-c']);
  });

  test('ids and pages do not go together in EC2', async () => {
    const both = new DescribeSubnetsCommand({ SubnetIds: ['subnet-c'], MaxResults: 5 });
    await expect(clients().ec2.send(both)).rejects.toMatchObject({ name: 'InvalidParameterCombination' });
  });

  test('WorkSpaces are narrowed by directory; bundles by owner', async () => {
    expect((await workspacePage({ DirectoryId: 'd-1' })).ids).toStrictEqual(['ws-1', 'ws-2']);
    const bundles = async (Owner?: string) => {
      const { Bundles } = await clients().workspaces.send(new DescribeWorkspaceBundlesCommand({ Owner }));
      return Bundles?.map(({ BundleId }) => BundleId);
    };
    expect([await bundles(), await bundles('AMAZON')]).toStrictEqual([['wsb-own'], ['wsb-amazon']]);
  });

  test('bundles of any owner are found by id; one that does not exist is just not among them', async () => {
    const BundleIds = ['wsb-own', 'wsb-gone', 'wsb-amazon'];
    const { Bundles } = await clients().workspaces.send(new DescribeWorkspaceBundlesCommand({ BundleIds }));
    expect(Bundles?.map(({ BundleId }) => BundleId)).toStrictEqual(['wsb-own', 'wsb-amazon']);
  });

  test('WorkSpaces takes no more than 25 ids', async () => {
    const asking = new DescribeWorkspacesConnectionStatusCommand({ WorkspaceIds: workspaceIds.slice(0, 26) });
    await expect(clients().workspaces.send(asking)).rejects.toMatchObject({
      name: 'ValidationException',
      message: expect.stringContaining('Member must have length less than or equal to 25'),
    });
  });
});

describe('questions about one directory', () => {
  test('Directory Service refuses where the type cannot have it, and where there is no such directory', async () => {
    const { ds } = clients();
    for (const DirectoryId of ['d-1', 'd-9']) {
      const name = DirectoryId === 'd-1' ? 'UnsupportedOperationException' : undefined;
      const missing = { name: name ?? 'EntityDoesNotExistException' };
      await expect(ds.send(new DescribeDomainControllersCommand({ DirectoryId }))).rejects.toMatchObject(missing);
      await expect(ds.send(new DescribeTrustsCommand({ DirectoryId }))).rejects.toMatchObject(missing);
      await expect(ds.send(new ListCertificatesCommand({ DirectoryId }))).rejects.toMatchObject({
        name: name ?? 'DirectoryDoesNotExistException',
      });
    }
  });

  test('one directory that is not registered fails a whole question about client properties', async () => {
    const properties = (...ResourceIds: string[]) =>
      clients().workspaces.send(new DescribeClientPropertiesCommand({ ResourceIds }));
    expect((await properties('d-1', 'd-2')).ClientPropertiesList).toStrictEqual([
      { ResourceId: 'd-1', ClientProperties: { ReconnectEnabled: 'ENABLED' } },
    ]);
    await expect(properties('d-1', 'd-9')).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });
});

test('GovCloud does not know account links', async () => {
  const elsewhere = clientsOf(aws.url, accountId, 'us-east-1');
  await expect(clients().workspaces.send(new ListAccountLinksCommand({}))).rejects.toMatchObject({
    name: 'UnknownOperationException',
  });
  expect((await elsewhere.workspaces.send(new ListAccountLinksCommand({}))).AccountLinks).toStrictEqual([]);
});

describe('who is calling', () => {
  test('an access key names its account, and an assumed role the account of the role', async () => {
    const { sts } = clients();
    const { $metadata: _, ...user } = await sts.send(new GetCallerIdentityCommand({}));
    const { Credentials } = await sts.send(
      new AssumeRoleCommand({ RoleArn: `arn:aws-us-gov:iam::${other}:role/path/Auditor`, RoleSessionName: 'audit' }),
    );
    const session = new STSClient({
      endpoint: aws.url,
      region,
      credentials: {
        accessKeyId: Credentials?.AccessKeyId ?? '',
        secretAccessKey: Credentials?.SecretAccessKey ?? '',
        sessionToken: Credentials?.SessionToken ?? '',
      },
    });
    const { $metadata: __, ...role } = await session.send(new GetCallerIdentityCommand({}));
    expect([user, role]).toStrictEqual([
      { UserId: `AIDADOUBLE${accountId}`, Account: accountId, Arn: `arn:aws-us-gov:iam::${accountId}:user/auditor` },
      { UserId: `AIDADOUBLE${other}`, Account: other, Arn: `arn:aws-us-gov:sts::${other}:assumed-role/Auditor/audit` },
    ]);
  });

  test('an account outside the estate has no roles and no keys', async () => {
    const stranger = '999999999999';
    const { sts } = clients();
    await expect(
      sts.send(new AssumeRoleCommand({ RoleArn: `arn:aws:iam::${stranger}:role/Auditor`, RoleSessionName: 'audit' })),
    ).rejects.toMatchObject({ name: 'AccessDenied', $metadata: { httpStatusCode: 403 } });
    const strange = clientsOf(aws.url, stranger, region);
    await expect(strange.workspaces.send(new DescribeWorkspacesCommand({}))).rejects.toMatchObject({
      name: 'UnrecognizedClientException',
    });
    await expect(strange.ec2.send(new DescribeSubnetsCommand({}))).rejects.toMatchObject({ name: 'AuthFailure' });
    await expect(strange.sts.send(new GetCallerIdentityCommand({}))).rejects.toMatchObject({
      name: 'InvalidClientTokenId',
    });
  });

  test("a session's key is worth nothing without its token", async () => {
    const { Credentials } = await clients().sts.send(
      new AssumeRoleCommand({ RoleArn: `arn:aws:iam::${other}:role/Auditor`, RoleSessionName: 'audit' }),
    );
    const session = new STSClient({
      endpoint: aws.url,
      region,
      credentials: { accessKeyId: Credentials?.AccessKeyId ?? '', secretAccessKey: 'x' },
    });
    await expect(session.send(new GetCallerIdentityCommand({}))).rejects.toMatchObject({
      name: 'InvalidClientTokenId',
    });
  });
});

describe('requests', () => {
  test('an operation that is not served is answered as AWS answers one that it does not have', async () => {
    await expect(clients().workspaces.send(new DescribeTagsCommand({ ResourceId: 'ws-1' }))).rejects.toMatchObject({
      name: 'UnknownOperationException',
    });
    await expect(clients().ec2.send(new DescribeInstancesCommand({}))).rejects.toMatchObject({ name: 'InvalidAction' });
  });

  test("are recorded with the input under the SDK's names", async () => {
    const from = aws.requests.length;
    const { ec2, workspaces } = clients();
    await ec2.send(
      new DescribeSubnetsCommand({
        Filters: [{ Name: 'vpc-id', Values: ['vpc-1', 'vpc-2'] }],
        MaxResults: 5,
        DryRun: false,
      }),
    );
    await workspaces.send(new DescribeWorkspacesCommand({ DirectoryId: 'd-1' }));
    expect(aws.requests.slice(from)).toStrictEqual([
      {
        accountId,
        region,
        service: 'ec2',
        operation: 'DescribeSubnets',
        action: 'ec2:DescribeSubnets',
        input: { Filters: [{ Name: 'vpc-id', Values: ['vpc-1', 'vpc-2'] }], MaxResults: 5, DryRun: false },
        outcome: 'ok',
      },
      {
        accountId,
        region,
        service: 'workspaces',
        operation: 'DescribeWorkspaces',
        action: 'workspaces:DescribeWorkspaces',
        input: { DirectoryId: 'd-1' },
        outcome: 'ok',
      },
    ]);
  });

  test('a parameter that the operation does not have is refused', async () => {
    const response = await fetch(aws.url, {
      method: 'POST',
      headers: {
        authorization: `AWS4-HMAC-SHA256 Credential=AKIADOUBLE${accountId}/20260101/${region}/ec2/aws4_request`,
      },
      body: new URLSearchParams({ Action: 'DescribeSubnets', Version: '2016-11-15', 'SubnetIds.1': 'subnet-a' }),
    });
    expect([response.status, await response.text()]).toStrictEqual([
      400,
      expect.stringContaining(
        '<Code>UnknownParameter</Code><Message>The parameter SubnetIds.1 is not recognized</Message>',
      ),
    ]);
  });
});
