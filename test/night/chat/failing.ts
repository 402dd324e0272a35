import { expect, test } from 'vitest';
import { ownAccount } from '../../moto/clients.ts';
import type { Site } from '../estate/site.ts';
import { acknowledgement, askedFor, blocksOf, delivered } from './expected.ts';
import { asker, channel, newResponseUrl } from './slack.ts';
import type { ChatWorld, Conversation } from './world.ts';

const postMessage = 'https://slack.com/api/chat.postMessage';
const missing = (name: string) =>
  `Lambda.ResourceNotFoundException: Function not found: ${name} (Service: AWSLambda; Status Code: 404; Error Code: ResourceNotFoundException; Request ID: night; Proxy: null)`;

/** Whatever is broken, whoever asked hears of it, and of no place in our code. */
function expectTold({ answer, executions, messages }: Conversation): void {
  expect(answer).toStrictEqual(acknowledgement);
  expect(executions).toStrictEqual([{ name: expect.any(String), ...delivered('command') }]);
  expect(messages).toHaveLength(1);
  expect(JSON.stringify(messages)).not.toMatch(/\.mjs|\bat async\b|node:internal/);
}

/** Nothing of a place was read, and the answer says why. */
function expectLost({ directoryId, accountId, region }: Site, asked: Conversation, why: string): void {
  const blocks = blocksOf(asked);
  expect(blocks[0]).toBe('❌ Failed: Nothing could be audited');
  expect(blocks[1]).toContain(`Asked for: \`${directoryId}\`, \`${accountId}\`, \`${region}\`.`);
  // Slack would make a picture of what stands between two colons.
  const lost = blocks.find((text) => text.startsWith('*Could not be audited*'))?.replaceAll('\u200b', '') ?? '';
  expect(lost).toContain(`• \`${accountId}\`, \`${region}\`: reading it failed: ${why}`);
  expect(blocks.at(-2)).toBe(`Next: \`audit ${directoryId} ${accountId} ${region}\``);
}

/** What is told where not even a question was understood. */
const noAnswer = (question: string, what: string): string[] => [
  '❌ Failed: There is no answer: something went wrong on the way.',
  `*Your question*\n\`${question}\``,
  `*What happened*\n${what}`,
  '*What to do*\nAsk again in a minute. If it fails again, show this to whoever runs WorkSpaces Auditor: the execution of its chat state machine tells more.',
  `Next: \`${question}\``,
  `Asked by <@${asker}>: \`${question}\``,
];

