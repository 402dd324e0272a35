import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Judged, Where } from '../../../../lib/chat/memory.ts';
import { readSnapshotBytes } from '../../../../lib/snapshot/index.ts';
import { acceptStoredBaseline, readBaseline } from '../../../../lib/store/index.ts';
import { directory, ipGroup, type MadeUp, workspace } from '../../../cli/estate.ts';
import { timeOf } from '../../nights.ts';
import { lenient, Runs, sharing } from './runs.ts';

const place = { accountId: '111122223333', region: 'us-east-1' };
const elsewhere = { accountId: '444455556666', region: 'us-west-2' };
const keyOf = ({ accountId, region }: typeof place) => `${accountId} ${region}`;
const [one, two] = ['d-9067000001', 'd-9067000002'];
const only = { accounts: [place.accountId], regions: [place.region] };
const everywhere: Where = { accounts: [], regions: [] };

const estate: MadeUp = {
  resources: [
    directory(one, { ipGroupIds: ['wsipg-1'] }),
    directory(two),
    workspace('ws-1', one, false),
    workspace('ws-2', two, true),
    ipGroup('wsipg-1'),
  ],
};
/** The same, where encryption is the other way round. */
const changed: MadeUp = {
  resources: [
    directory(one, { ipGroupIds: ['wsipg-1'] }),
    directory(two),
    workspace('ws-1', one, true),
    workspace('ws-2', two, false),
    ipGroup('wsipg-1'),
  ],
};

let runs: Runs;
beforeEach(async () => {
  runs = new Runs();
  await runs.start();
});
afterEach(() => runs.stop());

const run = (night: number, made: MadeUp) => runs.run(`night-${night}`, night, { [keyOf(place)]: made }, only);
const ask = (night: number, made: MadeUp, ids: string[] = [one]) =>
  runs.run(`asked-${night}`, night, { [keyOf(place)]: made }, { ...only, directories: ids });
const replay = async (rule = 'demo-encrypted', where = everywhere): Promise<readonly Judged[]> =>
  (await runs.memory()).replay(rule, where);
const replayed = async (rule?: string) =>
  (await replay(rule)).map(({ capturedAt, results }) => [
    capturedAt,
    ...results.map(({ subject, status }) => `${subject.id} ${status}`),
  ]);

test('a rule is judged anew on the newest night, with all verdicts', async () => {
  await run(1, changed);
  await run(2, estate);
  const judged = await replay();
  const { packs } = await runs.memory();
  expect(packs).toEqual(runs.packs);
  expect(judged).toEqual([
    {
      ...{ ...place, capturedAt: timeOf(2), coverage: [] },
      snapshot: `snapshots/${place.accountId}/${place.region}/${timeOf(2)}.ndjson.gz`,
      report: `reports/${place.accountId}/${place.region}/${timeOf(2)}.json.gz`,
      results: [
        expect.objectContaining({
          ruleId: 'demo-encrypted',
          status: 'NON_COMPLIANT',
          evidence: { 'volumes.rootEncrypted': false },
        }),
        expect.objectContaining({
          ruleId: 'demo-encrypted',
          status: 'COMPLIANT',
          evidence: { 'volumes.rootEncrypted': true },
        }),
      ],
    },
  ]);
});

test('the configuration of now is in force, with its exceptions', async () => {
  await run(1, estate);
  runs.s3.put(
    'configuration/wsaudit.yaml',
    'rules: { demo-encrypted: { severity: LOW } }\nexceptions: [{ rule: demo-encrypted, subject: ws-1, reason: Test, owner: team, expires: 2030-01-01 }]',
  );
  const [result] = (await replay())[0]?.results ?? [];
  expect([result?.severity, result?.exception?.owner]).toEqual(['LOW', 'team']);
});

test.each([
  ['is not known', 'demo-nothing', ''],
  ['is turned off', 'demo-encrypted', 'rules: { demo-encrypted: { enabled: false } }'],
  ['is of a pack that is turned off', 'sharing-single', 'packs: { sharing: { enabled: false } }'],
])('a rule that %s is not judged, and nothing is read for it', async (_, rule, configuration) => {
  runs.packs = [...runs.packs, sharing];
  await run(1, estate);
  runs.s3.put('configuration/wsaudit.yaml', configuration);
  const memory = await runs.memory();
  expect(await runs.asked(async () => expect(await memory.replay(rule, everywhere)).toEqual([]))).toEqual([]);
});

test('places are judged as far as they are wanted', async () => {
  await runs.run('night-1', 1, { [keyOf(place)]: estate, [keyOf(elsewhere)]: { resources: [] } });
  const places = async (where: Where) => (await replay('demo-encrypted', where)).map(keyOf);
  expect(await places(everywhere)).toEqual([keyOf(place), keyOf(elsewhere)]);
  expect(await places({ accounts: [elsewhere.accountId], regions: [] })).toEqual([keyOf(elsewhere)]);
  expect(await places({ accounts: [], regions: ['us-east-1'] })).toEqual([keyOf(place)]);
});

