import { afterEach, beforeEach, expect, test } from 'vitest';
import { directory, ipGroup, type MadeUp, small, workspace } from '../cli/estate.ts';
import { awsError } from '../collect/estate.ts';
import { dieAt, Nights, timeOf } from './nights.ts';

let nights: Nights;
beforeEach(async () => {
  nights = new Nights();
  await nights.start();
});
afterEach(() => nights.stop());

const nothing = { accepted: 0, failed: 0, unsent: 0, refusals: [], unavailable: null };
const all = ['d-2', 'ws-2', 'wsipg-2'];
const mended: MadeUp = {
  resources: [
    directory('d-1', { ipGroupIds: ['wsipg-1'] }),
    directory('d-2'),
    workspace('ws-1', 'd-1', true),
    workspace('ws-2', 'd-2', true),
    ipGroup('wsipg-1', '203.0.113.7'),
    ipGroup('wsipg-2'),
  ],
};
const denied: MadeUp = {
  ...mended,
  resources: mended.resources.filter(([type]) => type !== 'Workspace'),
  coverage: { 'workspaces:DescribeWorkspaces': { status: 'denied', errorCode: 'AccessDeniedException' } },
};
const gap = 'workspaces:DescribeWorkspaces';

test('the first night sends every finding, and a second one that shows the same sends nothing', async () => {
  const first = await nights.pass(1);
  expect([first.sent.toSorted(), first.outcome]).toEqual([all, { ...nothing, accepted: 3 }]);
  expect(await nights.pass(2)).toEqual({ sent: [], outcome: nothing });
  const published = (await nights.ledger())?.findings.map((each) => each.published);
  const taken = { hash: expect.stringMatching(/^[0-9a-f]{64}$/), at: '2027-02-01T05:00:00.000Z', state: 'open' };
  expect(published).toEqual(all.map(() => ({ 'security-hub': taken })));
});

test('one resource that was mended archives its finding and no other', async () => {
  await nights.pass(1);
  expect((await nights.pass(2, mended)).sent).toEqual(['ws-2']);
  expect(Object.fromEntries(nights.hub.findings)).toEqual({ 'd-2': 'ACTIVE', 'wsipg-2': 'ACTIVE', 'ws-2': 'ARCHIVED' });
  expect((await nights.pass(3, mended)).sent).toEqual([]);
});

test('a finding that was resolved before Security Hub heard of it stays untold', async () => {
  await nights.evaluate(await nights.collect(1), 1);
  expect((await nights.pass(2, mended)).sent.toSorted()).toEqual(['d-2', 'wsipg-2']);
});

test('an operation that was denied archives nothing and is one finding, which is archived when it is regained', async () => {
  await nights.pass(1);
  expect((await nights.pass(2, denied)).sent).toEqual([gap]);
  expect(nights.hub.findings.get('ws-2')).toBe('ACTIVE');
  expect(nights.hub.findings.get(gap)).toBe('ACTIVE');
  expect((await nights.pass(3, denied)).sent).toEqual([]);
  expect((await nights.pass(4)).sent).toEqual([gap]);
  expect(Object.fromEntries(nights.hub.findings)).toEqual({
    ...Object.fromEntries(all.map((id) => [id, 'ACTIVE'])),
    [gap]: 'ARCHIVED',
  });
});

test('what Security Hub refuses is named, and sent again in the next night: just that', async () => {
  const many: MadeUp = { resources: [...small.resources, workspace('ws-3', 'd-1', false)] };
  nights.hub.refuses = all;
  const first = await nights.pass(1, many);
  expect(first.outcome).toMatchObject({ accepted: 1, failed: 3, unsent: 0, unavailable: null });
  expect(first.outcome.refusals.map(({ id, code }) => [id.split('/').at(-1), code]).toSorted()).toEqual(
    all.map((id) => [id, 'InvalidInput']),
  );
  nights.hub.refuses = [];
  const second = await nights.pass(2, many);
  expect([second.sent.toSorted(), second.outcome]).toEqual([all, { ...nothing, accepted: 3 }]);
});