/** What goes wrong on the way to an answer. */
export function fail(world: ChatWorld): void {
  test('a role that cannot be assumed: the answer names it, and why', async () => {
    const at = world.night.site(5);
    world.night.router.faults.brokenRoles.add(at.accountId);
    const asked = await world.command(`audit ${at.directoryId}`);
    expectTold(asked);
    const role = `arn:aws:iam::${at.accountId}:role/WorkSpacesAuditor`;
    expectLost(at, asked, `${role} cannot be assumed (AccessDenied: User: arn:aws:sts::${ownAccount}:assumed-role/`);
  });

  test('a digest that nobody got: the answer has what was found, and says so', async () => {
    const at = world.night.site(5);
    world.night.router.faults.denied.push({ accountId: ownAccount, action: 'sns:Publish' });
    const asked = await world.command(`audit ${at.directoryId}`);
    expectTold(asked);
    const blocks = blocksOf(asked);
    expect(blocks[0]).toMatch(/^🔶 Open: Audited: \d+ open findings: /);
    const afterwards = blocks.find((text) => text.startsWith('*Afterwards*')) ?? '';
    expect(afterwards).toContain('the digest of the run was not published to arn:');
    expect(afterwards).toContain('denied: AuthorizationErrorException: ');
    expect(afterwards).toContain('\nWhat it found is kept: ask for the status or the findings. ');
  });

  test('reading that is broken: the answer says so', async () => {
    const at = world.night.site(5);
    world.night.router.functions.delete('collect');
    const asked = await world.command(`audit ${at.directoryId}`);
    expectTold(asked);
    expectLost(at, asked, missing('collect'));
  });

  test('a run that fails as a whole: the answer says why, and what to do', async () => {
    const at = world.night.site(5);
    world.night.router.functions.delete('digest');
    const asked = await world.command(`audit ${at.directoryId}`);
    expectTold(asked);
    expect(blocksOf(asked)).toStrictEqual([
      '❌ Failed: The audit failed',
      [
        askedFor(at),
        missing('digest'),
        'Ask again. If it fails again, the log of the audit state machine tells more to whoever runs the auditor.',
      ].join('\n'),
      `Next: \`audit ${at.directoryId} ${at.accountId} ${at.region}\` or \`status\``,
      `Asked by <@${asker}>: \`audit ${at.directoryId}\``,
    ]);
  });

  test('a question that nothing can answer: the asker hears that, and what to do', async () => {
    world.night.router.functions.delete('ask');
    const asked = await world.command('status');
    expectTold(asked);
    expect(blocksOf(asked)).toStrictEqual(noAnswer('status', missing('ask')));
  });

  test('evidence that cannot be read: the asker hears that, after it was tried again', async () => {
    world.night.router.faults.denied.push({ accountId: ownAccount, action: 's3:GET' });
    const asked = await world.command('status');
    expectTold(asked);
    expect(asked.invoked).toStrictEqual(['ask', 'ask', 'ask', 'ask', 'deliver']);
    expect(blocksOf(asked)).toStrictEqual(
      noAnswer('status', 'configuration/packs/: s3:ListBucket failed: AccessDenied: Access Denied'),
    );
  });

  test('a Slack that has a bad moment gets the answer a little later', async () => {
    const response_url = newResponseUrl();
    world.platforms.answers.set(response_url, [
      { status: 503, body: 'later' },
      { status: 200, body: 'ok' },
    ]);
    const asked = await world.command('help status', { response_url });
    expect(asked.executions).toMatchObject([delivered('command')]);
    expect(asked.messages.map(({ url }) => url)).toStrictEqual([response_url, response_url]);
    expect(asked.messages[1]).toStrictEqual(asked.messages[0]);
    expect(asked.invoked).toStrictEqual(['ask', 'deliver', 'deliver']);
  });

  test.each([
    { status: 404, body: 'expired_url' },
    { status: 404, body: 'no_service' },
    { status: 200, body: '{"ok":false,"error":"used_url"}' },
  ])('an address that takes no more answers ($body): the bot posts in the channel', async (refusal) => {
    const response_url = newResponseUrl();
    world.platforms.answers.set(response_url, [refusal]);
    const asked = await world.command('help status', { response_url });
    expect(asked.executions).toMatchObject([delivered('bot')]);
    expect(asked.messages).toMatchObject([
      { url: response_url },
      { url: postMessage, authorization: `Bearer ${world.secrets.botToken}`, content: { channel } },
    ]);
    expect(blocksOf(asked, 1)).toStrictEqual(blocksOf(asked, 0));
  });

  test('a channel that the app is not in: nothing gets through, and the execution fails, for the alarm', async () => {
    world.platforms.answers.set(postMessage, [{ status: 200, body: '{"ok":false,"error":"not_in_channel"}' }]);
    const asked = await world.mention('help status');
    expect(asked.executions).toMatchObject([{ status: 'FAILED', error: 'DeliveryRefused' }]);
    expect(asked.executions[0]?.cause).toContain(
      'Slack refused the answer (not_in_channel). Invite the app into the channel: type /invite and its name there.',
    );
    expect(asked.messages.map(({ url }) => url)).toStrictEqual([postMessage, postMessage]);
  });

  test('an answer that nothing can deliver: the execution fails, for the alarm', async () => {
    world.night.router.functions.delete('deliver');
    const asked = await world.command('help');
    expect(asked.answer).toStrictEqual(acknowledgement);
    expect(asked.executions).toMatchObject([{ status: 'FAILED', error: 'Lambda.ResourceNotFoundException' }]);
    expect(asked).toMatchObject({ messages: [], invoked: ['ask', 'deliver', 'deliver'] });
  });
}
