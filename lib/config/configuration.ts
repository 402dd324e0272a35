import type { Severity } from '../model/outcome.ts';
import type { Json } from '../model/report.ts';

/** Directories that are looked at, by globs of their ids. */
export interface DirectoryScope {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

/** A finding that somebody has answered for, until a day. */
export interface Exception {
  readonly rule: string;
  /** Glob of `subject.id`. */
  readonly subject: string;
  /** Only in these accounts; everywhere when absent. */
  readonly accounts: readonly string[] | undefined;
  readonly reason: string;
  readonly owner: string;
  readonly ticket: string | null;
  /** Last valid day, `YYYY-MM-DD`, UTC. */
  readonly expires: string;
}

/** Somebody's word, until a day, that a manual item was looked at and is in order. */
export interface Attestation {
  /** Id of an item of the manual checklist. */
  readonly item: string;
  readonly who: string;
  /** Day of the look, `YYYY-MM-DD`. */
  readonly when: string;
  /** Where the evidence is kept, an https address. */
  readonly evidence: string;
  /** Last valid day, `YYYY-MM-DD`, UTC. */
  readonly expires: string;
}

/** What `wsaudit.yaml` says, checked against the packs. */
export interface Configuration {
  readonly directories: DirectoryScope;
  /** Packs that are turned off. */
  readonly disabledPacks: ReadonlySet<string>;
  /** Values that replace the packs' defaults, by parameter name. */
  readonly parameters: { readonly [name: string]: Json };
  readonly rules: ReadonlyMap<string, RuleSettings>;
  /** In the order of the file. */
  readonly exceptions: readonly Exception[];
  /** In the order of the file. */
  readonly attestations: readonly Attestation[];
}

export interface RuleSettings {
  readonly enabled: boolean;
  /** Replaces the base severity and every grade. */
  readonly severity: Severity | undefined;
}

/** The configuration where there is no file: everything is in force, with defaults. */
export const defaultConfiguration: Configuration = {
  directories: { include: ['*'], exclude: [] },
  disabledPacks: new Set(),
  parameters: {},
  rules: new Map(),
  exceptions: [],
  attestations: [],
};
