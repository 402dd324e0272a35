import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Where } from '../../../../lib/chat/memory.ts';
import { InputError } from '../../../../lib/model/errors.ts';
import { parseReport } from '../../../../lib/report/index.ts';
import { readLedger, StoreError } from '../../../../lib/store/index.ts';
import { directory, ipGroup, workspace } from '../../../cli/estate.ts';
import { timeOf } from '../../nights.ts';
import { Runs, sharing } from './runs.ts';

const [own, other] = ['111122223333', '444455556666'];
const [east, west] = ['us-east-1', 'us-west-2'];
const [one, two] = ['d-9067000001', 'd-9067000002'];
const everywhere: Where = { accounts: [], regions: [] };
const denial = { status: 'denied', errorCode: 'AccessDeniedException', message: 'not allowed' } as const;

const first = {
  [`${own} ${east}`]: {
    resources: [
      directory(one, { ipGroupIds: ['wsipg-1'], DirectoryName: 'corp.example.com', Alias: 'corp' }),
      workspace('ws-1', one, false),
      workspace('ws-2', one, true),
      ipGroup('wsipg-1', '203.0.113.7'),
    ],
    coverage: { 'ec2:DescribeSubnets': denial },
  },
  [`${own} ${west}`]: { resources: [] },
  [`${other} ${east}`]: {
    resources: [directory(two, { ipGroupIds: ['wsipg-2'] })],
    coverage: { 'workspaces:DescribeIpGroups': denial },
  },
};
/** Another night: ws-1 was mended, ws-2 broke. */
const second = {
  ...first,
  [`${own} ${east}`]: {
    resources: [
      directory(one, { ipGroupIds: ['wsipg-1'] }),
      workspace('ws-1', one, true),
      workspace('ws-2', one, false),
      ipGroup('wsipg-1', '203.0.113.7'),
    ],
  },
};

let runs: Runs;
beforeEach(async () => {
  runs = new Runs();
  await runs.start();
});
afterEach(() => runs.stop());

describe('of an empty bucket', () => {
  test('there is nothing but what is in force', async () => {
    const memory = await runs.memory();
    expect(await memory.vocabulary()).toEqual({
      rules: [
        { id: 'demo-encrypted', title: 'Root volumes are encrypted', packId: 'demo', severity: 'HIGH' },
        {
          id: 'demo-group-rules',
          title: 'IP access control groups hold enough rules',
          packId: 'demo',
          severity: 'LOW',
        },
        {
          id: 'demo-ip-groups',
          title: 'Directories have an IP access control group',
          packId: 'demo',
          severity: 'MEDIUM',
        },
      ],
      packs: [{ id: 'demo', title: 'Demonstration' }],
      directories: [],
      places: [],
    });
    expect(await memory.places(everywhere)).toEqual([]);
    expect(await memory.lastRun()).toBeUndefined();
    expect(await memory.directory({ id: one, accountId: own, region: east })).toBeUndefined();
    expect(await memory.replay('demo-encrypted', everywhere)).toEqual([]);
    expect(await memory.run('night-1')).toBeUndefined();
    expect(memory.packs).toEqual(runs.packs);
  });

  test('a configuration that cannot be used is told', async () => {
    runs.s3.put('configuration/wsaudit.yaml', 'rules: { demo-nothing: { enabled: false } }');
    await expect(runs.memory()).rejects.toBeInstanceOf(InputError);
  });
});

