import { createHash } from 'node:crypto';
import type { Ledger, LedgerFinding, LedgerGap } from '../findings/index.ts';
import { findingOf } from './asff.ts';
import { gapFindingOf, gapId } from './asff-coverage.ts';
import type { Finding } from './asff-finding.ts';

/** What findings say besides what the ledger holds. */
export interface Telling {
  readonly partition: string;
  /** Name and version of the program. */
  readonly generator: string;
  /** Page of a rule's source; undefined when it is not known. */
  readonly sourceUrlOf: (ruleId: string) => string | undefined;
}

/** A finding or a gap of a ledger: each is one finding in Security Hub. */
export type Remembered = LedgerFinding | LedgerGap;

export const rememberedIn = ({ findings, gaps }: Ledger): readonly Remembered[] => [...findings, ...gaps];

/** The id in Security Hub. */
export const idOf = (one: Remembered): string => ('gap' in one ? gapId(one.gap) : one.id);

/** The finding as Security Hub takes it. @param updatedAt ISO 8601 */
export function asffOf(one: Remembered, updatedAt: string, { sourceUrlOf, ...telling }: Telling): Finding {
  const { state, firstSeen, lastSeen } = one;
  const sighting = { state, firstObservedAt: firstSeen, lastObservedAt: lastSeen, updatedAt };
  if ('gap' in one) return gapFindingOf(one.gap, { ...sighting, ...telling });
  const { id, result } = one;
  return findingOf(result, { ...sighting, ...telling, id, sourceUrl: sourceUrlOf(result.ruleId) });
}

/**
 * Hash of all that Security Hub is told of a finding, without its times and the program's version: a finding that is
 * seen again, or by a newer program, is no other finding.
 */
export function hashOf(one: Remembered, telling: Telling): string {
  const { CreatedAt, FirstObservedAt, LastObservedAt, UpdatedAt, ...content } = asffOf(one, '', {
    ...telling,
    generator: '',
  });
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}
