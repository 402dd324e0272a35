import { expect, test } from 'vitest';
import { commandForm, mentionEvent, slackRequest } from './slack.ts';
import { activity, teamsRequest } from './teams.ts';
import type { WebRequest } from './url-event.ts';
import type { ChatWorld } from './world.ts';

const wrong = 'f'.repeat(32);
const wrongToken = Buffer.from(wrong).toString('base64');

/** What every refused request asks; no log may hold it. */
const whispered = 'audit d-whispered';

interface Refused {
  readonly of: string;
  readonly status: number;
  /** As the log calls it. */
  readonly reason: string;
  readonly request: (secrets: ChatWorld['secrets']) => WebRequest;
}

const form = (changed: Readonly<Record<string, string>> = {}) => commandForm(whispered, changed);

const refusals: readonly Refused[] = [
  {
    ...{ of: 'a wrong signature of Slack', status: 401, reason: 'forged' },
    request: () => slackRequest(form(), wrong),
  },
  {
    ...{ of: 'a body of Slack that was changed on its way', status: 401, reason: 'forged' },
    request: ({ signingSecret }) => ({ ...slackRequest(form(), signingSecret), body: form({ user_id: 'U0OTHER00' }) }),
  },
  {
    ...{ of: 'no signature at all', status: 401, reason: 'forged' },
    request: () => ({
      path: '/slack',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: form(),
    }),
  },
  {
    ...{ of: 'a signature of Slack of more than five minutes ago', status: 401, reason: 'stale' },
    request: ({ signingSecret }) => slackRequest(form(), signingSecret, { age: 302 }),
  },
  {
    ...{ of: 'a channel of Slack that may not ask', status: 403, reason: 'not-allowed' },
    request: ({ signingSecret }) => slackRequest(form({ channel_id: 'C0OTHER00' }), signingSecret),
  },
  {
    ...{ of: 'a workspace of Slack that may not ask', status: 403, reason: 'not-allowed' },
    request: ({ signingSecret }) => slackRequest(form({ team_id: 'T0OTHER00' }), signingSecret),
  },
  {
    ...{ of: 'a body that is too large', status: 413, reason: 'too-large' },
    request: ({ signingSecret }) => slackRequest(form({ padding: 'x'.repeat(65_536) }), signingSecret),
  },
  {
    ...{ of: 'a form without what Slack sends', status: 400, reason: 'malformed' },
    request: ({ signingSecret }) => slackRequest(new URLSearchParams({ text: whispered }).toString(), signingSecret),
  },
  {
    ...{ of: 'an event that is no JSON', status: 400, reason: 'malformed' },
    request: ({ signingSecret }) => slackRequest(`{${whispered}`, signingSecret),
  },
  {
    ...{ of: 'an answer that is to go to another host', status: 400, reason: 'malformed' },
    request: ({ signingSecret }) =>
      slackRequest(form({ response_url: 'https://hooks.slack.com.example.com/commands' }), signingSecret),
  },
  {
    ...{ of: 'a path that there is not', status: 404, reason: 'no-such-path' },
    request: ({ signingSecret }) => slackRequest(form(), signingSecret, { path: '/admin' }),
  },
  {
    ...{ of: 'another method than POST', status: 405, reason: 'method' },
    request: ({ signingSecret }) => ({ ...slackRequest(mentionEvent(whispered), signingSecret), method: 'PUT' }),
  },
  {
    ...{ of: 'a wrong signature of Teams', status: 401, reason: 'forged' },
    request: () => teamsRequest(activity(whispered), wrongToken),
  },
  {
    ...{ of: 'a message of Teams of more than five minutes ago', status: 401, reason: 'stale' },
    request: ({ securityToken }) => teamsRequest(activity(whispered, { age: 302 }), securityToken),
  },
  {
    ...{ of: 'a foreign tenant of Teams', status: 403, reason: 'not-allowed' },
    request: ({ securityToken }) =>
      teamsRequest(activity(whispered, { tenant: '00000000-1111-4222-8333-444444444444' }), securityToken),
  },
];

/** Requests that are not evaluated. */
export function refuse(world: ChatWorld): void {
  test.each(refusals)('$of is refused with $status, and starts nothing', async ({ status, reason, request }) => {
    const log = world.night.functions.get('chat').log.length;
    const refused = await world.converse(request(world.secrets));
    expect(refused).toMatchObject({ answer: { statusCode: status }, executions: [], messages: [], invoked: [] });
    expect(refused.answer.headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(refused.answer.body).toMatch(/^[A-Z][^\n]{10,80}\.$/);
    expect(world.night.functions.get('chat').log.slice(log)).toContain(`"reason":"${reason}"`);
  });

  test('the very same request once more is refused with 409', async () => {
    const request = slackRequest(commandForm('help'), world.secrets.signingSecret);
    expect(await world.converse(request)).toMatchObject({ answer: { statusCode: 200 }, executions: [{}] });
    const again = { answer: { statusCode: 409 }, executions: [], messages: [], invoked: [] };
    expect(await world.converse(request)).toMatchObject(again);
    // A new process remembers nothing itself; the mark is in the bucket.
    await world.restart('chat');
    expect(await world.converse(request)).toMatchObject(again);
  });

  test('the very same message of Teams once more is refused with 409', async () => {
    const request = teamsRequest(activity('help'), world.secrets.securityToken);
    expect(await world.converse(request)).toMatchObject({ answer: { statusCode: 200 }, invoked: ['ask'] });
    expect(await world.converse(request)).toMatchObject({ answer: { statusCode: 409 }, invoked: [] });
  });
}
