import type { RawCondition, RawRule } from '../engine/pack.ts';
import type { Json } from '../model/report.ts';
import type { ResourceType } from '../snapshot/index.ts';

type Facts = { readonly [name: string]: Json };

/** A comparison that decides a starter; its fact is the one that the example for missing data leaves unknown. */
export interface Comparison {
  readonly fact: string;
  readonly operator: string;
  readonly value?: Json;
}

/** What the first rule about a kind of subject says until its author says something else. */
export interface Starter {
  /** Ends the rule's id, after the pack's. */
  readonly name: string;
  readonly title: string;
  readonly appliesWhen?: RawCondition;
  readonly requires: Comparison;
  readonly reason: RawRule['reason'];
  readonly remediation: string;
  readonly controls: readonly string[];
  /** Facts of one example for each outcome. */
  readonly compliant: Facts;
  readonly nonCompliant: Facts;
  readonly notApplicable?: Facts;
  /** Raw answers in which the rule fires, and, where one account can hold both, passes. */
  readonly resources: readonly (readonly [type: ResourceType, resource: object])[];
}
