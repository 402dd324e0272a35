import { afterEach, describe, expect, it, test, vi } from 'vitest';
import { openDoor } from '../../../../lib/run/chat/door/door.ts';
import type { DoorRequest } from '../../../../lib/run/chat/door/request.ts';
import {
  activity,
  command,
  empty,
  makeWorld,
  mention,
  now,
  plain,
  requestOf,
  settings,
  slackEvent,
  slackRequest,
  teamsRequest,
} from './world.ts';

afterEach(() => void vi.restoreAllMocks());

const noRetry = { 'x-slack-no-retry': '1' };
const huge = 'x'.repeat(64 * 1024 + 1);
const forged = 'f'.repeat(32);
const at = now.getTime() / 1000;

const unverified = 'The signature of this request does not hold.';
const tooLarge = 'A request has at most 65536 bytes here.';
const malformed = 'This request cannot be read.';
const elsewhere = 'Questions from here are not answered.';

/** Each is refused for the first of its faults, and has the ones of all rows below as far as it can. */
const rows: readonly (readonly [string, DoorRequest, ReturnType<typeof plain>, object])[] = [
  [
    'an unknown path',
    { ...slackRequest(huge, { secret: forged }), rawPath: '/admin' },
    plain(404, 'There is nothing here.'),
    { status: 404, reason: 'no-such-path' },
  ],
  [
    'a path that objects have by themselves',
    { ...slackRequest(huge), rawPath: 'constructor' },
    plain(404, 'There is nothing here.'),
    { status: 404, reason: 'no-such-path' },
  ],
  [
    'another method than POST',
    requestOf({ body: huge, method: 'GET' }),
    plain(405, 'Only POST is answered here.', { allow: 'POST', ...noRetry }),
    { status: 405, reason: 'method', platform: 'slack' },
  ],
  [
    'more than 64 KiB',
    slackRequest(huge, { secret: forged }),
    plain(413, tooLarge, noRetry),
    { status: 413, reason: 'too-large', platform: 'slack' },
  ],
  [
    'more than 64 KiB to Teams',
    teamsRequest(huge, { headers: { authorization: 'HMAC forged' } }),
    plain(413, tooLarge),
    { status: 413, reason: 'too-large', platform: 'teams' },
  ],
  [
    'no signature',
    requestOf({ body: '{', headers: { 'x-slack-request-timestamp': String(at) } }),
    plain(401, unverified, noRetry),
    { status: 401, reason: 'forged', platform: 'slack' },
  ],
  [
    'no timestamp',
    requestOf({ body: '{', headers: { 'x-slack-signature': 'v0=00' } }),
    plain(401, unverified, noRetry),
    { status: 401, reason: 'forged', platform: 'slack' },
  ],
  [
    'a forged signature',
    slackRequest('%%%', { secret: forged, contentType: 'text/html' }),
    plain(401, unverified, noRetry),
    { status: 401, reason: 'forged', platform: 'slack' },
  ],
  [
    'a signature from more than five minutes ago',
    slackRequest('%%%', { seconds: at - 301, contentType: 'text/html' }),
    plain(401, unverified, noRetry),
    { status: 401, reason: 'stale', platform: 'slack' },
  ],
  [
    'no signature of Teams',
    requestOf({ body: '{', path: '/teams' }),
    plain(401, unverified),
    { status: 401, reason: 'forged', platform: 'teams' },
  ],
  [
    'a forged signature of Teams',
    teamsRequest('{', { token: Buffer.from(forged).toString('base64') }),
    plain(401, unverified),
    { status: 401, reason: 'forged', platform: 'teams' },
  ],
  [
    'another content type',
    slackRequest('{', { contentType: 'text/html' }),
    plain(415, 'The content type is not one that is sent here.', noRetry),
    { status: 415, reason: 'content-type', platform: 'slack' },
  ],
  [
    'another content type to Teams',
    teamsRequest('{', { headers: { 'content-type': 'application/x-www-form-urlencoded' } }),
    plain(415, 'The content type is not one that is sent here.'),
    { status: 415, reason: 'content-type', platform: 'teams' },
  ],
  [
    'a body that is no JSON',
    slackEvent('{'),
    plain(400, malformed, noRetry),
    {
      ...{ status: 400, reason: 'malformed', platform: 'slack' },
      detail: expect.stringContaining('the event is not JSON'),
    },
  ],
  [
    'a message of Teams that is no JSON',
    teamsRequest('{'),
    plain(400, malformed),
    {
      ...{ status: 400, reason: 'malformed', platform: 'teams' },
      detail: expect.stringContaining('not JSON'),
    },
  ],
  [
    'an answer that would go elsewhere than to Slack',
    slackRequest(command({ response_url: 'https://hooks.slack.com.example.org/x', channel_id: 'C0OTHER00' })),
    plain(400, malformed, noRetry),
    {
      ...{ status: 400, reason: 'malformed', platform: 'slack' },
      detail: expect.stringContaining('response_url: expected an https URL'),
    },
  ],
  [
    'a message of Teams from more than five minutes ago',
    teamsRequest(activity({ timestamp: new Date(now.getTime() - 300_001).toISOString() })),
    plain(401, unverified),
    {
      ...{ status: 401, reason: 'stale', platform: 'teams' },
      ...{ tenant: settings.teams?.tenants[0], channel: settings.teams?.channels[0] },
      user: 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee',
    },
  ],
];

