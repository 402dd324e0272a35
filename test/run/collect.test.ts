import * as fc from 'fast-check';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { isOptional, readSnapshotBytes } from '../../lib/snapshot/index.ts';
import type { Fault } from '../aws/index.ts';
import { faults } from './collect-estate.ts';
import { type Invocation, input, packsOf, World } from './collect-world.ts';

const place = '111122223333-us-east-1';
const beginning = `checkpoints/night-1/${place}/beginning.json`;
const snapshotKey = 'snapshots/111122223333/us-east-1/2026-11-22T03:00:00.000Z.ndjson.gz';
const done = { ...input, done: true, snapshot: snapshotKey };
const notDone = { ...input, done: false };

/** The whole collection in one invocation: what every other way must come to. */
let whole: { readonly snapshot: Buffer; readonly asked: readonly string[] };
beforeAll(async () => {
  const world = await World.start(faults);
  await world.invoke();
  whole = { snapshot: world.snapshot(), asked: world.asked() };
  await world.stop();
});

let worlds: World[] = [];
afterEach(async () => {
  await Promise.all(worlds.map((world) => world.stop()));
  worlds = [];
});
async function start(faultsThere: readonly Fault[] = faults, maxAttempts?: number): Promise<World> {
  const world = await World.start(faultsThere, maxAttempts);
  worlds.push(world);
  return world;
}

/** Each of a list's items that stands there more often than in another list. */
function surplus(items: readonly string[], less: readonly string[]): string[] {
  const rest = [...less];
  return items.filter((item) => {
    const at = rest.indexOf(item);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
}

const everyPage = Array.from({ length: 65 }, (_, index) => index + 1);

describe('in one invocation', () => {
  test('a snapshot stands in the bucket afterwards, and of the way to it only when it began', async () => {
    const world = await start();
    expect(await world.invoke()).toEqual(done);
    expect(world.keys()).toEqual([beginning, snapshotKey]);
    const { header, coverage } = await readSnapshotBytes(snapshotKey, world.snapshot());
    expect(header).toMatchObject({
      accountId: '111122223333',
      region: 'us-east-1',
      capturedAt: '2026-11-22T03:00:00.000Z',
    });
    expect([...coverage.values()].filter(({ status }) => status !== 'complete')).toMatchObject([
      { operation: 'ec2:DescribeAddresses', status: 'denied', count: 0 },
      { operation: 'ec2:DescribeNatGateways', status: 'partial', count: 2, errorCode: 'InternalError' },
      { operation: 'ec2:DescribeNetworkAcls', status: 'partial', count: 3, errorCode: 'RepeatedNextToken' },
      { operation: 'ec2:GetManagedPrefixListEntries', status: 'partial', count: 2, resources: ['pl-2'] },
    ]);
  });

  test('the estate of these tests takes as many pages as they are run for', () => {
    expect(whole.asked).toHaveLength(everyPage.length);
  });

  test('only the directories of the target are read', async () => {
    const world = await start();
    const directories = ['d-90670000b'];
    await world.invoke({ input: { ...input, target: { ...input.target, directories } } });
    const { header, resources } = await readSnapshotBytes(snapshotKey, world.snapshot());
    expect(header.scope).toEqual({ directories });
    expect(resources.Workspace.items.map(({ WorkspaceId }) => WorkspaceId)).toEqual(['ws-2', 'ws-4', 'ws-6']);
  });

  test('a role that may not be assumed is an error', async () => {
    const world = await start();
    const accountId = '444455556666';
    const elsewhere = { ...input, target: { ...input.target, accountId } };
    await expect(world.invoke({ input: elsewhere, roleError: 'AccessDenied' })).rejects.toThrow('AccessDenied');
    expect(world.asked()).toEqual([]);
  });
});

describe('beyond the fleet', () => {
  const usesKeys = packsOf(({ id }) => id === 'fips-volume-key-usable');
  const keys = 'kms:DescribeKey';
  const optionalIn = async (world: World) => {
    const { coverage } = await readSnapshotBytes(snapshotKey, world.snapshot());
    return [...coverage.keys()].filter(isOptional);
  };

  test('only what rules in force read is asked', async () => {
    const world = await start();
    world.packs = usesKeys;
    await world.invoke();
    expect(await optionalIn(world)).toEqual([keys]);
    const other = await start();
    await other.invoke();
    expect(await optionalIn(other)).toEqual([]);
  });

  test('what was in force when it began is asked to the end', async () => {
    const world = await start();
    await world.invoke({ pages: 5 });
    world.packs = usesKeys;
    await world.invoke();
    expect(await optionalIn(world)).toEqual([]);
  });

  test('rules that cannot be loaded are an error, before anything is asked', async () => {
    const world = await start();
    world.packs = Promise.reject(new Error('no packs'));
    await expect(world.invoke()).rejects.toThrow('no packs');
    expect(world.asked()).toEqual([]);
    expect(world.keys()).toEqual([]);
  });
});

describe('when the time runs out', () => {
  test.each(everyPage)(
    'after every %i pages, the snapshot is the same and no page was asked for twice',
    async (pages) => {
      const world = await start();
      expect(await world.invokeUntilDone({ pages })).toBe(Math.ceil(everyPage.length / pages));
      expect(world.snapshot()).toEqual(whole.snapshot);
      expect(world.asked()).toEqual(whole.asked);
      expect(world.keys()).toEqual([beginning, snapshotKey]);
    },
  );

  test('nothing is under way any more, and what was answered is kept', async () => {
    const world = await start();
    expect(await world.invoke({ pages: 8 })).toEqual(notDone);
    const asked = world.asked();
    expect(asked).toHaveLength(8);
    expect(world.checkpointed()).toHaveLength(8);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(world.asked()).toEqual(asked);
  });

  test('without a single new page, it is an error, for it would go on so for ever', async () => {
    const world = await start();
    await world.invoke({ pages: 5 });
    await expect(world.invoke({ pages: 0 })).rejects.toMatchObject({
      name: 'CollectionStalled',
      message:
        'collecting 111122223333 us-east-1 came no page further: the time was up before AWS gave one; ' +
        'raise the timeout of the collect function, or see in its log what took so long',
    });
    expect(await world.invoke()).toEqual(done);
    expect(world.snapshot()).toEqual(whole.snapshot);
  });

  test('the time and the scope of the first invocation stay', async () => {
    const world = await start();
    await world.invoke({ pages: 5 });
    expect(await world.invoke({ now: '2026-11-22T04:30:00Z' })).toEqual(done);
    expect(world.snapshot()).toEqual(whole.snapshot);
  });

  test('a day later, the collection is begun again: nothing of it is true any more', async () => {
    const world = await start();
    await world.invoke({ pages: 5 });
    const snapshot = 'snapshots/111122223333/us-east-1/2026-11-23T03:00:00.000Z.ndjson.gz';
    expect(await world.invoke({ now: '2026-11-23T03:00:00Z' })).toEqual({ ...done, snapshot });
    expect(surplus(world.asked(), whole.asked)).toHaveLength(5);
  });
});

describe('when an invocation dies', () => {
  test.each(everyPage)(
    'at page %i, no page is lost, and only those in no checkpoint are asked for again',
    async (page) => {
      const world = await start();
      await expect(world.invoke({ diesAtPage: page, pagesPerCheckpoint: 3 })).rejects.toThrow('killed');
      const kept = world.checkpointed().length;
      const lost = world.asked().length - kept;
      expect(await world.invoke()).toEqual(done);
      expect(world.snapshot()).toEqual(whole.snapshot);
      expect(surplus(whole.asked, world.asked())).toEqual([]);
      expect(surplus(world.asked(), whole.asked)).toHaveLength(lost);
      // Two pages that do not fill a checkpoint yet, and those that were under way: four calls to each of three services.
      expect(lost).toBeLessThanOrEqual(2 + 12);
    },
  );

  test.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])(
    'after %i requests to S3, the last of which nobody heard of, too',
    async (diesAfterS3) => {
      const world = await start();
      await world.invoke({ pages: 20, pagesPerCheckpoint: 7 });
      await expect(world.invoke({ diesAfterS3 })).rejects.toThrow('killed');
      expect(await world.invoke()).toEqual(done);
      expect(world.snapshot()).toEqual(whole.snapshot);
      expect(world.keys()).toEqual([beginning, snapshotKey]);
    },
  );

  test('nobody collects again what stands already, nor takes on the role for it', async () => {
    const world = await start();
    await world.invoke();
    expect(await world.invoke({ now: '2026-11-22T03:10:00Z' })).toEqual(done);
    expect(world.asked()).toEqual(whole.asked);
    expect(world.rolesTaken).toBe(1);
  });
});

