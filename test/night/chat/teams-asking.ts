import { expect, test } from 'vitest';
import * as z from 'zod';
import { complaintsAbout } from '../../chat/teams/official.ts';
import { ownAccount } from '../../moto/clients.ts';
import { delivered, linked, wholeAudit } from './expected.ts';
import { activity, teamsRequest } from './teams.ts';
import type { ChatWorld } from './world.ts';

const messageSchema = z.strictObject({
  type: z.literal('message'),
  attachments: z.tuple([
    z.strictObject({
      contentType: z.literal('application/vnd.microsoft.card.adaptive'),
      contentUrl: z.null().optional(),
      content: z.looseObject({ type: z.literal('AdaptiveCard'), version: z.literal('1.4') }),
    }),
  ]),
});

/** The card of a message, which Microsoft's own library has nothing against. */
function cardOf(message: unknown): string {
  const [{ content }] = messageSchema.parse(message).attachments;
  expect(complaintsAbout(content)).toStrictEqual([]);
  return JSON.stringify(content);
}

/** Questions from Microsoft Teams, and their answers. */
export function askFromTeams(world: ChatWorld): void {
  test('a question is answered in the exchange, by a card', async () => {
    const asked = await world.teams('status');
    expect(asked).toMatchObject({ answer: { statusCode: 200 }, executions: [], messages: [], invoked: ['ask'] });
    const card = cardOf(JSON.parse(asked.answer.body));
    expect(card).toMatch(/"\d+ open findings: \d+ high, \d+ medium, \d+ low"/);
    expect(linked(card)).toBe('runs/first/');
  });

  test('an audit is announced in the exchange, and a workflow posts what it came to', async () => {
    const { directoryId } = world.night.site(2);
    const asked = await world.teams(`audit ${directoryId}`);
    expect(asked.answer.statusCode).toBe(200);
    expect(cardOf(JSON.parse(asked.answer.body))).toContain(
      '"The audit has begun. A workflow posts what it comes to in the channel."',
    );
    expect(asked.executions).toStrictEqual([{ name: expect.any(String), ...delivered('workflow') }]);
    // Once for the exchange, and once more by the state machine.
    expect(asked.invoked).toStrictEqual(['ask', ...wholeAudit]);
    expect(asked.messages).toStrictEqual([
      { url: world.secrets.workflowUrl, authorization: undefined, content: expect.any(Object) },
    ]);
    const card = cardOf(asked.messages[0]?.content);
    expect(card).toMatch(/"Audited: \d+ open findings: /);
    expect(linked(card)).toBe(`runs/${asked.executions[0]?.name}/`);
  });

  test('an answer that takes longer than Teams waits is posted by the workflow', async () => {
    world.night.router.faults.late.set(ownAccount, 900);
    const begun = performance.now();
    const answer = await world.send(teamsRequest(activity('status'), world.secrets.securityToken));
    const seconds = (performance.now() - begun) / 1000;
    world.night.router.faults.clear();
    await world.settle();
    expect(cardOf(JSON.parse(answer.body))).toContain(
      '"The answer takes a little longer; a workflow posts it in the channel."',
    );
    expect(seconds).toBeGreaterThan(4);
    expect(world.platforms.posts.map(({ url }) => url)).toStrictEqual([world.secrets.workflowUrl]);
    expect(cardOf(JSON.parse(world.platforms.posts[0]?.body ?? ''))).toMatch(/"\d+ open findings: /);
  });

  test('where answering is broken, the exchange says so', async () => {
    world.night.router.functions.delete('ask');
    const asked = await world.teams('status');
    expect(asked).toMatchObject({ answer: { statusCode: 200 }, executions: [], messages: [] });
    const card = cardOf(JSON.parse(asked.answer.body));
    expect(card).toContain('There is no answer: something went wrong on the way.');
    expect(card).toContain('What to do');
    expect(card).not.toMatch(/\.mjs|\bat async\b/);
  });
}
