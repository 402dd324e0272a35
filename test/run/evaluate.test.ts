import { afterEach, beforeEach, expect, test } from 'vitest';
import { fingerprint } from '../../lib/findings/index.ts';
import { parseReport } from '../../lib/report/index.ts';
import { directory, ipGroup, type MadeUp, workspace } from '../cli/estate.ts';
import { dieAt, Nights, place, timeOf } from './nights.ts';

let nights: Nights;
beforeEach(async () => {
  nights = new Nights();
  await nights.start();
});
afterEach(() => nights.stop());

const evaluate = async (night: number, made?: MadeUp) => nights.evaluate(await nights.collect(night, made), night);
const names = (results: readonly { readonly ruleId: string; readonly subject: { readonly id: string } }[] = []) =>
  results.map(({ ruleId, subject }) => `${ruleId} ${subject.id}`);
const denial = { status: 'denied', errorCode: 'AccessDeniedException', message: 'not allowed' };
const lost = { ...place, operation: 'workspaces:DescribeIpGroups', ...denial };
const other: MadeUp = {
  resources: [
    directory('d-1', { ipGroupIds: ['wsipg-1'] }),
    directory('d-2'),
    workspace('ws-1', 'd-1', false),
    workspace('ws-2', 'd-2', true),
  ],
  coverage: { 'workspaces:DescribeIpGroups': denial },
};

test('the first night stores the report, the ledger, the baseline and the news', async () => {
  const output = await evaluate(1);
  expect(output).toEqual({
    run: 'night-1',
    target: { ...place, partition: 'aws', roleArn: null, directories: null },
    snapshot: `snapshots/111122223333/us-east-1/${timeOf(1)}.ndjson.gz`,
    report: `reports/111122223333/us-east-1/${timeOf(1)}.json.gz`,
    news: 'runs/night-1/news/111122223333-us-east-1.json',
  });
  const report = parseReport(JSON.parse(nights.report(1)), 'report');
  const found = ['demo-encrypted ws-2', 'demo-ip-groups d-2', 'demo-group-rules wsipg-2'];
  expect([names(report.results), report.summary.results]).toEqual([found, 6]);
  const ledger = await nights.ledger();
  expect(ledger?.findings.map(({ result, id }) => [result, id])).toEqual(
    report.results
      .map((result) => [result, fingerprint(result.ruleId, result.subject)] as const)
      .toSorted(([, a], [, b]) => (a < b ? -1 : 1)),
  );
  expect(await nights.news(1)).toEqual({
    ...{ formatVersion: 1, ...place, capturedAt: timeOf(1), superseded: false },
    diff: { appeared: report.results, resolved: [], changed: [], coverage: { lost: [], regained: [] } },
    ...{ now: report.summary, before: null },
  });
  expect([...nights.s3.objects.keys()].filter((key) => key.startsWith('baselines/')).length).toBe(2);
});

test('a later night tells what is different, and the totals of the one before', async () => {
  const first = await evaluate(1).then(() => nights.news(1));
  await evaluate(2, other);
  const news = await nights.news(2);
  expect([names(news?.diff.appeared), names(news?.diff.resolved), news?.diff.changed, news?.diff.coverage]).toEqual([
    ['demo-encrypted ws-1'],
    ['demo-encrypted ws-2'],
    [],
    { lost: [lost], regained: [] },
  ]);
  expect([news?.before, news?.now]).toEqual([first?.now, (await nights.ledger())?.summary]);
  await evaluate(3);
  expect((await nights.news(3))?.diff.coverage).toEqual({ lost: [], regained: [lost] });
});

test('findings that were excepted, and exceptions that ran out, are changes', async () => {
  const exception = (expires: string) =>
    `exceptions: [{ rule: demo-encrypted, subject: ws-2, reason: Test, owner: team, expires: ${expires} }]`;
  await evaluate(1);
  nights.s3.put('configuration/wsaudit.yaml', exception('2027-02-02'));
  await evaluate(2);
  await evaluate(3);
  for (const [night, before, after] of [
    [2, null, false],
    [3, false, true],
  ] as const) {
    const changed = (await nights.news(night))?.diff.changed.map((each) => [
      each.before.exception?.expired ?? null,
      each.after.exception?.expired,
    ]);
    expect(changed).toEqual([[before, after]]);
  }
});

test('what is excepted from the start appeared', async () => {
  const text = 'exceptions: [{ rule: demo-encrypted, subject: ws-2, reason: Test, owner: team, expires: 2027-02-02 }]';
  nights.s3.put('configuration/wsaudit.yaml', text);
  await evaluate(1);
  expect(names((await nights.news(1))?.diff.appeared)).toContain('demo-encrypted ws-2');
});

