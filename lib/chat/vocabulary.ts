import type { Severity } from '../model/outcome.ts';

/** A directory that a run has seen. */
export interface KnownDirectory {
  readonly id: string;
  /** Fully qualified, such as `corp.example.com`; absent where AWS gave none. */
  readonly name?: string | undefined;
  readonly alias?: string | undefined;
  readonly accountId: string;
  readonly region: string;
  /** Capture of the newest snapshot that holds it; ISO 8601 in UTC. */
  readonly seenAt?: string | undefined;
}

/** The names that a question may use. */
export interface Vocabulary {
  /** Those in force. */
  readonly rules: readonly {
    readonly id: string;
    readonly title: string;
    readonly packId: string;
    readonly severity: Severity;
  }[];
  readonly packs: readonly { readonly id: string; readonly title: string }[];
  readonly directories: readonly KnownDirectory[];
  /** Accounts and Regions that were audited before. */
  readonly places: readonly { readonly accountId: string; readonly region: string }[];
}
