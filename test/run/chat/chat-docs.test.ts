import { readFile } from 'node:fs/promises';
import { AdaptiveCard, SerializationContext, Versions } from 'adaptivecards';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { usage } from '../../../lib/chat/usage.ts';
import { openDoor } from '../../../lib/run/chat/door.ts';
import { chatSettingsSchema } from '../../../lib/run/chat/settings.ts';

const page = (name: string): Promise<string> => readFile(new URL(`../../../docs/${name}`, import.meta.url), 'utf8');

/** The blocks of code of a page in one language. */
const blocks = async (name: string, language: string): Promise<string[]> =>
  [...(await page(name)).matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\``, 'gms'))].map(([, code = '']) => code);

const chatSection = z.strictObject({ chat: chatSettingsSchema });

const manifestSchema = z.strictObject({
  display_information: z.strictObject({
    name: z.string().max(35),
    description: z.string().max(140),
    background_color: z.string(),
  }),
  features: z.strictObject({
    bot_user: z.strictObject({ display_name: z.string().max(80), always_online: z.boolean() }),
    slash_commands: z.array(
      z.strictObject({
        command: z.string().regex(/^\/[a-z]{1,31}$/),
        url: z.url(),
        description: z.string().max(2000),
        usage_hint: z.string().max(1000),
        should_escape: z.boolean(),
      }),
    ),
  }),
  oauth_config: z.strictObject({ scopes: z.strictObject({ bot: z.array(z.string()) }) }),
  settings: z.strictObject({
    event_subscriptions: z.strictObject({ request_url: z.url(), bot_events: z.array(z.string()) }),
    org_deploy_enabled: z.boolean(),
    socket_mode_enabled: z.boolean(),
    token_rotation_enabled: z.boolean(),
  }),
});

/** The status of an unsigned request to a path, where both platforms are set up. */
async function statusAt(path: string): Promise<number> {
  const settings = {
    slack: { signingSecret: 'ssm:/s', workspaces: ['T0123ABCD'], channels: ['C0123ABCD'] },
    teams: {
      securityToken: 'ssm:/t',
      tenants: ['6f1c0d52-2f0f-4a8e-9d43-7a2f4a5c1b90'],
      channels: ['19:a@thread.tacv2'],
    },
  };
  const never = (): never => {
    throw new Error('nothing is asked of AWS for an unsigned request');
  };
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  const { statusCode } = await openDoor(
    {
      ...{ rawPath: path, headers: {}, isBase64Encoded: false },
      requestContext: { http: { method: 'POST' }, timeEpoch: 0 },
    },
    { settings, readSecret: never, mark: never, start: never, ask: never, clock: () => new Date(0), log },
  );
  return statusCode;
}

describe('the guide for Slack', () => {
  test('has settings that are taken', async () => {
    const [yaml = ''] = await blocks('chat-slack.md', 'yaml');
    expect(chatSection.parse(parse(yaml)).chat.slack?.channels).toEqual(['C0123ABCD']);
  });

  test('has a manifest whose addresses are answered, and which asks for no more than it needs', async () => {
    const [json = ''] = await blocks('chat-slack.md', 'json');
    const { features, oauth_config, settings } = manifestSchema.parse(JSON.parse(json));
    expect(oauth_config.scopes.bot).toEqual(['commands', 'app_mentions:read', 'chat:write']);
    expect(settings.event_subscriptions.bot_events).toEqual(['app_mention']);
    for (const url of [settings.event_subscriptions.request_url, ...features.slash_commands.map(({ url }) => url)]) {
      expect(await statusAt(new URL(url).pathname)).toBe(401);
    }
    expect(await statusAt('/slak')).toBe(404);
  });
});

describe('the guide for Teams', () => {
  test('has settings that are taken, for the channel whose address it shows', async () => {
    const [yaml = ''] = await blocks('chat-teams.md', 'yaml');
    const { teams } = chatSection.parse(parse(yaml)).chat;
    const [address = ''] = (await page('chat-teams.md')).match(/https:\/\/teams\.microsoft\.com\S+/) ?? [];
    expect(decodeURIComponent(address)).toContain(`/${teams?.channels[0]}/`);
    expect(address).toContain(`tenantId=${teams?.tenants[0]}`);
    expect(await statusAt('/teams')).toBe(401);
  });

  test('has a message with a card', async () => {
    const [json = ''] = await blocks('chat-teams.md', 'json');
    const message = z.object({ attachments: z.tuple([z.object({ content: z.unknown() })]) }).parse(JSON.parse(json));
    const context = new SerializationContext(Versions.v1_4);
    new AdaptiveCard().parse(message.attachments[0].content, context);
    expect(context.eventCount).toBe(0);
  });
});

test('the overview lists every command as it is written', async () => {
  const rows = (await page('chat.md')).matchAll(
    /^\| `((?:status|audit|explain|findings|why|exceptions|coverage|help)[^`]*)` \|/gm,
  );
  expect([...rows].map(([, form = '']) => form.replaceAll('\\|', '|'))).toEqual(
    Object.values(usage).map(({ form }) => form),
  );
});
