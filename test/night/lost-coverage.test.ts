import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { terminate } from './estate/site.ts';
import { quiet } from './world/digest.ts';
import { counting, held, output, pathless, textsOf, unencrypted, unencryptedLine } from './world/expected.ts';
import { gapId, type Held } from './world/hub.ts';
import { Night } from './world/night.ts';

const night = new Night();
let before: Held[];

beforeAll(async () => {
  await night.start();
  await night.run('first');
  before = await held(night);
});
afterAll(() => night.stop());

/** What cannot be read completely when WorkSpaces cannot be listed: they name interfaces, keys and bundles to ask for. */
const lost = [
  'ec2:DescribeNetworkInterfaces',
  'kms:DescribeKey',
  'kms:GetKeyPolicy',
  'workspaces:DescribeWorkspaceBundles',
  'workspaces:DescribeWorkspaces',
];

describe('what a run could not see', () => {
  const sites = () => [night.site(2), night.site(3)];
  const gaps = () => sites().flatMap((at) => lost.map((operation) => gapId(at, operation)));
  const inDoubt = () => sites().flatMap(pathless).sort();
  const gapLines = () =>
    sites().flatMap(({ accountId, region }) => lost.map((operation) => `${accountId} ${region} ${operation}`));

  test('an operation that is denied in one account is reported there, and what it hides is not taken for mended', async () => {
    const [east] = [night.site(2)];
    await terminate(east.clients, east.plainId);
    night.router.faults.denied.push({ accountId: east.accountId, action: 'workspaces:DescribeWorkspaces' });
    const run = await night.run('denied');
    night.router.faults.clear();
    expect(run).toMatchObject({ status: 'SUCCEEDED', output: { ...output('denied'), coverageLost: 2 * lost.length } });
    expect(textsOf(run.offers)).toStrictEqual([
      ...gaps().map((id) => `${id} ACTIVE NOT_AVAILABLE`),
      ...inDoubt().map((id) => `${id} ACTIVE FAILED`),
    ]);
    expect(run.digests).toStrictEqual([{ ...quiet, coverageLost: gapLines() }]);
    expect((await held(night)).filter(({ id }) => !gaps().includes(id))).toStrictEqual(before);
  });

  test('once it is allowed again, the gap is closed, and what was mended meanwhile is archived', async () => {
    const east = night.site(2);
    const run = await night.run('allowed');
    const archived = [...gaps(), unencrypted(east, east.plainId)];
    expect(textsOf(run.offers)).toStrictEqual(
      [
        ...archived.map((id) => `${id} ARCHIVED PASSED`),
        ...[counting(east), ...inDoubt()].map((id) => `${id} ACTIVE FAILED`),
      ].sort(),
    );
    const resolved = [unencryptedLine(east, east.plainId)];
    expect(run.digests).toStrictEqual([{ ...quiet, resolved, coverageRegained: gapLines() }]);
    before = await held(night);
  });

  test('an account whose role cannot be assumed is reported as lost, and the run succeeds', async () => {
    const [east, west] = [night.site(4), night.site(5)];
    await terminate(east.clients, east.plainId);
    night.router.faults.brokenRoles.add(east.accountId);
    const run = await night.run('broken');
    night.router.faults.clear();
    expect(run).toMatchObject({ status: 'SUCCEEDED', output: { ...output('broken'), lost: 2 }, offers: [] });
    const unreached = [east, west].map(({ accountId, region }) =>
      expect.stringMatching(new RegExp(`^${accountId} ${region} reading it failed: .*AccessDenied`)),
    );
    expect(run.digests).toStrictEqual([{ ...quiet, targets: 4, unreached }]);
    expect(await held(night)).toStrictEqual(before);
  });

  test('once its role can be assumed again, only what was mended meanwhile is told', async () => {
    const east = night.site(4);
    const run = await night.run('restored');
    expect(run).toMatchObject({ status: 'SUCCEEDED', output: output('restored') });
    expect(textsOf(run.offers)).toStrictEqual([
      `${counting(east)} ACTIVE FAILED`,
      `${unencrypted(east, east.plainId)} ARCHIVED PASSED`,
    ]);
    expect(run.digests).toStrictEqual([{ ...quiet, resolved: [unencryptedLine(east, east.plainId)] }]);
  });
});
