import { isUnknown, type Unknown } from '../../model/unknown.ts';
import { covers, formatRule, rulesOf, type SecurityRule } from '../arithmetic/security-rules.ts';
import { partition } from '../define.ts';
import type { Estate } from '../estate.ts';
import { findGroup } from './resources.ts';

interface PlacedRule {
  readonly groupId: string;
  readonly rule: SecurityRule;
}

/** Ports and protocols are cheap to compare, networks are not. */
const mayCover = (one: SecurityRule, other: SecurityRule): boolean =>
  one.from <= other.from && one.to >= other.to && (one.protocol === other.protocol || one.protocol === '-1');

/**
 * Ingress rules that one other rule of the same interface covers whole. Of two equal rules the later counts; rules of
 * the managed groups never count, because those must not be edited.
 *
 * @returns `sg-…: tcp 443 10.0.0.0/8`, or why the rules could not all be read
 */
export function redundantIngress(
  estate: Estate,
  groupIds: readonly string[],
  managed: readonly (string | null | Unknown)[],
): string[] | Unknown {
  const { known: groups, unknown } = partition(groupIds.map((id) => findGroup(estate, id)));
  const placed: PlacedRule[] = groups
    .toSorted((a, b) => Number(managed.includes(b.GroupId)) - Number(managed.includes(a.GroupId)))
    .flatMap((group) => rulesOf(group.IpPermissions).map((rule) => ({ groupId: group.GroupId, rule })));
  const redundant = placed.filter(
    ({ groupId, rule }, index) =>
      !managed.includes(groupId) &&
      placed.some(
        (other, at) =>
          at !== index &&
          mayCover(other.rule, rule) &&
          covers([other.rule], rule) &&
          !(at > index && covers([rule], other.rule)),
      ),
  );
  if (redundant.length === 0 && isUnknown(unknown)) return unknown;
  return redundant.map(({ groupId, rule }) => `${groupId}: ${formatRule(rule)}`);
}
