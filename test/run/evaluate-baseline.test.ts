import { afterEach, beforeEach, expect, test } from 'vitest';
import { readSnapshotBytes } from '../../lib/snapshot/index.ts';
import { acceptStoredBaseline, readBaseline } from '../../lib/store/index.ts';
import { directory, type MadeUp } from '../cli/estate.ts';
import { packs } from '../rules/harness.ts';
import { Nights, place } from './nights.ts';

let nights: Nights;
beforeEach(async () => {
  nights = new Nights();
  await nights.start();
  nights.packs = packs.filter(({ id }) => id === 'security-groups');
});
afterEach(() => nights.stop());

/** A directory whose `_controllers` group lost every port that the service opened. */
const closed: MadeUp = {
  coverage: { 'ec2:DescribeVpcs': {} },
  resources: [
    directory('d-906712345a'),
    [
      'DirectoryDescription',
      { DirectoryId: 'd-906712345a', Type: 'MicrosoftAD', VpcSettings: { VpcId: 'vpc-1', SecurityGroupId: 'sg-1' } },
    ],
    ['SecurityGroup', { GroupId: 'sg-1', GroupName: 'd-906712345a_controllers', VpcId: 'vpc-1', IpPermissions: [] }],
  ],
};
const isFound = async (): Promise<boolean> => {
  const ledger = await nights.ledger();
  return (ledger?.findings ?? []).some(
    ({ state, result }) => state === 'open' && result.ruleId === 'sg-controllers-default-rules',
  );
};

test('a baseline that nobody accepted does not make a deviation from the defaults right', async () => {
  await nights.pass(1, closed);
  await nights.pass(2, closed);
  expect(await isFound()).toBe(true);
});

test('one that a person accepted does: from then on, drift is what counts', async () => {
  await nights.pass(1, closed);
  const stored = await readBaseline(nights.there, place);
  if (stored === undefined) throw new Error('the first night left no baseline');
  const snapshot = await readSnapshotBytes('first.ndjson.gz', stored.bytes);
  const acceptance = { who: 'kim', why: 'CHG-7', when: new Date('2027-02-01T09:00:00Z'), replaces: stored.act.sha256 };
  await acceptStoredBaseline(nights.there, { snapshot, bytes: stored.bytes }, acceptance);
  await nights.pass(2, closed);
  expect(await isFound()).toBe(false);
});
