import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launch, terminate } from './estate/site.ts';
import { quiet } from './world/digest.ts';
import { secrets } from './world/environments.ts';
import { counting, held, output, textsOf, unencrypted, unencryptedLine } from './world/expected.ts';
import type { Held } from './world/hub.ts';
import { metricsIn } from './world/metrics.ts';
import { Night } from './world/night.ts';
import { scan } from './world/scan.ts';

const night = new Night();
beforeAll(() => night.start());
afterAll(() => night.stop());

/** Times, hashes and ids of map runs are new each time. */
const withoutNews = (key: string): string =>
  key.replace(/\d{4}-\d\d-\d\dT[^/]+Z|[0-9a-f]{64}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/, '…');

// Each night follows the one before: what a run remembers is what is tested.
describe('night after night, in an organization of three accounts and two Regions', () => {
  let before: Held[];

  test('the first night tells Security Hub and the queue what a scan finds', async () => {
    const { sites, accounts } = night.organization;
    const { findings, gaps, highestSeverity } = await scan(accounts);
    expect(findings).toEqual(expect.arrayContaining(sites.map((at) => unencrypted(at, at.plainId))));
    const run = await night.run('first');
    expect(run).toMatchObject({ status: 'SUCCEEDED', output: { ...output('first'), coverageLost: gaps.length } });
    const expected = [
      ...findings.map((id) => `${id} ACTIVE FAILED`),
      ...gaps.map((id) => `${id} ACTIVE NOT_AVAILABLE`),
    ];
    expect(textsOf(run.offers)).toStrictEqual(expected.sort());
    before = await held(night);
    expect(before.map(({ id, state }) => `${id} ${state}`).sort()).toStrictEqual(expected);
    const lines = findings
      .map((id) => id.split('/'))
      .map(([, account, region, rule, , subject]) => {
        return `${account} ${region} ${rule} ${subject}`;
      });
    const coverageLost = gaps.map((id) => id.split('/').slice(2).join(' '));
    expect(run.digests).toStrictEqual([
      { ...quiet, newFindings: true, highestSeverity, appeared: lines.sort(), coverageLost },
    ]);
  });

  test('the evidence is in the bucket', async () => {
    const keys = night.organization.sites.flatMap(({ accountId, region }) => [
      `baselines/${accountId}/${region}/record.json`,
      `baselines/${accountId}/${region}/….ndjson.gz`,
      `checkpoints/first/${accountId}-${region}/beginning.json`,
      `directories/${accountId}/${region}.json`,
      `ledgers/${accountId}/${region}.json`,
      `reports/${accountId}/${region}/….json.gz`,
      `runs/first/news/${accountId}-${region}.json`,
      `snapshots/${accountId}/${region}/….ndjson.gz`,
    ]);
    const results = ['SUCCEEDED_0', 'manifest'].map((name) => `runs/first/results/…/${name}.json`);
    const run = ['summary', 'targets'].map((name) => `runs/first/${name}.json`);
    const expected = [...keys, ...results, ...run, 'runs/last.json'].sort();
    expect((await night.storage.keys()).map(withoutNews).sort()).toStrictEqual(expected);
  });

  test('the metrics that the alarms watch are in the log, and no secret is', async () => {
    const { log } = night.functions;
    expect(metricsIn(log, 'WorkSpacesAuditor')).toStrictEqual({
      SuccessfulRun: [1],
      LostCoverage: [before.filter(({ state }) => state === 'ACTIVE NOT_AVAILABLE').length],
      Unpublished: [0],
    });
    expect(night.router.secrets.length).toBeGreaterThan(0);
    for (const secret of [...secrets, ...night.router.secrets]) expect(log).not.toContain(secret);
  });

  test('the same again sends nothing and has nothing to tell', async () => {
    const run = await night.run('unchanged');
    expect(run).toMatchObject({ status: 'SUCCEEDED', output: output('unchanged'), offers: [], digests: [quiet] });
    expect(await held(night)).toStrictEqual(before);
  });

  test('what was mended is archived, and nothing else', async () => {
    const at = night.site(0);
    const mended = unencrypted(at, at.plainId);
    await terminate(at.clients, at.plainId);
    const run = await night.run('mended');
    expect(textsOf(run.offers)).toStrictEqual([`${counting(at)} ACTIVE FAILED`, `${mended} ARCHIVED PASSED`]);
    expect(run.digests).toStrictEqual([{ ...quiet, resolved: [unencryptedLine(at, at.plainId)] }]);
    before = before.map((one) => (one.id === mended ? { ...one, state: 'ARCHIVED PASSED' } : one));
    expect(await held(night)).toStrictEqual(before);
  });

  test('findings that Security Hub refuses are not taken for published, and sent again the next night', async () => {
    const at = night.site(1);
    const made: string[] = [];
    for (let count = 0; count < 4; count += 1) made.push(await launch(at.clients, at.directoryId, false));
    const [taken = '', ...refused] = made.map((id) => unencrypted(at, id)).sort();
    for (const id of refused) night.router.faults.rejected.add(id);
    const run = await night.run('refused');
    night.router.faults.clear();
    expect(run.output).toStrictEqual({ ...output('refused'), unpublished: 3 });
    // A refused finding is offered twice: the second time might have helped.
    expect(textsOf(run.offers)).toStrictEqual(
      [counting(at), taken, ...refused, ...refused].map((id) => `${id} ACTIVE FAILED`).sort(),
    );
    expect(run.digests).toMatchObject([{ appeared: made.map((id) => unencryptedLine(at, id)).sort() }]);
    const now = await held(night);
    expect(made.filter((id) => now.some((one) => one.id === unencrypted(at, id))).length).toBe(1);

    const next = await night.run('next');
    expect(next).toMatchObject({ status: 'SUCCEEDED', output: output('next'), digests: [quiet] });
    expect(textsOf(next.offers)).toStrictEqual(refused.map((id) => `${id} ACTIVE FAILED`));
    const ids = (await held(night)).map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining([taken, ...refused]));
  });
});
