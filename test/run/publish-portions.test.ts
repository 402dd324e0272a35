import { afterEach, beforeEach, expect, test } from 'vitest';
import type { LedgerFinding, Publication } from '../../lib/findings/index.ts';
import { sendPortions, timeToSend } from '../../lib/run/publish-portions.ts';
import { remembered } from '../findings/ledger-run.ts';
import { Hub, hubClient } from './nights.ts';

const hub = new Hub();
beforeEach(() => hub.start());
afterEach(() => hub.stop());

const size = 150;
const ids = Array.from({ length: 2 * size + 1 }, (_, n) => `id-${n}`);
const found: LedgerFinding = remembered();
const due = ids.map((id) => ({ remembered: { ...found, id }, hash: `hash of ${id}` }));
const telling = { partition: 'aws', generator: 'test/1', sourceUrlOf: () => undefined };
const updatedAt = '2027-02-01T05:00:00.000Z';

/** @param secondsOf how long each mark takes */
async function send(secondsOf: number, error?: Error) {
  let now = 0;
  const marks: (readonly [number, unknown])[] = [];
  hub.error = error;
  const sleep = async (milliseconds: number) => {
    now += milliseconds;
  };
  const mark = async (taken: ReadonlyMap<string, Publication>) => {
    marks.push([taken.size, [...taken][0]]);
    now += secondsOf * 1000;
  };
  const parts = { client: hubClient(), timing: { clock: () => now, sleep }, telling, updatedAt, mark };
  const outcome = await sendPortions(due, parts, size);
  return { marks, outcome };
}

test('findings are sent and marked in portions, so that tens of thousands fit into memory', async () => {
  const { marks, outcome } = await send(1);
  expect(outcome).toEqual({ accepted: ids, failed: [], unsent: [], unavailable: null });
  expect(marks).toEqual(
    [0, size, 2 * size].map((from) => [
      Math.min(size, ids.length - from),
      [`id-${from}`, { hash: `hash of id-${from}`, at: updatedAt, state: 'open' }],
    ]),
  );
});

test('what there is no time for is unsent, rather than lost with the function', async () => {
  const { marks, outcome } = await send(timeToSend / 1000);
  expect([marks.length, outcome.accepted.length, outcome.unsent]).toEqual([1, size, ids.slice(size)]);
});

test('a Security Hub that is not available is asked once, and nothing is marked', async () => {
  const { marks, outcome } = await send(1, Object.assign(new Error('No.'), { name: 'InvalidAccessException' }));
  const unavailable = { why: 'not-enabled', code: 'InvalidAccessException', message: 'No.' };
  expect([marks, outcome, hub.calls.at(-1)?.length]).toEqual([
    [],
    { accepted: [], failed: [], unsent: ids, unavailable },
    100,
  ]);
});
