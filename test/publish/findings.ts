import { findingOf } from '../../lib/publish/asff.ts';
import type { Finding } from '../../lib/publish/asff-finding.ts';
import { result, sighting } from './results.ts';

/** A finding that is `bytes` long as JSON; its padding takes three bytes a character. */
export function padded(id: string, bytes = 0): Finding {
  const finding = findingOf(result(), { ...sighting, id });
  const { length } = Buffer.from(JSON.stringify({ ...finding, SourceUrl: '' }));
  const missing = bytes - length;
  if (missing <= 0) return finding;
  return { ...finding, SourceUrl: '漢'.repeat(Math.floor(missing / 3)) + 'x'.repeat(missing % 3) };
}
