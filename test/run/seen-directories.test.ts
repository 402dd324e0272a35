import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { enterDirectories, readSeenDirectories, type SeenDirectories } from '../../lib/run/seen-directories.ts';
import { readSnapshotBytes } from '../../lib/snapshot/index.ts';
import { StoreError } from '../../lib/store/index.ts';
import { directory, type MadeUp, snapshotText } from '../cli/estate.ts';
import { Nights, place, timeOf } from './nights.ts';

const operation = 'workspaces:DescribeWorkspaceDirectories';
const denied = { [operation]: { status: 'denied', errorCode: 'AccessDeniedException', message: 'not allowed' } };
const partial = { [operation]: { status: 'partial', errorCode: 'ThrottlingException', message: 'slow down' } };

const snapshotOf = (night: number, made: MadeUp) =>
  readSnapshotBytes('made.ndjson', Buffer.from(snapshotText({ ...made, capturedAt: timeOf(night) })));

/** What is known after some nights, entered in this order. */
async function entered(...nights: readonly (readonly [night: number, made: MadeUp])[]): Promise<SeenDirectories> {
  let known: SeenDirectories | undefined;
  for (const [night, made] of nights) known = enterDirectories(known, await snapshotOf(night, made));
  if (known === undefined) throw new Error('no night');
  return known;
}

const of = (...ids: string[]): MadeUp => ({ resources: ids.map((id) => directory(id)) });
const only = (scope: readonly string[], ...ids: string[]): MadeUp => ({ ...of(...ids), scope: { directories: scope } });
const seen = (known: SeenDirectories) => known.directories.map(({ id, seenAt }) => `${id} ${seenAt}`);
const at = (id: string, night: number) => `${id} ${timeOf(night)}`;

test('what AWS says of a directory is kept: its names and its state', async () => {
  const known = await entered([
    1,
    {
      resources: [
        directory('wsd-2', { DirectoryName: '', WorkspaceDirectoryName: 'pool', State: 'REGISTERING' }),
        directory('d-1', { DirectoryName: 'corp.example.com', Alias: 'd-1', WorkspaceDirectoryName: 'other' }),
        ['WorkspaceDirectory', { DirectoryId: 'd-3' }],
      ],
    },
  ]);
  expect(known).toEqual({
    ...{ formatVersion: 1, ...place, capturedAt: timeOf(1), wholeAt: timeOf(1) },
    directories: [
      { id: 'd-1', name: 'corp.example.com', alias: 'd-1', state: 'REGISTERED', seenAt: timeOf(1) },
      { id: 'd-3', seenAt: timeOf(1) },
      { id: 'wsd-2', name: 'pool', state: 'REGISTERING', seenAt: timeOf(1) },
    ],
  });
});

describe('a directory', () => {
  test('that is deregistered leaves with the next night', async () => {
    expect(seen(await entered([1, of('d-1', 'd-2')], [2, of('d-2', 'd-3')]))).toEqual([at('d-2', 2), at('d-3', 2)]);
  });

  test.each([
    ['denied', denied],
    ['partly read', partial],
    ['not read', { [operation]: null }],
  ])('stays when the list of directories is %s', async (_, coverage) => {
    const known = await entered([1, of('d-1', 'd-2')], [2, { ...of(), coverage }]);
    expect([seen(known), known.capturedAt, known.wholeAt]).toEqual([
      [at('d-1', 1), at('d-2', 1)],
      timeOf(2),
      timeOf(1),
    ]);
  });

  test('stays when a question was about others, and leaves when it was asked for and is not there', async () => {
    expect(seen(await entered([1, of('d-1', 'd-2')], [2, only(['d-1'], 'd-1')]))).toEqual([at('d-1', 2), at('d-2', 1)]);
    expect(seen(await entered([1, of('d-1', 'd-2')], [2, only(['d-1'])]))).toEqual([at('d-2', 1)]);
    const unread = { ...only(['d-1']), coverage: denied };
    expect(seen(await entered([1, of('d-1', 'd-2')], [2, unread]))).toEqual([at('d-1', 1), at('d-2', 1)]);
  });
});

