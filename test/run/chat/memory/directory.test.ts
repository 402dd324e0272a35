import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Judged } from '../../../../lib/chat/memory.ts';
import type { Result } from '../../../../lib/model/report.ts';
import { directory, ipGroup, type MadeUp, workspace } from '../../../cli/estate.ts';
import { timeOf } from '../../nights.ts';
import { Runs, sharing, strict } from './runs.ts';

const place = { accountId: '111122223333', region: 'us-east-1' };
const here = `${place.accountId} ${place.region}`;
const [one, two] = ['d-9067000001', 'd-9067000002'];
const only = { accounts: [place.accountId], regions: [place.region] };
const denial = { status: 'denied', errorCode: 'AccessDeniedException', message: 'not allowed' };
const directories = 'workspaces:DescribeWorkspaceDirectories';

/** Two directories; each has a group and a WorkSpace, and they share a group. One group and one WorkSpace are nobody's. */
const estate: MadeUp = {
  resources: [
    directory(one, { ipGroupIds: ['wsipg-1', 'wsipg-both'] }),
    directory(two, { ipGroupIds: ['wsipg-2', 'wsipg-both'] }),
    workspace('ws-1', one, false),
    workspace('ws-2', two, false),
    ['Workspace', { WorkspaceId: 'ws-0', RootVolumeEncryptionEnabled: false }],
    ipGroup('wsipg-1'),
    ipGroup('wsipg-2'),
    ipGroup('wsipg-both'),
    ipGroup('wsipg-0'),
  ],
};

let runs: Runs;
let demo: Runs['packs'];
beforeEach(async () => {
  runs = new Runs();
  demo = runs.packs;
  await runs.start();
});
afterEach(() => runs.stop());

const run = (night: number, made: MadeUp) => runs.run(`night-${night}`, night, { [here]: made }, only);
const ask = (night: number, made: MadeUp, ids: string[] = [one]) =>
  runs.run(`asked-${night}`, night, { [here]: made }, { ...only, directories: ids });
const recall = async (id = one): Promise<Judged | undefined> => (await runs.memory()).directory({ id, ...place });
const lines = (results: readonly Result[] = []) =>
  results.map(
    ({ ruleId, status, subject }) => `${ruleId} ${subject.id} ${status === 'NON_COMPLIANT' ? 'open' : status}`,
  );
const recalled = async (id = one) => {
  const judged = await recall(id);
  return judged && [judged.capturedAt, ...lines(judged.results)];
};

test('a directory is told with what it uses, and without what is others’ or nobody’s', async () => {
  await run(1, estate);
  const judged = await recall();
  expect({ ...judged, results: lines(judged?.results) }).toEqual({
    ...{ ...place, capturedAt: timeOf(1), coverage: [] },
    snapshot: `snapshots/${place.accountId}/${place.region}/${timeOf(1)}.ndjson.gz`,
    report: `reports/${place.accountId}/${place.region}/${timeOf(1)}.json.gz`,
    results: ['demo-encrypted ws-1 open', 'demo-group-rules wsipg-1 open', 'demo-group-rules wsipg-both open'],
  });
  expect(await recalled(two)).toEqual([
    timeOf(1),
    'demo-encrypted ws-2 open',
    'demo-group-rules wsipg-2 open',
    'demo-group-rules wsipg-both open',
  ]);
});

test('an alias is told with the directory that it leads to', async () => {
  const alias = (id: string, ResourceId: string) =>
    ['ConnectionAlias', { AliasId: id, State: 'CREATED', Associations: [{ ResourceId }] }] as const;
  await run(1, {
    resources: [directory(one), alias('wsca-1', one), alias('wsca-2', two), ['ConnectionAlias', { AliasId: 'wsca-3' }]],
    coverage: { 'workspaces:DescribeConnectionAliases': {} },
  });
  runs.s3.put('configuration/packs/alias.json', aliasPack);
  await run(2, {
    resources: [directory(one), alias('wsca-1', one), alias('wsca-2', two), ['ConnectionAlias', { AliasId: 'wsca-3' }]],
    coverage: { 'workspaces:DescribeConnectionAliases': {} },
  });
  expect(await recalled()).toEqual([timeOf(2), 'demo-ip-groups d-9067000001 open', 'alias-named wsca-1 open']);
});

test('what could not be read is told with it, and the account is not', async () => {
  await run(1, {
    ...estate,
    coverage: { 'workspaces:DescribeIpGroups': denial, 'workspaces:DescribeWorkspaces': denial },
  });
  const judged = await recall();
  expect(lines(judged?.results)).toEqual([
    'demo-encrypted ws-1 open',
    'demo-group-rules wsipg-1 open',
    'demo-group-rules wsipg-both open',
  ]);
  expect(judged?.coverage.map(({ operation }) => operation)).toEqual([
    'workspaces:DescribeIpGroups',
    'workspaces:DescribeWorkspaces',
  ]);
  await run(2, {
    resources: [directory(one, { ipGroupIds: ['wsipg-1'] })],
    coverage: { 'workspaces:DescribeIpGroups': denial },
  });
  expect(await recalled()).toEqual([timeOf(2), 'demo-group-rules wsipg-1 INSUFFICIENT_DATA']);
});