test('of many refusals, ten are named', async () => {
  const ids = Array.from({ length: 12 }, (_, n) => `ws-1${n}`);
  nights.hub.refuses = ids;
  const { outcome } = await nights.pass(1, {
    resources: [directory('d-1'), ...ids.map((id) => workspace(id, 'd-1', false))],
  });
  expect([outcome.failed, outcome.refusals.length]).toEqual([12, 10]);
});

test('a Security Hub that is not enabled is said once, and nothing is taken for published', async () => {
  nights.hub.error = awsError('InvalidAccessException');
  const { outcome } = await nights.pass(1);
  const unavailable = { why: 'not-enabled', code: 'InvalidAccessException', message: nights.hub.error.message };
  expect([outcome, nights.hub.calls.length]).toEqual([{ ...nothing, unsent: 3, unavailable }, 1]);
  expect((await nights.ledger())?.findings.map(({ published }) => published)).toEqual([{}, {}, {}]);
  nights.hub.error = undefined;
  expect((await nights.pass(2)).sent.toSorted()).toEqual(all);
});

test('findings are told again before Security Hub deletes them for their age', async () => {
  await nights.pass(1);
  expect((await nights.pass(61)).sent).toEqual([]);
  expect((await nights.pass(62)).sent.toSorted()).toEqual(all);
  expect((await nights.pass(63)).sent).toEqual([]);
});

test('two publishers at once lose no mark', async () => {
  const output = await nights.evaluate(await nights.collect(1), 1);
  await Promise.all([nights.publish(output, 1), nights.publish(output, 1)]);
  expect((await nights.pass(2)).sent).toEqual([]);
});

test('a finding that a run resolves while it is sent is archived in the next night', async () => {
  const output = await nights.evaluate(await nights.collect(1), 1);
  const later = await nights.collect(2, mended);
  nights.hub.meanwhile = async () => {
    nights.hub.meanwhile = async () => {};
    await nights.evaluate(later, 2);
  };
  await nights.publish(output, 1);
  const ledger = await nights.ledger();
  const states = ledger?.findings.map((each) => [each.state, each.published['security-hub']?.state]);
  expect([ledger?.capturedAt, states]).toEqual([
    timeOf(2),
    [
      ['resolved', 'open'],
      ['open', 'open'],
      ['open', 'open'],
    ],
  ]);
  expect((await nights.pass(3, mended)).sent).toEqual(['ws-2']);
  expect(nights.hub.findings.get('ws-2')).toBe('ARCHIVED');
});

test('a publisher that is overtaken by a newer one does not unmark what the newer one told', async () => {
  const output = await nights.evaluate(await nights.collect(1), 1);
  const later = await nights.collect(2, mended);
  nights.hub.meanwhile = async () => {
    nights.hub.meanwhile = async () => {};
    await nights.publish(await nights.evaluate(later, 2), 2);
  };
  await nights.publish(output, 1);
  expect((await nights.pass(3, mended)).sent).toEqual(['ws-2']);
  expect((await nights.pass(4, mended)).sent).toEqual([]);
});

test.each(['before', 'after'] as const)('a publisher that dies %s its mark is repeated without harm', async (when) => {
  const output = await nights.evaluate(await nights.collect(1), 1);
  const death = dieAt(nights.there, 1, when);
  await expect(nights.publish(output, 1)).rejects.toThrow('died');
  death.end();
  const outcome = await nights.publish(output, 1);
  expect(outcome.accepted).toBe(when === 'before' ? 3 : 0);
  expect((await nights.pass(2)).sent).toEqual([]);
});

test('a ledger that is gone is damage: nobody knows what was published', async () => {
  const output = await nights.evaluate(await nights.collect(1), 1);
  nights.s3.objects.delete('ledgers/111122223333/us-east-1.json');
  await expect(nights.publish(output, 1)).rejects.toThrow(
    'ledgers/111122223333/us-east-1.json: the ledger is gone; restore it',
  );
});
