import type { CoverageStatus, OperationCoverage } from '../model/coverage.ts';
import type { CoverageGap, Result, Summary } from '../model/report.ts';
import type { SubjectId } from '../model/subject.ts';
import type { SnapshotHeader } from '../snapshot/index.ts';
import type { Doubt } from './proof.ts';

/** What is known of the findings of one account and Region, across runs. All times are ISO 8601 in UTC. */
export interface Ledger {
  readonly formatVersion: 1;
  readonly accountId: string;
  readonly region: string;
  /** Of the newest snapshot that was remembered. */
  readonly capturedAt: string;
  /** Of the newest one that was not limited to some directories; null before there was one. */
  readonly wholeAt: string | null;
  /** Of the last run that was not limited to some directories; by operation, in order. */
  readonly coverage: readonly OperationStatus[];
  /** By id, in order. Resolved ones stay for long, so that their first sight is known should they come back. */
  readonly findings: readonly LedgerFinding[];
  /** By operation, in order. */
  readonly gaps: readonly LedgerGap[];
  /** Of the last run that was not limited to some directories; null before there was one. */
  readonly summary: Summary | null;
  /** Of the newest run; null in a ledger of a version that did not keep it. */
  readonly news: LedgerNews | null;
}

export interface OperationStatus {
  readonly operation: string;
  readonly status: CoverageStatus;
}

/** One finding over time. */
export interface LedgerFinding {
  /** See `fingerprint`. */
  readonly id: string;
  readonly state: 'open' | 'resolved';
  /**
   * As it was last found: rule, subject, severity, exception, evidence. It is kept whole because whoever publishes that
   * a finding is resolved must send its text again, and then nothing else holds it.
   */
  readonly result: Result;
  /** Capture of the snapshot that it was first found in; a finding that comes back keeps it. */
  readonly firstSeen: string;
  readonly lastSeen: string;
  readonly resolvedAt: string | null;
  /** How many times it came back after it was resolved. */
  readonly reopened: number;
  /** By destination, what was last taken there; publishers fill it in. */
  readonly published: { readonly [destination: string]: Publication };
}

export interface Publication {
  /** Means something to the publisher alone. */
  readonly hash: string;
  readonly at: string;
  /** As what it was taken. */
  readonly state: 'open' | 'resolved';
}

/** One operation over time that could not be completely read. */
export interface LedgerGap {
  /** As it was last. */
  readonly gap: CoverageGap;
  readonly state: 'open' | 'resolved';
  readonly firstSeen: string;
  readonly lastSeen: string;
  readonly resolvedAt: string | null;
  readonly published: { readonly [destination: string]: Publication };
}

/** What a run told, as far as the ledger itself does not hold it, so that it can be told again. */
export interface LedgerNews {
  /** Of the snapshot that was entered. */
  readonly sha256: string;
  /** Without those that are still open. */
  readonly findings: readonly (Pick<FindingEvent, 'kind' | 'before' | 'doubt'> & { readonly id: string })[];
  readonly coverage: readonly (Pick<CoverageEvent, 'kind'> & { readonly operation: string })[];
  /** The ledger's summary before the run. */
  readonly before: Summary | null;
}

/** What one run saw of one account and Region. */
export interface Run {
  readonly header: Pick<SnapshotHeader, 'accountId' | 'region' | 'capturedAt' | 'scope'>;
  /** The snapshot's. */
  readonly sha256: string;
  /** The snapshot's; an operation that is not a key was skipped. */
  readonly coverage: ReadonlyMap<string, OperationCoverage>;
  /** Of all four statuses, of this account and Region only. */
  readonly results: readonly Result[];
  /** Operations that list subjects and were not completely read, as `evaluate` returns them. */
  readonly unlisted: readonly string[];
  /**
   * The rules in force, and the operations that each reads. Whoever calls leaves out operations that no collector of
   * this version reads: they are never complete, and no finding of such a rule would ever be resolved.
   */
  readonly rules: ReadonlyMap<string, readonly string[]>;
  /** Whether the configuration wants to hear of a subject, as `scopeOf` returns it. */
  readonly inScope: (subject: SubjectId) => boolean;
}

/** What became of a finding that is, or was, open; one for each finding and run. */
export interface FindingEvent {
  readonly kind: 'new' | 'stillOpen' | 'changed' | 'resolved' | 'excepted' | 'exceptionExpired';
  readonly finding: LedgerFinding;
  /** As it stood before the run; null when it was not open. */
  readonly before: Result | null;
  /** Why a finding that the run did not see stays open; null when it was seen, or proven to be gone. */
  readonly doubt: Doubt | null;
}

export interface CoverageEvent {
  readonly kind: 'coverageLost' | 'coverageRegained';
  /** As it is, or as it was last before it was regained. */
  readonly gap: CoverageGap;
}

export type LedgerEvent = FindingEvent | CoverageEvent;
