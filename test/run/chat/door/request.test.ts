import { describe, expect, it } from 'vitest';
import { readAskOutput } from '../../../../lib/run/chat/door/ask.ts';
import { executionName } from '../../../../lib/run/chat/door/parts.ts';
import { bodyBytes, bodyOf, doorRequestSchema, mediaType } from '../../../../lib/run/chat/door/request.ts';
import { requestOf } from './world.ts';

describe('an event of a function URL', () => {
  it('is read as far as it is needed', () => {
    const event = {
      ...{ version: '2.0', routeKey: '$default', rawPath: '/slack', rawQueryString: '' },
      headers: { 'content-type': 'application/json', 'x-slack-signature': 'v0=00' },
      requestContext: {
        ...{ accountId: 'anonymous', requestId: 'e1', stage: '$default', timeEpoch: 1_763_802_000_000 },
        http: { method: 'POST', path: '/slack', protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'Slackbot' },
      },
      ...{ body: '{}', isBase64Encoded: false },
    };
    expect(doorRequestSchema.parse(event)).toStrictEqual({
      rawPath: '/slack',
      headers: event.headers,
      requestContext: { http: { method: 'POST' }, timeEpoch: 1_763_802_000_000 },
      ...{ body: '{}', isBase64Encoded: false },
    });
  });

  it.each([
    ['text', 'héé', false],
    ['text in base64', 'héé', true],
    ['nothing', '', false],
  ])('tells how long its body is without decoding it: %s', (_, body, isBase64Encoded) => {
    const request = requestOf({ body, isBase64Encoded });
    expect([bodyBytes(request), bodyOf(request).toString()]).toStrictEqual([Buffer.byteLength(body), body]);
  });

  it('may have no body', () => {
    const { body: _, ...request } = requestOf({ body: '' });
    expect([bodyBytes(request), bodyOf(request).length]).toStrictEqual([0, 0]);
  });

  it.each([
    ['application/json', 'application/json'],
    ['Application/JSON; charset=utf-8', 'application/json'],
    [' text/html ;a=b', 'text/html'],
  ])('tells its content type without parameters: %s', (header, type) => {
    expect(mediaType(requestOf({ body: '', headers: { 'content-type': header } }))).toBe(type);
  });

  it('may have no content type', () => {
    expect(mediaType(requestOf({ body: '' }))).toBe('');
  });
});

describe('the name of an execution', () => {
  it('is what Step Functions takes, and one for each message of each platform', () => {
    const names = [executionName('slack', 'Ev1'), executionName('slack', 'Ev2'), executionName('teams', 'Ev1')];
    expect(new Set(names).size).toBe(3);
    for (const name of names) expect(name).toMatch(/^chat-[0-9a-f]{40}$/);
    expect(executionName('slack', 'Ev1')).toBe(names[0]);
  });
});

describe('what the function ask answers', () => {
  it('is a reply or an audit', () => {
    const reply = { mood: 'neutral', title: 'Help', sections: [{ lines: [['status', { code: 'd-1' }]] }], next: [] };
    expect(readAskOutput({ kind: 'reply', reply })).toStrictEqual({ kind: 'reply', reply });
    const request = { directories: ['d-0123456789'] };
    expect(readAskOutput({ kind: 'audit', request })).toStrictEqual({ kind: 'audit', request });
  });

  it('is nothing else', () => {
    expect(() => readAskOutput(null)).toThrow('the function ask gave neither a reply nor an audit: $');
    expect(() => readAskOutput({ kind: 'audit', request: { directories: ['x'] } })).toThrow(
      'the function ask gave neither a reply nor an audit: $.request.directories.0: expected a directory id: d-… or wsd-…',
    );
  });
});
