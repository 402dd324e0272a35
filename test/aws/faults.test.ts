import { DescribeDirectoriesCommand } from '@aws-sdk/client-directory-service';
import { DescribeSubnetsCommand } from '@aws-sdk/client-ec2';
import { AssumeRoleCommand, GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { DescribeWorkspacesCommand } from '@aws-sdk/client-workspaces';
import { afterEach, describe, expect, test } from 'vitest';
import { type Clients, clientsOf } from './clients.ts';
import { type AwsDouble, type EstateSnapshot, type Fault, startAwsDouble } from './index.ts';

const accountId = '111122223333';
const region = 'us-east-1';
const caller = `arn:aws:iam::${accountId}:user/auditor`;

const snapshot: EstateSnapshot = {
  header: { accountId, region, partition: 'aws' },
  resources: [
    { type: 'Workspace', resource: { WorkspaceId: 'ws-1' } },
    { type: 'Workspace', resource: { WorkspaceId: 'ws-2' } },
    { type: 'Workspace', resource: { WorkspaceId: 'ws-3' } },
    { type: 'DirectoryDescription', resource: { DirectoryId: 'd-1' } },
    { type: 'Subnet', resource: { SubnetId: 'subnet-1' } },
  ],
};

const running: AwsDouble[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((aws) => aws.stop()));
});

async function start(faults: readonly Fault[], pageSize?: number): Promise<AwsDouble> {
  const aws = await startAwsDouble({
    snapshots: [snapshot, { header: { ...snapshot.header, accountId: '444455556666' }, resources: [] }],
    faults,
    ...(pageSize === undefined ? {} : { pageSize }),
  });
  running.push(aws);
  return aws;
}

/** The one call of each service that faults are tried on. */
const calls: Readonly<Record<string, (clients: Clients) => Promise<unknown>>> = {
  'workspaces:DescribeWorkspaces': ({ workspaces }) => workspaces.send(new DescribeWorkspacesCommand({})),
  'ds:DescribeDirectories': ({ ds }) => ds.send(new DescribeDirectoriesCommand({})),
  'ec2:DescribeSubnets': ({ ec2 }) => ec2.send(new DescribeSubnetsCommand({})),
  'sts:GetCallerIdentity': ({ sts }) => sts.send(new GetCallerIdentityCommand({})),
};

interface Seen {
  readonly name: string;
  readonly message: string;
  readonly status: unknown;
  readonly attempts: unknown;
}

/** How the SDK tells of a call that it gave up. */
async function failureOf(call: Promise<unknown>): Promise<Seen> {
  const error: unknown = await call.then(
    () => new Error('the call succeeded'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof Error)) throw new Error('not an Error');
  const metadata: unknown = '$metadata' in error ? error.$metadata : undefined;
  const member = (name: string) => new Map<string, unknown>(Object.entries(Object(metadata))).get(name);
  return {
    name: error.name,
    message: error.message,
    status: member('httpStatusCode'),
    attempts: member('attempts'),
  };
}

const tryOn = (aws: AwsDouble, action: string, maxAttempts: number) =>
  calls[action]?.(clientsOf(aws.url, accountId, region, maxAttempts)) ?? Promise.reject(new Error(action));

const outcomes = (aws: AwsDouble) => aws.requests.map(({ action, outcome }) => `${action} ${outcome}`);

describe('deny', () => {
  test.each([
    ['workspaces:DescribeWorkspaces', 'AccessDeniedException', 400, ''],
    ['ds:DescribeDirectories', 'AccessDeniedException', 400, ''],
    ['ec2:DescribeSubnets', 'UnauthorizedOperation', 403, 'You are not authorized to perform this operation. '],
    ['sts:GetCallerIdentity', 'AccessDenied', 403, ''],
  ])('%s: the SDK sees %s with status %i and does not try again', async (action, name, status, preamble) => {
    const aws = await start([{ kind: 'deny', action }]);
    expect(await failureOf(tryOn(aws, action, 3))).toStrictEqual({
      name,
      message: `${preamble}User: ${caller} is not authorized to perform: ${action} on resource: * because no identity-based policy allows the ${action} action`,
      status,
      attempts: 1,
    });
    expect(outcomes(aws)).toStrictEqual([`${action} ${name}`]);
  });
});

