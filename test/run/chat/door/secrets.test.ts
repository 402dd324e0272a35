import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { openDoor } from '../../../../lib/run/chat/door/door.ts';
import { StoreError } from '../../../../lib/store/errors.ts';
import { SecretError } from '../../../../lib/store/secret-error.ts';
import {
  activity,
  command,
  makeWorld,
  mention,
  now,
  plain,
  responseUrl,
  securityToken,
  signingSecret,
  slackEvent,
  slackRequest,
  teamsRequest,
} from './world.ts';

const unverified = plain(401, 'The signature of this request does not hold.', { 'x-slack-no-retry': '1' });
const breakdown = 'Something went wrong here; please try again in a minute.';

describe('a signature that does not hold is held against a fresh secret', () => {
  const rotated = { 'ssm:/chat/signing-secret': 'rotated', 'ssm:/chat/security-token': signingSecret };
  const both = ['ssm:/chat/signing-secret', 'ssm:/chat/signing-secret fresh'];

  it('and taken when that is what it was made with', async () => {
    const { parts, reads } = makeWorld({ rotated });
    expect((await openDoor(slackRequest(command(), { secret: 'rotated' }), parts)).statusCode).toBe(200);
    expect(reads).toStrictEqual(both);
  });

  it('and refused when it was made with the old one, once that is known', async () => {
    const { parts } = makeWorld({ rotated });
    await openDoor(slackRequest(command(), { secret: 'rotated' }), parts);
    expect(await openDoor(slackRequest(command()), parts)).toStrictEqual(unverified);
  });

  it('and refused when it fits neither', async () => {
    const { parts, reads } = makeWorld({ rotated });
    expect(await openDoor(slackRequest(command(), { secret: 'third' }), parts)).toStrictEqual(unverified);
    expect(reads).toStrictEqual(both);
  });

  it('but not when it was refused for its age', async () => {
    const { parts, reads } = makeWorld({ rotated });
    const seconds = now.getTime() / 1000 - 301;
    expect(await openDoor(slackRequest(command(), { seconds }), parts)).toStrictEqual(unverified);
    expect(reads).toStrictEqual(['ssm:/chat/signing-secret']);
  });

  it('in Teams, too', async () => {
    const token = Buffer.from('another token of thirty-two byte').toString('base64');
    const { parts, reads } = makeWorld({ rotated: { 'ssm:/chat/security-token': token } });
    expect((await openDoor(teamsRequest(activity(), { token }), parts)).statusCode).toBe(200);
    expect(reads).toStrictEqual(['ssm:/chat/security-token', 'ssm:/chat/security-token fresh']);
  });
});

describe('what breaks down is told in a sentence, and logged by name', () => {
  const throwing = (error: unknown) => async () => {
    throw error;
  };
  test.each([
    ['a secret that cannot be read', 503, 'unavailable', new SecretError('ssm:/x', 'it is gone', 'Store it.')],
    ['a bucket that does not answer', 503, 'unavailable', new StoreError('failed', 'chat/marks/0', 'no answer')],
    ['an error of ours', 500, 'unexpected', new TypeError('x is not a function')],
  ])('%s', async (_, status, reason, error) => {
    const override = error instanceof StoreError ? { mark: throwing(error) } : { readSecret: throwing(error) };
    const { parts, log } = makeWorld({ override });
    expect(await openDoor(slackRequest(command()), parts)).toStrictEqual(plain(status, breakdown));
    expect(log).toStrictEqual([
      [
        'error a request could not be answered',
        { status, reason, platform: 'slack', error: error.name, found: error.message },
      ],
    ]);
  });

  test('something that is no error', async () => {
    const { parts, log } = makeWorld({ override: { mark: throwing('xoxb-thrown') } });
    expect(await openDoor(slackRequest(command()), parts)).toStrictEqual(plain(500, breakdown));
    expect(JSON.stringify(log)).not.toContain('xoxb-thrown');
  });

  test('a token of Teams that cannot be one', async () => {
    const { parts, log } = makeWorld({ override: { readSecret: async () => 'no base64!' } });
    expect(await openDoor(teamsRequest(activity()), parts)).toStrictEqual(plain(503, breakdown));
    expect(JSON.stringify(log)).not.toContain('no base64!');
  });
});

describe('no line of the log', () => {
  const text = 'status of the secret-words-of-a-question';
  const hidden = [responseUrl, 'hushhushhush', signingSecret, securityToken, 'secret-words', '13345224609'];

  it('holds a body, a header, a secret or where the answer goes, whatever was sent', async () => {
    const mutation = fc.record({
      at: fc.nat({ max: 2_000 }),
      remove: fc.nat({ max: 40 }),
      insert: fc.constantFrom('', '"', '{', '%', '\u0000', 'é', responseUrl, 'x'.repeat(70_000)),
    });
    const kinds = {
      command: (body: string, secret: string) => slackRequest(body, { secret }),
      mention: (body: string, secret: string) => slackEvent(body, { secret }),
      activity: (body: string, secret: string) =>
        teamsRequest(body, { token: secret === signingSecret ? securityToken : 'AAAA' }),
    };
    const bodies = {
      command: command({ text }),
      mention: mention({ text: `<@U0BOT0000> ${text}` }),
      activity: activity({ text }),
    };
    const kindOf = fc.constantFrom('command', 'mention', 'activity');
    const secretOf = fc.constantFrom(signingSecret, signingSecret, 'forged-with-this');
    const failing = fc.boolean();
    const unseen = async (
      kind: 'command' | 'mention' | 'activity',
      secret: string,
      { at, remove, insert }: { at: number; remove: number; insert: string },
      fails: boolean,
    ) => {
      const body = bodies[kind].slice(0, at) + insert + bodies[kind].slice(at + remove);
      const start = async (): Promise<never> => {
        throw new Error('refused');
      };
      const { parts, log } = makeWorld(fails ? { override: { start } } : {});
      const request = kinds[kind](body, secret);
      const { statusCode } = await openDoor(request, parts);
      expect([200, 400, 401, 403, 413, 415, 503]).toContain(statusCode);
      const written = JSON.stringify(log);
      const signatures = [request.headers['x-slack-signature'], request.headers.authorization].flatMap(
        (one) => one ?? [],
      );
      for (const secretText of [...hidden, ...signatures]) expect(written).not.toContain(secretText);
    };
    await fc.assert(fc.asyncProperty(kindOf, secretOf, mutation, failing, unseen), { numRuns: 600 });
  });
});
