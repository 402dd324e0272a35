import { BatchImportFindingsCommand, SecurityHubClient } from '@aws-sdk/client-securityhub';
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { DescribeWorkspacesCommand } from '@aws-sdk/client-workspaces';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import * as z from 'zod';
import type { PublishRequest } from '../../lib/cli/publish-request.ts';
import { importFindingsOf } from '../../lib/cli/publish-security-hub.ts';
import { fingerprint, summarize } from '../../lib/findings/index.ts';
import { awsError, mockEstate } from '../collect/estate.ts';
import { run } from './run.ts';
import { demo, makeWorkplace } from './workplace.ts';

const accountId = '111122223333';
const topic = `arn:aws:sns:us-west-2:${accountId}:wsaudit`;
const mockAws = () => ({
  ...mockEstate(),
  ...{ sts: mockClient(STSClient), hub: mockClient(SecurityHubClient), sns: mockClient(SNSClient) },
});
let aws: ReturnType<typeof mockAws>;
let cwd: string;
let remove: () => Promise<void>;
beforeEach(async () => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'own');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'test');
  ({ cwd, remove } = await makeWorkplace());
  aws = mockAws();
  aws.sts
    .on(GetCallerIdentityCommand)
    .resolves({ Account: accountId, Arn: `arn:aws:sts::${accountId}:assumed-role/a/b` });
  aws.hub.on(BatchImportFindingsCommand).callsFake(({ Findings }: { Findings: object[] }) => ({
    ...{ SuccessCount: Findings.length, FailedCount: 0, FailedFindings: [] },
  }));
  aws.sns.on(PublishCommand).resolves({ MessageId: 'm-1' });
});
afterEach(async () => {
  vi.unstubAllEnvs();
  for (const mock of Object.values(aws)) mock.restore();
  await remove();
});

/** One WorkSpace whose root volume is not encrypted. */
const ids = { ws: fingerprint('demo-encrypted', { type: 'workspace', id: 'ws-1', accountId, region: 'us-east-1' }) };

const scan = (...argv: readonly string[]) =>
  run(['scan', '--region', 'us-east-1', ...demo, '--rule', 'demo-encrypted', ...argv], cwd, { env: process.env });
const imported = () =>
  aws.hub.commandCalls(BatchImportFindingsCommand).flatMap(({ args }) => args[0].input.Findings ?? []);
const sent = () => aws.sns.commandCalls(PublishCommand).map(({ args }) => args[0].input);
const said = (stderr: string) => stderr.split('\n').filter((line) => line.includes('ublished'));
const bodySchema = z.object({ default: z.string() });

/** Two accounts, and two Regions of one, that were scanned, each with an operation that could not be read. */
function scanned(): Pick<PublishRequest, 'report' | 'collected'> {
  const places = [
    { accountId: '111122223333', region: 'us-gov-west-1' },
    { accountId: '444455556666', region: 'us-gov-west-1' },
    { accountId: '444455556666', region: 'us-gov-east-1' },
  ];
  const gap = { operation: 'ec2:DescribeVpcs', status: 'denied' } as const;
  return {
    report: {
      ...{ formatVersion: 1, generator: 'test/1', packs: [], summary: summarize([]), exceptions: [], results: [] },
      snapshots: places.map((place) => ({ ...place, capturedAt: '2026-11-22T03:00:00.000Z', sha256: '' })),
      coverage: places.map((place) => ({ ...place, ...gap })),
    },
    collected: {
      ...{ snapshots: [], lost: [], settings: { fips: true, env: {}, remark: () => {} } },
      targets: places.map((place) => ({
        access: {
          ...{ accountId: place.accountId, partition: 'aws-us-gov' },
          credentials: { accessKeyId: `key of ${place.accountId} ${place.region}`, secretAccessKey: 'secret' },
        },
        region: place.region,
      })),
    },
  };
}

