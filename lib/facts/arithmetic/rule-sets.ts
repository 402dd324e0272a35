import type { Unknown } from '../../model/unknown.ts';
import { combined } from '../define.ts';
import { anywhere } from './addresses.ts';
import { covers, highestPort, passesSomewhere, type SecurityRule } from './security-rules.ts';

/** Rules that apply together, such as those of all security groups on an interface, of which only a part may be known. */
export interface RuleSet {
  /** In force for certain. */
  readonly certain: readonly SecurityRule[];
  /** Those, and the widest that what was not read may admit. */
  readonly possible: readonly SecurityRule[];
  /** Why there may be more than what is certain. */
  readonly unknown: Unknown | undefined;
}

/** A rule as wide as its ports: it may admit every address. */
export const widest = (rule: Omit<SecurityRule, 'peer'>): SecurityRule[] =>
  Object.values(anywhere).map((peer) => ({ ...rule, peer }));

export const known = (rules: readonly SecurityRule[]): RuleSet => ({
  certain: rules,
  possible: rules,
  unknown: undefined,
});

/** What was not read at all may admit everything. */
export const unread = (unknown: Unknown): RuleSet => ({
  certain: [],
  possible: widest({ protocol: '-1', from: 0, to: highestPort }),
  unknown,
});

/** Security groups on one interface aggregate: what one of them admits is admitted. */
export const union = (sets: readonly RuleSet[]): RuleSet => ({
  certain: sets.flatMap(({ certain }) => certain),
  possible: sets.flatMap(({ possible }) => possible),
  unknown: combined(sets.flatMap(({ unknown }) => unknown ?? [])),
});

/** Replaces every rule by others, of which again only a part may be known. */
export const mapRules = (set: RuleSet, change: (rule: SecurityRule) => RuleSet): RuleSet => {
  const changed = union(set.possible.map(change));
  return {
    certain: set.certain.flatMap((rule) => change(rule).certain),
    possible: changed.possible,
    unknown: combined([set.unknown, changed.unknown].flatMap((unknown) => unknown ?? [])),
  };
};

/** Whether the rules together admit all of `wanted`: unknown only where what was not read decides. */
export const admits = (set: RuleSet, wanted: SecurityRule): boolean | Unknown =>
  decided(set, (rules) => covers(rules, wanted));

/** Whether every one of the ports passes, each from or to some peer. */
export const admitsSomewhere = (set: RuleSet, { protocol, from, to }: Omit<SecurityRule, 'peer'>): boolean | Unknown =>
  decided(set, (rules) => passesSomewhere(rules, protocol, from, to));

/** More rules only ever admit more, so the narrowest and the widest reading decide. */
function decided(set: RuleSet, ask: (rules: readonly SecurityRule[]) => boolean): boolean | Unknown {
  if (ask(set.certain)) return true;
  return set.unknown !== undefined && ask(set.possible) ? set.unknown : false;
}