describe('throttle', () => {
  const codes = [
    ['workspaces:DescribeWorkspaces', 'ThrottlingException', 400, 'Rate exceeded'],
    ['ds:DescribeDirectories', 'ThrottlingException', 400, 'Rate exceeded'],
    ['ec2:DescribeSubnets', 'RequestLimitExceeded', 503, 'Request limit exceeded.'],
    ['sts:GetCallerIdentity', 'Throttling', 400, 'Rate exceeded'],
  ] as const;

  test.each(codes)(
    '%s: for ever, the SDK tries as often as it may and sees %s',
    async (action, name, status, message) => {
      const aws = await start([{ kind: 'throttle', action }]);
      expect(await failureOf(tryOn(aws, action, 2))).toStrictEqual({ name, message, status, attempts: 2 });
      expect(outcomes(aws)).toStrictEqual([`${action} ${name}`, `${action} ${name}`]);
    },
  );

  test.each(codes)('%s: twice, the SDK gets through at its third attempt', async (action, name) => {
    const aws = await start([{ kind: 'throttle', action, times: 2 }]);
    expect(await tryOn(aws, action, 4)).toMatchObject({ $metadata: { httpStatusCode: 200, attempts: 3 } });
    expect(outcomes(aws)).toStrictEqual([`${action} ${name}`, `${action} ${name}`, `${action} ok`]);
  });
});

describe('fail', () => {
  test.each([
    ['workspaces:DescribeWorkspaces', 'InternalFailure'],
    ['ds:DescribeDirectories', 'ServiceException'],
    ['ec2:DescribeSubnets', 'InternalError'],
    ['sts:GetCallerIdentity', 'InternalFailure'],
  ])('%s: the SDK sees %s with status 500, after trying again', async (action, name) => {
    const aws = await start([{ kind: 'fail', action }]);
    expect(await failureOf(tryOn(aws, action, 2))).toStrictEqual({
      name,
      message: 'An internal error has occurred',
      status: 500,
      attempts: 2,
    });
    expect(outcomes(aws)).toStrictEqual([`${action} ${name}`, `${action} ${name}`]);
  });
});

describe('truncate', () => {
  test.each(Object.keys(calls))(
    '%s: the SDK sees the connection break, and gets through when it heals',
    async (action) => {
      const broken = await start([{ kind: 'truncate', action }]);
      const failure = await failureOf(tryOn(broken, action, 1));
      expect({ ...failure, message: failure.message.split('\n')[0] }).toStrictEqual({
        name: 'Error',
        message: 'aborted',
        status: 200,
        attempts: 1,
      });
      const healing = await start([{ kind: 'truncate', action, times: 1 }]);
      expect(await tryOn(healing, action, 3)).toMatchObject({ $metadata: { attempts: 2 } });
      expect(outcomes(healing)).toStrictEqual([`${action} ok`, `${action} ok`]);
    },
  );
});

describe('slow', () => {
  test('the answer is whole and comes no sooner', async () => {
    const aws = await start([{ kind: 'slow', action: 'ec2:DescribeSubnets', milliseconds: 300 }]);
    const before = performance.now();
    const { Subnets } = await clientsOf(aws.url, accountId, region).ec2.send(new DescribeSubnetsCommand({}));
    expect(Subnets).toStrictEqual([{ SubnetId: 'subnet-1' }]);
    expect(performance.now() - before).toBeGreaterThanOrEqual(299);
  });
});

