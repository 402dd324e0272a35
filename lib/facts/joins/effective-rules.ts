import { isUnknown } from '../../model/unknown.ts';
import { known, mapRules, type RuleSet, union, unread, widest } from '../arithmetic/rule-sets.ts';
import { rulesOf, type SecurityRule } from '../arithmetic/security-rules.ts';
import { present } from '../define.ts';
import type { Estate } from '../estate.ts';
import { findGroup } from './resources.ts';
import { entriesOf } from './streaming-endpoints.ts';

export type Direction = 'ingress' | 'egress';

/** The rules of several security groups together, prefix lists expanded; rules for other groups stay as they are. */
export const effectiveRules = (estate: Estate, groupIds: readonly string[], direction: Direction): RuleSet =>
  union(groupIds.map((id) => rulesOfOne(estate, id, direction)));

function rulesOfOne(estate: Estate, id: string, direction: Direction): RuleSet {
  const group = findGroup(estate, id);
  if (isUnknown(group)) return unread(group);
  // EC2 says that there are no rules with an empty list.
  const member = direction === 'ingress' ? 'IpPermissions' : 'IpPermissionsEgress';
  const permissions = present(group[member], `SecurityGroups[${id}].${member}`);
  if (isUnknown(permissions)) return unread(permissions);
  return mapRules(known(rulesOf(permissions)), (rule) => expanded(estate, rule));
}

function expanded(estate: Estate, rule: SecurityRule): RuleSet {
  if (!rule.peer.startsWith('pl-')) return known([rule]);
  const entries = entriesOf(estate, rule.peer);
  if (entries !== undefined) return known(entries.map((peer) => ({ ...rule, peer })));
  return { certain: [], possible: widest(rule), unknown: estate.notReturned('ManagedPrefixListEntries', rule.peer) };
}
