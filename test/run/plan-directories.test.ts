import { afterEach, beforeEach, expect, test } from 'vitest';
import { StoreError } from '../../lib/store/index.ts';
import { directory } from '../cli/estate.ts';
import { Runs } from './chat/memory/runs.ts';

const [own, other] = ['111122223333', '444455556666'];
const [one, two, replicated, unseen] = ['d-9067000001', 'd-9067000002', 'd-9067000003', 'd-9067000009'];

let runs: Runs;
beforeEach(async () => {
  runs = new Runs();
  await runs.start();
  await runs.run('night-1', 1, {
    [`${own} us-east-1`]: { resources: [directory(one), directory(replicated)] },
    [`${own} us-west-2`]: { resources: [directory(replicated)] },
    [`${other} us-east-1`]: { resources: [directory(two)] },
  });
});
afterEach(() => runs.stop());

/** The targets of a run as `account Region directories`. */
async function planned(request: object) {
  const { whole, targets } = await runs.plan('asked', 2, request);
  const found = (await runs.targets('asked')) ?? [];
  expect(targets.count).toBe(found.length);
  const lines = found.map(({ accountId, region, directories }) =>
    [accountId, region, ...(directories ?? ['*'])].join(' '),
  );
  return { whole, lines };
}

test('an audit of a directory goes where it is', async () => {
  expect(await planned({ directories: [two] })).toEqual({ whole: false, lines: [`${other} us-east-1 ${two}`] });
  const requests = await runs.asked(() =>
    planned({ accounts: [own], regions: ['us-west-2', 'us-east-1'], directories: [one] }),
  );
  expect(requests.filter((request) => request.includes('directories/'))).toEqual([
    `GET directories/${own}/us-east-1.json`,
    `GET directories/${own}/us-west-2.json`,
  ]);
});

test('each target keeps only what is there; what is in two Regions is audited in both', async () => {
  const { lines } = await planned({ directories: [two, replicated, one] });
  expect(lines).toEqual([
    `${own} us-east-1 ${replicated} ${one}`,
    `${own} us-west-2 ${replicated}`,
    `${other} us-east-1 ${two}`,
  ]);
});

test('a directory that no run has seen may be anywhere', async () => {
  expect((await planned({ directories: [unseen, two] })).lines).toEqual([
    `${own} us-east-1 ${unseen}`,
    `${own} us-west-2 ${unseen}`,
    `${other} us-east-1 ${unseen} ${two}`,
    `${other} us-west-2 ${unseen}`,
  ]);
  // One that is known elsewhere was not seen where the request looks.
  expect((await planned({ accounts: [own], directories: [two] })).lines).toEqual([
    `${own} us-east-1 ${two}`,
    `${own} us-west-2 ${two}`,
  ]);
});

test('a run that names no directories reads no index', async () => {
  const requests = await runs.asked(() => planned({ accounts: [own] }));
  expect(requests.filter((request) => request.startsWith('GET ')).sort()).toEqual([
    'GET runs/asked/targets.json',
    'GET runs/asked/targets.json',
  ]);
});

test('an index that cannot be read fails the plan, and nothing is planned', async () => {
  const key = `directories/${own}/us-east-1.json`;
  runs.s3.put(key, 'x');
  await expect(planned({ directories: [one] })).rejects.toEqual(
    new StoreError('damaged', key, 'the object is not JSON; restore an earlier version of it'),
  );
  expect(await runs.targets('asked')).toBeUndefined();
});
