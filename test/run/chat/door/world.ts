import { createHmac } from 'node:crypto';
import type { DoorParts } from '../../../../lib/run/chat/door/parts.ts';
import type { DoorRequest, DoorResponse } from '../../../../lib/run/chat/door/request.ts';
import type { ChatSettings } from '../../../../lib/run/chat/settings.ts';
import type { AskStepOutput, Question } from '../../../../lib/run/chat/steps.ts';

export const now = new Date('2026-11-22T09:00:00.000Z');
export const signingSecret = 'a8f5f167f44f4964e6c998dee827110c';
export const securityToken = Buffer.from('0123456789abcdef0123456789abcdef').toString('base64');
export const responseUrl = 'https://hooks.slack.com/commands/T0AUDIT00/1234567890/hushhushhush';
export const tenant = '11111111-2222-4333-8444-555555555555';
export const user = 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee';
export const channel = '19:abcdef0123456789@thread.tacv2';

export const settings: ChatSettings = {
  slack: {
    signingSecret: 'ssm:/chat/signing-secret',
    botToken: 'ssm:/chat/bot-token',
    workspaces: ['T0AUDIT00'],
    channels: ['C0AUDIT00'],
    users: ['U0ASKER00'],
  },
  teams: {
    securityToken: 'ssm:/chat/security-token',
    workflowUrl: 'ssm:/chat/workflow-url',
    tenants: [tenant],
    channels: [channel],
  },
};

/** What a door did, and the parts that it did it with. */
export interface World {
  readonly parts: DoorParts;
  /** `level message` and the fields of every line of the log. */
  readonly log: (readonly [string, object])[];
  readonly started: { readonly name: string; readonly question: Question }[];
  readonly asked: { readonly text: string; readonly patience: number }[];
  readonly marks: string[];
  /** References, in order; with `fresh` behind those that were. */
  readonly reads: string[];
}

interface Options {
  readonly settings?: ChatSettings;
  /** The value that a fresh read finds, after the one that is remembered. */
  readonly rotated?: Readonly<Record<string, string>>;
  readonly ask?: () => Promise<AskStepOutput | undefined>;
  readonly override?: Partial<DoorParts>;
}

export function makeWorld(options: Options = {}): World {
  const log: (readonly [string, object])[] = [];
  const [started, asked, marks, reads]: [World['started'], World['asked'], string[], string[]] = [[], [], [], []];
  const held: Record<string, string> = {
    'ssm:/chat/signing-secret': signingSecret,
    'ssm:/chat/security-token': securityToken,
  };
  const write = (level: string) => (message: string, fields: object) =>
    void log.push([`${level} ${message}`, JSON.parse(JSON.stringify(fields))]);
  const parts: DoorParts = {
    settings: options.settings ?? settings,
    readSecret: async (reference, { fresh = false } = {}) => {
      reads.push(`${reference}${fresh ? ' fresh' : ''}`);
      const rotated = options.rotated?.[reference];
      if (fresh && rotated !== undefined) held[reference] = rotated;
      return held[reference] ?? '';
    },
    mark: async (id) => {
      const isNew = !marks.includes(id);
      marks.push(id);
      return isNew;
    },
    start: async (name, question) => {
      const state = started.some((earlier) => earlier.name === name) ? 'already' : 'started';
      if (state === 'started') started.push({ name, question });
      return state;
    },
    ask: async (text, patience) => {
      asked.push({ text, patience });
      return await options.ask?.();
    },
    clock: () => now,
    log: { info: write('info'), warn: write('warn'), error: write('error') },
    ...options.override,
  };
  return { parts, log, started, asked, marks, reads };
}

interface Sent {
  readonly body: string;
  readonly path?: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly isBase64Encoded?: boolean;
}

export const requestOf = ({ body, path = '/slack', method = 'POST', headers = {}, ...rest }: Sent): DoorRequest => ({
  rawPath: path,
  requestContext: { http: { method }, timeEpoch: now.getTime() },
  headers: { ...headers },
  body: rest.isBase64Encoded ? Buffer.from(body).toString('base64') : body,
  isBase64Encoded: rest.isBase64Encoded ?? false,
});

export interface SlackOptions {
  readonly secret?: string;
  readonly seconds?: number;
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const form = 'application/x-www-form-urlencoded';

export function slackRequest(body: string, { secret = signingSecret, contentType = form, ...rest }: SlackOptions = {}) {
  const seconds = rest.seconds ?? now.getTime() / 1000;
  const digest = createHmac('sha256', secret).update(`v0:${seconds}:${body}`).digest('hex');
  return requestOf({
    body,
    headers: {
      ...{ 'content-type': contentType, 'x-slack-request-timestamp': String(seconds) },
      'x-slack-signature': `v0=${digest}`,
      ...rest.headers,
    },
    // As function URLs do it with forms.
    isBase64Encoded: contentType === form,
  });
}

export const command = (members: Readonly<Record<string, string>> = {}): string =>
  new URLSearchParams({
    ...{ team_id: 'T0AUDIT00', channel_id: 'C0AUDIT00', user_id: 'U0ASKER00', command: '/wsaudit' },
    ...{ text: 'status d-0123456789', response_url: responseUrl, trigger_id: '13345224609.738474920.8088930838' },
    ...members,
  }).toString();

export const mention = (event: object = {}): string =>
  JSON.stringify({
    ...{ type: 'event_callback', event_id: 'Ev0MENTION', team_id: 'T0AUDIT00' },
    event: {
      ...{ type: 'app_mention', user: 'U0ASKER00', text: '<@U0BOT0000> coverage', ts: '1763802000.000100' },
      ...{ channel: 'C0AUDIT00', team: 'T0AUDIT00', ...event },
    },
  });

export const slackEvent = (body: string, options: SlackOptions = {}): DoorRequest =>
  slackRequest(body, { contentType: 'application/json', ...options });

export const activity = (members: object = {}): string =>
  JSON.stringify({
    ...{ type: 'message', id: '1763802000123', timestamp: now.toISOString() },
    text: '<at>Auditor</at> status d-0123456789',
    from: { name: 'Sam Asker', aadObjectId: user },
    conversation: { id: `${channel};messageid=1763802000123` },
    channelData: { tenant: { id: tenant }, channel: { id: channel }, team: { id: channel } },
    ...members,
  });

interface TeamsOptions {
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export function teamsRequest(body: string, { token = securityToken, headers = {} }: TeamsOptions = {}): DoorRequest {
  const digest = createHmac('sha256', Buffer.from(token, 'base64')).update(body).digest('base64');
  const signed = { 'content-type': 'application/json; charset=utf-8', authorization: `HMAC ${digest}` };
  return requestOf({ body, path: '/teams', headers: { ...signed, ...headers } });
}

const secured = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

export const plain = (statusCode: number, body: string, headers: Readonly<Record<string, string>> = {}) => ({
  statusCode,
  headers: { 'content-type': 'text/plain; charset=utf-8', ...secured, ...headers },
  body,
});

export const jsonAnswer = (value: unknown): DoorResponse => ({
  statusCode: 200,
  headers: { 'content-type': 'application/json; charset=utf-8', ...secured },
  body: JSON.stringify(value),
});

export const empty: DoorResponse = { statusCode: 200, headers: { 'cache-control': 'no-store' }, body: '' };
