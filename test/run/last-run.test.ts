import { afterEach, beforeEach, expect, test } from 'vitest';
import { readLastRun } from '../../lib/run/last-run.ts';
import { directory } from '../cli/estate.ts';
import { Runs } from './chat/memory/runs.ts';
import { timeOf } from './nights.ts';

const [own, other] = ['111122223333', '444455556666'];
const world = Object.fromEntries(
  [own, other].flatMap((id) => ['us-east-1', 'us-west-2'].map((region) => [`${id} ${region}`, { resources: [] }])),
);
const { [`${other} us-west-2`]: _, ...withoutOne } = world;

let runs: Runs;
beforeEach(async () => {
  runs = new Runs();
  await runs.start();
});
afterEach(() => runs.stop());

const last = () => readLastRun(runs.there);
const record = (run: string, night: number, lost: object[] = []) => ({
  ...{ formatVersion: 1, run, startedAt: timeOf(night), targets: 4, lost },
  finishedAt: new Date(Date.parse(timeOf(night)) + 3_600_000).toISOString(),
});

test('a run over everything is the last one, with what it lost', async () => {
  expect(await last()).toBeUndefined();
  await runs.run('night-1', 1, withoutOne);
  const message = 'reading it failed: The role cannot be assumed.';
  expect(await last()).toEqual(record('night-1', 1, [{ accountId: other, region: 'us-west-2', message }]));
  await runs.run('night-2', 2, world);
  expect(await last()).toEqual(record('night-2', 2));
});

test('a run of a part is not', async () => {
  await runs.run('night-1', 1, world);
  await runs.run('asked-1', 2, world, { accounts: [own] });
  await runs.run(
    'asked-2',
    3,
    { [`${own} us-east-1`]: { resources: [directory('d-9067000001')] } },
    {
      directories: ['d-9067000001'],
    },
  );
  expect(await last()).toEqual(record('night-1', 1));
});

test('an older run that ends later does not replace a newer one', async () => {
  await runs.run('night-2', 2, world);
  await runs.run('night-1', 1, withoutOne);
  expect(await last()).toEqual(record('night-2', 2));
});

test('a run whose digest nobody got is remembered all the same', async () => {
  runs.refuseDigests();
  await expect(runs.run('night-1', 1, world)).rejects.toThrow('was not published');
  expect(await last()).toEqual(record('night-1', 1));
});
