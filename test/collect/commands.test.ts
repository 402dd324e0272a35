import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { DescribeIpGroupsCommand } from '@aws-sdk/client-workspaces';
import { mockClient } from 'aws-sdk-client-mock';
import { Command } from 'commander';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { registerIamPolicy } from '../../lib/cli/commands/iam-policy.ts';
import { type EvaluateFiles, registerScan } from '../../lib/cli/commands/scan.ts';
import { registerSnapshot } from '../../lib/cli/commands/snapshot.ts';
import { addRuleOptions } from '../../lib/cli/report-options.ts';
import { collectActions, fleetActions } from '../../lib/collect/index.ts';
import { readSnapshot } from '../../lib/snapshot/index.ts';
import { awsError, complete, mockEstate } from './estate.ts';

const mockAws = () => ({ ...mockEstate(), sts: mockClient(STSClient) });
let aws: ReturnType<typeof mockAws>;
let cwd: string;
beforeEach(async () => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'test');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'test');
  cwd = await mkdtemp(join(tmpdir(), 'wsaudit-test-'));
  aws = mockAws();
  const Arn = 'arn:aws:sts::111122223333:assumed-role/auditor/me';
  aws.sts.on(GetCallerIdentityCommand).resolves({ Account: '111122223333', Arn });
});
afterEach(async () => {
  vi.unstubAllEnvs();
  for (const mock of Object.values(aws)) mock.restore();
  await rm(cwd, { recursive: true });
});

/** Runs one command. @returns its exit status and what it printed */
async function run(args: string, evaluateFiles: EvaluateFiles = () => Promise.resolve(0), isTTY = false) {
  const printed = { stdout: '', stderr: '' };
  const write = (to: 'stdout' | 'stderr') => (text: string) => {
    printed[to] += text;
  };
  const io = { stdout: { write: write('stdout') }, stderr: { write: write('stderr'), isTTY }, env: process.env, cwd };
  const program = new Command('wsaudit').exitOverride();
  let status: number | undefined;
  const finish = (value: number): void => {
    status = value;
  };
  registerScan(program, io, evaluateFiles, { addReportOptions: addRuleOptions, finish });
  registerSnapshot(program, io, finish);
  registerIamPolicy(program, io);
  // A rule that reads nothing beyond the fleet.
  const narrowed = /^(scan|snapshot) /.test(args) ? `${args} --rule ip-group-not-empty` : args;
  await program.parseAsync(narrowed.split(' '), { from: 'user' });
  return { status, ...printed };
}

describe('snapshot', () => {
  it('writes a file that can be read back', async () => {
    const { status, stdout } = await run('snapshot --region us-east-1 --out estate.ndjson.zst');
    expect([status, stdout]).toEqual([0, '']);
    const { header, coverage, notes } = await readSnapshot(join(cwd, 'estate.ndjson.zst'));
    expect([header.partition, header.accountId, header.region, notes]).toEqual([
      'aws',
      '111122223333',
      'us-east-1',
      [],
    ]);
    expect([...coverage.values()]).toEqual(complete);
  });

  it('writes a directory when there is more than one Region', async () => {
    await run('snapshot --region us-east-1 --region eu-west-1 --out estate');
    expect(await readdir(join(cwd, 'estate'))).toEqual([
      '111122223333-eu-west-1.ndjson.gz',
      '111122223333-us-east-1.ndjson.gz',
    ]);
  });

  it('ends with 3 and says what could not be read', async () => {
    aws.ws.on(DescribeIpGroupsCommand).rejects(awsError('AccessDeniedException'));
    const { status, stderr } = await run('snapshot --region us-east-1 --out estate.ndjson');
    expect(status).toBe(3);
    expect(stderr).toContain(
      'Not completely read in 111122223333 us-east-1: workspaces:DescribeIpGroups (denied) AccessDeniedException',
    );
  });

  it('refuses credentials that STS refuses, and says what was tried', async () => {
    aws.sts.on(GetCallerIdentityCommand).rejects(awsError('ExpiredToken'));
    await expect(run('snapshot --region us-east-1 --out estate.ndjson')).rejects.toMatchObject({
      code: 'credentials',
      message: expect.stringContaining('STS in us-east-1 refused the credentials from environment variables'),
    });
    expect(await readdir(cwd)).toEqual([]);
  });

  it('is an error when no endpoint answers', async () => {
    const refused = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
    aws.ws.reset();
    aws.ws.onAnyCommand().rejects(refused);
    aws.ds.reset();
    aws.ds.onAnyCommand().rejects(refused);
    aws.vpc.reset();
    aws.vpc.onAnyCommand().rejects(refused);
    await expect(run('snapshot --region us-east-1 --out estate.ndjson')).rejects.toMatchObject({
      code: 'credentials',
      message: expect.stringContaining('no endpoint of WorkSpaces, Directory Service or EC2 can be reached'),
    });
  });
});

