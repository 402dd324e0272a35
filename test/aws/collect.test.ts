import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { collectActions, collectSnapshot } from '../../lib/collect/index.ts';
import { type NetworkInterface, readSnapshot, type Snapshot } from '../../lib/snapshot/index.ts';
import { emptyResources, isResourceType } from '../../lib/snapshot/resource-types.ts';
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

/** Resources by type and id: calls finish in any order, and so do the lines that they write. */
function resourcesOf({ resources }: Snapshot): Record<string, unknown> {
  const known = emptyResources();
  return Object.fromEntries(
    Object.keys(resources)
      .filter(isResourceType)
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

async function exampleFiles(): Promise<string[]> {
  const lists = await Promise.all(
    estates.map(async (name) => (await readdir(join('examples', name))).map((file) => join('examples', name, file))),
  );
  return lists.flat().sort();
}

describe('the collectors bring back the example estate', async () => {
  test.each(await exampleFiles())('%s, through pages of 5', async (file) => {
    const { snapshot } = await collect(await loadEstateSnapshot(file), { pageSize: 5 });
    const original = await readSnapshot(file);
    const unasked = original.resources.NetworkInterface.items
      .filter((each) => !isAskedFor(each, original))
      .map(({ NetworkInterfaceId }) => `NetworkInterface ${NetworkInterfaceId}`);
    const expected = Object.entries(resourcesOf(original)).filter(([key]) => !unasked.includes(key));
    expect(resourcesOf(snapshot)).toStrictEqual(Object.fromEntries(expected));
    expect([...snapshot.coverage.values()].map(({ status }) => status)).toStrictEqual(
      collectActions.map(() => 'complete'),
    );
  });
});

describe('actions', () => {
  test('the collectors call those that they export, and no other', async () => {
    const estate = await loadEstateSnapshot('examples/estate/111122223333-us-east-1.ndjson');
    const { requests } = await collect(estate, {});
    expect([...new Set(requests.map(({ action }) => action))].sort()).toStrictEqual(collectActions);
  });
});
