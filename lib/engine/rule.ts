import type * as z from 'zod';
import type { Severity } from '../model/outcome.ts';
import type { Json } from '../model/report.ts';
import type { SubjectType } from '../model/subject.ts';
import type { Condition } from './conditions.ts';
import type { Example, RawRule } from './pack.ts';

/** A rule as the engine uses it: validated, with shared conditions resolved. */
export interface Rule {
  readonly id: string;
  readonly packId: string;
  readonly title: string;
  /** What goes wrong otherwise. */
  readonly why: string | undefined;
  /** Base severity. */
  readonly severity: Severity;
  readonly subject: SubjectType;
  readonly appliesWhen: Condition | undefined;
  readonly requires: Condition;
  readonly severityWhen: readonly { readonly severity: Severity; readonly when: Condition }[];
  readonly notes: readonly { readonly when: Condition; readonly text: string }[];
  readonly reason: RawRule['reason'];
  /** Facts to show beside those that the conditions read. */
  readonly evidence: readonly string[];
  readonly remediation: string;
  readonly steps: NonNullable<RawRule['steps']>;
  readonly controls: readonly string[];
  readonly source: RawRule['source'];
  readonly examples: readonly Example[];
}

/** A parameter that a pack declares; rules of any pack read it as `config.<name>`. */
export interface Parameter {
  readonly name: string;
  readonly packId: string;
  /** The type in words. */
  readonly type: string;
  readonly schema: z.ZodType;
  readonly default: Json;
  readonly description: string;
}

/** A loaded rule pack. */
export interface Pack {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly description: string;
  /** File that it was read from, for messages. */
  readonly file: string;
  /** Of the file's bytes, hexadecimal. */
  readonly sha256: string;
  readonly parameters: readonly Parameter[];
  readonly rules: readonly Rule[];
}