describe('pages', () => {
  /** Follows the tokens for at most `most` pages: items and token of each. */
  async function pagesOf(aws: AwsDouble, most: number) {
    const { workspaces } = clientsOf(aws.url, accountId, region);
    const pages: { ids: (string | undefined)[]; token: string | undefined }[] = [];
    let NextToken: string | undefined;
    do {
      const page = await workspaces.send(new DescribeWorkspacesCommand({ NextToken }));
      NextToken = page.NextToken;
      pages.push({ ids: (page.Workspaces ?? []).map(({ WorkspaceId }) => WorkspaceId), token: NextToken });
    } while (NextToken !== undefined && pages.length < most);
    return pages;
  }

  test('repeatToken: every page names the token that led to it', async () => {
    const aws = await start([{ kind: 'repeatToken', action: 'workspaces:DescribeWorkspaces' }], 2);
    const pages = await pagesOf(aws, 4);
    const token = pages[0]?.token;
    expect(token).toBeTypeOf('string');
    expect(pages).toStrictEqual([
      { ids: ['ws-1', 'ws-2'], token },
      { ids: ['ws-3'], token },
      { ids: ['ws-3'], token },
      { ids: ['ws-3'], token },
    ]);
  });

  test('duplicate: a page begins with the last item of the one before', async () => {
    const aws = await start([{ kind: 'duplicate', action: 'workspaces:DescribeWorkspaces' }], 1);
    const pages = await pagesOf(aws, 9);
    expect(pages.map(({ ids }) => ids)).toStrictEqual([['ws-1'], ['ws-1', 'ws-2'], ['ws-2', 'ws-3']]);
  });
});

describe('a fault strikes', () => {
  test('only the account, Region, action and requests that it names', async () => {
    const aws = await start([
      { kind: 'deny', action: 'ec2:*', accountId, region },
      { kind: 'fail', action: '*', accountId: '444455556666', region: 'us-west-2', from: 2, times: 1 },
    ]);
    const places = [
      [accountId, region],
      [accountId, 'us-west-2'],
      ['444455556666', region],
      ['444455556666', 'us-west-2'],
      ['444455556666', 'us-west-2'],
      ['444455556666', 'us-west-2'],
    ] as const;
    for (const [account, place] of places) {
      await clientsOf(aws.url, account, place)
        .ec2.send(new DescribeSubnetsCommand({}))
        .catch(() => {});
    }
    await clientsOf(aws.url, accountId, region).ds.send(new DescribeDirectoriesCommand({}));
    expect(aws.requests.map((each) => `${each.accountId} ${each.region} ${each.action} ${each.outcome}`)).toStrictEqual(
      [
        '111122223333 us-east-1 ec2:DescribeSubnets UnauthorizedOperation',
        '111122223333 us-west-2 ec2:DescribeSubnets ok',
        '444455556666 us-east-1 ec2:DescribeSubnets ok',
        '444455556666 us-west-2 ec2:DescribeSubnets ok',
        '444455556666 us-west-2 ec2:DescribeSubnets InternalError',
        '444455556666 us-west-2 ec2:DescribeSubnets ok',
        '111122223333 us-east-1 ds:DescribeDirectories ok',
      ],
    );
  });

  test('only the inputs that it looks for: one role is denied, another is not', async () => {
    const denied = 'arn:aws:iam::444455556666:role/Denied';
    const aws = await start([{ kind: 'deny', action: 'sts:AssumeRole', when: ({ RoleArn }) => RoleArn === denied }]);
    const { sts } = clientsOf(aws.url, accountId, region);
    const assume = (RoleArn: string) => sts.send(new AssumeRoleCommand({ RoleArn, RoleSessionName: 'audit' }));
    expect(await failureOf(assume(denied))).toStrictEqual({
      name: 'AccessDenied',
      message: `User: ${caller} is not authorized to perform: sts:AssumeRole on resource: ${denied} because no identity-based policy allows the sts:AssumeRole action`,
      status: 403,
      attempts: 1,
    });
    expect(await assume('arn:aws:iam::444455556666:role/Auditor')).toMatchObject({
      AssumedRoleUser: { Arn: 'arn:aws:sts::444455556666:assumed-role/Auditor/audit' },
    });
  });
});
