import { createHmac } from 'node:crypto';
import * as fc from 'fast-check';
import { type Arrival, signatureHeader, timestampHeader } from './bolt.ts';

export const secret = '8f742231b10e8888abcd99yyyzzz85a5';

/** A signer of its own: what Slack's documentation says, and nothing else. */
export const sign = (body: string, timestamp: string, key = secret, version = 'v0'): string =>
  `${version}=${createHmac('sha256', key).update(`${version}:${timestamp}:${body}`).digest('hex')}`;

export const arrival = (body: string, timestamp: string, signature = sign(body, timestamp)): Arrival => ({
  body,
  headers: { [timestampHeader]: timestamp, [signatureHeader]: signature },
});

const form = fc
  .record({ text: fc.string({ unit: 'grapheme' }), user_id: fc.stringMatching(/^U[A-Z0-9]{8}$/) })
  .map((fields) => new URLSearchParams({ command: '/workspaces', ...fields }).toString());

const bodies = fc.oneof(
  form,
  fc.json(),
  fc.string({ unit: 'binary', maxLength: 300 }),
  // Bytes that are no UTF-8 arrive as U+FFFD, for Slack's framework and for us.
  fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes).toString()),
  fc.constantFrom('', ' ', '\u0000', '\ufeff{}', 'ünïcödé', '{"a":1}\n'),
);

/** A body that was sent on changed. */
const mutatedBody = (body: string) =>
  fc.oneof(
    fc.string({ minLength: 1, maxLength: 5 }).map((more) => body + more),
    fc.string({ minLength: 1, maxLength: 5 }).map((more) => more + body),
    fc.nat(Math.max(0, Buffer.byteLength(body) * 8 - 1)).map((bit) => {
      const bytes = Buffer.from(body);
      if (bytes.length > 0) bytes.writeUInt8(bytes.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      return bytes.toString();
    }),
    fc.constantFrom(
      '',
      body.normalize('NFD'),
      body.normalize('NFC'),
      body.toUpperCase(),
      body.replaceAll('+', '%20'),
      body.replaceAll('%20', '+'),
      body.trim(),
      encodeURIComponent(body.toWellFormed()),
      Buffer.from(body).toString('base64'),
      Buffer.from(body, 'latin1').toString(),
      body.replaceAll('\n', '\r\n'),
      body.slice(0, -1),
      body.slice(1),
    ),
  );

/** Times around now, at the borders of the window to the second, and far away. */
const seconds = (now: number) => {
  const current = Math.floor(now / 1000);
  return fc.oneof(
    fc.integer({ min: -302, max: -298 }).map((off) => current + off),
    fc.integer({ min: -400, max: 400 }).map((off) => current + off),
    fc.integer({ min: 0, max: 4_000_000_000 }),
    fc.constantFrom(0, -1, -current, current * 1000, 1e15, Number.MAX_SAFE_INTEGER, current + 10 ** 9),
  );
};

/** A time as text: mostly as Slack writes it, else as JavaScript would still read it, or would not. */
const timestamps = (now: number) =>
  seconds(now).chain((time) =>
    fc.oneof(
      { weight: 4, arbitrary: fc.constant(String(time)) },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          ...[
            '',
            ' ',
            '1e9',
            '9e9',
            '1e999',
            '0x7fffffff',
            '0xffffffff',
            '0b1',
            '0o17',
            'NaN',
            'Infinity',
            '-Infinity',
          ],
          ...[` ${time}`, `${time} `, `+${time}`, `-${time}`, `0${time}`, `${time}.0`, `${time}.5`, `${time}e0`],
          ...[`${time}abc`, `abc${time}`, `${time},${time}`, `${time}, ${time}`, `${time}n`, `\t${time}\n`],
          ...['1_000', '٣', 'null', 'undefined', 'true', '[]', `0x${time.toString(16)}`, '99999999999999999999999'],
        ),
      },
      { weight: 1, arbitrary: fc.string({ maxLength: 12 }) },
    ),
  );

const mutatedSignature = (signature: string) =>
  fc.oneof(
    fc.constantFrom(
      ...['', '=', 'v0', 'v0=', '=v0', 'v0==', `${signature}=`, `${signature}=v0`, `v0=${signature}`],
      ...[`${signature},${signature}`, `${signature}=,${signature}`, `${signature}, v0=0`, ` ${signature}`],
      ...[`${signature} `, signature.toUpperCase(), signature.replace('v0', 'V0'), signature.replace('=', '= ')],
      ...[signature.replace('v0', 'v1'), signature.replace('v0', ''), signature.replace('v0=', ''), `v${signature}`],
      ...[signature.slice(0, -1), signature.slice(0, 40), `${signature}0`, `${signature}\u0000`, `${signature}é`],
      signature.replace(/[a-f]/, (digit) => digit.toUpperCase()),
      signature.replace(/[0-9a-f]$/, (digit) => (digit === '0' ? '1' : '0')),
    ),
    fc.stringMatching(/^v0=[0-9a-f]{64}$/),
    fc.string({ unit: 'binary', maxLength: 80 }),
  );

/** A request with the clock that it is looked at: as Slack sends it, or with one thing about it changed. */
export const arrivals = fc
  .record({
    body: bodies,
    // From 2015 to 2100; the milliseconds matter at the borders.
    now: fc.integer({ min: 1_420_070_400_000, max: 4_102_444_800_000 }),
  })
  .chain(({ body, now }) => timestamps(now).map((timestamp) => ({ body, now, timestamp })))
  .chain(({ body, now, timestamp }) => {
    // Slack signs the time as it writes it; a forger who has the secret may sign what is read of it.
    const signature = fc.constantFrom(sign(body, String(Number(timestamp))), sign(body, timestamp));
    const changed = (mutation: fc.Arbitrary<Arrival>) => mutation.map((made) => ({ ...made, now }));
    const whole = signature.map((signed) => arrival(body, timestamp, signed));
    return fc.oneof(
      { weight: 3, arbitrary: changed(whole) },
      {
        weight: 3,
        arbitrary: changed(
          fc.tuple(signature, mutatedBody(body)).map(([signed, other]) => arrival(other, timestamp, signed)),
        ),
      },
      {
        weight: 3,
        arbitrary: changed(signature.chain(mutatedSignature).map((mutated) => arrival(body, timestamp, mutated))),
      },
      {
        weight: 1,
        arbitrary: changed(fc.tuple(signature, timestamps(now)).map(([signed, other]) => arrival(body, other, signed))),
      },
      {
        weight: 1,
        arbitrary: changed(
          fc.tuple(whole, fc.subarray([timestampHeader, signatureHeader], { minLength: 1 })).map(([made, without]) => ({
            body,
            headers: Object.fromEntries(Object.entries(made.headers).filter(([name]) => !without.includes(name))),
          })),
        ),
      },
      {
        weight: 1,
        arbitrary: changed(
          fc.string({ minLength: 1, maxLength: 40 }).map((key) => arrival(body, timestamp, sign(body, timestamp, key))),
        ),
      },
    );
  });
