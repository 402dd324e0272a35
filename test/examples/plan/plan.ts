/** What one rule is meant to say of the examples. A subject is named `<Region>/<name>`; see subjects.ts for the names. */
export interface Meant {
  /** Every subject of all files that breaks the rule. */
  readonly nonCompliant: readonly string[];
  /** Some of those that keep it. */
  readonly compliant: readonly string[];
  /** Some of those that it does not concern. */
  readonly notApplicable?: readonly string[];
  /** Some of those that cannot be judged. */
  readonly insufficientData?: readonly string[];
}

/** By rule. */
export type Plan = Readonly<Record<string, Meant>>;
