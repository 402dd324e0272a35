import type { Publication } from '../findings/index.ts';
import {
  asffOf,
  type Due,
  type ImportOutcome,
  idOf,
  importFindings,
  type SecurityHubClient,
  type Telling,
  type Timing,
} from '../publish/index.ts';

/**
 * Findings that are put into Security Hub's format, sent and marked together: some 12 MB, and 25 calls. It is 2,500
 * calls more, of four minutes, should a malformed finding in each call make Security Hub refuse them all, so that the
 * findings are tried one by one.
 */
const portionSize = 2_500;

/**
 * After so many milliseconds no further portion is begun: 10 of the 15 minutes that a function has, so that the last
 * portion is marked whatever becomes of it. At Security Hub's 10 calls a second this is time for 600,000 findings.
 */
export const timeToSend = 600_000;

export interface PortionParts {
  readonly client: SecurityHubClient;
  readonly timing: Timing;
  readonly telling: Telling;
  /** ISO 8601; not later than when the ledger was read: Security Hub keeps the newer one of two that race. */
  readonly updatedAt: string;
  /** Remembers what was taken, by id in Security Hub. */
  readonly mark: (taken: ReadonlyMap<string, Publication>) => Promise<void>;
}

/** Sends what is due, portion by portion. What there was no time for is unsent, and due in the next run. */
export async function sendPortions(
  due: readonly Due[],
  parts: PortionParts,
  size = portionSize,
): Promise<ImportOutcome> {
  const { client, timing, telling, updatedAt, mark } = parts;
  const begin = timing.clock();
  let whole: ImportOutcome = { accepted: [], failed: [], unsent: [], unavailable: null };
  for (let from = 0; from < due.length; from += size) {
    const portion = due.slice(from, from + size);
    if (whole.unavailable !== null || timing.clock() - begin > timeToSend) {
      whole = { ...whole, unsent: [...whole.unsent, ...portion.map(({ remembered }) => idOf(remembered))] };
      continue;
    }
    const findings = portion.map(({ remembered }) => asffOf(remembered, updatedAt, telling));
    const outcome = await importFindings(client, findings, timing);
    const accepted = new Set(outcome.accepted);
    const taken = portion.flatMap(({ remembered, hash }): [string, Publication][] => {
      const id = idOf(remembered);
      return accepted.has(id) ? [[id, { hash, at: updatedAt, state: remembered.state }]] : [];
    });
    if (taken.length > 0) await mark(new Map(taken));
    whole = {
      accepted: [...whole.accepted, ...outcome.accepted],
      failed: [...whole.failed, ...outcome.failed],
      unsent: [...whole.unsent, ...outcome.unsent],
      unavailable: outcome.unavailable,
    };
  }
  return whole;
}
