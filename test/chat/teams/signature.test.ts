import { webcrypto } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SecurityTokenError, verifyTeamsSignature } from '../../../lib/chat/teams/signature.ts';
import { activity } from './activity.ts';

// As long as those of Teams.
const securityToken = Buffer.from('a token of thirty-two bytes, wow').toString('base64');
const body = JSON.stringify(activity);

const fromBase64 = (text: string) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
const toBase64 = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes));

/** Signs as Teams does, by another implementation than ours: Web Cryptography. */
async function sign(message: string | Uint8Array, token = securityToken): Promise<string> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await webcrypto.subtle.importKey('raw', fromBase64(token), algorithm, false, ['sign']);
  const bytes = typeof message === 'string' ? new TextEncoder().encode(message) : Uint8Array.from(message);
  return `HMAC ${toBase64(new Uint8Array(await webcrypto.subtle.sign('HMAC', key, bytes)))}`;
}

describe('a request that Teams signed', () => {
  it('is genuine, whether its body comes as text or as bytes', async () => {
    const authorization = await sign(body);
    expect([
      verifyTeamsSignature({ securityToken, body, authorization }),
      verifyTeamsSignature({ securityToken, body: Buffer.from(body), authorization }),
    ]).toEqual(['genuine', 'genuine']);
  });

  it('is genuine with a signature that was computed apart from all of this', () => {
    // printf '{"type":"message"}' | openssl dgst -sha256 -mac HMAC -macopt hexkey:<the token in hex> -binary | base64
    const authorization = 'HMAC GHBqyyIDEES7K9/VjN4M1Hs8D3iNTaOXcjm8FKCIEbg=';
    expect(verifyTeamsSignature({ securityToken, body: '{"type":"message"}', authorization })).toBe('genuine');
  });

  it('is genuine for any body and token, also of bytes that are no text', async () => {
    const token = fc.uint8Array({ minLength: 16, maxLength: 64 });
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 500 }), token, async (bytes, key) => {
        const request = { securityToken: toBase64(key), body: bytes };
        const authorization = await sign(bytes, request.securityToken);
        expect(verifyTeamsSignature({ ...request, authorization })).toBe('genuine');
      }),
    );
  });

  it.each([
    ['a scheme in other letters', (header: string) => header.replace('HMAC', 'hMac')],
    ['several spaces behind the scheme', (header: string) => header.replace(' ', '   ')],
    ['white space around the value', (header: string) => `\t ${header} `],
  ])('is genuine with %s', async (_, change) => {
    expect(verifyTeamsSignature({ securityToken, body, authorization: change(await sign(body)) })).toBe('genuine');
  });

  it('is genuine when the token was stored with a line break', async () => {
    const request = { securityToken: `${securityToken}\n`, body, authorization: await sign(body) };
    expect(verifyTeamsSignature(request)).toBe('genuine');
  });
});

describe('a forged request', () => {
  it('differs in its body, be it by one bit, a byte more or a byte less', async () => {
    const authorization = await sign(body);
    const bytes = new TextEncoder().encode(body);
    const index = fc.nat(bytes.length - 1);
    const flipped = fc.tuple(index, fc.nat(7)).map(([at, bit]) => bytes.with(at, (bytes[at] ?? 0) ^ (1 << bit)));
    const shorter = index.map((at) => Uint8Array.from([...bytes.slice(0, at), ...bytes.slice(at + 1)]));
    const longer = fc
      .tuple(index, fc.nat(255))
      .map(([at, byte]) => Uint8Array.from([...bytes.slice(0, at), byte, ...bytes.slice(at)]));
    fc.assert(
      fc.property(fc.oneof(flipped, shorter, longer), (changed) => {
        // Taking away one of two equal neighbours, or doubling a byte, may be the only change that changes nothing.
        fc.pre(!Buffer.from(changed).equals(bytes));
        expect(verifyTeamsSignature({ securityToken, body: changed, authorization })).toBe('forged');
      }),
    );
  });

  it('differs in its header by any character', async () => {
    const authorization = await sign(body);
    const characters = [...authorization];
    const position = fc.nat(characters.length - 1);
    const changed = fc.oneof(
      fc
        .tuple(position, fc.string({ unit: 'binary-ascii', minLength: 0, maxLength: 2 }))
        .map(([at, other]) => characters.with(at, other).join('')),
      position.map((at) => authorization.slice(0, at)),
      fc.string({ minLength: 1 }).map((more) => authorization + more),
      fc.string(),
    );
    const tolerated = (header: string) =>
      /^hmac$/i.test(header.trim().slice(0, 4)) && header.trim().slice(4).trim() === authorization.slice(5);
    fc.assert(
      fc.property(changed, (header) => {
        fc.pre(!tolerated(header));
        expect(verifyTeamsSignature({ securityToken, body, authorization: header })).toBe('forged');
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['no header', () => undefined],
    ['an empty header', () => ''],
    ['no scheme', (header: string) => header.slice(5)],
    ['another scheme', (header: string) => header.replace('HMAC', 'Bearer')],
    ['nothing behind the scheme', () => 'HMAC '],
    ['a tab behind the scheme', (header: string) => header.replace(' ', '\t')],
    ['no padding', (header: string) => header.replace('=', '')],
    ['two headers in one', (header: string) => `${header}, ${header}`],
    ['a line break behind it', (header: string) => `${header}\n`],
    ['the signature in hex', (header: string) => `HMAC ${Buffer.from(header.slice(5), 'base64').toString('hex')}`],
  ])('has %s', async (_, change) => {
    expect(verifyTeamsSignature({ securityToken, body, authorization: change(await sign(body)) })).toBe('forged');
  });

  it('has the right bytes in base64 that is not canonical', async () => {
    const authorization = await sign(body);
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
    // The last two bits of the last digit belong to no byte.
    const last = alphabet.indexOf(authorization.charAt(authorization.length - 2));
    const header = `${authorization.slice(0, -2)}${alphabet.charAt(last + 1)}=`;
    expect(Buffer.from(header.slice(5), 'base64')).toEqual(Buffer.from(authorization.slice(5), 'base64'));
    expect(verifyTeamsSignature({ securityToken, body, authorization: header })).toBe('forged');
  });

  it('was signed with the token of another webhook, or with the token as text', async () => {
    const other = Buffer.alloc(32, 7).toString('base64');
    const asText = Buffer.from(securityToken).toString('base64');
    for (const token of [other, asText]) {
      expect(verifyTeamsSignature({ securityToken, body, authorization: await sign(body, token) })).toBe('forged');
    }
  });
});

describe('a security token that cannot be one', () => {
  it.each([
    ['', 'has 0 bytes; expected 32'],
    [Buffer.alloc(15, 1).toString('base64'), 'has 15 bytes; expected 32'],
    ['not base64 at all!', 'has 18 characters that are not base64'],
    [securityToken.replace('=', ''), 'has 43 characters that are not base64'],
    [Buffer.alloc(32, 255).toString('base64url'), 'has 43 characters that are not base64'],
  ])('is an error of whoever set it, not a verdict: %j', async (token, words) => {
    const authorization = await sign(body);
    const verify = () => verifyTeamsSignature({ securityToken: token, body, authorization });
    expect(verify).toThrow(SecurityTokenError);
    expect(verify).toThrow(words);
  });

  it('is not in the message', () => {
    const secret = 'hunter2-hunter2-hunter2';
    expect(() => verifyTeamsSignature({ securityToken: secret, body, authorization: undefined })).not.toThrow(secret);
  });
});
