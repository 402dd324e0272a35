import { factsOf, leavesOf } from './conditions.ts';
import type { Rule } from './rule.ts';

/** The facts that a rule reads, decides by or shows; some of them twice. */
export function factNamesOf(rule: Rule): string[] {
  const trees = [
    ...(rule.appliesWhen === undefined ? [] : [rule.appliesWhen]),
    rule.requires,
    ...rule.severityWhen.map(({ when }) => when),
    ...rule.notes.map(({ when }) => when),
  ];
  return [...trees.flatMap(leavesOf).flatMap(factsOf), ...rule.evidence];
}
