import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { AskWorld, corp, executionArn, lab, stateMachineArn } from './world.ts';

let world: AskWorld;
beforeEach(async () => {
  world = new AskWorld();
  await world.start();
});
afterEach(() => world.stop());

const place = { accounts: ['111122223333'], regions: ['us-east-1'] };

describe('a step of the chat state machine', () => {
  test('gets the reply to a question', async () => {
    expect(await world.ask({ step: 'understand', text: 'coverage' })).toStrictEqual({
      kind: 'reply',
      reply: {
        mood: 'clean',
        title: 'Everything was read',
        sections: [{ lines: [['Of 4 places, everything was completely read of late.']] }],
        next: [],
      },
    });
  });

  test('gets the question that is asked back', async () => {
    expect(await world.ask({ step: 'understand', text: 'audit' })).toMatchObject({
      kind: 'reply',
      reply: { mood: 'question' },
    });
  });

  test('gets what is to be audited, and starts nothing itself', async () => {
    expect(await world.ask({ step: 'understand', text: 'audit lab' })).toStrictEqual({
      kind: 'audit',
      request: { ...place, directories: [lab] },
    });
    expect(world.starts).toStrictEqual([]);
  });

  test('hears what an audit found', async () => {
    await world.ask({ command: 'audit', directories: [lab], wait: true });
    const output = await world.ask({ step: 'conclude', request: { ...place, directories: [lab] }, run: 'ask-1' });
    expect(output).toMatchObject({
      kind: 'reply',
      reply: { mood: 'open', title: 'Audited: 2 open findings: 1 high, 1 medium' },
    });
  });

  test('hears why an audit that it waited for failed', async () => {
    const Cause = JSON.stringify({
      ...{ ExecutionArn: executionArn('x'), Status: 'FAILED', Error: 'InputError' },
      Cause: JSON.stringify({
        errorType: 'InputError',
        errorMessage: 'the request: $.accounts[0]: the deployment does not audit 999988887777.',
        trace: ['InputError: …', '    at planStep (/var/task/index.mjs:1:1)'],
      }),
    });
    const failure = { Error: 'States.TaskFailed', Cause };
    const output = await world.ask({ step: 'conclude', request: {}, run: 'chat-1', failure });
    expect(output).toMatchObject({ kind: 'reply', reply: { mood: 'refused' } });
    expect(JSON.stringify(output)).toContain('the request: $.accounts[0]: the deployment does not audit 999988887777.');
    expect(JSON.stringify(output)).not.toContain('planStep');
  });

  test('is refused when it is none', async () => {
    await expect(world.ask({ step: 'understood', text: 'status' })).rejects.toThrow(
      /^\$\.step: .*'understand' \| 'conclude'.* Start the chat state machine, which makes the events of its steps\.$/,
    );
  });

  test('hears what is wrong with the configuration, and where to mend it', async () => {
    world.runs.s3.put('configuration/wsaudit.yaml', 'rulez: {}\nnonsense: 1\n');
    const place = (line: number) => ({ code: `s3://evidence/configuration/wsaudit.yaml:${line}` });
    const expected = {
      kind: 'reply',
      reply: {
        mood: 'failed',
        title: 'There is no answer: the configuration or a rule pack cannot be used.',
        sections: [
          {
            lines: [
              [place(1), expect.stringMatching(/^: unknown key "rulez" \(did you mean "rules"\?\)\. Known: /)],
              [place(2), expect.stringMatching(/^: unknown key "nonsense"\. Known: /)],
            ],
            isList: true,
          },
          {
            lines: [['Nothing can be judged until then. Whoever keeps the configuration can mend it; then ask again.']],
          },
        ],
        next: [],
      },
    };
    expect(await world.ask({ step: 'understand', text: 'status' })).toStrictEqual(expected);
    expect(await world.ask({ step: 'conclude', request: {}, run: 'night-1' })).toStrictEqual(expected);
    expect(world.reported).toMatchObject([{ name: 'InputError' }, { name: 'InputError' }]);
  });

  test('fails with the store, so that it is tried again', async () => {
    world.runs.s3.faults.GET?.push({ status: 403, code: 'AccessDenied' });
    await expect(world.ask({ step: 'understand', text: 'status' })).rejects.toMatchObject({ name: 'StoreError' });
    expect(world.reported).toStrictEqual([]);
  });
});

describe('a question in words', () => {
  test('is answered in one line that JSON leaves as it is', async () => {
    const answer = await world.ask({ text: 'findings lab' });
    expect(answer).toMatch(/^d-90671abc02: 2 open findings: 1 high, 1 medium \| .* • HIGH demo-encrypted on ws-2 in /);
    expect(answer).toMatch(/ \| Next: why demo-encrypted ws-2 • why demo-ip-groups d-90671abc02$/);
    expect(JSON.stringify(answer)).toBe(`"${answer}"`);
  });

  test('gets suggestions for a typing error', async () => {
    expect(await world.ask({ text: 'stauts' })).toMatch(/stauts.* \| Next: status$/);
  });

  test('about an audit is answered when it is quick', async () => {
    world.fate = { seconds: 4 };
    expect(await world.ask({ text: 'audit lab' })).toMatch(/^Audited: 2 open findings: 1 high, 1 medium \| /);
    expect(world.pauses).toStrictEqual([1000, 1500, 2250]);
  });

  test('about an audit hears within seconds that it goes on', async () => {
    const before = world.now;
    expect(await world.ask({ text: 'audit lab' })).toBe(
      'The audit goes on. | It is run ask-1. Its digest arrives where the digest topic is subscribed, and status knows ' +
        'it when it is done.',
    );
    expect(world.now - before).toBeLessThanOrEqual(6_000);
    expect(world.starts).toStrictEqual([
      { stateMachineArn, name: 'ask-1', input: JSON.stringify({ ...place, directories: [lab] }) },
    ]);
  });

  test('hears what happened to an audit that failed', async () => {
    world.fate = { seconds: 0, status: 'FAILED', error: 'States.Timeout', dies: true };
    expect(await world.ask({ text: 'audit lab' })).toMatch(/^The audit took too long and was stopped \| /);
  });

  test.each([7, null, ['status'], {}])('is refused when it is %j', async (text) => {
    expect(await world.ask({ text })).toBe(
      "This cannot be answered as it was asked. | • $: not a text alone; expected an object such as {'text':'status'}. " +
        "Put the whole question into 'text'.",
    );
  });

  test('hears in a line that something broke, and the log hears all of it', async () => {
    world.runs.s3.faults.GET?.push({ status: 403, code: 'AccessDenied' });
    expect(await world.ask({ text: 'status' })).toMatch(
      /^This could not be answered\. Ask again in a minute; if it stays so, the log of the function says more\. \| .*AccessDenied[^\n]*$/,
    );
    expect(world.reported).toMatchObject([{ name: 'StoreError' }]);
  });

  test('hears that the configuration is broken', async () => {
    world.runs.s3.put('configuration/wsaudit.yaml', 'rulez: {}\n');
    expect(await world.ask({ text: `status ${corp}` })).toMatch(
      /^This could not be answered\. Whoever keeps the configuration can mend it\. \| .*:1: unknown key .*rulez/,
    );
  });
});
