import {
  BatchImportFindingsCommand,
  type BatchImportFindingsCommandOutput,
  SecurityHubClient,
} from '@aws-sdk/client-securityhub';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importFindings, securityHubActions } from '../../lib/publish/security-hub.ts';
import { awsError } from '../collect/estate.ts';
import { padded } from './findings.ts';

/** What Security Hub answers to a call, by the ids it was sent; a code where it throws. */
type Behaviour = (ids: readonly string[], call: number) => readonly string[] | Error;

const hub = mockClient(SecurityHubClient);
let calls: string[][];
let waits: number[];
beforeEach(() => {
  calls = [];
  waits = [];
});
afterEach(() => hub.reset());

const answerTo = (ids: readonly string[], refused: readonly string[]): BatchImportFindingsCommandOutput => ({
  FailedCount: refused.length,
  SuccessCount: ids.length - refused.length,
  FailedFindings: refused.map((Id) => ({ Id, ErrorCode: 'InvalidInput', ErrorMessage: `${Id} is odd` })),
  $metadata: {},
});

function behave(behaviour: Behaviour): void {
  hub.on(BatchImportFindingsCommand).callsFake(({ Findings }: { Findings: { Id: string }[] }) => {
    const ids = Findings.map(({ Id }) => Id);
    calls.push(ids);
    const answer = behaviour(ids, calls.length);
    if (answer instanceof Error) throw answer;
    return answerTo(ids, answer);
  });
}

function run(ids: readonly string[], bytes = 0) {
  let now = 0;
  const sleep = async (milliseconds: number) => {
    waits.push(milliseconds);
    now += milliseconds;
  };
  const client = new SecurityHubClient({ region: 'us-east-1' });
  return importFindings(
    client,
    ids.map((id) => padded(id, bytes)),
    { clock: () => now, sleep },
  );
}

const named = (count: number) => Array.from({ length: count }, (_, n) => `id-${n}`);
const odd = (id: string) => ({ id, code: 'InvalidInput', message: `${id} is odd` });
const whole = { accepted: [], failed: [], unsent: [], unavailable: null };

describe('importing findings', () => {
  it('sends all of them, 100 a call and ten calls a second', async () => {
    behave(() => []);
    const ids = named(301);
    expect(await run(ids)).toStrictEqual({ ...whole, accepted: ids });
    expect(calls.map(({ length }) => length)).toStrictEqual([100, 100, 100, 1]);
    expect(waits).toStrictEqual([100, 100, 100]);
  });

  it('calls nobody for nothing', async () => {
    behave(() => []);
    expect(await run([])).toStrictEqual(whole);
    expect(calls).toStrictEqual([]);
  });

  it('sends a finding that is given twice once', async () => {
    behave(() => []);
    expect(await run(['a', 'b', 'a'])).toStrictEqual({ ...whole, accepted: ['a', 'b'] });
    expect(calls).toStrictEqual([['a', 'b']]);
  });

  it('reads the failures behind a 200 and tries those once more, alone', async () => {
    behave((ids, call) => ids.filter((id) => id === 'b' || (id === 'c' && call === 1)));
    expect(await run(['a', 'b', 'c'])).toStrictEqual({ ...whole, accepted: ['a', 'c'], failed: [odd('b')] });
    expect(calls).toStrictEqual([
      ['a', 'b', 'c'],
      ['b', 'c'],
    ]);
  });

  it('finds the one that makes Security Hub refuse a whole call', async () => {
    behave((ids) => (ids.includes('b') ? awsError('InvalidInputException') : []));
    expect(await run(['a', 'b', 'c'])).toStrictEqual({
      ...whole,
      accepted: ['a', 'c'],
      failed: [{ id: 'b', code: 'InvalidInputException', message: 'InvalidInputException happened' }],
    });
    expect(calls).toStrictEqual([['a', 'b', 'c'], ['a'], ['b'], ['c']]);
  });

  it('takes a call that failed twice for not taken, and goes on', async () => {
    behave((ids) => (ids.includes('id-0') ? awsError('InternalException') : []));
    const ids = named(101);
    const { accepted, failed, unavailable } = await run(ids);
    const expected = ids
      .slice(0, 100)
      .map((id) => ({ id, code: 'InternalException', message: 'InternalException happened' }));
    expect({ accepted, failed, unavailable }).toStrictEqual({
      accepted: ['id-100'],
      failed: expected,
      unavailable: null,
    });
    expect(calls.map(({ length }) => length)).toStrictEqual([100, 1, 100]);
  });

  it('never sends what is larger than 240 KB, and says so', async () => {
    behave(() => []);
    const message = 'The finding is larger than 240000 bytes and was not sent';
    expect(await run(['a'], 240_001)).toStrictEqual({
      ...whole,
      failed: [{ id: 'a', code: 'FindingTooLarge', message }],
    });
    expect(calls).toStrictEqual([]);
  });

  it('trusts no answer whose numbers do not agree', async () => {
    hub.on(BatchImportFindingsCommand).resolves({ FailedCount: 1, SuccessCount: 1, FailedFindings: [] });
    const message = 'Security Hub says that it took 1 and refused 1 of 2 findings, and names 0';
    expect(await run(['a', 'b'])).toStrictEqual({
      ...whole,
      failed: ['a', 'b'].map((id) => ({ id, code: 'UnprovenImport', message })),
    });
  });

  it.each([
    ['not-enabled', awsError('InvalidAccessException')],
    ['denied', awsError('AccessDeniedException')],
    ['denied', awsError('UnrecognizedClientException')],
    ['not-in-region', Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' })],
  ] as const)('says once that it is %s', async (why, error) => {
    behave(() => error);
    const code = why === 'not-in-region' ? 'ENOTFOUND' : error.name;
    const ids = named(250);
    expect(await run(ids)).toStrictEqual({ ...whole, unsent: ids, unavailable: { why, code, message: error.message } });
    expect(calls.length).toBe(1);
  });

  it('keeps what was taken before Security Hub became unavailable', async () => {
    behave((_, call) => (call === 1 ? ['id-7'] : awsError('InvalidAccessException')));
    const ids = named(150);
    const { accepted, failed, unsent, unavailable } = await run(ids);
    expect([accepted.length, failed, unsent, unavailable?.why]).toStrictEqual([
      99,
      [odd('id-7')],
      ids.slice(100),
      'not-enabled',
    ]);
    expect(calls.length).toBe(2);
  });

  it('names the IAM action that it needs', () => {
    expect(securityHubActions).toStrictEqual(['securityhub:BatchImportFindings']);
  });
});
