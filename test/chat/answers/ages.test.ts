import { expect, test } from 'vitest';
import { ago, daysLeft, elapsed, isStale, seen, utc } from '../../../lib/chat/ages.ts';
import { count } from '../../../lib/model/lines.ts';

const now = new Date('2027-02-02T17:00:00.000Z');

test.each([
  ['2027-02-02T17:00:00.000Z', 'less than a minute'],
  ['2027-02-02T17:30:00.000Z', 'less than a minute'],
  ['2027-02-02T16:59:00.000Z', '1 minute'],
  ['2027-02-02T16:58:00.001Z', '1 minute'],
  ['2027-02-02T16:00:00.001Z', '59 minutes'],
  ['2027-02-02T16:00:00.000Z', '1 hour'],
  ['2027-02-02T03:00:00+00:00', '14 hours'],
  ['2027-01-31T17:00:00.001Z', '47 hours'],
  ['2027-01-31T17:00:00.000Z', '2 days'],
  ['2026-02-02T17:00:00.000Z', '365 days'],
  ['once upon a time', 'an unknown time'],
])('since %s it is %s', (from, told) => {
  expect([elapsed(from, now), ago(from, now)]).toEqual([told, `${told} ago`]);
});

test('a time is told in UTC, whatever its zone', () => {
  expect([utc('2027-02-02T05:30:00+02:00'), utc('soon'), seen('2027-02-02T03:00:00Z', now)]).toEqual([
    '2027-02-02 03:30 UTC',
    'soon',
    '14 hours ago (2027-02-02 03:00 UTC)',
  ]);
});

test('a look is too old after 26 hours, and where nobody knows when it was', () => {
  expect(['2027-02-01T15:00:00.000Z', '2027-02-01T14:59:59.999Z', 'once'].map((at) => isStale(at, now))).toEqual([
    false,
    true,
    true,
  ]);
});

test('days are counted to the end of the last one, in UTC', () => {
  const midnight = new Date('2027-02-02T00:00:00.000Z');
  const end = new Date('2027-02-02T23:59:59.999Z');
  const days = ['2027-02-01', '2027-02-02', '2027-02-03', '2027-03-04'];
  expect([midnight, now, end].map((at) => days.map((day) => daysLeft(day, at)))).toEqual([
    [-1, 0, 1, 30],
    [-1, 0, 1, 30],
    [-1, 0, 1, 30],
  ]);
});

test('one is one', () => {
  expect([count(0, 'place'), count(1, 'place'), count(2, 'directory', 'directories')]).toEqual([
    '0 places',
    '1 place',
    '2 directories',
  ]);
});