describe('the newest look counts', () => {
  const mended: MadeUp = {
    resources: [
      directory(one, { ipGroupIds: ['wsipg-1'] }),
      workspace('ws-1', one, true),
      ipGroup('wsipg-1', '192.0.2.1'),
    ],
  };

  test('a question after the night, for what it asked about', async () => {
    await run(1, estate);
    await ask(2, mended);
    expect(await recalled(one)).toEqual([timeOf(2)]);
    expect((await recalled(two))?.[0]).toBe(timeOf(1));
  });

  test('the night after a question', async () => {
    await ask(1, mended);
    await run(2, estate);
    expect((await recalled())?.[0]).toBe(timeOf(2));
  });

  test('a night that ends after a question that was asked in it does not', async () => {
    await ask(2, mended);
    await run(1, estate);
    expect(await recalled(one)).toEqual([timeOf(2)]);
    expect((await recalled(two))?.[0]).toBe(timeOf(1));
  });

  test('a night that could not list directories leaves what was known', async () => {
    await run(1, estate);
    await run(2, { resources: [], coverage: { [directories]: denial } });
    expect((await recalled())?.[0]).toBe(timeOf(1));
  });

  test('of a directory that is gone there is nothing to tell', async () => {
    await run(1, estate);
    await run(2, { resources: [directory(two)] });
    expect([await recall(one), (await recalled(two))?.[0]]).toEqual([undefined, timeOf(2)]);
    await ask(3, { resources: [] }, [two]);
    expect(await recall(two)).toBeUndefined();
  });
});

describe('what takes the whole Region to judge', () => {
  beforeEach(() => {
    runs.packs = [sharing];
  });

  test('is as the Region was before the question', async () => {
    await run(1, estate);
    await ask(2, estate);
    expect(await recalled()).toEqual([timeOf(2), 'sharing-single wsipg-1 open', 'sharing-single wsipg-both open']);
    expect((await recall())?.results[0]?.reason).toBe('There are 2.');
  });

  test('is left out where it was in order', async () => {
    const single = { resources: [directory(one, { ipGroupIds: ['wsipg-1'] }), ipGroup('wsipg-1')] };
    await run(1, single);
    await ask(2, single);
    expect(await recalled()).toEqual([timeOf(2)]);
  });

  test('stays unjudged where no night came before, where the subject is newer, and where the rule is off', async () => {
    await ask(1, estate);
    const unjudged = ['sharing-single wsipg-1 INSUFFICIENT_DATA', 'sharing-single wsipg-both INSUFFICIENT_DATA'];
    expect(await recalled()).toEqual([timeOf(1), ...unjudged]);
    await run(2, {
      resources: [directory(one, { ipGroupIds: ['wsipg-both'] }), directory(two), ipGroup('wsipg-both')],
    });
    await ask(3, estate);
    expect(await recalled()).toEqual([
      timeOf(3),
      'sharing-single wsipg-1 INSUFFICIENT_DATA',
      'sharing-single wsipg-both open',
    ]);
    runs.packs = [sharing, ...demo];
    runs.s3.put('configuration/wsaudit.yaml', 'rules: { sharing-single: { enabled: false } }');
    expect(await recalled()).toEqual([timeOf(3), ...unjudged]);
  });

  test('is told although another directory was asked about in between', async () => {
    await run(1, estate);
    await ask(2, estate, [two]);
    await ask(3, estate);
    expect(await recalled()).toEqual([timeOf(3), 'sharing-single wsipg-1 open', 'sharing-single wsipg-both open']);
  });

  test('stays unjudged where the question was denied something besides, and where it is no matter of scope', async () => {
    runs.packs = [strict];
    const { resources } = estate;
    await run(1, estate);
    const without = resources.filter(([type]) => type !== 'WorkspacesIpGroup');
    await ask(2, { resources: without, coverage: { 'workspaces:DescribeIpGroups': denial } });
    const left = await recall();
    expect(left?.results.map(({ subject, missing }) => [subject.id, missing])).toEqual([
      ['wsipg-1', ['workspaces:DescribeIpGroups']],
      ['wsipg-both', ['workspaces:DescribeIpGroups']],
    ]);
    runs.packs = demo;
    await run(4, estate);
    await ask(5, { resources: [directory(one, { ipGroupIds: ['wsipg-1'], State: 'ODD' })] });
    const [odd] = (await recall())?.results ?? [];
    expect([odd?.ruleId, odd?.status, odd?.missing]).toEqual(['demo-ip-groups', 'INSUFFICIENT_DATA', []]);
  });

  test('is not taken from a later night, nor from another question', async () => {
    await ask(1, estate, [two]);
    await ask(2, estate, [one]);
    const late = await runs.collect(3, estate);
    expect(late.snapshot).toContain(timeOf(3));
    expect((await recalled())?.slice(1)).toEqual([
      'sharing-single wsipg-1 INSUFFICIENT_DATA',
      'sharing-single wsipg-both INSUFFICIENT_DATA',
    ]);
  });
});

test.each(['snapshots', 'reports'])('a directory of which the %s are no longer kept is not told', async (kind) => {
  await run(1, estate);
  for (const key of runs.s3.objects.keys()) if (key.startsWith(`${kind}/`)) runs.s3.objects.delete(key);
  expect(await recall()).toBeUndefined();
});

const aliasPack = JSON.stringify({
  ...{ id: 'alias', version: '1.0.0', title: 'Aliases', description: 'Of aliases.', parameters: {} },
  rules: [
    {
      ...{ id: 'alias-named', title: 'Aliases have another state', severity: 'LOW', subject: 'connectionAlias' },
      requires: { fact: 'id', operator: 'equal', value: 'wsca-none' },
      reason: { compliant: 'It is none.', nonCompliant: 'It is {id}.' },
      ...{ remediation: 'Rename it.', controls: [] },
      source: { section: 'Redirection', url: 'https://docs.aws.amazon.com/workspaces/' },
      examples: [
        { name: 'none', facts: { id: 'wsca-none' }, outcome: 'COMPLIANT' },
        { name: 'one', facts: { id: 'wsca-1' }, outcome: 'NON_COMPLIANT' },
      ],
    },
  ],
});
