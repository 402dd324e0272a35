import type { Configuration } from '../config/index.ts';
import type { Pack } from '../engine/index.ts';
import type { LedgerFinding, LedgerGap } from '../findings/index.ts';
import type { CoverageGap, Report, Result } from '../model/report.ts';
import type { KnownDirectory, Vocabulary } from './vocabulary.ts';

/** What is remembered of one account and Region. */
export interface PlaceMemory {
  readonly accountId: string;
  readonly region: string;
  /** Of the newest snapshot, which may be of some directories only; ISO 8601 in UTC. */
  readonly capturedAt: string;
  /** Of the newest snapshot of the whole Region; null before there was one. */
  readonly wholeAt: string | null;
  /** Open ones, with valid exceptions too. */
  readonly findings: readonly LedgerFinding[];
  /** Operations that could not be completely read. */
  readonly gaps: readonly LedgerGap[];
  /** Results of the newest whole run that could not be judged; null before there was one. */
  readonly unjudged: number | null;
}

/** The last run over all that the deployment audits. */
export interface LastRun {
  readonly run: string;
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly targets: number;
  /** Accounts and Regions of which nothing could be read. */
  readonly lost: readonly { readonly accountId: string; readonly region: string; readonly message: string }[];
}

/** Verdicts on one snapshot. */
export interface Judged {
  readonly accountId: string;
  readonly region: string;
  readonly capturedAt: string;
  /** Keys in the evidence bucket. */
  readonly snapshot: string;
  readonly report: string;
  readonly results: readonly Result[];
  /** Operations that were not completely read. */
  readonly coverage: readonly CoverageGap[];
}

/** What one run of the state machine found out. */
export interface RunMemory {
  readonly run: string;
  readonly startedAt: string;
  readonly finishedAt: string;
  /** Those that it was limited to; absent for a run of whole Regions. */
  readonly directories?: readonly string[];
  readonly lost: LastRun['lost'];
  readonly judged: readonly {
    readonly accountId: string;
    readonly region: string;
    readonly snapshot: string;
    /** Key of the report in the evidence bucket. */
    readonly reportKey: string;
    readonly report: Report;
    /** How many findings are new and how many are resolved, against the run before. */
    readonly appeared: number;
    readonly resolved: number;
  }[];
}

/** Place filter: empty lists are no limit. */
export interface Where {
  readonly accounts: readonly string[];
  readonly regions: readonly string[];
}

/**
 * What earlier runs left in the evidence bucket. Reading it changes nothing.
 * Every member throws StoreError when the bucket cannot be read.
 */
export interface Memory {
  readonly packs: readonly Pack[];
  readonly configuration: Configuration;
  readonly vocabulary: () => Promise<Vocabulary>;
  /** By account, then Region. */
  readonly places: (where: Where) => Promise<readonly PlaceMemory[]>;
  /** undefined before the first run of everything. */
  readonly lastRun: () => Promise<LastRun | undefined>;
  /**
   * What the newest snapshot that holds a directory says of it and of what it uses: results that are NON_COMPLIANT or
   * INSUFFICIENT_DATA, without those about the account. Where that snapshot is of some directories only, what takes the
   * whole Region to judge is as the newest whole one before it has it. undefined when no snapshot holds it, or the
   * newest one that was asked for it did not.
   */
  readonly directory: (directory: KnownDirectory) => Promise<Judged | undefined>;
  /**
   * Judges one rule anew on the newest snapshots, with the configuration and baseline in force: results of all four
   * statuses; nothing of a rule that is not in force. For each account and Region there is an entry of the newest
   * snapshot of the whole Region, and before it one of each newer snapshot of some directories that told more of them.
   * No rule and subject is in two entries.
   */
  readonly replay: (rule: string, where: Where) => Promise<readonly Judged[]>;
  /** undefined when there is no record of such a run. */
  readonly run: (run: string) => Promise<RunMemory | undefined>;
}

/** What answering needs beside the memory. */
export interface AnswerParts {
  readonly memory: Memory;
  /** Now; ages are told by it. */
  readonly now: Date;
  /** A page that shows an object, or what is below a prefix, of the evidence bucket to who may see it. */
  readonly evidenceUrl: (key: string) => string;
}
