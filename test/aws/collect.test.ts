import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { collectSnapshot, fleetActions } from '../../lib/collect/index.ts';
import {
  isOptional,
  type NetworkInterface,
  operationOf,
  readSnapshot,
  type Snapshot,
} from '../../lib/snapshot/index.ts';
import { emptyResources, isResourceType } from '../../lib/snapshot/resource-types.ts';
import { withCertificate } from './certificate.ts';
import { clientsOf } from './clients.ts';
import { type EstateSnapshot, type Fault, loadEstateSnapshot, type RecordedRequest, startAwsDouble } from './index.ts';

const estates = ['estate', 'clean'];

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'wsaudit-test-'));
});
afterAll(() => rm(directory, { recursive: true }));

/** Runs the collectors, with unmodified SDK clients, over one account's Region as the double plays it. */
async function collect(
  estate: EstateSnapshot,
  { faults = [], pageSize, maxAttempts = 1 }: { faults?: readonly Fault[]; pageSize?: number; maxAttempts?: number },
): Promise<{ readonly snapshot: Snapshot; readonly requests: readonly RecordedRequest[] }> {
  const { accountId, region, partition } = estate.header;
  const aws = await startAwsDouble({ snapshots: [estate], faults, ...(pageSize === undefined ? {} : { pageSize }) });
  const { ds, ...others } = clientsOf(aws.url, accountId, region, maxAttempts);
  const file = join(directory, `${accountId}-${region}.ndjson`);
  try {
    const clients = { ...others, directoryService: ds };
    const clock = () => new Date('2026-11-22T03:00:00Z');
    await collectSnapshot({ file, accountId, region, partition, clients, clock });
  } finally {
    await aws.stop();
  }
  return { snapshot: await readSnapshot(file), requests: aws.requests };
}

/** Resources of the fleet by type and id: calls finish in any order, and so do the lines that they write. */
function resourcesOf({ resources }: Snapshot): Record<string, unknown> {
  const known = emptyResources();
  return Object.fromEntries(
    Object.keys(resources)
      .filter(isResourceType)
      .filter((type) => !isOptional(operationOf(type)))
      .flatMap((type) =>
        resources[type].items.map((resource) => {
          const taken = known[type].take(resource);
          return [`${type} ${'id' in taken ? taken.id : ''}`, resource];
        }),
      ),
  );
}

/**
 * The example estate also describes interfaces that no scan asks for: those outside the subnets of directories and
 * WorkSpaces, whose public address no IP group names.
 */
function isAskedFor({ SubnetId, Association }: NetworkInterface, { resources }: Snapshot): boolean {
  const subnetIds = [
    ...resources.WorkspaceDirectory.items.flatMap(({ SubnetIds }) => SubnetIds ?? []),
    ...resources.DirectoryDescription.items.flatMap((each) => each.VpcSettings?.SubnetIds ?? []),
    ...resources.DirectoryDescription.items.flatMap((each) => each.ConnectSettings?.SubnetIds ?? []),
    ...resources.Workspace.items.flatMap((each) => each.SubnetId ?? []),
  ];
  const rules = resources.WorkspacesIpGroup.items.flatMap(({ userRules }) => userRules ?? []);
  const named = rules.map(({ ipRule }) => ipRule?.replace(/\/32$/, '') ?? '');
  const publicIp = Association?.PublicIp ?? '';
  const hasRange = named.some((rule) => rule.includes('/'));
  return subnetIds.includes(SubnetId ?? '') || (publicIp !== '' && (hasRange || named.includes(publicIp)));
}

/** Keys of what an example describes although no scan asks for it. */
function unaskedIn(original: Snapshot): string[] {
  const { InternetGateway, NetworkInterface, WorkspaceDirectory, WorkspacesPool } = original.resources;
  const gateways = InternetGateway.items.map(({ InternetGatewayId }) => `InternetGateway ${InternetGatewayId}`);
  const pools = WorkspacesPool.items.map(({ PoolId }) => `WorkspacesPool ${PoolId}`);
  const interfaces = NetworkInterface.items
    .filter((each) => !isAskedFor(each, original))
    .map(({ NetworkInterfaceId }) => `NetworkInterface ${NetworkInterfaceId}`);
  // What clients of these directories do is not asked: WorkSpaces manages them, they are of Pools, or on their way out.
  const clients = WorkspaceDirectory.items
    .filter(({ DirectoryId, WorkspaceType, State }) => {
      return DirectoryId.startsWith('wsd-') || WorkspaceType === 'POOLS' || State?.startsWith('DEREGISTER');
    })
    .map(({ DirectoryId }) => `ClientProperties ${DirectoryId}`);
  return [...gateways, ...pools, ...interfaces, ...clients];
}

