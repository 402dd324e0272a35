import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { verifySlackSignature } from '../../../lib/chat/slack/signature.ts';
import { arrival, arrivals, secret, sign } from './arrivals.ts';
import { type Arrival, accepted, acceptedOverHttp, lambdaReceiver, signatureHeader, timestampHeader } from './bolt.ts';

const now = 1_700_000_000_500;
const current = 1_700_000_000;

const verdict = ({ body, headers }: Arrival, nowMilliseconds = now, signingSecret = secret) =>
  verifySlackSignature({
    ...{ signingSecret, body, nowMilliseconds },
    timestamp: headers[timestampHeader],
    signature: headers[signatureHeader],
  });

describe('a request of Slack', () => {
  it('is genuine when it bears the signature that the documentation of Slack gives as an example', () => {
    const body =
      'token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar' +
      '&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com' +
      '%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c';
    const signature = 'v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503';
    expect(verdict(arrival(body, '1531420618', signature), 1_531_420_618_000)).toBe('genuine');
  });

  it('is genuine for five minutes to the second, and in a time to come', () => {
    const at = (seconds: number, milliseconds: number) => verdict(arrival('a=1', String(seconds)), milliseconds);
    expect([
      at(current, now),
      at(current - 300, current * 1000),
      at(current - 300, current * 1000 + 999),
      at(current - 300, current * 1000 + 1000),
      at(current - 301, current * 1000),
      at(current + 10_000_000, now),
    ]).toStrictEqual(['genuine', 'genuine', 'genuine', 'stale', 'stale', 'genuine']);
  });

  it('is forged when the body, the time or the signature is another, or missing', () => {
    const [time, signature] = [String(current), sign('a=1', String(current))];
    const headers = { [timestampHeader]: time, [signatureHeader]: signature };
    expect([
      verdict({ body: 'a=1', headers }),
      verdict({ body: 'a=2', headers }),
      verdict({ body: 'a=1', headers: { ...headers, [timestampHeader]: String(current + 1) } }),
      verdict({ body: 'a=1', headers: { ...headers, [timestampHeader]: 'soon' } }),
      verdict({ body: 'a=1', headers: { ...headers, [timestampHeader]: undefined } }),
      verdict({ body: 'a=1', headers: { ...headers, [signatureHeader]: undefined } }),
      verdict({ body: 'a=1', headers: { ...headers, [signatureHeader]: 'v0' } }),
      verdict({ body: 'a=1', headers: { ...headers, [signatureHeader]: signature.toUpperCase() } }),
      verdict({ body: 'a=1', headers: { ...headers, [signatureHeader]: signature.slice(0, -1) } }),
    ]).toStrictEqual(['genuine', ...Array.from({ length: 8 }, () => 'forged')]);
  });

  it('is forged when the secret is empty, with which everyone can sign', () => {
    const signed = arrival('a=1', String(current), sign('a=1', String(current), ''));
    expect([verdict(signed, now, ''), accepted('', signed, now)]).toStrictEqual(['forged', false]);
  });
});

describe('beside the verifiers of @slack/bolt', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('accepts and refuses the same, by text headers and by numbers', { timeout: 120_000 }, async () => {
    const verdicts = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(arrivals, async ({ now, ...request }) => {
        vi.setSystemTime(now);
        const ours = verdict(request, now);
        verdicts.set(ours, (verdicts.get(ours) ?? 0) + 1);
        expect([ours === 'genuine', ours === 'genuine']).toStrictEqual([
          await acceptedOverHttp(secret, request),
          accepted(secret, request, now),
        ]);
      }),
      { numRuns: 6_000 },
    );
    // All three were met often, so that the agreement means something.
    expect(['genuine', 'stale', 'forged'].filter((kind) => (verdicts.get(kind) ?? 0) < 300)).toStrictEqual([]);
  });

  it('accepts and refuses the same as its receiver of Lambda events', { timeout: 120_000 }, async () => {
    const receive = lambdaReceiver(secret);
    await fc.assert(
      fc.asyncProperty(arrivals, async ({ now, ...request }) => {
        // The receiver looks into forms first: it lets `ssl_check` pass unsigned, and parses `payload`.
        fc.pre(!/ssl_check|payload/.test(request.body));
        vi.setSystemTime(now);
        const isGenuine = verdict(request, now) === 'genuine';
        expect(await receive(request)).toBe(isGenuine);
        // It reads base64 as ASCII, and so takes nothing else for genuine.
        if (/^[\0-\x7f]*$/.test(request.body)) expect(await receive(request, true)).toBe(isGenuine);
      }),
      { numRuns: 4_000 },
    );
  });

  it('refuses another version even when it is signed, as all but its receiver of Lambda events do', async () => {
    vi.setSystemTime(now);
    const request = arrival('a=1', String(current), sign('a=1', String(current), secret, 'v1'));
    expect([
      verdict(request),
      await acceptedOverHttp(secret, request),
      accepted(secret, request, now),
      await lambdaReceiver(secret)(request),
    ]).toStrictEqual(['forged', false, false, true]);
  });

  it('takes a genuine body with letters beyond ASCII from base64 too, as all but that receiver do', async () => {
    vi.setSystemTime(now);
    const request = arrival('{"text":"é"}', String(current));
    expect([
      verdict(request),
      await acceptedOverHttp(secret, request),
      await lambdaReceiver(secret)(request, true),
    ]).toStrictEqual(['genuine', true, false]);
  });
});
