import { beforeAll, expect, test } from 'vitest';
import type { Outcome } from '../world/night.ts';
import { acknowledgement, blocksOf, delivered, linked, received, wholeAudit } from './expected.ts';
import { asker, channel, commandForm, mentionEvent, newResponseUrl, slackRequest } from './slack.ts';
import type { ChatWorld } from './world.ts';

const name = expect.stringMatching(/^chat-[0-9a-f]{40}$/);

/** Questions from Slack, and their answers. */
export function ask(world: ChatWorld): void {
  let night: Outcome;
  beforeAll(async () => {
    night = await world.night.run('first');
  });

  const openAt = (accountId?: string, region?: string): number =>
    night.offers.filter(
      (offer) =>
        offer.status === 'FAILED' &&
        [offer.accountId, undefined].includes(accountId) &&
        [offer.region, undefined].includes(region),
    ).length;

  test('a slash command is acknowledged, and answered at its own address with what the last night found', async () => {
    const response_url = newResponseUrl();
    const asked = await world.command('status', { response_url });
    expect(asked.answer).toStrictEqual(acknowledgement);
    expect(asked.executions).toStrictEqual([{ name, ...delivered('command') }]);
    expect(asked.invoked).toStrictEqual(['ask', 'deliver']);
    expect(asked.messages).toStrictEqual([
      {
        ...{ url: response_url, authorization: undefined },
        content: {
          ...{ response_type: 'in_channel', replace_original: false, unfurl_links: false, unfurl_media: false },
          ...{ text: expect.any(String), blocks: expect.any(Array) },
        },
      },
    ]);
    const [header, health, places, link, next, by] = blocksOf(asked);
    expect(header).toMatch(new RegExp(`^🔶 Open: ${openAt()} open findings: \\d+ high, \\d+ medium, \\d+ low$`));
    expect(health).toContain('The last run of everything ended less than a minute ago');
    expect(places?.split('\n')).toStrictEqual([
      '*Places, worst first*',
      ...world.night.organization.sites.map(() =>
        expect.stringMatching(/^• `\d{12}`, `us-(east|west)-\d`: open findings 1\d /),
      ),
    ]);
    for (const { accountId, region } of world.night.organization.sites)
      expect(places).toContain(`\`${accountId}\`, \`${region}\`: open findings ${openAt(accountId, region)} (`);
    expect(await world.night.storage.keys(linked(link ?? ''))).toContain('runs/first/summary.json');
    expect([next, by]).toStrictEqual(['Next: `findings` or `coverage`', `Asked by <@${asker}>: \`status\``]);
  });

  test('an audit of one directory runs as any other run does, and its answer leads to the evidence', async () => {
    const at = world.night.site(3);
    const asked = await world.command(`audit ${at.directoryId}`);
    expect(asked.answer).toStrictEqual(acknowledgement);
    expect(asked.invoked).toStrictEqual(wholeAudit);
    const looked = world.night.router.calls.filter(({ service }) => ['workspaces', 'ds', 'ec2'].includes(service));
    expect(new Set(looked.map((call) => `${call.accountId} ${call.region}`))).toStrictEqual(
      new Set([`${at.accountId} ${at.region}`]),
    );
    const [{ name: run = '', ...execution } = { name: undefined }] = asked.executions;
    expect(execution).toStrictEqual(delivered('command'));
    expect(await world.night.executions.end(run)).toMatchObject({
      status: 'SUCCEEDED',
      output: { run, whole: false, targets: 1, lost: 0 },
    });
    expect(asked.messages).toHaveLength(1);
    const blocks = blocksOf(asked);
    expect(blocks[0]).toContain(`Audited: ${openAt(at.accountId, at.region)} open findings: `);
    expect(blocks[1]?.split('\n').slice(0, 3)).toStrictEqual([
      `Asked for: \`${at.directoryId}\`, \`${at.accountId}\`, \`${at.region}\`.`,
      `Audited: only directory \`${at.directoryId}\` and what it uses, less than a minute ago.`,
      'New since the last look: 0, resolved: 0.',
    ]);
    expect(blocks.at(-1)).toBe(`Asked by <@${asker}>: \`audit ${at.directoryId}\``);
    const link = blocks.find((text) => text.includes('Evidence of this run')) ?? '';
    expect(linked(link)).toBe(`runs/${run}/`);
    expect(await world.night.storage.keys(linked(link))).toEqual(
      expect.arrayContaining([`runs/${run}/summary.json`, `runs/${run}/news/${at.accountId}-${at.region}.json`]),
    );
  });

  test('an audit of a Region looks at all that the deployment audits there', async () => {
    const asked = await world.command('audit us-west-2');
    expect(asked.executions).toMatchObject([delivered('command')]);
    expect(asked.invoked.filter((each) => each === 'collect')).toHaveLength(3);
    const [title, about] = blocksOf(asked);
    expect(title).toContain(`Audited: ${openAt(undefined, 'us-west-2')} open findings: `);
    expect(about).toContain('Asked for: `us-west-2`.\nAudited: 3 places, less than a minute ago.');
  });

  test('a mention is answered in its thread, by the bot', async () => {
    const asked = await world.mention('help coverage');
    expect(asked.answer).toStrictEqual(received);
    expect(asked.executions).toStrictEqual([{ name, ...delivered('bot') }]);
    expect(asked.messages).toStrictEqual([
      {
        url: 'https://slack.com/api/chat.postMessage',
        authorization: `Bearer ${world.secrets.botToken}`,
        content: {
          ...{ channel, thread_ts: '1763866800.000100', unfurl_links: false, unfurl_media: false },
          ...{ text: expect.any(String), blocks: expect.any(Array) },
        },
      },
    ]);
    expect(blocksOf(asked)).toStrictEqual([
      'How to ask for coverage',
      '• `coverage [account|Region]`: what could not be read, and the permissions that are missing',
      expect.stringMatching(/^\*For example\*\n• `coverage \d{12}`\n• `coverage us-(east|west)-\d`$/),
      `Asked by <@${asker}>: \`help coverage\``,
    ]);
  });

  test('an event that Slack sends again is answered once', async () => {
    const event = mentionEvent('help');
    const first = await world.converse(slackRequest(event, world.secrets.signingSecret, { age: 60 }));
    const again = await world.converse(slackRequest(event, world.secrets.signingSecret));
    expect(first).toMatchObject({ answer: received, executions: [delivered('bot')], messages: [{}] });
    expect(again).toStrictEqual({ answer: received, executions: [], messages: [], invoked: [] });
  });

  test('what was mistyped is answered with what may have been meant, to whoever typed it alone', async () => {
    const response_url = newResponseUrl();
    const asked = await world.command('statsu', { response_url });
    const text = (type: string, value: string) => ({ type, text: value });
    const context = (value: string) => ({
      type: 'context',
      elements: [{ ...text('mrkdwn', value), verbatim: true }],
    });
    expect(asked.messages).toStrictEqual([
      {
        ...{ url: response_url, authorization: undefined },
        content: {
          ...{ response_type: 'ephemeral', replace_original: false, unfurl_links: false, unfurl_media: false },
          text: '⛔ Refused: I do not know this command.\nstatsu is no command and no name that I know.',
          blocks: [
            {
              type: 'header',
              text: { ...text('plain_text', '⛔ Refused: I do not know this command.'), emoji: false },
            },
            {
              type: 'section',
              text: { ...text('mrkdwn', '`statsu` is no command and no name that I know.'), verbatim: true },
            },
            context('Next: `status`'),
            context(`Asked by <@${asker}>: \`statsu\``),
          ],
        },
      },
    ]);
  });

  test('what could mean several directories is asked back', async () => {
    const asked = await world.command('audit corp');
    expect(asked.invoked).toStrictEqual(['ask', 'deliver']);
    const blocks = blocksOf(asked);
    expect(blocks[0]).toBe('❓ Question: Which one do you mean?');
    const offered = blocks.find((text) => text.startsWith('Next: '))?.match(/(?<=`)audit [^`]+/g);
    const commands = world.night.organization.sites.map(
      ({ directoryId, accountId, region }) => `audit ${directoryId} ${accountId} ${region}`,
    );
    expect(offered).toHaveLength(5);
    expect(commands).toEqual(expect.arrayContaining([...(offered ?? [])]));
    expect(asked.messages).toMatchObject([{ content: { response_type: 'ephemeral' } }]);
  });

  test('Slack that makes sure of the address gets its challenge back', async () => {
    const body = JSON.stringify({ type: 'url_verification', token: 'of-no-use', challenge: 'a-challenge-of-slack' });
    const asked = await world.converse(slackRequest(body, world.secrets.signingSecret, { path: '/slack/events' }));
    expect(asked).toMatchObject({ answer: { statusCode: 200, body: 'a-challenge-of-slack' }, executions: [] });
  });

  test('questions at the same time are answered each at its own address', async () => {
    const urls = [newResponseUrl(), newResponseUrl(), newResponseUrl()];
    const form = (response_url: string) => commandForm('help explain', { response_url });
    await Promise.all(urls.map((url) => world.send(slackRequest(form(url), world.secrets.signingSecret))));
    await world.settle();
    expect(world.platforms.posts.map(({ url }) => url).sort()).toStrictEqual([...urls].sort());
  });
}
