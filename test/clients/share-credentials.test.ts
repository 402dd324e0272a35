import { expect, test } from 'vitest';
import { shareCredentials } from '../../lib/clients/share-credentials.ts';

/** Gives credentials that live so many minutes, one after the other, and counts how often it is asked. */
function issuer(...lives: readonly (number | Error)[]) {
  let asked = 0;
  const renew = async () => {
    const life = lives[asked] ?? 60;
    asked += 1;
    if (life instanceof Error) throw life;
    return { name: asked, expiration: new Date(Date.now() + life * 60_000) };
  };
  const share = shareCredentials(renew);
  return { take: async () => (await share()).name, asked: () => asked };
}

test('many clients share one set of credentials', async () => {
  const { take, asked } = issuer();
  expect(await Promise.all([take(), take(), take()])).toEqual([1, 1, 1]);
  expect(await take()).toBe(1);
  expect(asked()).toBe(1);
});

test('credentials are renewed, once, before they run out', async () => {
  const { take, asked } = issuer(4);
  expect(await Promise.all([take(), take()])).toEqual([2, 2]);
  expect(asked()).toBe(2);
});

test('a refusal is not kept', async () => {
  const { take } = issuer(new Error('not now'));
  await expect(take()).rejects.toThrow('not now');
  expect(await take()).toBe(2);
});
