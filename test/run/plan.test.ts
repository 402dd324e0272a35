import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { InputError } from '../../lib/model/errors.ts';
import { type PlanParts, planStep } from '../../lib/run/plan.ts';
import type { EvidenceBucket } from '../../lib/store/index.ts';
import { MemoryS3 } from '../store/s3.ts';

let s3: MemoryS3;
let bucket: EvidenceBucket;
beforeEach(async () => {
  s3 = new MemoryS3();
  bucket = await s3.start();
});
afterEach(() => s3.stop());

const [own, one, other] = ['111122223333', '222233334444', '333344445555'];
const startedAt = '2026-11-22T03:00:00.000Z';

const plan = (request: unknown, changes: Partial<PlanParts> = {}) =>
  planStep(
    { run: 'night-1', startedAt, request },
    {
      bucket,
      settings: { accounts: { organization: { exclude: ['ou-ab12-22222222'] } }, regions: 'all' },
      own: { accountId: own, partition: 'aws', region: 'us-east-1' },
      memberRoleName: 'audit/workspaces-auditor',
      listAccounts: async () => [other, own, one],
      loadPolicy: async () => undefined,
      regionsWithWorkspaces: () => ['us-west-2', 'us-east-1'],
      ...changes,
    },
  );

const target = (accountId: string, region: string, directories: readonly string[] | null = null) => ({
  ...{ accountId, region, partition: 'aws' },
  roleArn: accountId === own ? null : `arn:aws:iam::${accountId}:role/audit/workspaces-auditor`,
  directories,
});
const written = (): unknown => JSON.parse(s3.texts()['runs/night-1/targets.json'] ?? 'null');
const stored = { bucket: 'evidence', key: 'runs/night-1/targets.json' };

test.each([[{}], [null], [undefined]])('a run that is asked for nothing (%j) covers everything', async (request) => {
  expect(await plan(request)).toEqual({ run: 'night-1', startedAt, whole: true, targets: { ...stored, count: 6 } });
  expect(written()).toEqual(
    [own, one, other].flatMap((account) => ['us-east-1', 'us-west-2'].map((region) => target(account, region))),
  );
});

test('the organization is asked for what the settings say', async () => {
  const listAccounts = vi.fn(async () => [one]);
  await plan({}, { listAccounts });
  expect(listAccounts.mock.calls).toEqual([[{ exclude: ['ou-ab12-22222222'] }]]);
});

test.each<[PlanParts['settings'], ReturnType<typeof target>[]]>([
  [{ accounts: 'own', regions: ['us-east-1'] }, [target(own, 'us-east-1')]],
  [{ accounts: [one, own, one], regions: ['eu-west-1'] }, [target(own, 'eu-west-1'), target(one, 'eu-west-1')]],
])('of %j nobody asks the organization', async (settings, targets) => {
  const listAccounts = () => Promise.reject(new Error('asked'));
  expect((await plan({}, { settings, listAccounts })).whole).toBe(true);
  expect(written()).toEqual(targets);
});

test('in another partition, the roles are of that partition', async () => {
  const partition = 'aws-us-gov';
  await plan(
    { accounts: [one], regions: ['us-east-1'] },
    { own: { accountId: own, partition, region: 'us-gov-west-1' } },
  );
  expect(written()).toEqual([
    {
      ...{ ...target(one, 'us-east-1'), partition },
      roleArn: `arn:aws-us-gov:iam::${one}:role/audit/workspaces-auditor`,
    },
  ]);
});

test('a run can be narrowed to accounts, Regions and directories, and is then no whole one', async () => {
  const directories = ['d-906700000a'];
  const { whole, targets } = await plan({ accounts: [one], regions: ['us-west-2'], directories });
  expect([whole, targets.count, written()]).toEqual([false, 1, [target(one, 'us-west-2', directories)]]);
  expect((await plan({ accounts: [own, one, other] })).whole).toBe(true);
  expect((await plan({ directories })).whole).toBe(false);
});

test('an account or Region that is not audited is refused by name, with what is', async () => {
  const mend = 'Name what it audits, or change the settings of the deployment.';
  await expect(plan({ accounts: [one, '999999999999'], regions: ['eu-west-1'] })).rejects.toEqual(
    new InputError('usage', [
      {
        place: 'the request: $.accounts[1]',
        found: 'the deployment does not audit 999999999999',
        expected: `one of ${own}, ${one}, ${other}`,
        mend,
      },
      {
        place: 'the request: $.regions[0]',
        found: 'the deployment does not audit eu-west-1',
        expected: 'one of us-east-1, us-west-2',
        mend,
      },
    ]),
  );
  expect(s3.texts()).toEqual({});
});

test('everything that is wrong with a request is told at once', async () => {
  const mend = 'Start the execution with a JSON object of accounts, regions, directories, or with {} for all of them.';
  await expect(plan({ account: [one], regions: [], directories: ['906700000a'] })).rejects.toEqual(
    new InputError('usage', [
      { place: 'the request: $.regions', found: '[]', expected: 'at least 1 item(s)', mend },
      {
        place: 'the request: $.directories[0]',
        found: '"906700000a"',
        expected: 'a directory id: d-… or wsd-…',
        mend,
      },
      { place: 'the request: $', found: 'unknown key(s) "account" (did you mean "accounts"?)', mend },
    ]),
  );
  await expect(plan('all')).rejects.toThrow('the request: $: "all"; expected an object.');
});

test('a broken configuration fails the run before accounts are listed', async () => {
  const broken = new InputError('configuration', { place: 'wsaudit.yaml:3', found: 'x', mend: 'y' });
  const listAccounts = vi.fn(async () => [one]);
  await expect(plan({}, { loadPolicy: () => Promise.reject(broken), listAccounts })).rejects.toBe(broken);
  expect(listAccounts).not.toHaveBeenCalled();
});

test('nothing to audit is an error, not a quiet run', async () => {
  await expect(plan({}, { listAccounts: async () => [] })).rejects.toEqual(
    new InputError('configuration', {
      place: 'the target settings',
      found:
        '{"accounts":{"organization":{"exclude":["ou-ab12-22222222"]}},"regions":"all"} leaves no account and Region in the partition aws',
      mend: 'Widen "accounts" or "regions" in the settings of the deployment, or name the Regions.',
    }),
  );
  await expect(plan({}, { regionsWithWorkspaces: () => [] })).rejects.toThrow('leaves no account and Region');
});

test('a retry writes nothing new; what an old execution of the same name left is replaced', async () => {
  const first = await plan({});
  expect(await plan({})).toEqual(first);
  expect(s3.requests.filter((request) => request.startsWith('PUT'))).toHaveLength(1);
  await plan({ accounts: [own] });
  expect(written()).toEqual([target(own, 'us-east-1'), target(own, 'us-west-2')]);
});