async function exampleFiles(): Promise<string[]> {
  const lists = await Promise.all(
    estates.map(async (name) => (await readdir(join('examples', name))).map((file) => join('examples', name, file))),
  );
  return lists.flat().sort();
}

/** Every account has this, whether or not a snapshot says so. */
const account = { 'WorkspacesAccount account': { DedicatedTenancySupport: 'DISABLED' } };

describe('the collectors bring back the example estate', async () => {
  test.each(await exampleFiles())('%s, through pages of 5', async (file) => {
    const { snapshot } = await collect(await loadEstateSnapshot(file), { pageSize: 5 });
    const original = await readSnapshot(file);
    const unasked = unaskedIn(original);
    const expected = Object.entries(resourcesOf(original)).filter(([key]) => !unasked.includes(key));
    expect(resourcesOf(snapshot)).toStrictEqual({ ...account, ...Object.fromEntries(expected) });
    expect([...snapshot.coverage.values()].map(({ status }) => status)).toStrictEqual(
      fleetActions.map(() => 'complete'),
    );
  });
});

describe('actions', () => {
  test('the collectors call those that they export, and no other', async () => {
    const estate = await loadEstateSnapshot('examples/estate/111122223333-us-east-1.ndjson');
    const { requests } = await collect(withCertificate(estate), {});
    expect([...new Set(requests.map(({ action }) => action))].sort()).toStrictEqual(fleetActions);
  });
});

describe('what goes wrong on the way is in the coverage, and nothing else is lost', () => {
  const example = 'examples/estate/111122223333-us-east-1.ndjson';

  /** The operations that were not completely read. */
  async function gapsWith(faults: readonly Fault[], options: { pageSize?: number; maxAttempts?: number } = {}) {
    const { snapshot } = await collect(await loadEstateSnapshot(example), { faults, ...options });
    return [...snapshot.coverage.values()].filter(({ status }) => status !== 'complete');
  }

  test('a denial', async () => {
    expect(await gapsWith([{ kind: 'deny', action: 'ec2:DescribeAddresses' }])).toStrictEqual([
      {
        operation: 'ec2:DescribeAddresses',
        status: 'denied',
        count: 0,
        errorCode: 'UnauthorizedOperation',
        message:
          'You are not authorized to perform this operation. User: arn:aws:iam::111122223333:user/auditor is not authorized to perform: ec2:DescribeAddresses on resource: * because no identity-based policy allows the ec2:DescribeAddresses action',
      },
    ]);
  });

  test('a failure that does not go away', async () => {
    expect(await gapsWith([{ kind: 'fail', action: 'ec2:DescribeNatGateways' }])).toStrictEqual([
      {
        operation: 'ec2:DescribeNatGateways',
        status: 'failed',
        count: 0,
        errorCode: 'InternalError',
        message: 'An internal error has occurred',
      },
    ]);
  });

  test('a token that repeats: what came before is kept', async () => {
    const repeat: Fault = { kind: 'repeatToken', action: 'ec2:DescribeNatGateways' };
    const { resources } = await readSnapshot(example);
    expect(await gapsWith([repeat])).toStrictEqual([
      {
        operation: 'ec2:DescribeNatGateways',
        status: 'partial',
        count: resources.NatGateway.items.length,
        errorCode: 'RepeatedNextToken',
        message: 'ec2:DescribeNatGateways returned a NextToken for the second time; the pages after it were not read',
      },
    ]);
  });

  test('throttling, a broken connection, a slow answer and doubled items heal', async () => {
    const faults: Fault[] = [
      { kind: 'throttle', action: 'workspaces:*', times: 2 },
      { kind: 'throttle', action: 'ec2:*', times: 2 },
      { kind: 'truncate', action: 'ds:DescribeDirectories', times: 1 },
      { kind: 'slow', action: 'ec2:DescribeSubnets', milliseconds: 200 },
      { kind: 'duplicate', action: 'workspaces:DescribeWorkspaces' },
    ];
    const estate = await loadEstateSnapshot(example);
    const { snapshot } = await collect(estate, { faults, pageSize: 20, maxAttempts: 4 });
    const untroubled = await collect(estate, {});
    expect([...snapshot.coverage.values()]).toStrictEqual([...untroubled.snapshot.coverage.values()]);
    expect(resourcesOf(snapshot)).toStrictEqual(resourcesOf(untroubled.snapshot));
  });
});
