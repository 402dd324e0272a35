import { createHash } from 'node:crypto';
import type { SubjectId } from '../model/subject.ts';

/** The longest Id that the AWS Security Finding Format takes, in characters. */
export const fingerprintLength = 512;

/**
 * The stable id of a finding: `wsaudit/<account>/<region>/<rule>/<subject type>/<subject id>`.
 *
 * Two findings never share one: what could be taken for a separator is escaped. An id that would be too long keeps its
 * beginning and ends with `~` and the SHA-256 of the whole; no escaped text holds a `~`.
 *
 * @returns ASCII, at most {@link fingerprintLength} characters
 */
export function fingerprint(ruleId: string, { accountId, region, type, id }: Omit<SubjectId, 'arn'>): string {
  const whole = ['wsaudit', accountId, region, ruleId, type, id].map(escaped).join('/');
  if (whole.length <= fingerprintLength) return whole;
  const hash = createHash('sha256').update(whole).digest('hex');
  return `${whole.slice(0, fingerprintLength - hash.length - 1)}~${hash}`;
}

// By UTF-16 unit and of fixed width: encodeURIComponent throws at a lone surrogate, which JSON may hold.
const escaped = (part: string): string =>
  part.replace(/[^A-Za-z0-9._-]/g, (unit) => `%${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
