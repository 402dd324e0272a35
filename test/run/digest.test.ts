import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { messageOf } from '../../lib/publish/digest-message.ts';
import type { RunNews } from '../../lib/publish/index.ts';
import { digestStep } from '../../lib/run/digest.ts';
import type { DigestInput } from '../../lib/run/steps.ts';
import { type EvidenceBucket, StoreError } from '../../lib/store/index.ts';
import { awsError } from '../collect/estate.ts';
import { eventful, gap, quiet, summary } from '../publish/news.ts';
import { result } from '../publish/results.ts';
import { MemoryS3 } from '../store/s3.ts';
import { audited, broken, child, evidence, leave, news, run, startedAt, taken, target } from './digest-run.ts';

const sns = mockClient(SNSClient);
const topicArn = 'arn:aws:sns:us-east-1:111122223333:wsaudit';
const finishedAt = '2026-11-22T03:20:00.000Z';
const key = `runs/${run}/summary.json`;

let s3: MemoryS3;
let bucket: EvidenceBucket;
beforeEach(async () => {
  s3 = new MemoryS3();
  bucket = await s3.start();
  sns.reset();
  sns.on(PublishCommand).resolves({ MessageId: 'm-1' });
});
afterEach(() => s3.stop());

const digest = (input: DigestInput) =>
  digestStep(input, {
    bucket,
    sns: new SNSClient({ region: 'us-east-1' }),
    topicArn,
    clock: () => new Date(finishedAt),
  });
const sent = () => sns.commandCalls(PublishCommand).map(({ args }) => args[0].input);
const message = (told: RunNews) => ({ TopicArn: topicArn, ...messageOf(told) });
const recorded = (): unknown => JSON.parse(s3.texts()[key] ?? 'null');
const put = (name: string, content: string) =>
  s3.objects.set(name, { body: Buffer.from(content), etag: '"1"', metadata: {} });

const [one, two, three] = ['111122223333', '222233334444', '333344445555'].map((id) => target(id));
if (one === undefined || two === undefined || three === undefined) throw new Error('no targets');
const placeOf = ({ accountId, region }: typeof one) => ({ accountId, region });