describe('scan --publish security-hub', () => {
  test('imports what is wrong, under the id that nightly runs give it', async () => {
    const { status, stderr, stdout } = await scan('--publish', 'security-hub', '--format', 'json');
    expect([status, said(stderr)]).toEqual([1, ['Published to Security Hub in account 111122223333, us-east-1: 1']]);
    expect(JSON.parse(stdout)).toMatchObject({ summary: { results: 1 } });
    expect(imported()).toEqual([
      expect.objectContaining({
        ...{ Id: ids.ws, AwsAccountId: accountId, Region: 'us-east-1', RecordState: 'ACTIVE' },
        ProductArn: `arn:aws:securityhub:us-east-1:${accountId}:product/${accountId}/default`,
        Remediation: {
          Recommendation: {
            Text: 'Rebuild it from an encrypted image.',
            Url: 'https://docs.aws.amazon.com/workspaces/',
          },
        },
      }),
    ]);
    expect(sent()).toEqual([]);
  });

  test('imports one finding for each operation that could not be read', async () => {
    aws.ws.on(DescribeWorkspacesCommand).rejects(awsError('AccessDeniedException'));
    expect((await scan('--publish', 'security-hub')).status).toBe(3);
    expect(imported().map(({ Id, RecordState }) => [Id, RecordState])).toEqual([
      // A WorkSpace that was not seen may have had an interface in another subnet.
      [`workspaces-auditor/coverage/${accountId}/us-east-1/ec2:DescribeNetworkInterfaces`, 'ACTIVE'],
      [`workspaces-auditor/coverage/${accountId}/us-east-1/workspaces:DescribeWorkspaceBundles`, 'ACTIVE'],
      [`workspaces-auditor/coverage/${accountId}/us-east-1/workspaces:DescribeWorkspaces`, 'ACTIVE'],
    ]);
  });

  test('asks in each account and Region with the credentials that read it', async () => {
    const { report, collected } = scanned();
    for (const at of report.snapshots) {
      const request = { report, collected, sourceUrlOf: () => undefined, quiet: true };
      await importFindingsOf({ ...request, publication: { securityHub: true, topic: undefined } }, at);
    }
    const asked = aws.hub.commandCalls(BatchImportFindingsCommand).map(async ({ thisValue, args }) => {
      const client: unknown = thisValue;
      if (!(client instanceof SecurityHubClient)) throw new Error('no client of Security Hub');
      const arns = args[0].input.Findings?.map(({ ProductArn }) => ProductArn);
      return [(await client.config.credentials()).accessKeyId, await client.config.region(), arns];
    });
    const product = (place: string, id: string) => `arn:aws-us-gov:securityhub:${place}:${id}:product/${id}/default`;
    expect(await Promise.all(asked)).toEqual([
      ['key of 111122223333 us-gov-west-1', 'us-gov-west-1', [product('us-gov-west-1', '111122223333')]],
      ['key of 444455556666 us-gov-west-1', 'us-gov-west-1', [product('us-gov-west-1', '444455556666')]],
      ['key of 444455556666 us-gov-east-1', 'us-gov-east-1', [product('us-gov-east-1', '444455556666')]],
    ]);
  });

  test('that nothing was taken is said, and is exit status 2, after the report', async () => {
    aws.hub.on(BatchImportFindingsCommand).rejects(awsError('InvalidAccessException', 'Not subscribed.'));
    const { status, stdout, stderr } = await scan('--publish', 'security-hub', '--format', 'json', '--fail-on', 'none');
    expect([status, said(stderr)]).toEqual([
      2,
      [
        'Not published to Security Hub in account 111122223333, us-east-1: Security Hub is not enabled (InvalidAccessException: Not subscribed.); findings not sent: 1',
      ],
    ]);
    expect(JSON.parse(stdout)).toMatchObject({ summary: { results: 1 } });
  });

  test('with nothing to publish, nothing is missing', async () => {
    aws.ws.on(DescribeWorkspacesCommand).resolves({ Workspaces: [] });
    aws.hub.on(BatchImportFindingsCommand).rejects(awsError('InvalidAccessException'));
    const { status, stderr } = await scan('--publish', 'security-hub');
    expect([status, said(stderr), imported()]).toEqual([0, [], []]);
  });
});

describe('scan --publish sns', () => {
  test('sends the digest, in which everything is new', async () => {
    const { status, stderr } = await scan('--publish', 'sns', '--topic', topic);
    expect([status, said(stderr)]).toEqual([1, [`Published to ${topic}: m-1`]]);
    const [{ TopicArn, Subject, Message = '' } = {}] = sent();
    expect([TopicArn, Subject]).toEqual([topic, 'WorkSpaces Auditor: 1 new, 0 resolved (HIGH)']);
    expect(JSON.parse(bodySchema.parse(JSON.parse(Message)).default)).toMatchObject({
      ...{ targets: 1, newFindings: true, appeared: { total: 1 }, unpublished: { total: 0 } },
      totals: { now: { results: 1 }, before: null },
    });
    expect(imported()).toEqual([]);
  });

  test('tells of what Security Hub did not take, and one destination that took it is enough', async () => {
    aws.hub.on(BatchImportFindingsCommand).rejects(awsError('AccessDeniedException'));
    const { status } = await scan('--publish', 'security-hub,sns', '--topic', topic, '--quiet');
    expect(status).toBe(1);
    const [{ Message = '' } = {}] = sent();
    expect(JSON.parse(bodySchema.parse(JSON.parse(Message)).default)).toMatchObject({
      unpublished: { lines: [{ accountId, region: 'us-east-1', message: expect.stringContaining('may not be used') }] },
    });
  });

  test('a digest that SNS does not take is said', async () => {
    aws.sns.on(PublishCommand).rejects(awsError('NotFoundException', 'Topic does not exist'));
    const { status, stderr } = await scan('--publish', 'sns', '--topic', topic);
    expect([status, said(stderr)]).toEqual([
      2,
      [`Not published to ${topic} (failed): NotFoundException: Topic does not exist`],
    ]);
  });
});

test.each([
  [
    ['--publish', 'security-hbu'],
    '--publish: "security-hbu" (did you mean "security-hub"?); expected security-hub, sns.',
  ],
  [['--publish', 'sns'], '--topic: --publish sns is given without it. Give both or neither.'],
  [['--topic', topic], '--topic: it is given without --publish sns. Give both or neither.'],
  [['--publish', 'sns', '--topic', 'wsaudit'], '--topic: "wsaudit"; expected the ARN of a topic'],
])('%j is refused before anything is read', async (flags, message) => {
  const { status, stdout, stderr } = await scan(...flags);
  expect([status, stdout, stderr]).toEqual([2, '', expect.stringContaining(message)]);
  expect(aws.sts.calls()).toEqual([]);
});