test('whatever happens on the way, the snapshot is the same', async () => {
  const mishap: fc.Arbitrary<Invocation> = fc.oneof(
    fc.record({ pages: fc.integer({ min: 1, max: 12 }), pagesPerCheckpoint: fc.integer({ min: 1, max: 9 }) }),
    fc.record({ diesAtPage: fc.integer({ min: 1, max: 12 }), pagesPerCheckpoint: fc.integer({ min: 1, max: 9 }) }),
    fc.record({ diesAfterS3: fc.integer({ min: 1, max: 9 }), pagesPerCheckpoint: fc.integer({ min: 1, max: 9 }) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(mishap, { maxLength: 5 }), async (mishaps) => {
      const world = await World.start(faults);
      try {
        for (const each of mishaps)
          await world.invoke(each).catch((error: unknown) => expect(String(error)).toContain('killed'));
        await world.invoke();
        expect(world.snapshot()).toEqual(whole.snapshot);
        expect(surplus(whole.asked, world.asked())).toEqual([]);
      } finally {
        await world.stop();
      }
    }),
    { numRuns: 25 },
  );
});

test('calls that AWS throttled are told of again, and not made again', async () => {
  const throttle: Fault = { kind: 'throttle', action: 'workspaces:DescribeWorkspaces', from: 2, times: 1 };
  const world = await start([...faults, throttle], 3);
  const told = new Map<string, number>();
  const onProgress: Invocation['onProgress'] = ({ operation, throttles }) => told.set(operation, throttles);
  await world.invokeUntilDone({ pages: 3, onProgress });
  expect(told.get('workspaces:DescribeWorkspaces')).toBe(1);
  expect(world.aws.requests.filter(({ operation }) => operation === 'DescribeWorkspaces')).toHaveLength(4 + 1);
  expect(world.snapshot()).toEqual(whole.snapshot);
});