describe('a request is refused for', () => {
  test.each(rows)('%s', async (_, request, response, line) => {
    const { parts, log, started, asked } = makeWorld();
    expect(await openDoor(request, parts)).toStrictEqual(response);
    expect(log).toStrictEqual([['warn a request was refused', line]]);
    expect([started, asked]).toStrictEqual([[], []]);
  });
});

describe('no secret is read for a request without a signature', () => {
  it.each([
    ['at all of Slack', '/slack', {}],
    ['of Slack', '/slack', { 'x-slack-request-timestamp': String(at) }],
    ['with a time', '/slack', { 'x-slack-signature': `v0=${'0'.repeat(64)}` }],
    ['of Teams', '/teams', {}],
  ])('%s', async (_, path, headers: Record<string, string>) => {
    const { parts, reads } = makeWorld();
    expect((await openDoor(requestOf({ body: '{}', path, headers }), parts)).statusCode).toBe(401);
    expect(reads).toStrictEqual([]);
  });
});

describe('a signed request from a time to come', () => {
  const [minute, hour] = [60, 60 * 60];
  it.each([
    ['is answered while its mark outlives it', 23 * hour, 200, 1],
    ['is refused, and needs no mark, when that would be gone before', 23 * hour + minute, 401, 0],
    ['is refused when it never comes', Number.POSITIVE_INFINITY, 401, 0],
  ])('%s', async (_, ahead, status, marked) => {
    const { parts, marks, started, log } = makeWorld();
    const { statusCode } = await openDoor(slackRequest(command(), { seconds: at + ahead }), parts);
    expect([statusCode, marks.length, started.length]).toStrictEqual([status, marked, marked]);
    if (status === 401)
      expect(log).toStrictEqual([['warn a request was refused', { status, reason: 'ahead', platform: 'slack' }]]);
  });
});

describe('a platform that is not set up', () => {
  it.each([
    ['slack', slackRequest(huge)],
    ['teams', teamsRequest(huge)],
  ])('is not there: %s', async (platform, request) => {
    const { parts, log, reads } = makeWorld({ settings: {} });
    const headers: Record<string, string> = platform === 'slack' ? noRetry : {};
    expect(await openDoor(request, parts)).toStrictEqual(plain(404, 'There is nothing here.', headers));
    expect(log).toStrictEqual([['warn a request was refused', { status: 404, reason: 'not-configured', platform }]]);
    expect(reads).toStrictEqual([]);
  });
});

