import { expect, it } from 'vitest';
import { isFresh } from '../../../lib/chat/teams/freshness.ts';

const sent = { timestamp: '2026-11-02T21:10:07.437Z' };
const at = Date.parse('2026-11-02T21:10:07.437Z');

it('takes a message as new within five minutes before and after', () => {
  expect([-300_000, -1, 0, 1, 300_000].map((late) => isFresh(sent, at + late))).toEqual([true, true, true, true, true]);
});

it('takes it as stale a millisecond beyond that, however clocks differ', () => {
  expect([-300_001, 300_001, 86_400_000].map((late) => isFresh(sent, at + late))).toEqual([false, false, false]);
});

it('reads offsets and finer fractions', () => {
  const times = ['2026-11-02T14:10:07.437-07:00', '2026-11-02T21:10:07.4371234Z', '2026-11-02T21:10:07Z'];
  expect(times.map((timestamp) => isFresh({ timestamp }, at))).toEqual([true, true, true]);
});

it('takes a time that cannot be read, and a clock that tells none, as stale', () => {
  expect([isFresh({ timestamp: 'yesterday' }, at), isFresh(sent, Number.NaN)]).toEqual([false, false]);
});
