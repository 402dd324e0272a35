/** One comparison of a fact, in json-rules-engine's condition language. */
export interface Leaf {
  readonly fact: string;
  readonly operator: string;
  /** A literal, or another fact to compare with; absent for operators that take none. */
  readonly value?: unknown;
  /** Clause for the reason of a NON_COMPLIANT result when this comparison is what fails. */
  readonly because?: string | undefined;
}

/** A condition tree without references and without `not`, which three-valued verdicts could not survive. */
export type Condition = { readonly all: readonly Condition[] } | { readonly any: readonly Condition[] } | Leaf;

/** The children of a node; undefined for a leaf. */
export const childrenOf = (node: Condition): readonly Condition[] | undefined =>
  'all' in node ? node.all : 'any' in node ? node.any : undefined;

/** All leaves of a tree, in order. */
export function leavesOf(node: Condition): Leaf[] {
  const children = childrenOf(node);
  return children === undefined ? ('fact' in node ? [node] : []) : children.flatMap(leavesOf);
}

/** The fact that a leaf compares with, when it compares with one. */
export function comparedFact(leaf: Leaf): string | undefined {
  const { value } = leaf;
  if (typeof value !== 'object' || value === null || !('fact' in value)) return undefined;
  return typeof value.fact === 'string' ? value.fact : undefined;
}

const parameterPrefix = 'config.';

/** The parameter that `config.<name>` means; undefined for a fact of the subject. */
export const parameterName = (fact: string): string | undefined =>
  fact.startsWith(parameterPrefix) ? fact.slice(parameterPrefix.length) : undefined;

/** The facts that a leaf reads. */
export const factsOf = (leaf: Leaf): string[] => {
  const other = comparedFact(leaf);
  return other === undefined ? [leaf.fact] : [leaf.fact, other];
};
