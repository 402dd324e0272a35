import { expect, test, vi } from 'vitest';
import { ownAccount } from '../../moto/clients.ts';
import { delivered } from './expected.ts';
import { commandForm, mentionEvent, slackRequest } from './slack.ts';
import type { ChatWorld } from './world.ts';

const sorry = 'Something went wrong here; please try again in a minute.';
const notStarted = 'Your question has arrived, but AWS did not take the work on. Please ask again in a minute.';

/** What the front door answers when it cannot do its work. */
export function breakDown(world: ChatWorld): void {
  const deny = (action: string) => world.night.router.faults.denied.push({ accountId: ownAccount, action });
  const signed = (body: string) => slackRequest(body, world.secrets.signingSecret);
  const answered = { answer: { statusCode: 200 }, executions: [delivered('command')] };
  const nothingDone = { executions: [], messages: [], invoked: [] };

  test('a secret that cannot be read: nothing is evaluated, and once it can be, no restart is needed', async () => {
    deny('ssm:GetParameter');
    await world.restart('chat');
    const request = signed(commandForm('help'));
    expect(await world.converse(request)).toMatchObject({ answer: { statusCode: 503, body: sorry }, ...nothingDone });
    world.mend();
    // A secret that could not be read twice is asked for every few seconds only.
    await vi.waitFor(async () => expect(await world.converse(request)).toMatchObject(answered), {
      ...{ timeout: 15_000, interval: 1_000 },
    });
  });

  test('a request that cannot be marked as seen is not evaluated', async () => {
    deny('s3:PUT');
    const asked = await world.converse(signed(commandForm('help')));
    expect(asked).toMatchObject({ answer: { statusCode: 503, body: sorry }, ...nothingDone });
  });

  test('work that Step Functions does not take: whoever typed a command reads so', async () => {
    deny('states:StartExecution');
    const asked = await world.converse(signed(commandForm('help')));
    expect(asked).toMatchObject({ answer: { statusCode: 200 }, ...nothingDone });
    expect(JSON.parse(asked.answer.body)).toStrictEqual({ response_type: 'ephemeral', text: notStarted });
  });

  test('and Slack sends a mention again, which is answered then', async () => {
    deny('states:StartExecution');
    const event = mentionEvent('help');
    const asked = await world.converse(signed(event));
    expect(asked).toMatchObject({ answer: { statusCode: 503, body: notStarted }, ...nothingDone });
    world.mend();
    const again = await world.converse(slackRequest(event, world.secrets.signingSecret, { age: 1 }));
    expect(again).toMatchObject({ answer: { statusCode: 200 }, executions: [delivered('bot')], messages: [{}] });
  });
}
