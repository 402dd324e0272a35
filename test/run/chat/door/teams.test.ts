import { describe, expect, it } from 'vitest';
import { teamsAnswer, teamsNote } from '../../../../lib/chat/teams/index.ts';
import { openDoor } from '../../../../lib/run/chat/door/door.ts';
import { failureReply } from '../../../../lib/run/chat/failure-reply.ts';
import type { AskStepOutput } from '../../../../lib/run/chat/steps.ts';
import { activity, channel, jsonAnswer, makeWorld, now, settings, teamsRequest, tenant, user } from './world.ts';

const sender = { tenant, channel, user };
const text = 'status d-0123456789';
const question = { text, askedAt: now.toISOString(), destination: { platform: 'teams', asker: 'Sam Asker' } };
const note = (words: string) => jsonAnswer(teamsNote(words));
const notStarted = 'Your question has arrived, but AWS did not take the work on. Please ask again in a minute.';

const reply = { mood: 'clean', title: 'd-0123456789 is clean', sections: [], next: [] } as const;
const replied: AskStepOutput = { kind: 'reply', reply: { ...reply, sections: [], next: [] } };
const audit = (request: Extract<AskStepOutput, { kind: 'audit' }>['request']): AskStepOutput => ({
  kind: 'audit',
  request,
});

const { workflowUrl: _, ...silent } = settings.teams ?? { securityToken: '', tenants: [], channels: [] };
const withoutWorkflow = { teams: silent };

describe('a question from Teams', () => {
  it('is answered in the same exchange', async () => {
    const { parts, asked, started, log } = makeWorld({ ask: async () => replied });
    expect(await openDoor(teamsRequest(activity()), parts)).toStrictEqual(jsonAnswer(teamsAnswer(reply)));
    expect(asked).toStrictEqual([{ text, patience: 4_000 }]);
    expect(started).toStrictEqual([]);
    expect(log).toStrictEqual([['info a question was answered', { platform: 'teams', ...sender }]]);
  });

  it('has less time when this process began late', async () => {
    const { parts, asked } = makeWorld({ ask: async () => replied });
    const request = teamsRequest(activity());
    const { requestContext } = request;
    const late = { ...request, requestContext: { ...requestContext, timeEpoch: now.getTime() - 1_500 } };
    await openDoor(late, parts);
    expect(asked).toStrictEqual([{ text, patience: 2_500 }]);
  });

  it('is handed on at once when hardly any time is left', async () => {
    const { parts, asked, started } = makeWorld({ ask: async () => replied });
    const request = teamsRequest(activity());
    const late = { ...request, requestContext: { ...request.requestContext, timeEpoch: now.getTime() - 3_501 } };
    expect(await openDoor(late, parts)).toStrictEqual(
      note('The answer takes a little longer; a workflow posts it in the channel.'),
    );
    expect([asked.length, started.map((one) => one.question)]).toStrictEqual([0, [question]]);
  });

  it('that asks for an audit begins one, which a workflow answers', async () => {
    const { parts, started, log } = makeWorld({ ask: async () => audit({}) });
    expect(await openDoor(teamsRequest(activity()), parts)).toStrictEqual(
      note('The audit has begun. A workflow posts what it comes to in the channel.'),
    );
    expect(started).toStrictEqual([{ name: expect.stringMatching(/^chat-[0-9a-f]{40}$/), question }]);
    expect(log).toStrictEqual([
      ['info a question was accepted', { platform: 'teams', ...sender, execution: started[0]?.name, state: 'started' }],
    ]);
  });

  it.each([
    [{ directories: ['d-0123456789'] }, 'Ask "status d-0123456789" in some minutes.'],
    [{ regions: ['us-east-1'] }, 'Ask "status" in some minutes.'],
  ])('tells how to hear of an audit of %j where no workflow is set up', async (request, how) => {
    const { parts, started } = makeWorld({ settings: withoutWorkflow, ask: async () => audit(request) });
    expect(await openDoor(teamsRequest(activity()), parts)).toStrictEqual(
      note(`The audit has begun. No workflow is set up that could post what it comes to. ${how}`),
    );
    expect(started.length).toBe(1);
  });

  it('that takes too long is answered by a workflow', async () => {
    const { parts, started } = makeWorld({ ask: async () => undefined });
    expect(await openDoor(teamsRequest(activity()), parts)).toStrictEqual(
      note('The answer takes a little longer; a workflow posts it in the channel.'),
    );
    expect(started.length).toBe(1);
  });

  it('that takes too long is to be asked again where no workflow is set up', async () => {
    const { parts, started, log } = makeWorld({ settings: withoutWorkflow, ask: async () => undefined });
    const words =
      'The answer takes longer than Teams waits for it, and no workflow is set up that could post it later. Please ask again in a minute.';
    expect(await openDoor(teamsRequest(activity()), parts)).toStrictEqual(note(words));
    expect(started).toStrictEqual([]);
    expect(log).toStrictEqual([
      ['warn a question took too long', { status: 200, reason: 'too-long', platform: 'teams', ...sender }],
    ]);
  });

  it('that cannot be answered hears what happened', async () => {
    const ask = async () => {
      throw new RangeError('the evidence is gone');
    };
    const { parts, log } = makeWorld({ ask });
    const failure = failureReply(text, { Error: 'RangeError', Cause: 'the evidence is gone' });
    expect(await openDoor(teamsRequest(activity()), parts)).toStrictEqual(jsonAnswer(teamsAnswer(failure)));
    const trace = { error: 'RangeError', found: 'the evidence is gone' };
    expect(log).toStrictEqual([
      [
        'error a question was not answered',
        { status: 200, reason: 'not-answered', platform: 'teams', ...sender, ...trace },
      ],
    ]);
  });

  it('that could not be handed on hears so', async () => {
    const start = async () => {
      throw new RangeError('no state machine');
    };
    const { parts, log } = makeWorld({ ask: async () => audit({}), override: { start } });
    expect(await openDoor(teamsRequest(activity()), parts)).toStrictEqual(note(notStarted));
    expect(log).toStrictEqual([
      [
        'error a question could not be handed on',
        {
          ...{ status: 200, reason: 'not-started', platform: 'teams', ...sender },
          ...{ error: 'RangeError', found: 'no state machine' },
        },
      ],
    ]);
  });

  it('is as old as five minutes at most', async () => {
    const { parts } = makeWorld({ ask: async () => replied });
    const timestamp = new Date(now.getTime() - 300_000).toISOString();
    expect((await openDoor(teamsRequest(activity({ timestamp })), parts)).statusCode).toBe(200);
  });

  it('has a name of its own in each conversation', async () => {
    const { parts, started } = makeWorld({ ask: async () => audit({}) });
    for (const messageid of ['1', '2']) {
      await openDoor(teamsRequest(activity({ conversation: { id: `${channel};messageid=${messageid}` } })), parts);
    }
    expect(new Set(started.map(({ name }) => name)).size).toBe(2);
  });
});
