import type { Severity } from '../model/outcome.ts';
import type { KnownDirectory } from './vocabulary.ts';

/** What a question is limited to. An empty list is no limit; lists narrow together. */
export interface Filter {
  readonly directories: readonly KnownDirectory[];
  readonly accounts: readonly string[];
  readonly regions: readonly string[];
  readonly packs: readonly string[];
  readonly rules: readonly string[];
  readonly severities: readonly Severity[];
}

/** What to audit now; the same shape as the input of the state machine. */
export interface AuditRequest {
  readonly accounts?: readonly string[];
  readonly regions?: readonly string[];
  readonly directories?: readonly string[];
}

/** A question that was understood. None of them changes anything in AWS, nor the exceptions. */
export type Intent =
  | { readonly kind: 'status'; readonly of: Filter }
  | { readonly kind: 'findings'; readonly of: Filter }
  | { readonly kind: 'audit'; readonly request: AuditRequest }
  | { readonly kind: 'explain'; readonly rule: string }
  /** `subject` is an id as in results; null asks which one is meant. */
  | { readonly kind: 'why'; readonly rule: string; readonly subject: string | null; readonly of: Filter }
  | { readonly kind: 'exceptions'; readonly of: Filter }
  | { readonly kind: 'coverage'; readonly of: Filter }
  /** About one command, or all of them. */
  | { readonly kind: 'help'; readonly about: Command | null };

export const commands = ['status', 'audit', 'explain', 'findings', 'why', 'exceptions', 'coverage', 'help'] as const;
export type Command = (typeof commands)[number];

export const noFilter: Filter = { directories: [], accounts: [], regions: [], packs: [], rules: [], severities: [] };
