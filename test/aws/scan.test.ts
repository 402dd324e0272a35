import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { parsePack } from '../../lib/engine/index.ts';
import { operationsOf } from '../../lib/findings/index.ts';
import { isOptional } from '../../lib/snapshot/optional.ts';
import { withCertificate } from './certificate.ts';
import { type AwsDouble, credentialsOf, type Fault, loadEstateSnapshot, startAwsDouble } from './index.ts';
import { reportOf, wsaudit } from './wsaudit.ts';

const clean = 'examples/clean/111122223333-us-west-2.ndjson';
const estate = 'examples/estate/111122223333-us-east-1.ndjson';
const gov = 'examples/estate/444455556666-us-gov-west-1.ndjson';
const credentials = credentialsOf('111122223333');

/** The double plays the three services that hold the fleet, so that only rules that ask no other can all be judged. */
const fleetRules = readdirSync('rules')
  .filter((name) => name.endsWith('.json') && !name.endsWith('.schema.json'))
  .flatMap((name) => parsePack(readFileSync(join('rules', name), 'utf8'), name).rules)
  .filter((rule) => !operationsOf(rule).some(isOptional))
  .flatMap(({ id }) => ['--rule', id]);
const scanClean = ['scan', '--region', 'us-west-2', '--format', 'json', '--all', ...fleetRules];

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'wsaudit-test-'));
});
afterAll(() => rm(directory, { recursive: true }));

const running: AwsDouble[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((aws) => aws.stop()));
});

async function start(files: readonly string[], faults: readonly Fault[] = []): Promise<AwsDouble> {
  const aws = await startAwsDouble({ snapshots: await Promise.all(files.map(loadEstateSnapshot)), faults });
  running.push(aws);
  return aws;
}

const outside = { url: 'http://127.0.0.1:9', credentials: undefined };

describe('scan, as a process of its own against the double', () => {
  test('judges a Region as evaluate judges the snapshot of it, and exits with 0 when all is well', async () => {
    const { url } = await start([clean]);
    const saved = join(directory, 'clean.ndjson');
    const scanned = await wsaudit([...scanClean, '--save', saved], { url, credentials });
    const evaluate = ['evaluate', saved, '--format', 'json', '--all', ...fleetRules];
    const evaluated = reportOf(await wsaudit(evaluate, outside));
    const report = reportOf(scanned);
    expect([report.results, report.summary, report.coverage]).toStrictEqual([
      evaluated.results,
      evaluated.summary,
      evaluated.coverage,
    ]);
    expect(scanned.status).toBe(0);
  });

  test('exits with 1 on a finding, and with 0 when none may fail the run', async () => {
    const { url } = await start([estate]);
    const saved = join(directory, 'estate.ndjson');
    const args = ['scan', '--region', 'us-east-1', '--format', 'json', '--all'];
    const run = await wsaudit([...args, '--save', saved], { url, credentials });
    const evaluated = await wsaudit(['evaluate', saved, '--format', 'json', '--all'], outside);
    expect(reportOf(run).results).toStrictEqual(reportOf(evaluated).results);
    expect(run.status).toBe(1);
    expect((await wsaudit([...args, '--fail-on', 'none'], { url, credentials })).status).toBe(0);
  });

  test('exits with 3 when an operation is denied, and says which and what hangs on it', async () => {
    const aws = await start([clean], [{ kind: 'deny', action: 'ds:DescribeDirectories' }]);
    const run = await wsaudit(scanClean, { url: aws.url, credentials });
    const { coverage, results } = reportOf(run);
    expect(coverage.map(({ operation, status }) => `${operation} ${status}`)).toStrictEqual([
      // Which directories to ask about is not known.
      'ds:DescribeCertificate skipped',
      'ds:DescribeClientAuthenticationSettings skipped',
      'ds:DescribeDirectories denied',
      'ds:DescribeDomainControllers skipped',
      'ds:DescribeTrusts skipped',
      'ds:ListCertificates skipped',
      // A directory that was not seen may have named other subnets, and those other VPCs and groups.
      'ec2:DescribeNetworkAcls partial',
      'ec2:DescribeNetworkInterfaces partial',
      'ec2:DescribeRouteTables partial',
      'ec2:DescribeSecurityGroups partial',
      'ec2:DescribeSubnets partial',
      'ec2:DescribeVpcEndpoints partial',
      'ec2:DescribeVpcs partial',
      'ec2:GetManagedPrefixListEntries skipped',
    ]);
    expect(coverage.find(({ operation }) => operation === 'ds:DescribeDirectories')).toStrictEqual({
      accountId: '111122223333',
      region: 'us-west-2',
      operation: 'ds:DescribeDirectories',
      status: 'denied',
      errorCode: 'AccessDeniedException',
      message:
        'User: arn:aws:iam::111122223333:user/auditor is not authorized to perform: ds:DescribeDirectories on resource: * because no identity-based policy allows the ds:DescribeDirectories action',
    });
    const unjudged = results.filter(({ missing }) => missing.includes('ds:DescribeDirectories'));
    expect(unjudged.length).toBeGreaterThan(0);
    expect([...new Set(unjudged.map(({ status }) => status))]).toStrictEqual(['INSUFFICIENT_DATA']);
    expect(run.status).toBe(3);
  });

  test('exits with 3 when rules ask services that do not answer, and judges what asks none of them all the same', async () => {
    const { url } = await start([clean]);
    const run = await wsaudit(scanClean.slice(0, 6), { url, credentials });
    const { coverage, results } = reportOf(run);
    const fleet = reportOf(await wsaudit(scanClean, { url, credentials })).results;
    expect(results.filter(({ ruleId }) => fleetRules.includes(ruleId))).toStrictEqual(fleet);
    expect(coverage.filter(({ operation }) => !isOptional(operation))).toStrictEqual([]);
    const unjudged = results.filter(({ missing }) => missing.length > 0);
    expect(unjudged.length).toBeGreaterThan(0);
    expect([...new Set(unjudged.map(({ status }) => status))]).toStrictEqual(['INSUFFICIENT_DATA']);
    expect(run.status).toBe(3);
  });

  test('claims nothing about a Region of which it could read nothing', async () => {
    const faults = ['workspaces:*', 'ds:*', 'ec2:*'].map((action): Fault => ({ kind: 'deny', action }));
    const { url } = await start([estate], faults);
    const scanAll = ['scan', '--region', 'us-east-1', '--format', 'json', '--all', ...fleetRules];
    const run = await wsaudit(scanAll, { url, credentials });
    const { results, coverage } = reportOf(run);
    // Whether an authorization level is claimed at all is a setting, which is known.
    const settled = results.filter(({ status }) => status !== 'INSUFFICIENT_DATA');
    expect(settled.map(({ ruleId, status }) => [ruleId, status])).toStrictEqual([
      ['fips-region-meets-target-level', 'NOT_APPLICABLE'],
    ]);
    const read = coverage.filter(({ status }) => status === 'complete' || status === 'partial');
    expect(read).toStrictEqual([]);
    expect(run.status).toBe(3);
  });

  test('gets through throttling and a broken connection', async () => {
    const faults: Fault[] = [
      { kind: 'throttle', action: 'workspaces:DescribeWorkspaces', times: 2 },
      { kind: 'truncate', action: 'ec2:DescribeSubnets', times: 1 },
    ];
    const troubled = await wsaudit(scanClean, { url: (await start([clean], faults)).url, credentials });
    const untroubled = await wsaudit(scanClean, { url: (await start([clean])).url, credentials });
    expect(reportOf(troubled).results).toStrictEqual(reportOf(untroubled).results);
    expect(troubled.status).toBe(0);
  });
});

