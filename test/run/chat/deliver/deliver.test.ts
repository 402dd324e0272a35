import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { slackMessage } from '../../../../lib/chat/slack/message.ts';
import { answerToCommand } from '../../../../lib/chat/slack/post.ts';
import { workflowMessage } from '../../../../lib/chat/teams/index.ts';
import { failureReply } from '../../../../lib/run/chat/failure-reply.ts';
import type { DeliverInput } from '../../../../lib/run/chat/steps.ts';
import { Platforms, responseUrl, settings, workflowUrl } from './world.ts';

let platforms: Platforms;
beforeEach(async () => {
  platforms = new Platforms();
  await platforms.start();
});
afterEach(() => platforms.stop());

const text = 'audit d-0123456789';
const reply = { mood: 'open' as const, title: 'd-0123456789 has 3 open findings', sections: [], next: [] };
const teams: DeliverInput = { destination: { platform: 'teams', asker: 'Sam Asker' }, text, reply };
const mend =
  'Store the address again that the workflow "When a Teams webhook request is received" shows, and see that it is on and lets anyone trigger it.';

describe('an answer for Teams', () => {
  it.each([200, 202])('goes to the workflow, which takes it with status %i', async (status) => {
    platforms.answer({ status, body: '' });
    expect(await platforms.deliver(teams)).toStrictEqual({ delivered: 'workflow' });
    const [received] = platforms.received;
    expect([received?.url, received?.body]).toStrictEqual([workflowUrl, workflowMessage(reply)]);
    expect(received?.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(platforms.log).toStrictEqual(['info an answer was delivered {"platform":"teams","delivered":"workflow"}']);
  });

  it('has nowhere to go without a workflow, and fails nothing', async () => {
    const { workflowUrl: _, ...silent } = settings.teams ?? { securityToken: '', tenants: [], channels: [] };
    expect(await platforms.deliver(teams, { teams: silent })).toStrictEqual({ delivered: 'nowhere' });
    expect(platforms.log).toStrictEqual([
      'warn an answer has nowhere to go: no workflow is set up {"platform":"teams"}',
    ]);
    expect(platforms.received).toStrictEqual([]);
  });

  it('goes to the address of a workflow that was made anew', async () => {
    platforms.rotated['ssm:/chat/workflow-url'] = `${workflowUrl}2`;
    platforms.answer({ status: 401, body: '' }, { status: 202, body: '' });
    expect(await platforms.deliver(teams)).toStrictEqual({ delivered: 'workflow' });
    expect(platforms.received.map(({ url }) => url)).toStrictEqual([workflowUrl, `${workflowUrl}2`]);
  });

  it.each([400, 401, 403, 404])('is refused with what to mend after status %i', async (status) => {
    platforms.answer({ status, body: `{"error":{"message":"${workflowUrl}"}}` });
    await expect(platforms.deliver(teams)).rejects.toMatchObject({
      ...{ name: 'DeliveryRefused', code: `status ${status}` },
      message: `the workflow of Teams refused the answer (status ${status}). ${mend}`,
    });
    expect(platforms.received.length).toBe(1);
  });

  it('may be taken later after status 502', async () => {
    platforms.answer({ status: 502 });
    await expect(platforms.deliver(teams)).rejects.toMatchObject({
      ...{ name: 'DeliveryError', message: 'the workflow of Teams answered with status 502' },
    });
  });

  it('goes to Microsoft only', async () => {
    platforms.secrets['ssm:/chat/workflow-url'] = 'https://workflows.example.org/hushhushhush';
    await expect(platforms.deliver(teams)).rejects.toMatchObject({
      ...{ name: 'DeliveryRefused', message: `Teams refused the answer (no address of a workflow). ${mend}` },
    });
    expect(platforms.received).toStrictEqual([]);
  });
});

describe('a question without an answer', () => {
  const slack = { platform: 'slack', channel: 'C0AUDIT00', user: 'U0ASKER00', responseUrl } as const;
  const failure = {
    Error: 'StoreError',
    Cause: '{"errorType":"StoreError","errorMessage":"ledgers/1: s3:GetObject failed: AccessDenied","trace":["at x"]}',
  };

  it('hears what happened and what to do, in Slack', async () => {
    platforms.answer({});
    expect(await platforms.deliver({ destination: slack, text, failure })).toStrictEqual({ delivered: 'command' });
    const told = failureReply(text, failure);
    const message = slackMessage(told, { user: 'U0ASKER00', text });
    expect(platforms.received.map(({ body }) => body)).toStrictEqual([answerToCommand(told, message)]);
    expect(JSON.stringify(message)).toContain('s3:GetObject failed: AccessDenied');
    expect(JSON.stringify(message)).not.toContain('at x');
    expect(platforms.log[0]).toBe('warn a question has no answer {"platform":"slack","error":"StoreError"}');
  });

  it('hears so in Teams', async () => {
    platforms.answer({ status: 202, body: '' });
    await platforms.deliver({ destination: { platform: 'teams', asker: '' }, text, failure });
    expect(platforms.received.map(({ body }) => body)).toStrictEqual([workflowMessage(failureReply(text, failure))]);
  });

  it.each([
    [
      'slack',
      slack,
      'Slack refused the answer (not configured). Configure slack in the chat settings and deploy again.',
    ],
    [
      'teams',
      { platform: 'teams', asker: '' } as const,
      'Teams refused the answer (not configured). Configure teams in the chat settings and deploy again.',
    ],
  ])('is told to the operator when %s is not set up any more', async (_, destination, message) => {
    await expect(platforms.deliver({ destination, text, failure }, {})).rejects.toMatchObject({
      ...{ name: 'DeliveryRefused', message },
    });
  });
});

describe('what is said of a failure', () => {
  const again =
    'Ask again in a minute. If it fails again, show this to whoever runs WorkSpaces Auditor: the execution of its chat state machine tells more.';

  it('is the question, what happened, and what to do', () => {
    expect(failureReply(text, { Error: 'TypeError', Cause: 'no such member\n    at file.mjs:1' })).toStrictEqual({
      mood: 'failed',
      title: 'There is no answer: something went wrong on the way.',
      sections: [
        { heading: 'Your question', lines: [[{ code: text }]] },
        { heading: 'What happened', lines: [['TypeError: no such member']] },
        { heading: 'What to do', lines: [[again]] },
      ],
      next: [text],
    });
  });

  it('is something even where nothing is known', () => {
    expect(failureReply(' ', undefined)).toStrictEqual({
      mood: 'failed',
      title: 'There is no answer: something went wrong on the way.',
      sections: [
        { heading: 'What happened', lines: [['no reason is known']] },
        { heading: 'What to do', lines: [[again]] },
      ],
      next: ['help'],
    });
  });

  it.each([
    ['States.Timeout', 'Ask for less, such as one directory, or ask again when AWS answers faster.'],
    ['Sandbox.Timedout', 'Ask for less, such as one directory, or ask again when AWS answers faster.'],
    ['Lambda.TooManyRequestsException', 'AWS is asked too much just now; ask again in some minutes.'],
    ['StepFunctions.ExecutionLimitExceeded', 'AWS is asked too much just now; ask again in some minutes.'],
  ])('has advice of its own for %s', (error, advice) => {
    expect(failureReply(text, { Error: error }).sections.at(-1)).toStrictEqual({
      ...{ heading: 'What to do', lines: [[advice]] },
    });
  });

  it('is cut where it would go on', () => {
    const { sections } = failureReply(text, { Error: 'X', Cause: 'y'.repeat(10_000) });
    expect(sections[1]?.lines).toStrictEqual([[`X: ${'y'.repeat(596)}…`]]);
  });
});
