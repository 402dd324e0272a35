import { type Condition, childrenOf, comparedFact, type Leaf } from '../engine/conditions.ts';

const phrases: { readonly [operator: string]: string } = {
  equal: 'is',
  notEqual: 'is not',
  in: 'is one of',
  notIn: 'is none of',
  lessThan: '<',
  lessThanInclusive: '≤',
  greaterThan: '>',
  greaterThanInclusive: '≥',
  contains: 'contains',
  doesNotContain: 'does not contain',
  isEmpty: 'is empty',
  isNotEmpty: 'is not empty',
  startsWith: 'starts with',
  matchesAnyGlob: 'matches one of',
};

/** A line of a condition tree as people read it. */
export interface ConditionLine {
  /** How deep it stands; 0 at the top. */
  readonly depth: number;
  /** "all of" and "any of" stand above what they join. */
  readonly text: string;
}

/** A condition tree, line by line. A group of one is that one. */
export function linesOf(node: Condition, depth = 0): ConditionLine[] {
  const children = childrenOf(node);
  if (children === undefined) return 'fact' in node ? [{ depth, text: phraseOf(node) }] : [];
  const [only] = children;
  if (only !== undefined && children.length === 1) return linesOf(only, depth);
  return [
    { depth, text: 'all' in node ? 'all of' : 'any of' },
    ...children.flatMap((child) => linesOf(child, depth + 1)),
  ];
}

function phraseOf(leaf: Leaf): string {
  const { fact, operator, value } = leaf;
  const right = comparedFact(leaf) ?? (value === undefined ? '' : JSON.stringify(value));
  return `${fact} ${phrases[operator] ?? operator} ${right}`.trimEnd();
}
