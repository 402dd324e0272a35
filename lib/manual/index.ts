export type { ConditionLine } from './conditions.ts';
export { factsPage } from './facts.ts';
export { indexPage, packPage, pageOf } from './markdown.ts';
export { manualOf, type RuleManual } from './rule.ts';
