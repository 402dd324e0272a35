import type { Attestation } from '../config/index.ts';
import { isExpired } from '../findings/exceptions.ts';
import type { SnapshotReference } from '../model/report.ts';

/** What people attested, as of the snapshots. */
export interface Attested {
  /** By item: the attestation that holds longest. */
  readonly valid: ReadonlyMap<string, Attestation>;
  /** Those that no longer hold, in the order of the configuration. */
  readonly expired: readonly Attestation[];
}

/**
 * Sorts attestations by whether they hold. No clock is read: an attestation holds while it was valid when every one of
 * the snapshots was taken, so that a replay comes out the same.
 */
export function attestedAt(attestations: readonly Attestation[], snapshots: readonly SnapshotReference[]): Attested {
  const over = ({ expires }: Attestation) => snapshots.some(({ capturedAt }) => isExpired(expires, capturedAt));
  const valid = new Map<string, Attestation>();
  for (const attestation of attestations) {
    if (over(attestation)) continue;
    const earlier = valid.get(attestation.item);
    if (earlier === undefined || earlier.expires < attestation.expires) valid.set(attestation.item, attestation);
  }
  return { valid, expired: attestations.filter(over) };
}