describe('after runs', () => {
  test('the names of what is in force and of what was seen may be used', async () => {
    await runs.run('night-1', 1, first);
    runs.packs = [...runs.packs, sharing];
    runs.s3.put(
      'configuration/wsaudit.yaml',
      'packs: { sharing: { enabled: false } }\nrules: { demo-ip-groups: { enabled: false }, demo-encrypted: { severity: LOW } }',
    );
    // Seen, but the ledger is gone; and the other way round.
    runs.s3.objects.delete(`ledgers/${own}/${west}.json`);
    runs.s3.objects.delete(`directories/${other}/${east}.json`);
    const { rules, packs, directories, places } = await (await runs.memory()).vocabulary();
    expect(rules.map(({ id, severity }) => [id, severity])).toEqual([
      ['demo-encrypted', 'LOW'],
      ['demo-group-rules', 'LOW'],
    ]);
    expect(packs).toEqual([{ id: 'demo', title: 'Demonstration' }]);
    expect(directories).toEqual([
      { id: one, name: 'corp.example.com', alias: 'corp', accountId: own, region: east, seenAt: timeOf(1) },
    ]);
    expect(places).toEqual([
      { accountId: own, region: east },
      { accountId: own, region: west },
      { accountId: other, region: east },
      // The run could not audit it, so that nothing is there; asking how it stands must not sound as if nobody looked.
      { accountId: other, region: west },
    ]);
  });

  test('places are remembered with what is open, and no more', async () => {
    await runs.run('night-1', 1, first);
    await runs.run('night-2', 2, second);
    const found = await (await runs.memory()).places(everywhere);
    const ledger = await readLedger(runs.there, { accountId: own, region: east });
    expect(ledger?.findings.map(({ state, result }) => `${result.subject.id} ${state}`).sort()).toEqual([
      'ws-1 resolved',
      'ws-2 open',
    ]);
    expect(found).toEqual([
      {
        ...{ accountId: own, region: east, capturedAt: timeOf(2), wholeAt: timeOf(2), unjudged: 0, gaps: [] },
        findings: ledger?.findings.filter(({ state }) => state === 'open'),
      },
      { accountId: own, region: west, capturedAt: timeOf(2), wholeAt: timeOf(2), findings: [], gaps: [], unjudged: 0 },
      {
        ...{ accountId: other, region: east, capturedAt: timeOf(2), wholeAt: timeOf(2), findings: [], unjudged: 1 },
        gaps: [
          {
            gap: { accountId: other, region: east, operation: 'workspaces:DescribeIpGroups', ...denial },
            ...{
              state: 'open',
              firstSeen: timeOf(1),
              lastSeen: timeOf(2),
              resolvedAt: null,
              published: expect.anything(),
            },
          },
        ],
      },
    ]);
  });

  test('a place that was only asked about some directories has no totals', async () => {
    await runs.run('asked', 1, first, { accounts: [own], regions: [east], directories: [one] });
    const [place] = await (await runs.memory()).places(everywhere);
    expect([place?.capturedAt, place?.wholeAt, place?.unjudged]).toEqual([timeOf(1), null, null]);
  });

  test.each<[Where, string[]]>([
    [{ accounts: [own], regions: [] }, [`${own} ${east}`, `${own} ${west}`]],
    [{ accounts: [], regions: [east] }, [`${own} ${east}`, `${other} ${east}`]],
    [{ accounts: [other, own], regions: [west] }, [`${own} ${west}`]],
    [{ accounts: ['999999999999'], regions: [] }, []],
  ])('%j limits what is read', async (where, expected) => {
    await runs.run('night-1', 1, first);
    const memory = await runs.memory();
    let found: string[] = [];
    const asked = await runs.asked(async () => {
      found = (await memory.places(where)).map(({ accountId, region }) => `${accountId} ${region}`);
    });
    expect(found).toEqual(expected);
    expect(asked.filter((request) => request.startsWith('GET ledgers/'))).toHaveLength(expected.length);
  });

  test('the last run over everything is known', async () => {
    const { [`${own} ${west}`]: _, ...lost } = first;
    await runs.run('night-1', 1, lost);
    await runs.run('asked', 2, first, { directories: [one] });
    const message = 'reading it failed: The role cannot be assumed.';
    expect(await (await runs.memory()).lastRun()).toEqual({
      ...{ run: 'night-1', startedAt: timeOf(1), finishedAt: '2027-02-01T04:00:00.000Z', targets: 4 },
      lost: [
        { accountId: own, region: west, message },
        { accountId: other, region: west, message },
      ],
    });
  });

  test('a run is remembered with its reports and what was new in it', async () => {
    await runs.run('night-1', 1, first);
    await runs.run(
      'night-2',
      2,
      { [`${own} ${east}`]: second[`${own} ${east}`] ?? { resources: [] } },
      { accounts: [own] },
    );
    const memory = await runs.memory();
    expect(await memory.run('night-2')).toEqual({
      ...{ run: 'night-2', startedAt: timeOf(2), finishedAt: '2027-02-02T04:00:00.000Z' },
      lost: [{ accountId: own, region: west, message: 'reading it failed: The role cannot be assumed.' }],
      judged: [
        {
          ...{ accountId: own, region: east, appeared: 1, resolved: 1 },
          snapshot: `snapshots/${own}/${east}/${timeOf(2)}.ndjson.gz`,
          reportKey: `reports/${own}/${east}/${timeOf(2)}.json.gz`,
          report: parseReport(JSON.parse(runs.report(2)), 'report'),
        },
      ],
    });
    await runs.run('asked-3', 3, second, { accounts: [own], regions: [east], directories: [one] });
    expect((await (await runs.memory()).run('asked-3'))?.directories).toEqual([one]);
    expect((await memory.run('night-1'))?.judged.map(({ appeared, resolved }) => [appeared, resolved])).toEqual([
      [1, 0],
      [0, 0],
      [0, 0],
    ]);
  });
});

