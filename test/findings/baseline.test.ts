import { describe, expect, test } from 'vitest';
import {
  acceptBaseline,
  acceptedIn,
  type BaselineRecord,
  baselineSchema,
  establishBaseline,
} from '../../lib/findings/index.ts';
import { InputError } from '../../lib/model/errors.ts';
import type { Snapshot } from '../../lib/snapshot/index.ts';
import { limited, snapshot } from './baseline-snapshot.ts';
import { first, place, read, second, third } from './ledger-run.ts';

const when = new Date('2027-01-05T09:00:00Z');
const oldest: BaselineRecord = {
  ...{ formatVersion: 1, ...place },
  acts: [
    {
      ...{ sha256: 'aaa', capturedAt: second, replaced: null, who: 'test/1', when: when.toISOString(), unread: [] },
      why: 'It is the first complete snapshot of the account and Region.',
      automatic: true,
    },
  ],
};
const acceptance = { who: 'kim', why: 'CHG-7', when, replaces: 'aaa' };

test('the first complete snapshot becomes the baseline, and stays it', () => {
  const record = establishBaseline(undefined, snapshot('aaa', '2027-01-02T04:00:00+01:00'), [read], when);
  expect(record).toEqual(oldest);
  expect(establishBaseline(oldest, snapshot('bbb', third), [read], when)).toBe(oldest);
});

test('what only some rules read holds up no baseline, and what of it was not read is recorded', () => {
  const whole = snapshot('aaa', first);
  const trail = { operation: 'cloudtrail:LookupEvents', status: 'denied' as const, count: 0 };
  const candidate = { ...whole, coverage: new Map([...whole.coverage, [trail.operation, trail]]) };
  const record = establishBaseline(undefined, candidate, [read, trail.operation, 'kms:DescribeKey'], when);
  expect(record?.acts.map(({ unread }) => unread)).toEqual([[trail.operation]]);
});

test.each<[string, Snapshot, string[]]>([
  ['read in part', snapshot('aaa', first, 'partial'), []],
  ['without what is required', snapshot('aaa', first), [read, 'ec2:DescribeVpcs']],
  ['of some directories', limited(snapshot('aaa', first)), []],
  ['that read nothing', { ...snapshot('aaa', first), coverage: new Map() }, []],
])('a snapshot %s does not become the baseline by itself', (_, candidate, required) => {
  expect(establishBaseline(undefined, candidate, required, when)).toBeUndefined();
});

test('accepting a newer snapshot is recorded with who, why, when, both hashes and what was not read', () => {
  const accepted = acceptBaseline(oldest, snapshot('bbb', third, 'denied'), acceptance);
  expect(accepted).toEqual({
    ...oldest,
    acts: [
      ...oldest.acts,
      {
        ...{ sha256: 'bbb', capturedAt: third, replaced: 'aaa', who: 'kim', why: 'CHG-7' },
        when: when.toISOString(),
        unread: [read],
      },
    ],
  });
  expect(baselineSchema.parse(JSON.parse(JSON.stringify(accepted)))).toEqual(accepted);
});

test('a first baseline can be accepted where none was complete', () => {
  const { acts } = acceptBaseline(undefined, snapshot('aaa', first, 'partial'), { ...acceptance, replaces: null });
  expect(acts.map(({ sha256, replaced, unread }) => ({ sha256, replaced, unread }))).toEqual([
    { sha256: 'aaa', replaced: null, unread: [read] },
  ]);
});

test('all that is wrong with an acceptance is said at once', () => {
  const wrong = { ...acceptance, who: ' ', why: '', replaces: 'ccc' };
  const at = 'the baseline of account 111122223333, us-east-1';
  const accepted = acceptBaseline(oldest, snapshot('aaa', second), acceptance);
  expect(() => acceptBaseline(accepted, limited(snapshot('aaa', first)), wrong)).toThrow(
    new InputError('baseline', [
      { place: at, found: 'nobody is named who accepts it', mend: 'Say who accepts it.' },
      { place: at, found: 'no reason is given', mend: 'Say why the change is right.' },
      {
        ...{ place: at, found: 'aaa is in force, not ccc' },
        mend: 'Compare the snapshot with the baseline that is in force, and name its hash.',
      },
      { place: at, found: 'the snapshot is the baseline already', mend: 'There is nothing to accept.' },
      { place: at, found: 'the snapshot is of some directories only', mend: 'Take a snapshot of the whole Region.' },
      {
        ...{ place: at, found: `the snapshot of ${first} is older than the baseline of ${second}` },
        mend: 'Name a newer snapshot.',
      },
    ]),
  );
});

describe('what the auditor recorded by itself', () => {
  const group = (record: BaselineRecord | undefined, id: string) => acceptedIn(record)('securityGroup', id);
  const some = { names: ['securityGroup/sg-1'], sha256: 'bbb', capturedAt: third };

  test('is accepted by nobody', () => {
    expect(group(oldest, 'sg-1')).toBe(false);
  });

  test('is accepted once a person accepts it, although it is the same snapshot', () => {
    const accepted = acceptBaseline(oldest, snapshot('aaa', second), acceptance);
    expect(accepted.acts.map(({ sha256, who, automatic }) => [sha256, who, automatic])).toEqual([
      ['aaa', 'test/1', true],
      ['aaa', 'kim', undefined],
    ]);
    expect(group(accepted, 'sg-1')).toBe(true);
    expect(() => acceptBaseline(accepted, snapshot('aaa', second), acceptance)).toThrow('is the baseline already');
  });

  test('is accepted subject by subject', () => {
    const accepted = acceptBaseline(oldest, snapshot('ccc', third), { ...acceptance, subjects: some });
    expect([group(accepted, 'sg-1'), group(accepted, 'sg-2')]).toEqual([true, false]);
  });

  test('does not come back when a subject is accepted after the whole was', () => {
    const whole = acceptBaseline(oldest, snapshot('bbb', second), acceptance);
    const accepted = acceptBaseline(whole, snapshot('ccc', third), { ...acceptance, replaces: 'bbb', subjects: some });
    expect(group(accepted, 'sg-2')).toBe(true);
  });
});
