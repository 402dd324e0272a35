import { Engine, type RuleResult, type TopLevelCondition } from 'json-rules-engine';
import type { Json } from '../model/report.ts';
import { AtLeast, isUnknown, type Unknown } from '../model/unknown.ts';
import { type Condition, childrenOf, factsOf, type Leaf, leavesOf, parameterName } from './conditions.ts';
import { isDecidedByFloor, ownOperators } from './operators.ts';

/** What is known of one tree: a node is undefined where its unknown leaves leave it open. */
export interface Decision {
  readonly value: boolean | undefined;
  /** Leaves that were false where the tree is false because of them, in order. */
  readonly failing: readonly Leaf[];
  /** Leaves that the tree stays open because of, in order. */
  readonly open: readonly Leaf[];
}

export type Facts = (name: string) => Json | Unknown;

/** Reads `config.<name>` from the parameters and everything else from the subject. */
export const withParameters =
  (facts: Facts, parameters: { readonly [name: string]: Json }): Facts =>
  (name) => {
    const parameter = parameterName(name);
    return parameter === undefined ? facts(name) : (parameters[parameter] ?? null);
  };

/** Stands in for a leaf that reads something unknown; no fact of a subject can have this name. */
const unknownFact = '?';

/**
 * Asks json-rules-engine about the condition trees of one rule. Unknown values never reach it: each leaf that reads
 * one is taken as satisfied, then as violated, and what comes out the same both times is decided.
 */
export class Decider {
  readonly #trees: readonly Condition[];
  readonly #leaves: readonly Leaf[];
  /** By which leaves are unknown: most subjects of an estate share a few such sets. */
  readonly #engines = new Map<string, Engine>();

  constructor(trees: readonly Condition[]) {
    this.#trees = trees;
    this.#leaves = trees.flatMap(leavesOf);
  }

  /** Decides every tree, in order. Must not be called again before it has answered: an Engine runs once at a time. */
  async decide(facts: Facts): Promise<Decision[]> {
    const unknown = new Set(this.#leaves.filter((leaf) => isOpen(leaf, facts)));
    const engine = this.#engineFor(unknown);
    const known = knownFacts(this.#leaves, unknown, facts);
    const satisfied = await run(engine, known, true);
    const violated = unknown.size === 0 ? satisfied : await run(engine, known, false);
    return this.#trees.map((tree, index) => decision(tree, outcomes(satisfied, index), outcomes(violated, index)));
  }

  #engineFor(unknown: ReadonlySet<Leaf>): Engine {
    const key = this.#leaves.map((leaf) => (unknown.has(leaf) ? '?' : '.')).join('');
    let engine = this.#engines.get(key);
    if (engine === undefined) {
      engine = new Engine([], { allowUndefinedFacts: false, pathResolver: refusePath });
      for (const operator of ownOperators) engine.addOperator(operator);
      this.#trees.forEach((tree, index) => {
        engine?.addRule({ name: String(index), conditions: topLevel(tree, unknown), event: { type: 'decided' } });
      });
      this.#engines.set(key, engine);
    }
    return engine;
  }
}

/** The library's own resolver runs script expressions from the rule's text; packs cannot name a path at all. */
const refusePath = (): never => {
  throw new Error('conditions have no paths');
};

function isOpen(leaf: Leaf, facts: Facts): boolean {
  return factsOf(leaf).some((name) => {
    const value = facts(name);
    if (value instanceof AtLeast && name === leaf.fact)
      return !isDecidedByFloor(leaf.operator, value.floor, leaf.value);
    return isUnknown(value);
  });
}

function knownFacts(leaves: readonly Leaf[], unknown: ReadonlySet<Leaf>, facts: Facts): Record<string, Json> {
  const known: Record<string, Json> = {};
  for (const name of leaves.filter((leaf) => !unknown.has(leaf)).flatMap(factsOf)) {
    const value = facts(name);
    if (value instanceof AtLeast) known[name] = value.floor;
    else if (!isUnknown(value)) known[name] = value;
  }
  return known;
}

/** json-rules-engine takes only all and any at the top. */
const topLevel = (tree: Condition, unknown: ReadonlySet<Leaf>): TopLevelCondition => ({
  all: [substitute(tree, unknown)],
});

type Node = Extract<TopLevelCondition, { all: unknown }>['all'][number];

function substitute(node: Condition, unknown: ReadonlySet<Leaf>): Node {
  if ('all' in node) return { all: node.all.map((child) => substitute(child, unknown)) };
  if ('any' in node) return { any: node.any.map((child) => substitute(child, unknown)) };
  if (unknown.has(node)) return { fact: unknownFact, operator: 'equal', value: true };
  return { fact: node.fact, operator: node.operator, value: node.value ?? null };
}

async function run(engine: Engine, known: Readonly<Record<string, Json>>, taken: boolean): Promise<RuleResult[]> {
  const { results, failureResults } = await engine.run({ ...known, [unknownFact]: taken });
  return [...results, ...failureResults];
}

/** The outcome of every node of a tree, parents before children; rules come back in the order of completion. */
function outcomes(results: readonly RuleResult[], index: number): boolean[] {
  const result = results.find(({ name }) => name === String(index));
  if (result === undefined || !('all' in result.conditions)) throw new Error(`tree ${index} was not evaluated`);
  return result.conditions.all.flatMap(flatten);
}

type NodeResult = Extract<RuleResult['conditions'], { all: unknown }>['all'][number];

function flatten(node: NodeResult): boolean[] {
  const own = 'result' in node && node.result === true;
  if ('all' in node) return [own, ...node.all.flatMap(flatten)];
  if ('any' in node) return [own, ...node.any.flatMap(flatten)];
  return [own];
}

function decision(tree: Condition, satisfied: readonly boolean[], violated: readonly boolean[]): Decision {
  let at = 0;
  const visit = (node: Condition): Decision => {
    const value = satisfied[at] === violated[at] ? satisfied[at] : undefined;
    at += 1;
    const children = childrenOf(node)?.map(visit);
    if (children === undefined) {
      const leaves = 'fact' in node ? [node] : [];
      return { value, failing: value === false ? leaves : [], open: value === undefined ? leaves : [] };
    }
    // A child explains its parent only where it has come to the same.
    const reasons = value === true ? [] : children.filter((child) => child.value === value);
    return { value, failing: reasons.flatMap(({ failing }) => failing), open: reasons.flatMap(({ open }) => open) };
  };
  return visit(tree);
}
