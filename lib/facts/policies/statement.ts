import { matcher } from '../globs.ts';
import { arnsOverlap } from './arn.ts';
import type { Condition, Selection, Statement } from './document.ts';

/** Whether a statement is about an action; actions are compared without regard to case. */
export function isAbout({ actions: { patterns, isInverted } }: Statement, action: string): boolean {
  return matcher(patterns.map((pattern) => pattern.toLowerCase()))(action.toLowerCase()) !== isInverted;
}

/**
 * Whether a selection holds some resource that fits an ARN or a pattern of ARNs. One that excepts resources does, unless
 * it excepts all of them.
 */
export function canHold({ patterns, isInverted }: Selection, arn: string): boolean {
  if (!isInverted) return patterns.some((pattern) => arnsOverlap(pattern, arn));
  // No id holds this character, so that a pattern that fits it fits every id.
  const any = arn.replaceAll('*', '\u0000');
  return !patterns.some((pattern) => arnsOverlap(pattern, any));
}

/** Whether a statement is about a principal, by name or because it is about everyone. */
export const concerns = ({ principals: { names, isInverted } }: Statement, name: string): boolean =>
  (names.includes('*') || names.includes(`${name.split(' ')[0]} *`) || names.includes(name)) !== isInverted;

export const hasNoConditions = ({ conditions }: Statement): boolean => conditions.length === 0;

/** Condition keys are compared without regard to case. */
export const conditionsOn = ({ conditions }: Statement, key: string): readonly Condition[] =>
  conditions.filter((condition) => condition.key.toLowerCase() === key.toLowerCase());

const equalities = ['stringequals', 'stringequalsignorecase', 'stringlike'];

/** Whether a statement's conditions let only certain values pass for a key that every such request has. */
export const admitsOnly = (statement: Statement, key: string, isAdmitted: (value: string) => boolean): boolean =>
  conditionsOn(statement, key).some(
    ({ operator, values }) =>
      equalities.includes(operator.toLowerCase().replace(/^foranyvalue:/, '')) &&
      values.length > 0 &&
      values.every(isAdmitted),
  );