test('a run of some directories resolves nothing outside them, and its totals are compared with none', async () => {
  await evaluate(1);
  const some = { resources: [directory('d-1', { ipGroupIds: ['wsipg-1'] }), ipGroup('wsipg-1', '203.0.113.7')] };
  await evaluate(2, { ...some, scope: { directories: ['d-1'] } });
  const news = await nights.news(2);
  expect([news?.diff.resolved, news?.before]).toEqual([[], null]);
  expect((await nights.ledger())?.findings.map(({ state }) => state)).toEqual(['open', 'open', 'open']);
});

test('a run that a newer one overtook is no failure, and has no news', async () => {
  const late = await nights.collect(1);
  await evaluate(2, other);
  const before = await nights.ledger();
  await nights.evaluate(late, 1);
  const news = await nights.news(1);
  expect([news?.superseded, news?.diff, news?.before]).toEqual([
    true,
    { appeared: [], resolved: [], changed: [], coverage: { lost: [], regained: [] } },
    null,
  ]);
  expect(await nights.ledger()).toEqual(before);
});

test('a night that a question about some directories overtook is judged all the same', async () => {
  const late = await nights.collect(1);
  await evaluate(2, { resources: [directory('d-1')], scope: { directories: ['d-1'] } });
  await nights.evaluate(late, 1);
  expect(names((await nights.news(1))?.diff.appeared)).toEqual([
    'demo-encrypted ws-2',
    'demo-ip-groups d-2',
    'demo-group-rules wsipg-2',
  ]);
});

test('a scope that leaves nothing of one account and Region is no mistake: it speaks of others', async () => {
  nights.s3.put('configuration/wsaudit.yaml', 'scope: { directories: { include: ["d-9*"] } }');
  await evaluate(1);
  // No directory uses this group, so no scope leaves it out.
  expect(names((await nights.news(1))?.diff.appeared)).toEqual(['demo-group-rules wsipg-2']);
});

test('a snapshot that is not there is damage', async () => {
  const input = await nights.collect(1);
  nights.s3.objects.delete(input.snapshot);
  await expect(nights.evaluate(input, 1)).rejects.toThrow(`${input.snapshot}: the snapshot to evaluate is not there`);
});

test('the report of a snapshot stands, although the configuration was changed before a second try', async () => {
  const input = await nights.collect(1);
  await nights.evaluate(input, 1);
  const before = nights.s3.texts();
  nights.s3.put('configuration/wsaudit.yaml', 'rules: { demo-encrypted: { severity: LOW } }');
  await nights.evaluate(input, 1);
  const { 'configuration/wsaudit.yaml': _, ...after } = nights.s3.texts();
  expect(after).toEqual(before);
});

/** The bucket after two nights, of which the second one's first try dies at a write. */
async function twoNights(write: number, when: 'before' | 'after') {
  const here = new Nights();
  await here.start();
  try {
    await here.evaluate(await here.collect(1), 1);
    const input = await here.collect(2, other);
    const death = dieAt(here.there, write, when);
    const died = await here.evaluate(input, 2).then(
      () => false,
      () => true,
    );
    death.end();
    if (died) await here.evaluate(input, 2);
    return { died, writes: death.writes(), texts: here.s3.texts() };
  } finally {
    here.stop();
  }
}

test('a step that dies at any of its writes is repeated without harm', async () => {
  const whole = await twoNights(0, 'before');
  expect([whole.died, whole.writes]).toEqual([false, 4]);
  for (let write = 1; write <= whole.writes; write += 1) {
    for (const when of ['before', 'after'] as const) {
      const { died, texts } = await twoNights(write, when);
      expect([write, when, died, texts]).toEqual([write, when, true, whole.texts]);
    }
  }
});

test('so is the first one, which also makes its snapshot the baseline', async () => {
  const run = async (write: number, when: 'before' | 'after') => {
    const here = new Nights();
    await here.start();
    try {
      const input = await here.collect(1);
      const death = dieAt(here.there, write, when);
      if (write > 0) await expect(here.evaluate(input, 1)).rejects.toThrow('died');
      death.end();
      await here.evaluate(input, 1);
      return here.s3.texts();
    } finally {
      here.stop();
    }
  };
  const whole = await run(0, 'before');
  for (const write of [1, 2, 3, 4, 5]) {
    for (const when of ['before', 'after'] as const)
      expect([write, when, await run(write, when)]).toEqual([write, when, whole]);
  }
});
