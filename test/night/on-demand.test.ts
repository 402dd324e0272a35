import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launch } from './estate/site.ts';
import { quiet } from './world/digest.ts';
import { counting, held, output, textsOf, unencrypted } from './world/expected.ts';
import { metricsIn } from './world/metrics.ts';
import { Night } from './world/night.ts';

const night = new Night();
beforeAll(() => night.start());
afterAll(() => night.stop());

const lookUp = 'cloudtrail:LookupEvents';

/** How often each function was invoked. */
const countsOf = (invocations: readonly { readonly name: string }[]) =>
  Object.fromEntries(
    Object.entries(Object.groupBy(invocations, ({ name }) => name)).map(([name, all]) => [name, all?.length]),
  );

describe('runs on demand', () => {
  test('a run of one directory touches nothing else', async () => {
    const at = night.site(3);
    const { accountId, region, directoryId } = at;
    const run = await night.run('some', { accounts: [accountId], regions: [region], directories: [directoryId] });
    expect(run).toMatchObject({ status: 'SUCCEEDED', output: { ...output('some'), whole: false, targets: 1 } });
    expect(countsOf(run.invocations)).toStrictEqual({ plan: 1, collect: 1, evaluate: 1, publish: 1, digest: 1 });
    // The alarm for want of a successful run goes by whole runs only.
    const metrics = metricsIn(night.functions.get('digest').log, 'WorkSpacesAuditor');
    expect(metrics).toStrictEqual({ LostCoverage: [expect.any(Number)], Unpublished: [0] });
    expect(new Set(run.offers.map((offer) => `${offer.accountId} ${offer.region}`))).toStrictEqual(
      new Set([`${accountId} ${region}`]),
    );
    expect(run.offers.map(({ id }) => id)).toContain(unencrypted(at, at.plainId));
    const places = (await night.storage.keys())
      .filter((key) => /^(snapshots|ledgers|reports)/.test(key))
      .map((key) => key.split('/').slice(1, 3).join(' ').replace('.json', ''));
    expect(new Set(places)).toStrictEqual(new Set([`${accountId} ${region}`]));
  });

  test('events are looked up where that is allowed, at the pace that CloudTrail bears', async () => {
    const { accountId, region, directoryId } = night.site(3);
    night.router.faults.trails.add(accountId);
    const started = performance.now();
    const run = await night.run('trail', { accounts: [accountId], regions: [region], directories: [directoryId] });
    const seconds = (performance.now() - started) / 1000;
    night.router.faults.clear();
    expect(run).toMatchObject({
      status: 'SUCCEEDED',
      offers: [],
      output: { lost: 0, coverageLost: 0, unpublished: 0 },
    });
    const [snapshot = ''] = (await night.storage.keys(`snapshots/${accountId}/${region}/`)).slice(-1);
    const lines = String(gunzipSync(await night.storage.bytes(snapshot))).split('\n');
    expect(lines.find((line) => line.includes(`"operation":"${lookUp}"`))).toContain('"status":"complete"');
    const asked = night.router.calls.filter(({ action }) => action === lookUp);
    expect(new Set(asked.map((call) => `${call.accountId} ${call.region}`))).toStrictEqual(
      new Set([`${accountId} ${region}`]),
    );
    expect(seconds).toBeGreaterThan((asked.length - 1) / 2);
    expect(asked.length).toBeGreaterThan(20);
  });

  test('a request for what is not audited fails with the reason, before anything is read', async () => {
    const run = await night.run('stranger', { accounts: ['999999999999'] });
    expect(run).toMatchObject({ status: 'FAILED', error: 'InputError', offers: [], digests: [] });
    expect(run.cause).toContain('$.accounts[0]: the deployment does not audit 999999999999');
    expect(countsOf(run.invocations)).toStrictEqual({ plan: 1 });
  });

  test('a step that Lambda could not start is tried again', async () => {
    night.router.faults.unavailable.set('evaluate', 1).set('publish', 1).set('digest', 1);
    const run = await night.run('retried');
    expect(run).toMatchObject({
      status: 'SUCCEEDED',
      output: { run: 'retried', whole: true, targets: 6, lost: 0, unpublished: 0 },
    });
    expect(countsOf(run.invocations)).toStrictEqual({ plan: 1, collect: 6, evaluate: 7, publish: 7, digest: 2 });
    expect(run.digests).toHaveLength(1);
  });

  test('what could not be published is said, and published the next time', async () => {
    const at = night.site(2);
    const made = unencrypted(at, await launch(at.clients, at.directoryId, false));
    night.router.functions.delete('publish');
    const run = await night.run('unpublished');
    night.router.functions.set('publish', night.functions.get('publish'));
    expect(run).toMatchObject({
      status: 'SUCCEEDED',
      output: { ...output('unpublished'), unpublished: 6 },
      offers: [],
    });
    const next = await night.run('published');
    expect(textsOf(next.offers)).toStrictEqual([`${counting(at)} ACTIVE FAILED`, `${made} ACTIVE FAILED`]);
  });

  test('two runs at once lose nothing of each other', async () => {
    const at = night.site(0);
    const made = unencrypted(at, await launch(at.clients, at.directoryId, false));
    const runs = await night.runTogether(['left', 'right']);
    const whole = { status: 'SUCCEEDED', output: { targets: 6, lost: 0, unpublished: 0 } };
    expect(runs).toMatchObject([whole, whole]);
    expect(new Set(textsOf(night.router.offers))).toStrictEqual(
      new Set([`${counting(at)} ACTIVE FAILED`, `${made} ACTIVE FAILED`]),
    );
    expect((await night.digests()).filter(({ appeared }) => appeared.length > 0)).toHaveLength(1);
    const before = await held(night);
    const after = await night.run('after');
    expect(after).toMatchObject({ status: 'SUCCEEDED', output: output('after'), offers: [], digests: [quiet] });
    expect(await held(night)).toStrictEqual(before);
  });

  test('collecting that runs out of time goes on where it was, and reads the same', async () => {
    const { accountId, region } = night.site(5);
    const contentOf = async () => {
      const keys = await night.storage.keys(`snapshots/${accountId}/${region}/`);
      const bytes = await night.storage.bytes(keys.at(-1) ?? '');
      return String(gunzipSync(bytes)).replace(/"capturedAt":"[^"]+"/, '');
    };
    const inOneGo = await contentOf();
    // The function stops a minute before its time is up, so that it has a second here.
    await night.useCollect({ timeoutSeconds: 61 });
    night.router.faults.late.set(accountId, 400);
    const run = await night.run('slow', { accounts: [accountId], regions: [region] });
    night.router.faults.clear();
    expect(run).toMatchObject({ status: 'SUCCEEDED', offers: [], output: { lost: 0, coverageLost: 0 } });
    const answers = run.invocations
      .filter(({ name }) => name === 'collect')
      .map(({ answer }) => JSON.parse(answer).done);
    expect(answers.length).toBeGreaterThan(2);
    expect(answers).toStrictEqual([...answers.slice(1).map(() => false), true]);
    expect(await contentOf()).toBe(inOneGo);
    // What is left says when it began, so that whoever asks once more is given the same snapshot.
    const left = await night.storage.keys('checkpoints/slow/');
    expect(left).toStrictEqual([`checkpoints/slow/${accountId}-${region}/beginning.json`]);
  });
});
