import type { CoverageStatus } from './coverage.ts';
import type { Severity, Status } from './outcome.ts';
import type { SubjectId } from './subject.ts';

/** A JSON value, as it stands in evidence. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** A configured exception as it stands on the result that it matched. */
export interface AppliedException {
  readonly reason: string;
  readonly owner: string;
  readonly ticket: string | null;
  readonly expires: string;
  readonly expired: boolean;
}

/** What one rule says of one subject. */
export interface Result {
  readonly ruleId: string;
  readonly packId: string;
  readonly title: string;
  /** Graded severity: after `severityWhen`, or the one the configuration sets. */
  readonly severity: Severity;
  readonly status: Status;
  readonly subject: SubjectId;
  /** One sentence with the actual values. */
  readonly reason: string;
  /** Fact path → value; `notes` holds remarks that do not change the verdict. */
  readonly evidence: { readonly [fact: string]: Json };
  readonly remediation: string;
  /** NIST SP 800-53 Rev. 5 control ids. */
  readonly controls: readonly string[];
  /** Operations (IAM actions) that were not completely read and that the verdict depends on. */
  readonly missing: readonly string[];
  readonly exception: AppliedException | null;
}

export interface SnapshotReference {
  readonly accountId: string;
  readonly region: string;
  readonly capturedAt: string;
  /** Of the uncompressed content, hexadecimal. */
  readonly sha256: string;
}

export interface PackReference {
  readonly id: string;
  readonly version: string;
  readonly sha256: string;
}

export interface ReportedException {
  readonly rule: string;
  readonly subject: string;
  readonly owner: string;
  readonly expires: string;
  readonly expired: boolean;
  /** How many NON_COMPLIANT results it matched, of the whole run. */
  readonly matched: number;
}

/** An operation that is not `complete`, with where. */
export interface CoverageGap {
  readonly accountId: string;
  readonly region: string;
  readonly operation: string;
  readonly status: CoverageStatus;
  readonly errorCode?: string | undefined;
  readonly message?: string | undefined;
}

export interface Summary {
  readonly results: number;
  readonly byStatus: { readonly [status in Status]: number };
  /** Without validly excepted results. */
  readonly nonCompliantBySeverity: { readonly [severity in Severity]: number };
  readonly excepted: number;
}

/** `--format json`, format version 1. */
export interface Report {
  readonly formatVersion: 1;
  readonly generator: string;
  readonly snapshots: readonly SnapshotReference[];
  readonly packs: readonly PackReference[];
  readonly summary: Summary;
  readonly exceptions: readonly ReportedException[];
  readonly coverage: readonly CoverageGap[];
  readonly results: readonly Result[];
}
