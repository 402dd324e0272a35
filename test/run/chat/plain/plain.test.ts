import { DescribeExecutionCommand, ExecutionAlreadyExists, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { dataSchemas } from '../../../../lib/chat/answers/data.ts';
import { commands } from '../../../../lib/chat/index.ts';
import { answerShape } from '../../../../lib/run/chat/plain/answer.ts';
import { awsError } from '../../../collect/estate.ts';
import { AskWorld, corp, estate, lab, stateMachineArn, west } from '../ask/world.ts';

let world: AskWorld;
beforeEach(async () => {
  world = new AskWorld();
  await world.start();
});
afterEach(() => world.stop());

const answerSchema = z.strictObject({ ...answerShape, data: z.unknown() });

/** The answer, held against the published schema. */
async function asked(event: unknown) {
  const answer = answerSchema.parse(await world.ask(event));
  if (answer.command !== null && answer.data !== null) dataSchemas[answer.command].parse(answer.data);
  return answer;
}

const counts = z.object({ open: z.number(), outcome: z.string() });
const place = { accounts: ['111122223333'], regions: ['us-east-1'] };

describe('a question of a script', () => {
  test('is answered with words, data, and where the evidence is', async () => {
    const { text, data, ...rest } = await asked({ command: 'status', directories: ['lab'] });
    expect(rest).toStrictEqual({
      ...{ formatVersion: 1, command: 'status', outcome: 'answered' },
      evidence:
        'https://us-east-1.console.aws.amazon.com/s3/buckets/evidence?region=us-east-1&prefix=runs%2Fnight-1%2F',
    });
    expect(counts.parse(data)).toStrictEqual({ open: 2, outcome: 'open' });
    expect(text).toMatch(/^d-90671abc02: 2 open findings: 1 high, 1 medium\n\n/);
  });

  test.each([
    [{ command: 'status' }, 2],
    [{ command: 'status', directories: [corp] }, 0],
    [{ command: 'status', directories: ['LAB.example.com'], packs: ['Demo'] }, 2],
    [{ command: 'status', accounts: ['444455556666'] }, 0],
    [{ command: 'findings', regions: ['us-east-1'] }, 2],
    [{ command: 'findings', severities: ['HIGH'], ...place }, 1],
    [{ command: 'findings', severities: ['MEDIUM', 'LOW'], rules: ['demo-ip-groups'] }, 1],
  ])('is narrowed: %j', async (event, open) => {
    expect(counts.parse((await asked(event)).data).open).toBe(open);
  });

  test.each([
    { command: 'explain', rule: 'demo-encrypted' },
    { command: 'explain', rule: 'demo-encryptd' },
    { command: 'why', rule: 'demo-encrypted' },
    { command: 'why', rule: 'demo-encrypted', subject: 'ws-2', ...place },
    { command: 'exceptions', packs: ['demo'] },
    { command: 'coverage', ...place },
    { command: 'help' },
    { command: 'help', about: 'why' },
  ])('has data of its command: %j', async (event) => {
    const { command, data } = await asked(event);
    expect([command, z.object({ kind: z.string() }).parse(data).kind]).toStrictEqual([event.command, event.command]);
  });

  test('says of exceptions in force what the schema says', async () => {
    const exception = {
      rule: 'demo-encrypted',
      subject: 'ws-*',
      reason: 'kiosk',
      owner: 'desk',
      expires: '2027-06-30',
    };
    world.runs.s3.put('configuration/wsaudit.yaml', JSON.stringify({ exceptions: [exception] }));
    const { data } = await asked({ command: 'exceptions' });
    const item = z.object({ exceptions: z.object({ items: z.array(z.looseObject({ rule: z.string() })) }) });
    expect(item.parse(data).exceptions.items.map(({ rule }) => rule)).toStrictEqual(['demo-encrypted']);
  });
});

describe('a request that cannot be answered', () => {
  const list = commands.join(', ');
  const first = 'Send a JSON object such as {"command":"status"}, or {"text":"status"} for an answer in one line.';

  test.each<[unknown, string]>([
    [{ command: 'stauts' }, `$.command: "stauts" (did you mean "status"?); expected ${list}. ${first}`],
    [{ commnd: 'status' }, `$.command: nothing; expected ${list}. ${first}`],
    [null, `$.command: nothing; expected ${list}. ${first}`],
    [['status'], `$.command: nothing; expected ${list}. ${first}`],
    [{ command: { deep: 'x'.repeat(100) } }, `$.command: {"deep":"${'x'.repeat(71)}…; expected ${list}. ${first}`],
  ])('names no command: %j', async (event, line) => {
    expect(await asked(event)).toStrictEqual({
      ...{ formatVersion: 1, command: null, outcome: 'refused', data: null },
      text: `This cannot be answered as it was asked.\n\n- ${line}`,
    });
  });

  test.each<[object, readonly string[]]>([
    [
      { command: 'audit', directory: [lab], wait: 'yes', accounts: ['1'] },
      [
        '$.accounts[0]: "1"; expected an account id of 12 digits. "audit" takes command, directories, accounts, regions, run, wait.',
        '$.wait: "yes"; expected a boolean. "audit" takes command, directories, accounts, regions, run, wait.',
        '$: unknown key(s) "directory" (did you mean "directories"?). "audit" takes command, directories, accounts, regions, run, wait.',
      ],
    ],
    [{ command: 'help', text: 'status' }, ['$: unknown key(s) "text". "help" takes command, about.']],
    [{ command: 'explain' }, ['$.rule: nothing; expected a string. "explain" takes command, rule.']],
    [
      { command: 'coverage', regions: [] },
      ['$.regions: []; expected at least 1 item(s). "coverage" takes command, accounts, regions.'],
    ],
    [
      { command: 'findings', severities: ['high'] },
      [
        '$.severities[0]: "high"; expected CRITICAL, HIGH, MEDIUM, LOW, INFORMATIONAL. "findings" takes command, ' +
          'severities, packs, rules, directories, accounts, regions.',
      ],
    ],
    [
      { command: 'status', directories: ['labb', 'corp'], packs: ['dem0'], accounts: ['999988887777'] },
      [
        '$.accounts[0]: no run has audited 999988887777. Name one that was audited, or audit it first with {"command":"audit"}.',
        '$.directories[0]: no run has seen the directory "labb" (did you mean "lab"?). Name one that was audited, or audit it first with {"command":"audit"}.',
        '$.directories[1]: runs have seen "corp" in 111122223333 us-east-1 only. Name that account and Region, or leave "accounts" and "regions" out.',
        '$.packs[0]: no pack in force is named "dem0" (did you mean "demo"?). The names of packs are those of the files under rules/, without ".json".',
      ],
    ],
    [
      { command: 'status', directories: [lab], regions: ['us-west-2'] },
      [
        `$.directories[0]: runs have seen "${lab}" in 111122223333 us-east-1 only. Name that account and Region, or leave "accounts" and "regions" out.`,
      ],
    ],
    [
      { command: 'audit', run: 'ask-0', directories: [lab] },
      [
        '$.directories: a run that was started before is what it is. Leave it out, or leave out "run" to start a new one.',
      ],
    ],
  ])('says all that is wrong with %j', async (event, lines) => {
    const { outcome, text, data } = await asked(event);
    expect([outcome, data, text]).toStrictEqual([
      'refused',
      null,
      `This cannot be answered as it was asked.\n\n${lines.map((line) => `- ${line}`).join('\n')}`,
    ]);
    expect(world.starts).toStrictEqual([]);
  });
});

describe('an audit', () => {
  test('is started, and says how to go on', async () => {
    expect(await asked({ command: 'audit', directories: ['lab', west] })).toStrictEqual({
      ...{ formatVersion: 1, command: 'audit', outcome: 'started', data: null, run: 'ask-1' },
      text: 'The audit has started.\n\nIt is run ask-1.\nSend {"command":"audit","run":"ask-1","wait":true} to wait for its end.',
    });
    const input = {
      accounts: ['111122223333', '444455556666'],
      regions: ['us-east-1', 'us-west-2'],
      directories: [lab, west],
    };
    expect(world.starts).toStrictEqual([{ stateMachineArn, name: 'ask-1', input: JSON.stringify(input) }]);
    expect(world.pauses).toStrictEqual([]);
  });

  test.each([
    [{}, {}],
    [place, place],
    [
      { directories: ['d-90671abc09'], ...place },
      { ...place, directories: ['d-90671abc09'] },
    ],
    [
      { directories: [lab], regions: ['us-east-1'] },
      { ...place, directories: [lab] },
    ],
  ])('of %j covers no more than that', async (selection, input) => {
    expect((await asked({ command: 'audit', ...selection })).outcome).toBe('started');
    expect(world.starts).toStrictEqual([{ stateMachineArn, name: 'ask-1', input: JSON.stringify(input) }]);
  });

  test.each([
    [{ directories: ['d-90671abc09'] }, 'No run has seen d-90671abc09.'],
    [{ directories: [lab, 'd-90671abc09'], accounts: place.accounts }, 'No run has seen d-90671abc09 there.'],
    [{ directories: [lab], accounts: ['444455556666'] }, `No run has seen ${lab} there.`],
  ])('of %j is asked back where that is', async (selection, line) => {
    expect(await asked({ command: 'audit', ...selection })).toStrictEqual({
      ...{ formatVersion: 1, command: 'audit', outcome: 'question', data: null },
      text: `Where is this directory?\n\n${line}\nSend the members accounts and regions too, so that only that place is read.`,
    });
    expect(world.starts).toStrictEqual([]);
  });

  test('is waited for, and asked about less and less often', async () => {
    world.lag = 2;
    const { outcome, run, data, evidence } = await asked({ command: 'audit', directories: [lab], wait: true });
    expect([outcome, run, counts.parse(data)]).toStrictEqual(['answered', 'ask-1', { open: 2, outcome: 'open' }]);
    expect(evidence).toMatch(/prefix=runs%2Fask-1%2F$/);
    expect(world.pauses).toStrictEqual([1000, 1500, 2250, 3375, 5062.5, 7593.75, 10_000, 10_000]);
  });

  test('goes on when the time of the invocation is nearly up, and is found again', async () => {
    world.deadline = world.now + 45_000;
    const { outcome, text, run } = await asked({ command: 'audit', directories: [lab], wait: true });
    expect([outcome, run, text]).toStrictEqual([
      'running',
      'ask-1',
      'The audit goes on.\n\nIt is run ask-1.\nSend {"command":"audit","run":"ask-1","wait":true} to wait for its end.',
    ]);
    expect(world.deadline - world.now).toBeGreaterThanOrEqual(30_000);
    expect((await asked({ command: 'audit', run: 'ask-1' })).outcome).toBe('running');

    world.deadline = world.now + 900_000;
    const found = await asked({ command: 'audit', run: 'ask-1', wait: true });
    expect([found.outcome, found.run, counts.parse(found.data).open]).toStrictEqual(['answered', 'ask-1', 2]);
    // What was asked for is known from the execution.
    expect(found.text).toMatch(new RegExp(`Asked for: [^\\n]*${lab}[^\\n]*111122223333[^\\n]*us-east-1`));
    expect(world.starts.length).toBe(1);
  });

  test('that waits to be taken up again is still under way', async () => {
    world.fate = { seconds: 0, status: 'PENDING_REDRIVE', dies: true };
    await asked({ command: 'audit', directories: [lab] });
    expect((await asked({ command: 'audit', run: 'ask-1' })).outcome).toBe('running');
  });

  test('that Lambda repeats is not started twice', async () => {
    await asked({ command: 'audit', directories: [lab] });
    const already = new ExecutionAlreadyExists({ message: 'there is one', $metadata: {} });
    world.sfn.on(StartExecutionCommand).rejects(already);
    const { outcome, run } = await asked({ command: 'audit', directories: [lab], wait: true });
    expect([outcome, run, world.starts.length]).toStrictEqual(['answered', 'ask-1', 1]);
  });

  test('that failed says what happened, from the record of its run where there is one', async () => {
    const cause = JSON.stringify({ errorMessage: 'The digest of the run was not published: the topic is gone.' });
    world.fate = { seconds: 3, status: 'FAILED', error: 'DigestError', cause };
    const { outcome, run, data, text } = await asked({ command: 'audit', directories: [lab], wait: true });
    expect([outcome, run, counts.parse(data).open]).toStrictEqual(['failed', 'ask-1', 2]);
    expect(text).toContain('The digest of the run was not published: the topic is gone.');
  });

  test.each([
    ['TIMED_OUT', 'The audit took too long and was stopped'],
    ['ABORTED', 'Somebody stopped the audit'],
  ])('that ended as %s says so', async (status, title) => {
    world.fate = { seconds: 0, status, dies: true };
    const { outcome, text, run } = await asked({ command: 'audit', wait: true });
    expect([outcome, run, text.split('\n')[0]]).toStrictEqual(['failed', 'ask-1', title]);
  });

  test('that the deployment does not take is refused', async () => {
    const cause = JSON.stringify({ errorMessage: 'the request: $.accounts[0]: the deployment does not audit it.' });
    world.fate = { seconds: 0, status: 'FAILED', error: 'InputError', cause, dies: true };
    const { outcome, text } = await asked({ command: 'audit', accounts: ['999988887777'], wait: true });
    expect([outcome, text.includes('the deployment does not audit it.')]).toStrictEqual(['refused', true]);
  });

  test('that nobody knows is refused; one that only the bucket remembers is told', async () => {
    expect(await asked({ command: 'audit', run: 'night-0', wait: true })).toStrictEqual({
      ...{ formatVersion: 1, command: 'audit', outcome: 'refused', data: null, run: 'night-0' },
      text: 'There is no such run.\n\nNeither Step Functions nor the evidence bucket knows night-0.',
    });
    const { outcome, data } = await asked({ command: 'audit', run: 'night-1' });
    expect([outcome, counts.parse(data).open]).toStrictEqual(['answered', 2]);
    await world.runs.run('asked-2', 2, estate, { directories: [corp] });
    const { text } = await asked({ command: 'audit', run: 'asked-2' });
    expect(text.split('\n').slice(0, 4)).toStrictEqual([
      'Audited and clean: nothing is open, and everything was read',
      '',
      `Asked for: ${corp}.`,
      `Audited: only directory ${corp} and what it uses, less than a minute ago.`,
    ]);
    expect(world.pauses).toStrictEqual([]);
  });
});

describe('a breakdown', () => {
  test('of looking after a run is no answer that there is none', async () => {
    world.sfn.on(DescribeExecutionCommand).rejects(awsError('AccessDeniedException', 'not authorized'));
    await expect(world.ask({ command: 'audit', run: 'night-1' })).rejects.toThrow('not authorized');
  });

  test('is an error with its message, whose trace is for the log', async () => {
    world.sfn.on(StartExecutionCommand).rejects(awsError('AccessDeniedException', 'not authorized'));
    const error = await world.ask({ command: 'audit' }).catch((thrown: unknown) => thrown);
    const { name, message, stack } = z.instanceof(Error).parse(error);
    expect({ name, message, stack }).toStrictEqual({
      name: 'StoreError',
      message: expect.stringMatching(/states:StartExecution failed: AccessDeniedException: not authorized$/),
      stack: `StoreError: ${message}`,
    });
    expect(world.reported).toMatchObject([{ name: 'StoreError', stack: expect.stringContaining('\n    at ') }]);
  });
});