describe('scan', () => {
  it('evaluates the snapshot it took and leaves nothing behind', async () => {
    const seen: unknown[] = [];
    const { status } = await run('scan --region us-east-1', async ([file = ''], options, _io, lost) => {
      seen.push((await readSnapshot(file)).header.accountId, file, options.region, lost);
      return 1;
    });
    expect(status).toBe(1);
    const [accountId, file, region, lost] = seen;
    expect([accountId, region, lost]).toEqual(['111122223333', ['us-east-1'], []]);
    await expect(readSnapshot(String(file))).rejects.toThrow('no such file');
  });

  it('keeps the snapshot with --save', async () => {
    await run('scan --region us-east-1 --save kept.ndjson');
    expect(await readdir(cwd)).toEqual(['kept.ndjson']);
  });

  it('refuses contradicting Regions', async () => {
    await expect(run('scan --region us-east-1 --all-regions')).rejects.toThrow('--region is given too');
  });

  it('ends with 3 when a role could not be assumed and nothing else decides', async () => {
    const accounts = ['111122223333', '444455556666'];
    aws.sts
      .on(GetCallerIdentityCommand)
      .resolvesOnce({ Account: accounts[0], Arn: `arn:aws:sts::${accounts[0]}:assumed-role/a/b` })
      .rejects(awsError('AccessDenied'));
    const roles = accounts.map((id) => `--role-arn arn:aws:iam::${id}:role/audit`).join(' ');
    const lostTargets: unknown[] = [];
    const { status } = await run(`scan --region us-east-1 ${roles}`, async (_files, _options, _io, lost) => {
      lostTargets.push(...lost);
      return 0;
    });
    expect(status).toBe(3);
    expect(lostTargets).toEqual([
      {
        accountId: '444455556666',
        region: 'us-east-1',
        errorCode: 'AccessDenied',
        message: expect.stringContaining('AccessDenied happened'),
      },
    ]);
  });

  it('is an error when no role could be assumed', async () => {
    aws.sts.on(GetCallerIdentityCommand).rejects(awsError('AccessDenied'));
    const role = '--role-arn arn:aws:iam::111122223333:role/audit';
    await expect(run(`scan --region us-east-1 ${role}`)).rejects.toMatchObject({ code: 'credentials' });
    await expect(run('scan --region us-east-1 --role-arn audit')).rejects.toMatchObject({ code: 'usage' });
  });
});

describe('progress', () => {
  it('is shown on a terminal and nowhere else', async () => {
    const command = 'snapshot --region us-east-1 --out estate.ndjson';
    const shown = await run(command, undefined, true);
    expect(shown.stderr).toContain('111122223333 us-east-1 ec2:DescribeVpcs: 1 page, 1 item, 0 throttles, complete\n');
    expect((await run(command)).stderr).toBe(`Wrote ${join(cwd, 'estate.ndjson')}\n`);
    expect((await run(`${command} --quiet`, undefined, true)).stderr).toBe(`Wrote ${join(cwd, 'estate.ndjson')}\n`);
  });
});

describe('iam-policy', () => {
  it('allows what collecting calls, and assuming roles only when there are some', async () => {
    const read = { Sid: 'Collect', Effect: 'Allow', Action: collectActions, Resource: '*' };
    const role = 'arn:aws:iam::111122223333:role/audit';
    const assume = { Sid: 'AssumeRoles', Effect: 'Allow', Action: ['sts:AssumeRole'], Resource: [role] };
    expect(JSON.parse((await run('iam-policy')).stdout)).toEqual({ Version: '2012-10-17', Statement: [read] });
    expect(JSON.parse((await run(`iam-policy --role-arn ${role}`)).stdout)).toEqual({
      Version: '2012-10-17',
      Statement: [read, assume],
    });
  });

  it('allows only what collecting for some rules calls, when they are named', async () => {
    const actionsFor = async (args: string): Promise<unknown> =>
      z.object({ Statement: z.array(z.object({ Action: z.unknown() })) }).parse(JSON.parse((await run(args)).stdout))
        .Statement[0]?.Action;
    expect(await actionsFor('iam-policy --rule ip-group-not-empty')).toEqual(fleetActions);
    expect(await actionsFor('iam-policy --rule fips-volume-key-usable')).toEqual(
      [...fleetActions, 'kms:DescribeKey'].sort(),
    );
  });

  const topic = 'arn:aws-us-gov:sns:us-gov-west-1:111122223333:wsaudit';
  const publishing = async (args: string): Promise<unknown> => {
    const { Statement } = z.object({ Statement: z.array(z.unknown()) }).parse(JSON.parse((await run(args)).stdout));
    return Statement.slice(args.includes('--role-arn') ? 2 : 1);
  };
  const imports = (...Resource: string[]) => ({
    ...{ Sid: 'ImportFindings', Effect: 'Allow', Action: ['securityhub:BatchImportFindings'], Resource },
  });
  const publishes = { Sid: 'PublishDigest', Effect: 'Allow', Action: ['sns:Publish'], Resource: [topic] };

  it('allows publishing on request, on the resources that it takes, in the right partition', async () => {
    expect(await publishing('iam-policy --publish security-hub')).toEqual([
      imports('arn:aws:securityhub:*:*:product/*/default'),
    ]);
    expect(await publishing(`iam-policy --publish security-hub,sns --topic ${topic}`)).toEqual([
      imports('arn:aws-us-gov:securityhub:*:*:product/*/default'),
      publishes,
    ]);
    const roles = ['111122223333', '444455556666'].map((id) => `--role-arn arn:aws-us-gov:iam::${id}:role/audit`);
    expect(await publishing(`iam-policy --publish security-hub ${roles.join(' ')}`)).toEqual([
      imports(
        'arn:aws-us-gov:securityhub:*:111122223333:product/111122223333/default',
        'arn:aws-us-gov:securityhub:*:444455556666:product/444455556666/default',
      ),
    ]);
    expect(await publishing('iam-policy --publish security-hub --partition aws-cn')).toEqual([
      imports('arn:aws-cn:securityhub:*:*:product/*/default'),
    ]);
  });

  it('refuses what is no partition or destination', async () => {
    await expect(run('iam-policy --partition gov')).rejects.toThrow('--partition: "gov"; expected a partition');
    await expect(run('iam-policy --publish sqs')).rejects.toThrow('--publish: "sqs"');
  });
});
