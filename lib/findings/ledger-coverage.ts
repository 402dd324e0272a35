import { sorted } from '../facts/index.ts';
import { gapsOf } from './coverage.ts';
import { timeOf } from './ledger-refusal.ts';
import { isLimited } from './ledger-sight.ts';
import type { CoverageEvent, Ledger, LedgerGap, Run } from './ledger-types.ts';

type Seen = Pick<Ledger, 'coverage' | 'gaps'>;

/**
 * Compares what was read with what was read last. An operation that nobody has heard of before and that is not
 * complete is lost, too: the first run must say what it could not see. One that is gone from the snapshot is lost only
 * while a rule in force reads it; when none does any more, its gap is resolved without an event, for nothing was
 * regained. A limited run says nothing of the Region, so it leaves everything as it was.
 */
export function rememberCoverage(
  previous: Seen = { coverage: [], gaps: [] },
  run: Run,
): Seen & { readonly events: readonly CoverageEvent[] } {
  if (isLimited(run)) return { coverage: previous.coverage, gaps: previous.gaps, events: [] };
  const at = timeOf(run.header.capturedAt);
  const wanted = sorted([...run.coverage.keys(), ...[...run.rules.values()].flat()]);
  const now = new Map(gapsOf(run, wanted).map((gap) => [gap.operation, gap]));
  const known = new Map(previous.gaps.map((each) => [each.gap.operation, each]));
  const events: CoverageEvent[] = [];
  const gaps = sorted([...known.keys(), ...wanted]).flatMap((operation): LedgerGap[] => {
    const earlier = known.get(operation);
    const gap = now.get(operation);
    if (gap !== undefined) {
      if (earlier?.state !== 'open') events.push({ kind: 'coverageLost', gap });
      const { firstSeen, published } = earlier ?? { firstSeen: at, published: {} };
      return [{ gap, state: 'open', firstSeen, lastSeen: at, resolvedAt: null, published }];
    }
    if (earlier?.state !== 'open') return earlier === undefined ? [] : [earlier];
    if (wanted.includes(operation)) events.push({ kind: 'coverageRegained', gap: earlier.gap });
    return [{ ...earlier, state: 'resolved', resolvedAt: at }];
  });
  const coverage = wanted.map((operation) => ({ operation, status: now.get(operation)?.status ?? 'complete' }));
  return { coverage, gaps, events };
}
