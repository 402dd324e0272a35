import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fingerprint } from '../../lib/findings/index.ts';

const subject = { type: 'workspace', id: 'ws-1', accountId: '111122223333', region: 'us-east-1' } as const;

test('the id of a finding reads as where and what it is', () => {
  expect(fingerprint('volume-encrypted', subject)).toBe(
    'wsaudit/111122223333/us-east-1/volume-encrypted/workspace/ws-1',
  );
  expect(fingerprint('r', { ...subject, id: 'a/b~c%é' })).toBe(
    'wsaudit/111122223333/us-east-1/r/workspace/a%002fb%007ec%0025%00e9',
  );
});

test('an id that is too long is cut and hashed', () => {
  const [a, b] = ['a', 'b'].map((end) => fingerprint('r', { ...subject, id: 'x'.repeat(600) + end }));
  expect(a).toMatch(/^wsaudit\/111122223333\/us-east-1\/r\/workspace\/x+~[0-9a-f]{64}$/);
  expect([a?.length, b?.length, a === b]).toEqual([512, 512, false]);
});

test('two findings never share an id, and every id fits', () => {
  const text = fc.string({ unit: fc.constantFrom('/', '~', '%', 'a', '0', 'é', '\ud800', '🦊') });
  const parts = fc.tuple(text, text, text, fc.oneof(text, fc.string({ minLength: 400, maxLength: 700 })));
  const id = ([rule, accountId, region, own]: readonly [string, string, string, string]) =>
    fingerprint(rule, { ...subject, accountId, region, id: own });
  fc.assert(
    fc.property(parts, parts, (one, other) => {
      expect(id(one)).toMatch(/^[!-~]{1,512}$/);
      expect(id(one) === id(other)).toBe(JSON.stringify(one) === JSON.stringify(other));
    }),
  );
});