describe('a run', () => {
  test('is one digest and one record, of all targets', async () => {
    const critical = result({ severity: 'CRITICAL', subject: { ...result().subject, accountId: '222233334444' } });
    const { coverage } = quiet.diff;
    const input = await leave(bucket, [one, two], { SUCCEEDED: [child(audited(two)), child(audited(one))] }, [
      news(one, { diff: { ...eventful.diff, appeared: [result()] }, before: null }),
      news(two, { diff: { appeared: [critical], resolved: [], changed: [], coverage } }),
    ]);
    expect(await digest(input)).toEqual({
      ...{ run, whole: true, targets: 2, lost: 0, coverageLost: 1, unpublished: 0 },
      digest: { status: 'published', message: 'm-1' },
      summary: key,
    });
    const totals = {
      now: {
        results: 200,
        byStatus: { COMPLIANT: 180, NON_COMPLIANT: 6, NOT_APPLICABLE: 8, INSUFFICIENT_DATA: 4 },
        nonCompliantBySeverity: { CRITICAL: 0, HIGH: 6, MEDIUM: 0, LOW: 0, INFORMATIONAL: 0 },
        excepted: 2,
      },
      before: summary(2),
    };
    expect(sent()).toEqual([
      message({
        ...{ startedAt, targets: [placeOf(one), placeOf(two)], unreached: [], unpublished: [], ...totals },
        diff: { ...eventful.diff, appeared: [critical, result()] },
      }),
    ]);
    expect(recorded()).toEqual({
      ...{ formatVersion: 1, run, startedAt, finishedAt, whole: true, targets: 2, lost: 0, unpublished: 0 },
      ...{ appeared: 2, changed: 4, resolved: 1, coverageLost: 1, coverageRegained: 1, totals },
      outcomes: [one, two].map((of) => ({
        ...{ outcome: 'audited', ...placeOf(of), ...evidence(of), securityHub: taken },
      })),
      digest: { status: 'published', message: 'm-1' },
    });
  });

  test('sorts what comes from many targets', async () => {
    const later = { ...gap, accountId: '333344445555' };
    const earlier = { ...gap, operation: 'ds:DescribeDirectories' };
    const lost = (...gaps: (typeof gap)[]) => ({ ...quiet.diff, coverage: { lost: gaps, regained: gaps } });
    const input = await leave(bucket, [three, one], { SUCCEEDED: [child(audited(three)), child(audited(one))] }, [
      news(three, { diff: lost(later) }),
      news(one, { diff: lost(gap, earlier) }),
    ]);
    await digest(input);
    const body: unknown = JSON.parse(JSON.parse(sent()[0]?.Message ?? '').default);
    const operations = (lines: object[]) => ({
      lines: lines.map((line) => expect.objectContaining(line)),
      total: 3,
      omitted: 0,
    });
    const lines = [earlier, gap, later].map(({ accountId, operation }) => ({ accountId, operation }));
    expect(body).toMatchObject({ coverageLost: operations(lines), coverageRegained: operations(lines) });
  });

  test('has no totals of last time when no target has any', async () => {
    const input = await leave(bucket, [one], { SUCCEEDED: [child(audited(one))] }, [news(one, { before: null })]);
    await digest(input);
    expect(recorded()).toMatchObject({ totals: { now: summary(3), before: null } });
  });

  test('reads the news of many targets at the same time, but not of all', async () => {
    const many = Array.from({ length: 60 }, (_, n) => target(String(100000000000 + n)));
    const children = many.map((of) => child(audited(of)));
    const input = await leave(
      bucket,
      many,
      { SUCCEEDED: children },
      many.map((of) => news(of)),
    );
    let underWay = 0;
    let most = 0;
    bucket.client.middlewareStack.add(
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
    expect((await digest(input)).targets).toBe(60);
    expect(most).toBe(20);
  });
});

describe('a target is lost', () => {
  const thrown = JSON.stringify({
    ...{ errorType: 'AccessError', errorMessage: 'The role cannot be assumed.' },
    trace: ['AccessError: The role cannot be assumed.', '    at signIn (file:///var/task/collect.mjs:1:2)'],
  });
  const lost = (cause: string, step: 'collect' | 'evaluate' = 'collect') =>
    child({ outcome: 'lost', target: two, step, error: 'AccessError', cause });

  test.each<[string, Parameters<typeof leave>[2], string]>([
    ['when it could not be read', { SUCCEEDED: [lost(thrown)] }, 'reading it failed: The role cannot be assumed.'],
    ['when it could not be judged', { SUCCEEDED: [lost('', 'evaluate')] }, 'judging it failed: AccessError'],
    [
      'when its part of the run failed',
      { FAILED: [broken(two, 'States.DataLimitExceeded', 'The payload is too large.')] },
      'its part of the run ended as FAILED: States.DataLimitExceeded: The payload is too large.',
    ],
    [
      'when its part of the run was never started',
      { PENDING: [broken(two, '', '', 'PENDING')] },
      'its part of the run ended as PENDING: no reason is known',
    ],
    ['when nothing is heard of it', {}, 'the run ended without a word about it'],
    [
      'when its news are gone',
      { SUCCEEDED: [child(audited(two))] },
      `what it was found to be is gone: ${evidence(two).news}`,
    ],
  ])('%s, and the others are told all the same', async (_, files, why) => {
    const succeeded = [child(audited(one)), ...(files.SUCCEEDED ?? [])];
    const input = await leave(bucket, [one, two], { ...files, SUCCEEDED: succeeded }, [news(one)]);
    expect(await digest(input)).toMatchObject({ targets: 2, lost: 1, digest: { status: 'published' } });
    expect(sent()).toEqual([
      message({ ...quiet, unreached: [{ ...placeOf(two), message: why }], now: summary(3), before: summary(2) }),
    ]);
    expect(recorded()).toMatchObject({
      outcomes: [{ outcome: 'audited' }, { outcome: 'lost', ...placeOf(two), message: why }],
    });
  });

  test('when its news are damaged', async () => {
    const input = await leave(bucket, [one], { SUCCEEDED: [child(audited(one))] }, []);
    put(evidence(one).news, '{"formatVersion":2}');
    expect(await digest(input)).toMatchObject({ targets: 1, lost: 1 });
  });

  test('but not when a second try succeeded', async () => {
    const files = { SUCCEEDED: [child(audited(one))], FAILED: [broken(one, 'States.Timeout', '')] };
    expect(await digest(await leave(bucket, [one], files, [news(one)]))).toMatchObject({ lost: 0 });
  });
});

describe('what Security Hub did not take', () => {
  const unavailable = { why: 'not-enabled', code: 'InvalidAccessException', message: 'Not subscribed.' };
  test.each<[string, ReturnType<typeof child>, number, string]>([
    [
      'because it is not enabled',
      child(audited(one, { accepted: 0, unsent: 4, unavailable })),
      4,
      'Security Hub is not enabled (InvalidAccessException: Not subscribed.); findings not sent: 4',
    ],
    [
      'because it refused some',
      child(audited(one, { failed: 2, refusals: [{ id: 'a', code: 'InvalidInput', message: 'Bad.' }] })),
      2,
      'findings refused: 2, the first with InvalidInput: Bad.',
    ],
    [
      'because publishing broke down',
      child({ outcome: 'unpublished', target: one, ...evidence(one), error: 'States.Timeout', cause: '' }),
      1,
      'publishing broke down: States.Timeout',
    ],
  ])('%s is told in the digest', async (_, part, unpublished, why) => {
    const input = await leave(bucket, [one], { SUCCEEDED: [part] }, [news(one)]);
    expect(await digest(input)).toMatchObject({ targets: 1, lost: 0, unpublished });
    expect(sent()).toEqual([
      message({ ...quiet, unpublished: [{ ...placeOf(one), message: why }], now: summary(3), before: summary(2) }),
    ]);
  });
});

describe('a retry', () => {
  const start = () => leave(bucket, [one], { SUCCEEDED: [child(audited(one))] }, [news(one)]);

  test('of a step whose digest is out sends no second one', async () => {
    const input = await start();
    const output = await digest(input);
    const record = recorded();
    expect(await digest(input)).toEqual(output);
    expect([sent().length, recorded()]).toEqual([1, record]);
  });

  test('of a step that could not write its record sends the digest then', async () => {
    const input = await start();
    s3.faults.PUT?.push({ status: 403, code: 'AccessDenied' });
    await expect(digest(input)).rejects.toThrow(StoreError);
    expect(sent().length).toBe(0);
    await digest(input);
    expect(sent().length).toBe(1);
  });

  test('of a step that broke off while it sent sends again: rather twice than never', async () => {
    const input = await start();
    await digest(input);
    put(key, JSON.stringify({ ...Object(recorded()), digest: { status: 'pending', message: 'it is being sent' } }));
    await digest(input);
    expect(sent().length).toBe(2);
    expect(recorded()).toMatchObject({ digest: { status: 'published' } });
  });

  test('is not what an execution of the same name long ago was', async () => {
    const input = await start();
    await digest(input);
    await digest({ ...input, startedAt: '2027-11-22T03:00:00.000Z' });
    expect(sent().length).toBe(2);
  });
});

test.each([
  ['AuthorizationErrorException', 'denied'],
  ['InternalErrorException', 'failed'],
])('a digest that nobody got (%s) fails the run, after it was recorded', async (code, status) => {
  const input = await leave(bucket, [one], { SUCCEEDED: [child(audited(one))] }, [news(one)]);
  sns.on(PublishCommand).rejects(awsError(code));
  const why = `${code}: ${code} happened`;
  await expect(digest(input)).rejects.toThrow(
    `the digest of the run was not published to ${topicArn}: ${status}: ${why}`,
  );
  expect(recorded()).toMatchObject({ targets: 1, digest: { status, message: why } });
  sns.on(PublishCommand).resolves({ MessageId: 'm-2' });
  expect((await digest(input)).digest).toEqual({ status: 'published', message: 'm-2' });
});

test('a run whose results cannot be read is no quiet run', async () => {
  const input = await leave(bucket, [one], {}, []);
  const results = { ...input.results, Key: 'runs/night-1/results/manifest.json' };
  await expect(digest({ ...input, results })).rejects.toThrow('runs/night-1/results/manifest.json: the object is gone');
  expect(sent()).toEqual([]);
});