describe('what is damaged is named', () => {
  const ledger = `ledgers/${own}/${east}.json`;
  const report = `reports/${own}/${east}/${timeOf(1)}.json.gz`;
  const snapshot = `snapshots/${own}/${east}/${timeOf(1)}.ndjson.gz`;
  const known = { id: one, accountId: own, region: east };
  type Recall = (memory: Awaited<ReturnType<Runs['memory']>>) => Promise<unknown>;

  test.each<[string, string, Recall]>([
    [ledger, '{}', (memory) => memory.places(everywhere)],
    [`directories/${own}/${east}.json`, '[]', (memory) => memory.vocabulary()],
    [`directories/${own}/${east}.json`, '[]', (memory) => memory.directory(known)],
    ['runs/last.json', 'x', (memory) => memory.lastRun()],
    ['runs/night-1/summary.json', '{}', (memory) => memory.run('night-1')],
    [`runs/night-1/news/${own}-${east}.json`, '{}', (memory) => memory.run('night-1')],
    [report, 'x', (memory) => memory.run('night-1')],
    [report, 'x', (memory) => memory.directory(known)],
    [snapshot, 'x', (memory) => memory.directory(known)],
    [snapshot, 'x', (memory) => memory.replay('demo-encrypted', everywhere)],
  ])('%s (%s)', async (key, content, recall) => {
    await runs.run('night-1', 1, first);
    runs.s3.put(key, content);
    const thrown = await recall(await runs.memory()).catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(StoreError);
    expect(thrown).toMatchObject({ code: 'damaged', key });
  });

  test.each([report, `runs/night-1/news/${own}-${east}.json`])(
    '%s, which the record of a run names, is gone',
    async (key) => {
      await runs.run('night-1', 1, first);
      runs.s3.objects.delete(key);
      await expect((await runs.memory()).run('night-1')).rejects.toEqual(
        new StoreError('damaged', key, 'the object is gone, though the record of the run names it'),
      );
    },
  );

  test('so is what S3 refuses', async () => {
    await runs.run('night-1', 1, first);
    const memory = await runs.memory();
    runs.s3.faults.GET?.push({ status: 403, code: 'AccessDenied' });
    await expect(memory.lastRun()).rejects.toMatchObject({ code: 'failed', key: 'runs/last.json' });
  });
});

describe('reading', () => {
  test('happens when it is needed, and once', async () => {
    await runs.run('night-1', 1, first);
    expect(await runs.asked(() => runs.memory())).toEqual(['GET', 'GET configuration/wsaudit.yaml']);
    const memory = await runs.memory();
    const all = async () => {
      await Promise.all([memory.vocabulary(), memory.places(everywhere), memory.lastRun(), memory.run('night-1')]);
      await Promise.all([
        memory.directory({ id: one, accountId: own, region: east }),
        memory.replay('demo-encrypted', everywhere),
      ]);
    };
    expect((await runs.asked(all)).length).toBeGreaterThan(0);
    expect(await runs.asked(all)).toEqual([]);
  });

  test('many ledgers are read at the same time, but not all', async () => {
    const ledger = { formatVersion: 1, capturedAt: timeOf(1), coverage: [], findings: [] };
    const ids = Array.from({ length: 60 }, (_, n) => String(100000000000 + n));
    for (const accountId of ids) {
      runs.s3.put(`ledgers/${accountId}/${east}.json`, JSON.stringify({ ...ledger, accountId, region: east }));
      const index = {
        formatVersion: 1,
        accountId,
        region: east,
        capturedAt: timeOf(1),
        wholeAt: null,
        directories: [],
      };
      runs.s3.put(`directories/${accountId}/${east}.json`, JSON.stringify(index));
    }
    const memory = await runs.memory();
    let underWay = 0;
    let most = 0;
    runs.there.client.middlewareStack.add(
      (next, context) => async (args) => {
        if (context.commandName !== 'GetObjectCommand') return await next(args);
        underWay += 1;
        most = Math.max(most, underWay);
        return await next(args).finally(() => {
          underWay -= 1;
        });
      },
      { step: 'initialize' },
    );
    expect((await memory.places(everywhere)).map(({ accountId }) => accountId)).toEqual(ids);
    expect(most).toBe(8);
    most = 0;
    expect((await memory.vocabulary()).places).toHaveLength(60);
    expect(most).toBe(8);
  });
});
