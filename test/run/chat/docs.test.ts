import { readFile } from 'node:fs/promises';
import { AdaptiveCard, SerializationContext, Versions } from 'adaptivecards';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { usage } from '../../../lib/chat/usage.ts';
import { openDoor } from '../../../lib/run/chat/door/door.ts';
import { Refusal, type RefusalCode } from '../../../lib/run/chat/door/refusals.ts';
import { chatSettingsSchema } from '../../../lib/run/chat/settings.ts';

const file = (path: string): Promise<string> => readFile(new URL(`../../../${path}`, import.meta.url), 'utf8');
const page = (name: string): Promise<string> => file(`docs/${name}`);

/** The blocks of code of a page in one language. */
const blocks = async (name: string, language: string): Promise<string[]> =>
  [...(await page(name)).matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\``, 'gms'))].map(([, code = '']) => code);

const chatSection = z.strictObject({ chat: chatSettingsSchema });

/** Where the commands of a page store secrets, as the settings name them; each keeps the secret out of the arguments. */
const stored = async (name: string): Promise<string[]> =>
  (await blocks(name, 'sh')).flatMap((code) =>
    [
      ...code.matchAll(
        /^aws ssm put-parameter --region us-east-1 --type SecureString --overwrite \\\n {2}--name (\S+) --value file:\/\/\/dev\/stdin <<< "\$[A-Z]+"$/gm,
      ),
    ].map(([, path]) => `ssm:${path}`),
  );

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
    const { slack } = chatSection.parse(parse(yaml)).chat;
    expect(slack?.channels).toEqual(['C0123ABCD']);
    expect(await stored('chat-slack.md')).toEqual([slack?.signingSecret, slack?.botToken]);
  });

  test('has a manifest whose addresses are answered, and which asks for no more than it needs', async () => {
    const [json = ''] = await blocks('chat-slack.md', 'json');
    // Both kinds of entrance put a slash at the end of ChatUrl.
    const [, placeholder = ''] = (await page('chat-slack.md')).match(/`(\S+)` replaced by `ChatUrl`/) ?? [];
    const pasted = json.replaceAll(placeholder, 'https://abc.lambda-url.us-east-1.on.aws/');
    const { features, oauth_config, settings } = manifestSchema.parse(JSON.parse(pasted));
    expect(oauth_config.scopes.bot).toEqual(['commands', 'app_mentions:read', 'chat:write']);
    expect(settings.event_subscriptions.bot_events).toEqual(['app_mention']);
    for (const url of [settings.event_subscriptions.request_url, ...features.slash_commands.map(({ url }) => url)]) {
      expect(url).toMatch(/^https:\/\/abc\./);
      expect(await statusAt(new URL(url).pathname)).toBe(401);
    }
    expect(await statusAt('/slak')).toBe(404);
    expect(await statusAt('//slack')).toBe(404);
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
    expect(await stored('chat-teams.md')).toEqual([teams?.securityToken, teams?.workflowUrl]);
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

test('the example of settings has a section that is taken once it is no comment any more', async () => {
  const [, commented = ''] = (await file('deploy/example.yml')).split(/^(?=# chat:$)/m);
  const settings = z.strictObject({ chat: chatSettingsSchema.safeExtend({ reservedConcurrency: z.int() }) });
  const { slack, teams } = settings.parse(parse(commented.replaceAll(/^# /gm, ''))).chat;
  const [yaml = ''] = await blocks('chat-slack.md', 'yaml');
  expect(slack).toMatchObject(chatSection.parse(parse(yaml)).chat.slack ?? {});
  expect(teams?.users).toHaveLength(1);
});

describe('the overview', () => {
  const verified: Record<RefusalCode, true> = {
    ...{ 'no-such-path': true, 'not-configured': true, method: true, 'too-large': true, forged: true, stale: true },
    ...{ ahead: true, replayed: true, 'content-type': true, malformed: true, 'not-allowed': true },
  };
  const isCode = (code: string): code is RefusalCode => Object.hasOwn(verified, code);

  test('lists every refusal with its status', async () => {
    const rows = (await page('chat.md')).matchAll(/^\| ((?:\d{3}(?:, )?)+) \| .* \| (.*) \|$/gm);
    const listed = [...rows].flatMap(([, statuses = '', logged = '']) => {
      const each = statuses.split(', ').map(Number);
      const codes = [...logged.matchAll(/`([a-z-]+)`/g)].map(([, code = '']) => code);
      return codes.map((code, index): [string, number | undefined] => [code, each[index] ?? each[0]]);
    });
    const refusals = Object.keys(verified).filter(isCode);
    expect(Object.fromEntries(listed)).toEqual({
      ...Object.fromEntries(refusals.map((code) => [code, new Refusal(code).status])),
      ...{ unavailable: 503, 'not-started': 503, unexpected: 500 },
    });
  });

  test('shows of a denied read what is answered', async () => {
    const [, sample = ''] = (await page('chat.md')).match(/^```\n(> coverage.*?)^```/ms) ?? [];
    expect(await file('test/chat/scenarios/others.txt')).toContain(sample);
    expect(sample).toContain('was denied');
  });

  test('names what the deployment makes', async () => {
    const api = await file('infra/chat-http-api.yml');
    const text = await page('chat.md');
    const named = (path: string) => path.replace('workspaces-auditor-STAGE', `\${self:custom.name}`);
    const [group = ''] = text.match(/\/aws\/vendedlogs\/[\w/-]+/) ?? [];
    expect(api).toContain(`LogGroupName: ${named(group)}\n`);
    expect(api).toContain(`ThrottlingRateLimit: ${text.match(/takes (\d+) requests a second/)?.[1]}\n`);
    expect(await file('infra/encryption-key.yml')).toContain(`${named(text.match(/alias\/[\w-]+/)?.[0] ?? '')}\n`);
    const alarms = await file('infra/chat-alarms.yml');
    const pages = await Promise.all(['chat.md', 'chat-slack.md', 'chat-teams.md'].map(page));
    const ringing = pages.join('').matchAll(/the alarm `…(-[a-z-]+)`/g);
    for (const [, name] of ringing) expect(alarms).toContain(`AlarmName: \${self:custom.name}${name}\n`);
    expect([...alarms.matchAll(/MetricStat:/g)]).toHaveLength(7);
  });
});

test.each(['chat.md', 'chat-slack.md', 'chat-teams.md', 'chat-amazon-q.md', 'ask.md'])(
  'docs/%s leads to headings that are there',
  async (name) => {
    const links = [...(await page(name)).matchAll(/\]\(([\w-]+\.md)?#([\w-]+)\)/g)];
    for (const [, target = name, anchor] of links) {
      const headings = [...(await page(target)).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
        heading
          .toLowerCase()
          .replaceAll(/[^\w -]/g, '')
          .replaceAll(' ', '-'),
      );
      expect(headings).toContain(anchor);
    }
  },
);
