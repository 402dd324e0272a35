import type { ReadSecret } from '../../../store/secrets.ts';
import { Refusal } from './refusals.ts';

/**
 * Holds a signature against the secret. One that does not fit is held once more against a fresh value, so that a rotated
 * secret works at once; the reader sees to it that forged requests do not fetch without end.
 *
 * @throws Refusal `forged`, `stale`; SecretError
 */
export async function verify(
  reference: string,
  readSecret: ReadSecret,
  verdictOn: (secret: string) => 'genuine' | 'stale' | 'forged',
): Promise<void> {
  const held = await readSecret(reference);
  const first = verdictOn(held);
  if (first === 'genuine') return;
  if (first === 'stale') throw new Refusal('stale');
  const fresh = await readSecret(reference, { fresh: true });
  const second = fresh === held ? first : verdictOn(fresh);
  if (second !== 'genuine') throw new Refusal(second);
}