describe('an older snapshot', () => {
  test('of the whole Region changes nothing after a newer one', async () => {
    const newer = await entered([2, of('d-1')]);
    expect(enterDirectories(newer, await snapshotOf(1, of('d-1', 'd-2')))).toBe(newer);
    expect(enterDirectories(newer, await snapshotOf(1, only(['d-2'], 'd-2')))).toBe(newer);
  });

  test('of the whole Region tells all but what a newer question saw', async () => {
    const known = await entered([2, only(['d-1'], 'd-1')], [1, of('d-1', 'd-2')]);
    expect([seen(known), known.capturedAt, known.wholeAt]).toEqual([
      [at('d-1', 2), at('d-2', 1)],
      timeOf(2),
      timeOf(1),
    ]);
    expect(seen(await entered([1, of('d-1')], [3, only(['d-2'], 'd-2')], [2, of('d-3')]))).toEqual([
      at('d-2', 3),
      at('d-3', 2),
    ]);
  });

  test('of the same directories does not replace what is newer', async () => {
    const state = async (...nights: number[]) => {
      const made = (night: number): MadeUp => ({
        ...only(['d-1']),
        resources: [directory('d-1', { State: `S${night}` })],
      });
      return (await entered(...nights.map((night) => [night, made(night)] as const))).directories[0]?.state;
    };
    expect([await state(1, 2), await state(2, 1)]).toEqual(['S2', 'S2']);
  });
});

test('the same snapshot again changes nothing', async () => {
  const known = await entered([1, of('d-1')], [2, only(['d-2'], 'd-2')]);
  expect(enterDirectories(known, await snapshotOf(2, only(['d-2'], 'd-2')))).toBe(known);
  expect(enterDirectories(known, await snapshotOf(1, of('d-1')))).toBe(known);
});

test('nights end the same in whatever order they come, when all was read', async () => {
  const ids = ['d-1', 'd-2', 'd-3'];
  const night = fc.record({ there: fc.subarray(ids), isWhole: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.array(night, { minLength: 1, maxLength: 4 }), async (made) => {
      const nights = made.map(
        ({ there, isWhole }, index) => [index + 1, isWhole ? of(...there) : only(there, ...there)] as const,
      );
      const forth = await entered(...nights);
      const back = await entered(...nights.toReversed());
      expect([seen(back), back.wholeAt]).toEqual([seen(forth), forth.wholeAt]);
    }),
    { numRuns: 60 },
  );
});

describe('in the bucket', () => {
  let nights: Nights;
  beforeEach(async () => {
    nights = new Nights();
    await nights.start();
  });
  afterEach(() => nights.stop());
  const key = `directories/${place.accountId}/${place.region}.json`;

  test('a night leaves them, and a night that comes late does not undo it', async () => {
    const late = await nights.collect(1, of('d-1'));
    await nights.evaluate(await nights.collect(2, of('d-2')), 2);
    const [left] = await readSeenDirectories(nights.there);
    expect(left).toEqual({
      ...{ formatVersion: 1, ...place, capturedAt: timeOf(2), wholeAt: timeOf(2) },
      directories: [{ id: 'd-2', state: 'REGISTERED', seenAt: timeOf(2) }],
    });
    await nights.evaluate(late, 1);
    expect(await readSeenDirectories(nights.there)).toEqual([left]);
  });

  test('a damaged document is named', async () => {
    nights.s3.put(key, '{"formatVersion":2}');
    const error = await readSeenDirectories(nights.there).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(StoreError);
    expect(error).toMatchObject({ code: 'damaged', key });
  });

  test('only documents of places that are wanted are read', async () => {
    await nights.evaluate(await nights.collect(1, of('d-1')), 1);
    await nights.evaluate(await nights.collect(1, { ...of('d-9'), region: 'us-west-2' }), 1);
    nights.s3.put('directories/README.json', '{}');
    nights.s3.requests.length = 0;
    const read = await readSeenDirectories(nights.there, ({ region }) => region === 'us-west-2');
    expect(read.map(({ region }) => region)).toEqual(['us-west-2']);
    expect(nights.s3.requests.filter((request) => request.includes('directories/'))).toEqual([
      `GET directories/${place.accountId}/us-west-2.json`,
    ]);
  });
});
