import type { Summary } from '../model/report.ts';
import type { FindingEvent, Ledger, LedgerEvent, LedgerNews } from './ledger-types.ts';

/**
 * What the ledger must keep of a run's events so that {@link tellAgain} can tell them.
 *
 * @param before the ledger's summary before the run
 */
export function newsIn(events: readonly LedgerEvent[], sha256: string, before: Summary | null): LedgerNews {
  return {
    sha256,
    findings: events.flatMap((event) => {
      if (!('finding' in event) || event.kind === 'stillOpen') return [];
      const { kind, finding, before, doubt } = event;
      // What is resolved stands in the ledger as it was before.
      return [{ id: finding.id, kind, before: kind === 'resolved' ? null : before, doubt }];
    }),
    coverage: events.flatMap((event) => ('gap' in event ? [{ kind: event.kind, operation: event.gap.operation }] : [])),
    before,
  };
}

/** The events of the newest run, but for those of findings that are still open. */
export function tellAgain({ findings, gaps }: Ledger, news: LedgerNews): LedgerEvent[] {
  const byId = new Map(findings.map((finding) => [finding.id, finding]));
  const byOperation = new Map(gaps.map(({ gap }) => [gap.operation, gap]));
  return [
    ...news.findings.flatMap(({ id, kind, before, doubt }): FindingEvent[] => {
      const finding = byId.get(id);
      if (finding === undefined) return [];
      return [{ kind, finding, before: kind === 'resolved' ? finding.result : before, doubt }];
    }),
    ...news.coverage.flatMap(({ kind, operation }) => {
      const gap = byOperation.get(operation);
      return gap === undefined ? [] : [{ kind, gap }];
    }),
  ];
}