test('the baseline in force is compared with, as at night', async () => {
  const drift = driftPack();
  runs.s3.put('configuration/packs/drift.json', drift);
  await run(1, estate);
  await run(2, { resources: [...estate.resources, directory('d-9067000003')] });
  expect(await replayed('drift-known')).toEqual([
    [timeOf(2), `${one} COMPLIANT`, `${two} COMPLIANT`, 'd-9067000003 NON_COMPLIANT'],
  ]);
  const key = `snapshots/${place.accountId}/${place.region}/${timeOf(2)}.ndjson.gz`;
  const bytes = runs.s3.objects.get(key)?.body ?? new Uint8Array();
  const candidate = { snapshot: await readSnapshotBytes(key, bytes), bytes };
  const replaces = (await readBaseline(runs.there, place))?.act.sha256 ?? null;
  await acceptStoredBaseline(runs.there, candidate, { who: 'team', why: 'Test', when: new Date(timeOf(3)), replaces });
  await run(3, { resources: [...estate.resources, directory('d-9067000003')] });
  expect((await replayed('drift-known')).flat()).toContain('d-9067000003 COMPLIANT');
});

describe('questions about some directories', () => {
  test('tell of what they asked about; the night tells the rest', async () => {
    await run(1, estate);
    await ask(2, changed);
    expect(await replayed()).toEqual([
      [timeOf(2), 'ws-1 COMPLIANT'],
      [timeOf(1), 'ws-2 COMPLIANT'],
    ]);
  });

  test('that are older than the night are not looked at', async () => {
    await ask(1, changed);
    await run(2, estate);
    expect(await replayed()).toEqual([[timeOf(2), 'ws-1 NON_COMPLIANT', 'ws-2 COMPLIANT']]);
  });

  test('of which a later one asked about the same are not opened', async () => {
    await run(1, estate);
    await ask(2, estate);
    await ask(3, changed, [two]);
    await ask(4, changed);
    const memory = await runs.memory();
    const asked = await runs.asked(() => memory.replay('demo-encrypted', everywhere));
    expect(await replayed()).toEqual([[timeOf(4), 'ws-1 COMPLIANT'], [timeOf(3), 'ws-2 NON_COMPLIANT'], [timeOf(1)]]);
    const reads = (night: number) =>
      asked.filter((one) => one.startsWith('GET snapshots/') && one.includes(timeOf(night)));
    // The header, and all of it.
    expect([1, 2, 3, 4].map((night) => reads(night).length)).toEqual([2, 1, 2, 2]);
  });

  test('do not tell what takes the whole Region', async () => {
    runs.packs = [sharing];
    await run(1, estate);
    await ask(2, changed);
    expect(await replayed('sharing-single')).toEqual([[timeOf(1), 'wsipg-1 NON_COMPLIANT']]);
  });

  test('say so where no night was', async () => {
    runs.packs = [sharing];
    await ask(1, estate, [two]);
    await ask(2, changed);
    expect(await replayed('sharing-single')).toEqual([[timeOf(2), 'wsipg-1 INSUFFICIENT_DATA'], [timeOf(1)]]);
  });

  test('are told in order, what could not be judged among the rest', async () => {
    runs.packs = [lenient];
    await ask(1, {
      resources: [directory(one), ipGroup('wsipg-1'), ipGroup('wsipg-2', '192.0.2.1'), ipGroup('wsipg-3')],
    });
    expect(await replayed('lenient-single')).toEqual([
      [timeOf(1), 'wsipg-1 INSUFFICIENT_DATA', 'wsipg-2 COMPLIANT', 'wsipg-3 INSUFFICIENT_DATA'],
    ]);
  });

  test('that were denied what the night read say so', async () => {
    await run(1, estate);
    const denial = { status: 'denied', errorCode: 'AccessDeniedException', message: 'not allowed' };
    await ask(2, { ...changed, coverage: { 'workspaces:DescribeIpGroups': denial } });
    expect(
      (await replay('demo-group-rules')).map(({ coverage }) => coverage.map(({ operation }) => operation)),
    ).toEqual([['workspaces:DescribeIpGroups'], []]);
  });

  test('prove nothing gone, as in the ledger', async () => {
    await run(1, estate);
    await ask(2, { resources: [directory(one)] });
    expect(await replayed()).toEqual([[timeOf(1), 'ws-1 NON_COMPLIANT', 'ws-2 COMPLIANT']]);
  });
});

function driftPack(): string {
  return JSON.stringify({
    ...{ id: 'drift', version: '1.0.0', title: 'Drift', description: 'Against the baseline.', parameters: {} },
    rules: [
      {
        ...{ id: 'drift-known', title: 'Directories were there', severity: 'LOW', subject: 'directory' },
        requires: { fact: 'baseline.hasDirectory', operator: 'equal', value: true },
        reason: { compliant: 'It was there.', nonCompliant: 'It is new.' },
        ...{ remediation: 'Accept it.', controls: [] },
        source: { section: 'Directories', url: 'https://docs.aws.amazon.com/workspaces/' },
        examples: [
          { name: 'known', facts: { 'baseline.hasDirectory': true }, outcome: 'COMPLIANT' },
          { name: 'new', facts: { 'baseline.hasDirectory': false }, outcome: 'NON_COMPLIANT' },
        ],
      },
    ],
  });
}