describe('who may not ask is refused', () => {
  const slackSender = { workspace: 'T0AUDIT00', channel: 'C0AUDIT00', user: 'U0ASKER00' };
  test.each([
    ['team_id', 'workspace', 'T0OTHER00'],
    ['channel_id', 'channel', 'C0OTHER00'],
    ['user_id', 'user', 'U0OTHER00'],
  ])('by %s of a command', async (member, kind, id) => {
    const { parts, log, started } = makeWorld();
    const response = await openDoor(slackRequest(command({ [member]: id })), parts);
    expect(response).toStrictEqual(plain(403, elsewhere, noRetry));
    const common = { status: 403, reason: 'not-allowed', platform: 'slack', ...slackSender, [kind]: id };
    expect(log).toStrictEqual([['warn a request was refused', { ...common, detail: expect.stringContaining(id) }]]);
    expect(started).toStrictEqual([]);
  });

  test('by the channel of a mention', async () => {
    const { parts, started } = makeWorld();
    const response = await openDoor(slackEvent(mention({ channel: 'C0OTHER00' })), parts);
    expect(response).toStrictEqual(plain(403, elsewhere, noRetry));
    expect(started).toStrictEqual([]);
  });

  test('by the tenant of a message of Teams', async () => {
    const other = '99999999-2222-4333-8444-555555555555';
    const { parts, log, asked } = makeWorld();
    const body = activity({ channelData: { tenant: { id: other }, channel: { id: settings.teams?.channels[0] } } });
    expect(await openDoor(teamsRequest(body), parts)).toStrictEqual(plain(403, elsewhere));
    expect(log).toStrictEqual([
      [
        'warn a request was refused',
        {
          ...{ status: 403, reason: 'not-allowed', platform: 'teams', tenant: other },
          ...{ channel: settings.teams?.channels[0], user: 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee' },
          detail: expect.stringContaining(other),
        },
      ],
    ]);
    expect(asked).toStrictEqual([]);
  });
});

describe('nothing is parsed before the signature is verified', () => {
  const bomb = '['.repeat(60_000);
  test.each([
    ['an event of Slack', slackEvent(bomb, { secret: forged })],
    ['a command of Slack', slackRequest(`a${'&a'.repeat(30_000)}`, { secret: forged })],
    ['a message of Teams', teamsRequest(bomb, { token: Buffer.from(forged).toString('base64') })],
    ['an event that is too old', slackEvent(bomb, { seconds: at - 301 })],
  ])('%s', async (_, request) => {
    const { parts, marks } = makeWorld();
    // The log of the world copies by JSON.
    const silent = { info: () => {}, warn: () => {}, error: () => {} };
    const json = vi.spyOn(JSON, 'parse');
    const search = vi.spyOn(globalThis, 'URLSearchParams');
    const decoder = vi.spyOn(globalThis, 'TextDecoder');
    const { statusCode } = await openDoor(request, { ...parts, log: silent });
    expect(statusCode).toBe(401);
    expect([json, search, decoder].map(({ mock }) => mock.calls.length)).toStrictEqual([0, 0, 0]);
    // Nor can anybody fill the bucket with marks.
    expect(marks).toStrictEqual([]);
  });
});

describe('a request that comes twice', () => {
  const twice = 'This very request came before.';
  it('is refused the second time, and Slack may send the event anew', async () => {
    const { parts, log, started } = makeWorld();
    const request = slackEvent(mention());
    expect(await openDoor(request, parts)).toStrictEqual(empty);
    expect(await openDoor(request, parts)).toStrictEqual(plain(409, twice));
    expect(log.at(-1)).toStrictEqual([
      'warn a request was refused',
      { status: 409, reason: 'replayed', platform: 'slack' },
    ]);
    expect(started.length).toBe(1);
  });

  it('is told although what a verifier overlooks was changed', async () => {
    const { parts } = makeWorld();
    const request = slackEvent(mention());
    const { 'x-slack-signature': signature, 'x-slack-request-timestamp': seconds, ...headers } = request.headers;
    await openDoor(request, parts);
    const changed = {
      ...headers,
      'x-slack-signature': `${signature}=more`,
      'x-slack-request-timestamp': ` ${seconds}.0`,
    };
    expect(await openDoor({ ...request, headers: changed }, parts)).toStrictEqual(plain(409, twice));
  });

  it('is told by its content in Teams, whatever stands around the signature', async () => {
    const { parts, asked } = makeWorld({ ask: async () => ({ kind: 'audit', request: {} }) });
    const request = teamsRequest(activity());
    expect((await openDoor(request, parts)).statusCode).toBe(200);
    const headers = {
      ...request.headers,
      authorization: `  ${request.headers.authorization?.toLowerCase().slice(0, 4)}${request.headers.authorization?.slice(4)} `,
    };
    expect(await openDoor({ ...request, headers }, parts)).toStrictEqual(plain(409, twice));
    expect(asked.length).toBe(1);
  });

  it('is refused before it is looked into', async () => {
    const { parts } = makeWorld();
    const request = slackEvent('{');
    expect((await openDoor(request, parts)).statusCode).toBe(400);
    expect((await openDoor(request, parts)).statusCode).toBe(409);
  });
});