describe('scan exits with 2, a message and no report', () => {
  test.each([
    ['nobody listens', { url: 'http://127.0.0.1:9', credentials }],
    ['there are no credentials', { url: 'http://127.0.0.1:9', credentials: undefined }],
  ])('when %s', async (_, surrounding) => {
    const { status, stdout, stderr } = await wsaudit(scanClean, surrounding);
    expect([status, stdout]).toStrictEqual([2, '']);
    expect(stderr).not.toBe('');
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  test('when AWS does not know the credentials', async () => {
    const { url } = await start([clean]);
    const run = await wsaudit(scanClean, { url, credentials: credentialsOf('999999999999') });
    expect([run.status, run.stdout]).toStrictEqual([2, '']);
    expect(run.stderr).toContain('The security token included in the request is invalid.');
  });

  test('when no role may be assumed', async () => {
    const { url } = await start([clean, gov], [{ kind: 'deny', action: 'sts:AssumeRole' }]);
    const role = 'arn:aws:iam::444455556666:role/Auditor';
    const run = await wsaudit([...scanClean, '--role-arn', role], { url, credentials });
    expect([run.status, run.stdout]).toStrictEqual([2, '']);
    expect(run.stderr).toContain(role);
  });
});

describe('scan through roles', () => {
  const role = (accountId: string) => `arn:aws:iam::${accountId}:role/Auditor`;
  const twoRoles = ['--role-arn', role('111122223333'), '--role-arn', role('444455556666')];

  test('reads those accounts', async () => {
    const aws = await start([clean, gov]);
    const run = await wsaudit([...scanClean, ...twoRoles], { url: aws.url, credentials });
    expect(reportOf(run).snapshots.map(({ accountId, region }) => [accountId, region])).toStrictEqual([
      ['111122223333', 'us-west-2'],
      ['444455556666', 'us-west-2'],
    ]);
    expect(run.status).toBe(0);
  });

  test('exits with 3 when one of them cannot be assumed', async () => {
    const lost: Fault = {
      kind: 'deny',
      action: 'sts:AssumeRole',
      when: ({ RoleArn }) => RoleArn === role('444455556666'),
    };
    const { url } = await start([clean, gov], [lost]);
    const run = await wsaudit([...scanClean, ...twoRoles], { url, credentials });
    expect(reportOf(run).snapshots.map(({ accountId }) => accountId)).toStrictEqual(['111122223333']);
    expect(run.stderr).toContain('444455556666');
    expect(run.status).toBe(3);
  });
});

describe('iam-policy', () => {
  const policy = z.object({ Statement: z.array(z.object({ Action: z.array(z.string()) })) });

  test('names exactly the actions that a scan was seen to call', async () => {
    const aws = await startAwsDouble({ snapshots: [withCertificate(await loadEstateSnapshot(estate))] });
    running.push(aws);
    await wsaudit(['scan', '--region', 'us-east-1', '--format', 'json', ...fleetRules], { url: aws.url, credentials });
    const printed = policy.parse(JSON.parse((await wsaudit(['iam-policy', ...fleetRules], outside)).stdout));
    // Nobody can be denied GetCallerIdentity, so no policy needs it.
    const seen = new Set(aws.requests.map(({ action }) => action).filter((each) => each !== 'sts:GetCallerIdentity'));
    expect(printed.Statement.flatMap(({ Action }) => Action)).toStrictEqual([...seen].sort());
  });
});
